public import AssignmentKernel
import MentoringModel

extension SolveLimits {
  /// The longest that is spent on the choice among plans that are as good in every goal.
  static let patienceWithEquals: Duration = .seconds(10)

  /// The same limits, with a time of its own for the choice among equals: where groups are made,
  /// proving it can take longer than proving all goals, and brings nobody anything.
  public func choosingAmongEquals(in problem: MatchingProblem) -> SolveLimits {
    var limits = self
    limits.lastTier = problem.tiers.last == .tieBreak ? Self.patienceWithEquals : nil
    return limits
  }
}
