public import MentoringModel
public import Wording

/// How well a mentor fits a request profile, in hundredths of a percent.
///
/// The score *is* the sum of its parts; nothing is rounded on the way.
public struct Score: Sendable, Hashable {
  /// One part for each criterion that counts, in the order of `CriterionID`.
  public let parts: [ScorePart]
  /// The sum of the parts, 0…10,000.
  public let total: Int

  /// Creates a score from its parts.
  public init(_ parts: [ScorePart]) {
    self.parts = parts
    total = parts.reduce(0) { $0 + $1.earned }
  }

  /// The parts that earned anything by what the banks say, most first; equal parts stay in the
  /// order of the criteria.
  public var strongest: [ScorePart] {
    parts.filter { $0.earned > 0 && $0.isStated }.sorted { $0.earned > $1.earned }
  }
}

/// What one criterion adds to a score.
public struct ScorePart: Sendable, Hashable {
  /// The criterion.
  public let criterion: CriterionID
  /// What it can add at most, in hundredths of a percent.
  public let possible: Int
  /// What it adds here.
  public let earned: Int
  /// Why, in words.
  public let reason: Text

  /// Whether the banks say anything about it; if not, half of it is earned.
  public var isStated: Bool { reason != .notStated }

  /// Creates a part.
  public init(criterion: CriterionID, possible: Int, earned: Int, reason: Text) {
    self.criterion = criterion
    self.possible = possible
    self.earned = earned
    self.reason = reason
  }
}
