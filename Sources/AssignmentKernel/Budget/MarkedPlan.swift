/// A plan with a number of marked arcs: the old pairs that it keeps.
public struct MarkedPlan: Sendable, Hashable {
  /// The chosen arcs, ascending.
  public var arcs: [Int]
  /// How many of them are marked, or the sum of their marks.
  public var marked: Int
  /// The sum in each tier.
  public var objective: [Int128]
  /// Whether no plan with as many marked arcs or more is better.
  public var isProved: Bool
}

/// The best plan for each number of marked arcs that makes a difference.
public struct MarkedCurve: Sendable, Hashable {
  /// The plans, the one with the most marked arcs first: each is better than the one before.
  public var plans: [MarkedPlan]
  /// Whether all are there; else the time was up, and plans with more marked arcs are missing.
  public var isComplete: Bool
}

extension AssignmentSolver {
  /// The best plan with at least `count` marked arcs; nil where no plan has so many.
  ///
  /// ```swift
  /// let old = solution.arcs.filter(stillExists)
  /// let plan = try solver.solve(problem, marking: Set(old), atLeast: old.count - 3)
  /// ```
  ///
  /// The count is one constraint beside a network, so it is put into the weights with a
  /// multiplier; where plans on both sides of the count are equally good with it, plans between
  /// are searched by branching on the marked arcs in which they differ. The multiplier's bound
  /// proves the result. A. M. Geoffrion, Lagrangean relaxation for integer programming,
  /// doi:10.1007/BFb0120690.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - marked: The marked arcs.
  ///   - count: How many of them at least.
  ///   - nodes: The most branches to search; beyond them the best plan found is not proved.
  ///   - limits: When to stop; the best plan found by then is not proved.
  /// - Returns: The plan, or nil where there is none.
  /// - Throws: ``SolverFailure`` where the tiers do not fit into one number, or the solver failed;
  ///   ``SolverFailure/outOfTime(solver:)`` where no plan was found in time.
  /// - Complexity: a solve for each multiplier that is tried, usually few, and for each branch.
  public func solve(
    _ problem: AssignmentProblem, marking marked: Set<Int>, atLeast count: Int,
    branches nodes: Int = 400, limits: SolveLimits = .none
  ) throws(SolverFailure) -> MarkedPlan? {
    try solve(
      problem, counting: problem.marks(marked), atLeast: count, branches: nodes, limits: limits)
  }

  /// The best plan in which the marks of the chosen arcs, negative ones among them, sum to at least
  /// `count`; nil where no plan comes so far.
  ///
  /// ```swift
  /// // At most three arcs of a kind.
  /// let plan = try solver.solve(problem, counting: kind.map { $0 ? -1 : 0 }, atLeast: -3)
  /// ```
  ///
  /// - Parameters:
  ///   - problem: The problem; a row with a marked arc is used at most once.
  ///   - marks: A mark for each arc.
  ///   - count: What they sum to at least.
  ///   - nodes: The most branches to search; beyond them the best plan found is not proved.
  ///   - limits: When to stop.
  /// - Returns: The plan, or nil where there is none.
  /// - Throws: ``SolverFailure`` as for ``solve(_:marking:atLeast:branches:limits:)``.
  /// - Complexity: as for it.
  public func solve(
    _ problem: AssignmentProblem, counting marks: [Int], atLeast count: Int,
    branches nodes: Int = 400, limits: SolveLimits = .none
  ) throws(SolverFailure) -> MarkedPlan? {
    try MarkedSearch(
      PairSolving(assignment: problem, solver: self, limits: limits), marks, nodes: nodes,
      progress: {}
    ).plan(atLeast: count)
  }

  /// The best plan for each number of marked arcs that makes a difference, most marked arcs first:
  /// each is better than the one before.
  ///
  /// - Throws: ``SolverFailure`` as for ``solve(_:marking:atLeast:branches:limits:)``.
  /// - Complexity: one such solve for each plan told.
  public func curve(
    _ problem: AssignmentProblem, marking marked: Set<Int>, branches nodes: Int = 400,
    limits: SolveLimits = .none
  ) throws(SolverFailure) -> MarkedCurve {
    try MarkedSearch(
      PairSolving(assignment: problem, solver: self, limits: limits), problem.marks(marked),
      nodes: nodes, progress: {}
    ).curve()
  }
}

