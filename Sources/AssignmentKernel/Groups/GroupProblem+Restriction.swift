extension GroupProblem {
  /// The problem without some arcs, in which some rows must be used.
  ///
  /// - Parameters:
  ///   - restriction: The arcs that must be chosen and those that must not.
  ///   - rows: Rows that are used at least once.
  ///   - more: Limits on open columns beside those of the problem.
  ///   - tiers: Other weights for the arcs of this problem, or nil for its own.
  ///   - opening: With them, what an open column adds in each tier.
  /// - Returns: The problem, and the arc of this one that each of its arcs stands for.
  /// - Throws: ``ProblemError`` where a limit does not fit.
  /// - Complexity: O(tiers · arcs + members of rules, companies and limits).
  public func restricted(
    by restriction: ArcRestriction = ArcRestriction(), using rows: Set<Int> = [],
    openLimits more: [OpenLimit] = [], tiers: [[Int64]]? = nil, opening: [[Int64]]? = nil
  ) throws(ProblemError) -> (problem: GroupProblem, arcs: [Int]) {
    let (part, arcs) = try assignment.restricted(by: restriction, tiers: tiers)
    var demand = part.rowDemand
    for row in rows { demand[row].lower = max(1, demand[row].lower) }
    let used = try AssignmentProblem(
      arcs: part.arcs, tiers: part.tiers, rowDemand: demand, columnLoad: part.columnLoad,
      rowForest: part.rowGroups, columnForest: part.columnGroups)
    let problem = try GroupProblem(
      used, mayClose: mayClose, opening: opening ?? self.opening, rules: rules,
      companies: companies,
      openLimits: openLimits + more)
    return (problem, arcs)
  }
}
