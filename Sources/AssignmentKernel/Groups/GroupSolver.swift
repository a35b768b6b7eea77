/// Something that solves a ``GroupProblem``.
///
/// A solver is accepted when the conformance suite for groups passes.
public protocol GroupSolver: Sendable {
  /// The name by which users choose the solver.
  var name: String { get }

  /// The best plan found within the limits, with a bound that is proved.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - start: The arcs of a plan to improve on, feasible or not; or nil.
  ///   - limits: How long the solver may work, and who is told how far it has come.
  /// - Returns: The plan with its status and proof.
  /// - Throws: ``SolverFailure`` where the solver can't take the problem or failed on it. That the
  ///   problem is infeasible, or the time was up, is a status and not an error.
  func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution
}

extension GroupSolver {
  /// The best plan found within the limits, from nothing.
  public func solve(
    _ problem: GroupProblem, limits: SolveLimits = .none
  ) throws(SolverFailure) -> GroupSolution {
    try solve(problem, from: nil, limits: limits)
  }
}
