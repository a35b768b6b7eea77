public import AssignmentKernel

/// An answer that the verifier has borne out, with the solver that gave it.
public struct VerifiedSolution: Sendable {
  /// The answer.
  public var solution: Solution
  /// What the verifier found.
  public var verification: Verification
  /// Which solver gave it, and why that one.
  public var solver: SolverReport
  /// How long it worked.
  public var seconds: Duration

  /// Whether the time was up before the optimum was proved.
  public var wasStopped: Bool { [.feasible, .unknown].contains(solution.status) }
}

/// Chooses a solver, asks it, and lets nothing pass that the verifier does not confirm.
///
/// `auto` asks GLPK for problems of at most ``nodeBudget`` rows, columns and groups and
/// ``weightBudget`` weights over all tiers. It grants GLPK ``glpkShare``, or half of the time that
/// is left where that is less, and asks the Hungarian where GLPK fails, does not finish or is not
/// confirmed.
public struct SolverDispatch: Sendable {
  /// The rows, columns and groups up to which `auto` asks GLPK.
  public static let nodeBudget = 5000
  /// The weights over all tiers up to which `auto` asks GLPK.
  public static let weightBudget = 4_000_000
  /// The time that `auto` grants GLPK.
  public static let glpkShare: Duration = .seconds(20)

  let choice: SolverChoice
  let glpk: (any AssignmentSolver)?
  let hungarian: any AssignmentSolver

  /// Creates a dispatch over the solvers that are built in.
  public init(_ choice: SolverChoice) {
    self.init(choice, glpk: BuiltInSolvers.glpk, hungarian: BuiltInSolvers.hungarian)
  }

  init(
    _ choice: SolverChoice, glpk: (any AssignmentSolver)?, hungarian: any AssignmentSolver
  ) {
    self.choice = choice
    self.glpk = glpk
    self.hungarian = hungarian
  }

  /// The confirmed answer; the answer to a like problem, where it is given, is what work starts from.
  ///
  /// - Throws: ``RunFailure`` where the solver is not built in, failed, or was not confirmed.
  public func solve(
    _ problem: AssignmentProblem, from start: Solution? = nil, limits: SolveLimits = .none
  ) throws(RunFailure) -> VerifiedSolution {
    switch choice {
    case .hungarian: return try confirmed(hungarian, .requested, problem, start, limits)
    case .glpk:
      guard let glpk else { throw .solver(.notBuiltIn(solver: choice.rawValue)) }
      return try confirmed(glpk, .requested, problem, start, limits)
    case .auto: return try solveAutomatically(problem, start, limits)
    }
  }

  private func solveAutomatically(
    _ problem: AssignmentProblem, _ start: Solution?, _ limits: SolveLimits
  ) throws(RunFailure) -> VerifiedSolution {
    guard let glpk else { return try confirmed(hungarian, .notBuiltIn, problem, start, limits) }
    guard Self.isWithinBudget(problem) else {
      return try confirmed(hungarian, .beyondBudget, problem, start, limits)
    }
    let reason: SolverReason
    do {
      let answer = try confirmed(
        glpk, .withinBudget, problem, start, limits.share(atMost: Self.glpkShare))
      switch answer.solution.status {
      case .optimal, .infeasible: return answer
      case .feasible, .unknown: reason = .outOfTime
      }
    } catch .solver(let failure) {
      reason = .failed(failure)
    } catch {
      reason = .unconfirmed
    }
    return try confirmed(hungarian, reason, problem, start, limits)
  }

  private func confirmed(
    _ solver: any AssignmentSolver, _ reason: SolverReason, _ problem: AssignmentProblem,
    _ start: Solution?, _ limits: SolveLimits
  ) throws(RunFailure) -> VerifiedSolution {
    let clock = ContinuousClock.now
    let solution: Solution
    do {
      solution = try solver.solve(problem, from: start, limits: limits)
    } catch {
      throw .solver(error)
    }
    let seconds = clock.duration(to: .now)
    return try confirmed(
      solution, by: Verifier.verify(solution, of: problem), solver, reason, seconds)
  }

  /// The answer, if the verifier bears it out.
  func confirmed(
    _ solution: Solution, by verification: Verification, _ solver: any AssignmentSolver,
    _ reason: SolverReason, _ seconds: Duration
  ) throws(RunFailure) -> VerifiedSolution {
    guard verification.confirms(solution.status) else {
      throw .unconfirmed(
        solver: solver.name, status: solution.status,
        violation: verification.violations.first?.text)
    }
    return VerifiedSolution(
      solution: solution, verification: verification,
      solver: SolverReport(requested: choice, used: solver.name, reason: reason),
      seconds: seconds)
  }

  private static func isWithinBudget(_ problem: AssignmentProblem) -> Bool {
    problem.nodeCount <= nodeBudget
      && problem.arcs.count * problem.tiers.count <= weightBudget
  }
}
