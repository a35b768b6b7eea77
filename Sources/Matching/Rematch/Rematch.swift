import AssignmentKernel
public import MentoringModel

/// A pair, a group formed beforehand or a member of a group that opened, of a plan made before.
public struct OldPair: Sendable, Hashable {
  /// Whom it matches.
  public var profile: ProfileKey
  /// The mentor.
  public var mentor: PersonID
  /// What the group that opened is about; nil for a pair.
  public var topic: CompetencyID?
  /// Whether a curator approved it.
  public var isPinned: Bool

  /// Creates a pair.
  public init(
    _ profile: ProfileKey, mentor: PersonID, topic: CompetencyID? = nil, isPinned: Bool = false
  ) {
    self.profile = profile
    self.mentor = mentor
    self.topic = topic
    self.isPinned = isPinned
  }
}

/// How far a plan may differ from the one before.
public enum ChangeLimit: Sendable, Hashable {
  /// Only so many old pairs that could stay are given up.
  case most(Int)
  /// Each old pair that could stay is worth so much more fit, in hundredths of a percent.
  case price(Int)
}

/// A plan that stays near the one before.
public struct Rematch: Sendable, Hashable {
  /// The plan: the best of those that keep the same old pairs, by its certificate.
  public var plan: Plan
  /// Who has another mentor than before, finds one or loses one.
  public var moves: [PlanMove]
  /// Old pairs that could stay and are given up.
  public var given: Int
  /// Old pairs that can't stay: somebody left, or a rule forbids them now.
  public var impossible: [OldPair]
  /// Whether no plan within the limit is better.
  public var isProved: Bool
}

/// What each number of changes buys.
public struct ChangeCurve: Sendable, Hashable {
  /// The numbers of changes, the fewest first.
  public var points: [ChangePoint]
  /// Whether all are there; else the time was up, and points with fewer changes are missing.
  public var isComplete: Bool
}

/// What a number of changes buys.
public struct ChangePoint: Sendable, Hashable {
  /// Old pairs that could stay and are given up.
  public var given: Int
  /// The sum in each goal but the choice among equals, in the order of the programme.
  public var goals: [GoalChange]
  /// Whether no plan with so many changes is better.
  public var isProved: Bool
}
