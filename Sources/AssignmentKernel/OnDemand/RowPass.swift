import Dispatch
import Synchronization

/// A look at all rows of a problem, one after the other, by several threads.
///
/// Rows are dealt out in runs of fixed length, and what the runs gave stands in the order of the
/// rows, so that the result does not depend on the number of threads.
struct RowPass: Sendable {
  let problem: OnDemandProblem
  let threads: Int
  let limits: SolveLimits

  /// The rows of one run.
  private static var runLength: Int { 64 }
  /// More threads than any machine has processors: as many work at once as there are.
  private static var manyThreads: Int { 256 }

  init(_ problem: OnDemandProblem, threads: Int? = nil, limits: SolveLimits = .none) {
    self.problem = problem
    self.threads = threads ?? Self.manyThreads
    self.limits = limits
  }

  /// What `body` makes of every row, a block for each run; nil where the time was up.
  func map(
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ found: inout ArcBlock) -> Void
  ) -> [ArcBlock]? {
    map(ArcBlock(tierCount: problem.tierCount), body)
  }

  /// What `body` makes of every row, starting from `initial` for each run; nil where the time was up.
  func map<Result: Sendable>(
    _ initial: Result,
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ result: inout Result) -> Void
  ) -> [Result]? {
    map(over: Array(0..<Int32(problem.rowCount)), initial, body)
  }

  /// What `body` makes of the rows listed.
  func map<Result: Sendable>(
    over rows: [Int32], _ initial: Result,
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ result: inout Result) -> Void
  ) -> [Result]? {
    let runs = (rows.count + Self.runLength - 1) / Self.runLength
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: runs))
    @Sendable func work() {
      var arcs = RowArcs(tierCount: problem.tierCount)
      while !limits.isOver {
        let run = next.add(1, ordering: .relaxed).oldValue
        guard run < runs else { return }
        var result = initial
        for place in run * Self.runLength..<min(rows.count, (run + 1) * Self.runLength) {
          let row = Int(rows[place])
          problem.fill(&arcs, ofRow: row)
          body(row, arcs, &result)
        }
        results.withLock { $0[run] = result }
      }
    }
    if threads > 1, runs > 1 {
      DispatchQueue.concurrentPerform(iterations: min(threads, runs)) { _ in work() }
    } else {
      work()
    }
    let found = results.withLock { $0 }
    return found.contains { $0 == nil } ? nil : found.compactMap { $0 }
  }
}
