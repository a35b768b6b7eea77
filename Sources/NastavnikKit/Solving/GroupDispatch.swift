public import AssignmentKernel

#if GLPK
  import AssignmentGLPK
#endif

extension BuiltInSolvers {
  /// GLPK for groups, or nil where the program was built without it.
  public static var groupGLPK: (any GroupSolver)? {
    #if GLPK
      GLPKGroupSolver()
    #else
      nil
    #endif
  }

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
  /// Whether the last tier only chooses among plans that are as good in all others.
  var choosesLast = false

  /// Whether the solver stopped before the optimum was proved in all tiers that count.
  public var wasStopped: Bool {
    switch solution.status {
    case .optimal, .infeasible: false
    case .feasible: !choosesLast || verification.gap.dropLast().contains { $0 != 0 }
    case .unknown: true
    }
  }

  /// Whether the plan is better, or as good and known to be nearer to the best.
  func isBetter(than other: VerifiedGroupSolution) -> Bool {
    guard solution.status == .feasible, other.solution.status == .feasible else {
      return solution.status == .feasible
    }
    let (ours, theirs) = (verification, other.verification)
    if ours.objective != theirs.objective {
      return theirs.objective.lexicographicallyPrecedes(ours.objective)
    }
    return ours.bound.lexicographicallyPrecedes(theirs.bound)
  }
}

/// Chooses a solver for groups, asks it, and lets nothing pass that the verifier does not confirm.
///
/// `auto` asks GLPK for problems of at most ``arcBudget`` arcs. It grants GLPK ``glpkShare``, or half
/// of the time that is left where that is less, and hands what GLPK has found on to the search in
/// pure Swift where GLPK fails, does not finish or is not confirmed. The better of the two answers
/// counts.
///
/// A search for groups may take longer than anyone waits: without a limit it ends after
/// ``defaultTimeLimit`` with the best plan found and its gap. Where the limits give the last tier a
/// time of its own, the answer is whole as soon as the tiers before it are proved.
public struct GroupDispatch: Sendable {
  /// The arcs up to which `auto` asks GLPK.
  public static let arcBudget = 60_000
  /// The time that `auto` grants GLPK.
  public static let glpkShare: Duration = .seconds(60)
  /// When a search ends that is given no limit.
  public static let defaultTimeLimit: Duration = .seconds(60)

  private let choice: SolverChoice
  private let defaultTimeLimit: Duration
  private let glpk: (any GroupSolver)?
  private let hungarian: any GroupSolver

  /// Creates a dispatch over the solvers that are built in.
  public init(_ choice: SolverChoice) {
    self.init(choice, glpk: BuiltInSolvers.groupGLPK, hungarian: BuiltInSolvers.groupHungarian)
  }

  init(
    _ choice: SolverChoice, glpk: (any GroupSolver)?, hungarian: any GroupSolver,
    defaultTimeLimit: Duration = Self.defaultTimeLimit
  ) {
    self.choice = choice
    self.defaultTimeLimit = defaultTimeLimit
    self.glpk = glpk
    self.hungarian = hungarian
  }

  /// The confirmed answer.
  ///
  /// - Throws: ``RunFailure`` where the solver is not built in, failed, or was not confirmed.
  public func solve(
    _ problem: GroupProblem, from start: [Int]? = nil, limits: SolveLimits = .none
  ) throws(RunFailure) -> VerifiedGroupSolution {
    let limits = limits.ending(unlessLimited: defaultTimeLimit)
    switch choice {
    case .hungarian: return try confirmed(hungarian, .requested, problem, start, limits)
    case .glpk:
      guard let glpk else { throw .solver(.notBuiltIn(solver: choice.rawValue)) }
      return try confirmed(glpk, .requested, problem, start, limits)
    case .auto: return try solveAutomatically(problem, start, limits)
    }
  }

  private func solveAutomatically(
    _ problem: GroupProblem, _ start: [Int]?, _ limits: SolveLimits
  ) throws(RunFailure) -> VerifiedGroupSolution {
    guard let glpk else { return try confirmed(hungarian, .notBuiltIn, problem, start, limits) }
    guard problem.assignment.arcs.count <= Self.arcBudget else {
      return try confirmed(hungarian, .beyondBudget, problem, start, limits)
    }
    let reason: SolverReason
    var first: VerifiedGroupSolution?
    do {
      let answer = try confirmed(
        glpk, .withinBudget, problem, start, limits.share(atMost: Self.glpkShare))
      if !answer.wasStopped { return answer }
      reason = .outOfTime
      first = answer
    } catch .solver(let failure) {
      reason = .failed(failure)
    } catch {
      reason = .unconfirmed
    }
    let plan = first?.solution.status == .feasible ? first?.solution.arcs : nil
    let second = try confirmed(hungarian, reason, problem, plan ?? start, limits)
    guard let first, second.wasStopped, first.isBetter(than: second) else { return second }
    return first
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
      seconds: seconds, choosesLast: limits.lastTier != nil)
  }
}
