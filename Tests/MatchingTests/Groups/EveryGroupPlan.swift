import AssignmentKernel

/// Finds the best plan of a small problem with groups by going through all of them.
struct EveryGroupPlan {
  private let problem: GroupProblem
  private var choice: [Int?]
  private let visit: (_ arcs: [Int], _ value: [Int128]) -> Void

  private init(
    _ problem: GroupProblem, _ visit: @escaping (_ arcs: [Int], _ value: [Int128]) -> Void
  ) {
    self.problem = problem
    self.visit = visit
    choice = Array(repeating: nil, count: problem.assignment.rowCount)
  }

  /// The arcs of the best plan; the empty plan is one where no bound is above 0.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - isCounted: Whether a plan, by its arcs, is one of those that are asked for.
  /// - Returns: The plan, or none.
  static func best(
    of problem: GroupProblem, where isCounted: @escaping ([Int]) -> Bool = { _ in true }
  ) -> GroupSolution {
    var best: (arcs: [Int], value: [Int128])?
    visitAll(of: problem) { arcs, value in
      if let best, !best.value.lexicographicallyPrecedes(value) { return }
      if isCounted(arcs) { best = (arcs, value) }
    }
    return GroupSolution(
      status: best == nil ? .infeasible : .optimal, arcs: best?.arcs ?? [], proof: GroupProof())
  }

  /// Goes through all plans that keep every rule, with the sum of each tier.
  static func visitAll(
    of problem: GroupProblem, _ visit: @escaping (_ arcs: [Int], _ value: [Int128]) -> Void
  ) {
    var search = EveryGroupPlan(problem, visit)
    search.extend(row: 0)
  }

  private mutating func extend(row: Int) {
    guard row < choice.count else { return judge() }
    for arc in [nil] + problem.assignment.arcs.arcs(ofRow: row).map(Optional.some) {
      choice[row] = arc
      extend(row: row + 1)
    }
    choice[row] = nil
  }

  private mutating func judge() {
    let assignment = problem.assignment
    let arcs = choice.compactMap(\.self)
    var standing = [Set<Int>](repeating: [], count: assignment.columnCount)
    for arc in arcs { standing[assignment.arcs.column(ofArc: arc)].insert(row(arc)) }
    let use = standing.map(\.count)
    let rowUse = choice.map { $0 == nil ? 0 : 1 }
    for (row, use) in rowUse.enumerated() {
      guard assignment.rowDemand[row].holds(use) else { return }
    }
    for (column, load) in use.enumerated() {
      let isClosed = problem.mayClose[column] && load == 0
      guard isClosed || assignment.columnLoad[column].holds(load) else { return }
    }
    let groups = [(assignment.columnGroups, use), (assignment.rowGroups, rowUse)]
    for (forest, use) in groups {
      for (group, load) in forest.load(from: use).enumerated() {
        guard forest.bounds[group].holds(load) else { return }
      }
    }
    for rule in problem.rules {
      for column in rule.columns where use[column] > 0 {
        guard rule.bounds.holds(standing[column].intersection(rule.rows).count) else { return }
      }
    }
    for company in problem.companies {
      for column in company.columns {
        let count = standing[column].intersection(company.rows).count
        guard count == 0 || count == company.rows.count else { return }
      }
    }
    for limit in problem.openLimits {
      guard limit.bounds.holds(limit.columns.count { use[$0] > 0 }) else { return }
    }
    let value = assignment.tiers.indices.map { tier in
      arcs.reduce(Int128(0)) { $0 + Int128(assignment.tiers[tier][$1]) }
        + use.indices.reduce(Int128(0)) {
          $0 + (use[$1] > 0 ? Int128(problem.opening[tier][$1]) : 0)
        }
    }
    visit(arcs, value)
  }

  private func row(_ arc: Int) -> Int { problem.assignment.arcs.row(ofArc: arc) }
}

extension Bounds {
  fileprivate func holds(_ count: Int) -> Bool { lower <= count && count <= upper }
}
