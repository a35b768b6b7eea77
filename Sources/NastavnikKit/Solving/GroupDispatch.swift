public import AssignmentKernel

extension BuiltInSolvers {
  /// GLPK for groups, or nil where the program was built without it.
  public static var groupGLPK: (any GroupSolver)? { nil }

  /// The search in pure Swift.
  public static var groupHungarian: any GroupSolver { GroupSearch() }
}

/// An answer on groups that the verifier has borne out, with the solver that gave it.
public struct VerifiedGroupSolution: Sendable {
  /// The answer.
  public var solution: GroupSolution
  /// What the verifier found.
  public var verification: GroupVerification
  /// Which solver gave it, and why that one.
  public var solver: SolverReport
  /// How long it worked.
  public var seconds: Duration

  /// Whether the solver stopped before the optimum was proved.
  public var wasStopped: Bool { [.feasible, .unknown].contains(solution.status) }
}

/// Chooses a solver for groups, asks it, and lets nothing pass that the verifier does not confirm.
///
/// `auto` asks the search in pure Swift, and says whether GLPK is built in at all.
public struct GroupDispatch: Sendable {
  private let choice: SolverChoice
  private let glpk: (any GroupSolver)?
  private let hungarian: any GroupSolver

  /// Creates a dispatch over the solvers that are built in.
  public init(_ choice: SolverChoice) {
    self.init(choice, glpk: BuiltInSolvers.groupGLPK, hungarian: BuiltInSolvers.groupHungarian)
  }

  init(_ choice: SolverChoice, glpk: (any GroupSolver)?, hungarian: any GroupSolver) {
    self.choice = choice
    self.glpk = glpk
    self.hungarian = hungarian
  }

  /// The confirmed answer.
  ///
  /// - Throws: ``RunFailure`` where the solver is not built in, failed, or was not confirmed.
  public func solve(
    _ problem: GroupProblem, from start: [Int]? = nil, limits: SolveLimits = .none
  ) throws(RunFailure) -> VerifiedGroupSolution {
    switch choice {
    case .hungarian: return try confirmed(hungarian, .requested, problem, start, limits)
    case .glpk:
      guard let glpk else { throw .solver(.notBuiltIn(solver: choice.rawValue)) }
      return try confirmed(glpk, .requested, problem, start, limits)
    case .auto:
      return try confirmed(
        hungarian, glpk == nil ? .notBuiltIn : .withinBudget, problem, start, limits)
    }
  }

  private func confirmed(
    _ solver: any GroupSolver, _ reason: SolverReason, _ problem: GroupProblem, _ start: [Int]?,
    _ limits: SolveLimits
  ) throws(RunFailure) -> VerifiedGroupSolution {
    let clock = ContinuousClock.now
    let solution: GroupSolution
    do {
      solution = try solver.solve(problem, from: start, limits: limits)
    } catch {
      throw .solver(error)
    }
    let seconds = clock.duration(to: .now)
    let verification = GroupVerifier.verify(solution, of: problem)
    guard verification.confirms(solution.status) else {
      throw .unconfirmed(
        solver: solver.name, status: solution.status,
        violation: verification.violations.first?.text)
    }
    return VerifiedGroupSolution(
      solution: solution, verification: verification,
      solver: SolverReport(requested: choice, used: solver.name, reason: reason),
      seconds: seconds)
  }
}
