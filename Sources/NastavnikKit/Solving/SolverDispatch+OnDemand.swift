public import AssignmentKernel

/// An answer to a problem whose arcs are asked for, borne out by the verifier over all arcs.
public struct VerifiedOnDemandSolution: Sendable {
  /// The answer; its arcs are numbered in ``candidates``.
  public var verified: VerifiedSolution
  /// The arcs that were worked on.
  public var candidates: AssignmentProblem
}

extension SolverDispatch {
  /// The answer to a problem whose arcs are asked for, confirmed over all arcs.
  ///
  /// Such a problem is beyond the budget of GLPK, so `auto` asks the Hungarian. By name GLPK can be
  /// asked for as well: it works on the candidates.
  ///
  /// - Throws: ``RunFailure`` where the solver is not built in, failed, or was not confirmed.
  public func solve(
    _ problem: OnDemandProblem, limits: SolveLimits = .none
  ) throws(RunFailure) -> VerifiedOnDemandSolution {
    switch choice {
    case .hungarian: return try confirmed(hungarian, .requested, problem, limits)
    case .glpk:
      guard let glpk else { throw .solver(.notBuiltIn(solver: choice.rawValue)) }
      return try confirmed(glpk, .requested, problem, limits)
    case .auto:
      return try confirmed(hungarian, glpk == nil ? .notBuiltIn : .beyondBudget, problem, limits)
    }
  }

  private func confirmed(
    _ solver: any AssignmentSolver, _ reason: SolverReason, _ problem: OnDemandProblem,
    _ limits: SolveLimits
  ) throws(RunFailure) -> VerifiedOnDemandSolution {
    let start = ContinuousClock.now
    let answer: OnDemandSolution
    do {
      answer = try solver.solve(problem, limits: limits)
    } catch {
      throw .solver(error)
    }
    let seconds = start.duration(to: .now)
    return VerifiedOnDemandSolution(
      verified: try confirmed(
        answer.solution, by: Verifier.verify(answer, of: problem), solver, reason, seconds),
      candidates: answer.candidates)
  }
}
