extension AssignmentSolver {
  /// An answer that the verifier bears out, with what it found.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - start: A solution to start from, or nil.
  ///   - limits: When to stop; an answer whose status is neither `optimal` nor `infeasible` comes only
  ///     where they ended first.
  /// - Returns: The solution, and what the verifier found.
  /// - Throws: ``SolverFailure``, also where the answer is not borne out.
  package func confirmed(
    _ problem: AssignmentProblem, from start: Solution? = nil, limits: SolveLimits = .none
  ) throws(SolverFailure) -> (solution: Solution, verification: Verification) {
    let solution = try solve(problem, from: start, limits: limits)
    let verification = Verifier.verify(solution, of: problem)
    guard verification.confirms(solution.status),
      [.optimal, .infeasible].contains(solution.status) || limits.isOver
    else {
      throw .breakdown(solver: name, reason: "unconfirmed")
    }
    return (solution, verification)
  }
}
