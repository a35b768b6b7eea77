public import AssignmentKernel

/// A random change of a random problem: other weights, fewer arcs, more room, rows and columns gone.
///
/// The same for the same seed.
public struct RandomChange: Sendable {
  /// The problem before the change.
  public let old: AssignmentProblem
  /// The problem after it.
  public let new: AssignmentProblem
  /// Where the new rows and columns come from.
  public let change: ProblemChange

  /// Draws a change.
  public init(seed: UInt64) throws {
    var source = SplitMix64(seed: seed &* 31 &+ 7)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &source) < percent }
    let old = AssignmentProblem.random(seed: seed, maxRows: 25, maxColumns: 20, maxTiers: 3)
    let isRegrouped = chance(30)
    let rows = isRegrouped ? (0..<old.rowCount).filter { _ in chance(85) } : Array(0..<old.rowCount)
    let columns =
      isRegrouped ? (0..<old.columnCount).filter { _ in chance(85) } : Array(0..<old.columnCount)
    var tiers = old.tiers.map { _ in [Int64]() }
    var arcs: [[Int]] = []
    for row in rows {
      var kept: [Int] = []
      for (place, column) in columns.enumerated() {
        guard let arc = old.arcs.arc(row: row, column: column), !chance(5) else { continue }
        kept.append(place)
        for tier in tiers.indices {
          tiers[tier].append(
            old.tiers[tier][arc] + (chance(10) ? Int64.random(in: -3...3, using: &source) : 0))
        }
      }
      arcs.append(kept)
    }
    self.old = old
    new = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: arcs, columns: columns.count), tiers: tiers,
      rowDemand: rows.map { old.rowDemand[$0] },
      columnLoad: columns.map { column in
        let load = old.columnLoad[column]
        return chance(10) ? Bounds(lower: load.lower, upper: load.upper + 1) : load
      },
      rowGroups: isRegrouped ? [] : old.rowGroups.groups(of: old.rowCount),
      columnGroups: isRegrouped ? [] : old.columnGroups.groups(of: old.columnCount))
    change = ProblemChange(rowOrigin: rows, columnOrigin: columns)
  }
}

extension GroupForest {
  /// The groups with their members, inner ones first.
  fileprivate func groups(of memberCount: Int) -> [NodeGroup] {
    (0..<count).map { group in
      let members = (0..<memberCount).filter { member in
        var above = parentOfMember[member]
        while above >= 0, above != Int32(group) { above = parentOfGroup[Int(above)] }
        return above == Int32(group)
      }
      return NodeGroup(members, bounds[group])
    }
  }
}
