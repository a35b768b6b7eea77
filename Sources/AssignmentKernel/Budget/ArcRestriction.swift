/// Arcs that must be chosen, and arcs that must not.
public struct ArcRestriction: Sendable, Hashable {
  /// The arcs that must be chosen; their rows are used at most once.
  public var forced: Set<Int>
  /// The arcs that must not be chosen.
  public var forbidden: Set<Int>

  /// Creates a restriction.
  public init(forced: Set<Int> = [], forbidden: Set<Int> = []) {
    self.forced = forced
    self.forbidden = forbidden
  }

  func forcing(_ arc: Int) -> ArcRestriction {
    ArcRestriction(forced: forced.union([arc]), forbidden: forbidden)
  }

  func forbidding(_ arc: Int) -> ArcRestriction {
    ArcRestriction(forced: forced, forbidden: forbidden.union([arc]))
  }
}

extension AssignmentProblem {
  /// The problem in which rows with a forced arc have no other and must be used, and no forbidden
  /// arc exists.
  ///
  /// - Parameters:
  ///   - restriction: The arcs.
  ///   - tiers: Other weights for the arcs of this problem, or nil for its own.
  /// - Returns: The problem, and the arc of this one that each of its arcs stands for.
  /// - Throws: ``ProblemError`` where the weights do not fit.
  /// - Complexity: O(tiers · arcs).
  public func restricted(
    by restriction: ArcRestriction, tiers: [[Int64]]? = nil
  ) throws(ProblemError) -> (problem: AssignmentProblem, arcs: [Int]) {
    var open: [Int] = []
    var rowStart = [0]
    var demand = rowDemand
    for row in 0..<rowCount {
      let own = arcs.arcs(ofRow: row)
      if let arc = own.first(where: restriction.forced.contains) {
        open.append(arc)
        demand[row].lower = 1
      } else {
        open += own.filter { !restriction.forbidden.contains($0) }
      }
      rowStart.append(open.count)
    }
    let problem = try AssignmentProblem(
      arcs: ArcPattern(
        rowStart: rowStart, columns: open.map { Int32(arcs.column(ofArc: $0)) },
        columnCount: columnCount),
      tiers: (tiers ?? self.tiers).map { tier in open.map { tier[$0] } }, rowDemand: demand,
      columnLoad: columnLoad, rowForest: rowGroups, columnForest: columnGroups)
    return (problem, open)
  }

  /// The same problem with other weights.
  ///
  /// - Throws: ``ProblemError`` where the weights do not fit.
  public func weighted(_ tiers: [[Int64]]) throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: rowGroups, columnForest: columnGroups)
  }
}
