/// A look at all rows of a problem, one after the other, by several threads.
///
/// Rows are dealt out in runs of fixed length, and what the runs gave stands in the order of the
/// rows, so that the result does not depend on the number of threads.
struct RowPass: Sendable {
  let problem: OnDemandProblem
  let threads: Int?
  let limits: SolveLimits

  /// The rows of one run.
  private static var runLength: Int { 64 }

  init(_ problem: OnDemandProblem, threads: Int? = nil, limits: SolveLimits = .none) {
    self.problem = problem
    self.threads = threads
    self.limits = limits
  }

  /// What `body` makes of every row, a block for each run; nil where the time was up.
  func map(
    asking choice: ArcChoice = .all,
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ found: inout ArcBlock) -> Void
  ) -> [ArcBlock]? {
    map(asking: choice, ArcBlock(tierCount: problem.tierCount), body)
  }

  /// What `body` makes of every row, starting from `initial` for each run; nil where the time was up.
  func map<Result: Sendable>(
    asking choice: ArcChoice = .all, _ initial: Result,
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ result: inout Result) -> Void
  ) -> [Result]? {
    map(over: Array(0..<Int32(problem.rowCount)), asking: choice, initial, body)
  }

  /// What `body` makes of the rows listed.
  func map<Result: Sendable>(
    over rows: [Int32], asking choice: ArcChoice = .all, _ initial: Result,
    _ body: @escaping @Sendable (_ row: Int, _ arcs: RowArcs, _ result: inout Result) -> Void
  ) -> [Result]? {
    let runs = (rows.count + Self.runLength - 1) / Self.runLength
    let results = InParallel.map(
      runs, threads: threads, with: RowArcs(tierCount: problem.tierCount)
    ) { run, arcs -> Result? in
      if limits.isOver { return nil }
      var result = initial
      for place in run * Self.runLength..<min(rows.count, (run + 1) * Self.runLength) {
        let row = Int(rows[place])
        problem.fill(&arcs, ofRow: row, choice)
        body(row, arcs, &result)
      }
      return result
    }
    return results.contains { $0 == nil } ? nil : results.compactMap { $0 }
  }
}
