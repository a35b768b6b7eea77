public import AssignmentKernel
public import MentoringModel
public import Wording

/// What the verifier found of a plan, with groups that open or without.
public enum PlanVerification: Sendable, Hashable {
  /// No form makes groups.
  case pairs(Verification)
  /// Some form makes groups.
  case groups(GroupVerification)

  /// The sum of each tier.
  public var objective: [Int128] {
    switch self {
    case .pairs(let verification): verification.objective
    case .groups(let verification): verification.objective
    }
  }

  /// What is proved that no plan can pass, or nil where nothing is.
  public var bound: [Int128]? {
    switch self {
    case .pairs(let verification): verification.bound
    case .groups(let verification):
      verification.provesInfeasibility ? nil : verification.bound
    }
  }

  /// The bound minus the objective, per tier.
  public var gap: [Int128]? {
    bound.map { zip($0, objective).map { $0 - $1 } }
  }

  /// What the plan breaks, in words.
  public var violations: [Text] {
    switch self {
    case .pairs(let verification): verification.violations.map(\.text)
    case .groups(let verification): verification.violations.map(\.text)
    }
  }

  /// Whether the plan is proved to be the best in every goal; where groups are made, the choice among
  /// equals may not be.
  ///
  /// - Parameter tiers: The goals of the problem, in their order.
  /// - Returns: Whether no plan is better in any of them.
  public func provesGoals(_ tiers: [ObjectiveTier]) -> Bool {
    switch self {
    case .pairs(let verification): verification.provesOptimality
    case .groups(let verification):
      verification.isFeasible
        && zip(tiers, verification.gap).allSatisfy { $0 == .tieBreak || $1 == 0 }
    }
  }
}
