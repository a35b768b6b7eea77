import AssignmentKernel
import Matching

/// A verified answer to the problem of a programme, with groups that open or without.
public enum VerifiedMatching: Sendable {
  /// No form makes groups.
  case pairs(VerifiedSolution)
  /// Some form makes groups.
  case groups(VerifiedGroupSolution)

  /// Asks the solvers for the best plan of a problem.
  static func solve(
    _ problem: MatchingProblem, by choice: SolverChoice, limits: SolveLimits
  ) throws(RunFailure) -> VerifiedMatching {
    guard let groups = problem.groups else {
      return .pairs(try SolverDispatch(choice).solve(problem.assignment, limits: limits))
    }
    return .groups(
      try GroupDispatch(choice).solve(groups, limits: limits.choosingAmongEquals(in: problem)))
  }

  /// Which solver gave the answer, and why that one.
  public var solver: SolverReport {
    switch self {
    case .pairs(let verified): verified.solver
    case .groups(let verified): verified.solver
    }
  }

  /// How long the solver worked.
  public var seconds: Duration {
    switch self {
    case .pairs(let verified): verified.seconds
    case .groups(let verified): verified.seconds
    }
  }

  /// Whether the time was up before the optimum was proved in every goal.
  public var wasStopped: Bool {
    switch self {
    case .pairs(let verified): verified.wasStopped
    case .groups(let verified): verified.wasStopped
    }
  }

  /// The sum of each tier, as the verifier counts it.
  public var objective: [Int128] {
    switch self {
    case .pairs(let verified): verified.verification.objective
    case .groups(let verified): verified.verification.objective
    }
  }

  /// The plan that the answer stands for.
  func plan(by matcher: Matcher, of problem: MatchingProblem) -> Plan {
    switch self {
    case .pairs(let verified):
      matcher.plan(for: verified.solution, verification: verified.verification, of: problem)
    case .groups(let verified):
      matcher.plan(for: verified.solution, verification: verified.verification, of: problem)
    }
  }
}
