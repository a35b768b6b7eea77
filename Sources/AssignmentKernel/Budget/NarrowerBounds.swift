extension AssignmentProblem {
  /// The same problem with other groups of columns.
  ///
  /// - Precondition: the groups are about as many columns.
  /// - Throws: ``ProblemError`` where it grows too large.
  public func bounded(columnGroups: GroupForest) throws(ProblemError) -> AssignmentProblem {
    precondition(columnGroups.parentOfMember.count == columnCount, "the columns are others")
    return try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad, rowForest: rowGroups,
      columnForest: columnGroups)
  }

  /// The same problem whose plans choose at least so many arcs: a group around all rows.
  ///
  /// - Precondition: `count` is within 0 and the sum of what the rows ask for at most.
  /// - Throws: ``ProblemError`` where it grows too large.
  public func choosing(atLeast count: Int) throws(ProblemError) -> AssignmentProblem {
    let most = rowDemand.reduce(0) { $0 + $1.upper }
    precondition((0...most).contains(count), "no plan chooses \(count) arcs of \(most)")
    let top = Int32(rowGroups.count)
    return try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: GroupForest(
        bounds: rowGroups.bounds + [Bounds(lower: count, upper: most)],
        parentOfMember: rowGroups.parentOfMember.map { $0 < 0 ? top : $0 },
        parentOfGroup: rowGroups.parentOfGroup.map { $0 < 0 ? top : $0 } + [-1]),
      columnForest: columnGroups)
  }
}
