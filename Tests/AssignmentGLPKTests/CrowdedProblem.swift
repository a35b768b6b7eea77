import AssignmentKernel
import SolverConformance

extension AssignmentProblem {
  /// 200 rows that all want the same of 50 columns, in groups that have too little room.
  ///
  /// Each column is used at least `columnLower` times; the first `changedRows` rows have weights of
  /// their own.
  static func crowded(columnLower: Int = 0, changedRows: Int = 0) throws -> AssignmentProblem {
    var source = SplitMix64(seed: 5)
    var other = SplitMix64(seed: 6)
    let (rows, columns) = (200, 50)
    let quality = (0..<columns).map { _ in Int64.random(in: 0...500, using: &source) }
    let weights = (0..<rows).flatMap { row in
      quality.map { quality in
        let (drawn, anew) = (
          Int64.random(in: 0...100, using: &source), Int64.random(in: 0...100, using: &other)
        )
        return quality + (row < changedRows ? anew : drawn)
      }
    }
    return try AssignmentProblem(
      arcs: ArcPattern(rows: rows, columns: columns), tiers: [weights],
      rowDemand: Array(repeating: .upTo(1), count: rows),
      columnLoad: Array(repeating: Bounds(lower: columnLower, upper: 5), count: columns),
      columnGroups: stride(from: 0, to: columns, by: 5).map {
        NodeGroup(Array($0..<$0 + 5), .upTo(12))
      })
  }
}