extension GroupSolver {
  /// The best plan with at least `count` marked arcs, where columns open or stay closed; nil where no
  /// plan has so many.
  ///
  /// The same search as for pairs (``AssignmentSolver/solve(_:marking:atLeast:branches:limits:)``), by
  /// solves that may end unproved; the plan is then not proved either.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - marked: The marked arcs.
  ///   - count: How many of them at least.
  ///   - start: The arcs of a plan from which each solve starts.
  ///   - nodes: The most branches to search.
  ///   - limits: When to stop.
  ///   - progress: Is told of each solve before it begins.
  /// - Returns: The plan, or nil where there is none.
  /// - Throws: ``SolverFailure``, ``SolverFailure/outOfTime(solver:)`` where a solve found no plan in
  ///   its time, or did not prove that there is none.
  /// - Complexity: as for pairs, a search for groups each.
  public func solve(
    _ problem: GroupProblem, marking marked: Set<Int>, atLeast count: Int,
    from start: Set<Int> = [], branches nodes: Int = 100, limits: SolveLimits = .none,
    progress: @escaping @Sendable () -> Void = {}
  ) throws(SolverFailure) -> MarkedPlan? {
    try solve(
      problem, counting: problem.assignment.marks(marked), atLeast: count, from: start,
      branches: nodes, limits: limits, progress: progress)
  }

  /// The best plan in which the marks of the chosen arcs sum to at least `count`, as for pairs; nil
  /// where no plan comes so far.
  ///
  /// - Throws: ``SolverFailure`` as for
  ///   ``solve(_:marking:atLeast:from:branches:limits:progress:)``.
  /// - Complexity: as for it.
  public func solve(
    _ problem: GroupProblem, counting marks: [Int], atLeast count: Int,
    from start: Set<Int> = [], branches nodes: Int = 100, limits: SolveLimits = .none,
    progress: @escaping @Sendable () -> Void = {}
  ) throws(SolverFailure) -> MarkedPlan? {
    try MarkedSearch(
      GroupSolving(problem: problem, solver: self, start: start, limits: limits), marks,
      nodes: nodes, progress: progress
    ).plan(atLeast: count)
  }

  /// The best plan for each number of marked arcs that makes a difference, as for pairs.
  ///
  /// - Throws: ``SolverFailure`` as for
  ///   ``solve(_:marking:atLeast:from:branches:limits:progress:)``.
  /// - Complexity: one such search for each plan told.
  public func curve(
    _ problem: GroupProblem, marking marked: Set<Int>, from start: Set<Int> = [],
    branches nodes: Int = 100, limits: SolveLimits = .none,
    progress: @escaping @Sendable () -> Void = {}
  ) throws(SolverFailure) -> MarkedCurve {
    try MarkedSearch(
      GroupSolving(problem: problem, solver: self, start: start, limits: limits),
      problem.assignment.marks(marked), nodes: nodes, progress: progress
    ).curve()
  }
}

extension MarkedSearch {
  /// The best plan for each number of marks that makes a difference, most marks first.
  func curve() throws(SolverFailure) -> MarkedCurve {
    var plans: [MarkedPlan] = []
    do {
      while let next = try plan(atLeast: plans.last.map { $0.marked + 1 } ?? 0) {
        plans.append(next)
      }
    } catch .outOfTime {
      return MarkedCurve(plans: plans.reversed(), isComplete: false)
    }
    return MarkedCurve(plans: plans.reversed(), isComplete: true)
  }
}

extension AssignmentProblem {
  /// A mark of 1 on each of the arcs.
  fileprivate func marks(_ arcs: Set<Int>) -> [Int] {
    var marks = [Int](repeating: 0, count: self.arcs.count)
    for arc in arcs { marks[arc] = 1 }
    return marks
  }
}
