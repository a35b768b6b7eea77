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

  /// An answer that the verifier bears out, with what it found.
  ///
  /// A solver that has its answers verified itself tells what was found, so that a proof that takes long
  /// to check is checked once.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - start: The arcs of a plan to improve on, feasible or not; or nil.
  ///   - limits: How long the solver may work.
  /// - Returns: The answer with what the verifier found.
  /// - Throws: ``SolverFailure``, also where the answer is not borne out.
  func confirmed(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> (solution: GroupSolution, verification: GroupVerification)
}

extension GroupSolver {
  /// The bytes that a solver takes at most beside a problem: the arcs in the order of the columns,
  /// what a bound is worked out on, and a tree of questions that is limited.
  package func memoryNeeded(for problem: GroupProblem) -> Int {
    let arcs = problem.assignment.arcs.count
    return arcs * (160 + 8 * problem.assignment.tiers.count)
      + min(arcs * 1024, 8 * SearchTree.sizeLimit) + problem.assignment.nodeCount * 512
  }

  /// The best plan found within the limits, from nothing.
  public func solve(
    _ problem: GroupProblem, limits: SolveLimits = .none
  ) throws(SolverFailure) -> GroupSolution {
    try solve(problem, from: nil, limits: limits)
  }

  /// The answer of a solve, verified.
  public func confirmed(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> (solution: GroupSolution, verification: GroupVerification) {
    let solution = try solve(problem, from: start, limits: limits)
    let verification = GroupVerifier.verify(solution, of: problem)
    guard verification.confirms(solution.status) else {
      throw .breakdown(solver: name, reason: "unconfirmed")
    }
    return (solution, verification)
  }
}
