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

  /// The same problem whose plans choose at least so many arcs of some rows: a group around them.
  ///
  /// - Parameters:
  ///   - count: How many arcs at least.
  ///   - rows: The rows, or nil for all; no group of rows stands across their border.
  /// - Returns: The problem with the group.
  /// - Precondition: `count` is within 0 and the sum of what the rows ask for at most.
  /// - Throws: ``ProblemError`` where it grows too large.
  public func choosing(
    atLeast count: Int, ofRows rows: Range<Int>? = nil
  ) throws(ProblemError) -> AssignmentProblem {
    let rows = rows ?? 0..<rowCount
    let most = rowDemand[rows].reduce(0) { $0 + $1.upper }
    precondition((0...most).contains(count), "no plan chooses \(count) arcs of \(most)")
    let top = Int32(rowGroups.count)
    let inside = Set(
      rows.compactMap { rowGroups.parentOfMember[$0] < 0 ? nil : rowGroups.outermost(ofMember: $0) }
    )
    return try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: GroupForest(
        bounds: rowGroups.bounds + [Bounds(lower: count, upper: most)],
        parentOfMember: rowGroups.parentOfMember.enumerated().map { row, group in
          group < 0 && rows.contains(row) ? top : group
        },
        parentOfGroup: rowGroups.parentOfGroup.enumerated().map { group, outer in
          outer < 0 && inside.contains(group) ? top : outer
        } + [-1]),
      columnForest: columnGroups)
  }
}

extension GroupForest {
  /// The group around a member in which no other group stands around it.
  fileprivate func outermost(ofMember member: Int) -> Int {
    var group = Int(parentOfMember[member])
    while parentOfGroup[group] >= 0 { group = Int(parentOfGroup[group]) }
    return group
  }
}

extension GroupProblem {
  /// The same problem with other bounds of its network.
  ///
  /// - Precondition: rows, columns, arcs and tiers are as many.
  /// - Throws: ``ProblemError`` where the parts do not fit together.
  public func bounded(as network: AssignmentProblem) throws(ProblemError) -> GroupProblem {
    try GroupProblem(
      network, mayClose: mayClose, opening: opening, rules: rules, companies: companies,
      openLimits: openLimits)
  }
}
