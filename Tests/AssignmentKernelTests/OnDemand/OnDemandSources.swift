import AssignmentKernel
import Synchronization

/// A source that tells how often it was asked, and does something before a certain call.
final class WatchedSource: ArcSource {
  private let inner: any ArcSource
  private let calls = Mutex(0)
  private let before: @Sendable (_ call: Int) -> Void

  init(_ inner: any ArcSource, before: @escaping @Sendable (_ call: Int) -> Void = { _ in }) {
    self.inner = inner
    self.before = before
  }

  var callCount: Int { calls.withLock { $0 } }

  func fill(_ arcs: inout RowArcs, ofRow row: Int) {
    let call = calls.withLock { calls in
      calls += 1
      return calls
    }
    before(call)
    inner.fill(&arcs, ofRow: row)
  }
}

/// Rows and columns with a few traits each: like rows like the same columns, with many ties.
struct TraitSource: ArcSource {
  let columns: Int

  func fill(_ arcs: inout RowArcs, ofRow row: Int) {
    arcs.removeAll()
    for column in 0..<columns {
      var fit: Int64 = 0
      for trait in 1...3 {
        let level = Int64(mixed(column, trait) % 6)
        fit += level * Int64(mixed(row, -trait) % 4)
      }
      arcs.append(column: column, weights: [fit, Int64(mixed(row &* 100_003 &+ column, 9) % 4096)])
    }
  }

  private func mixed(_ number: Int, _ salt: Int) -> UInt64 {
    var bits = UInt64(bitPattern: Int64(number &* 31 &+ salt)) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// As many rows as are asked for beside these columns, in shortage of places.
  func problem(rows: Int, load: Int, watched: WatchedSource? = nil) throws -> OnDemandProblem {
    try OnDemandProblem(
      source: watched ?? self, tierCount: 2, rowDemand: Array(repeating: .upTo(1), count: rows),
      columnLoad: Array(repeating: .upTo(load), count: columns))
  }
}

extension OnDemandSolution {
  /// The same answer in the numbers of the whole problem.
  func solution(in whole: AssignmentProblem) -> Solution {
    Solution(
      status: solution.status,
      arcs: pairs.compactMap { whole.arcs.arc(row: $0.row, column: $0.column) }.sorted(),
      certificate: solution.certificate)
  }
}
