/// Answers that were found by trying one change after the other.
public struct Tried<Answer: Sendable & Hashable>: Sendable, Hashable {
  /// The answers, the best first.
  public var found: [Answer]
  /// Whether all was tried that could belong to them; else the time was up before.
  public var isComplete: Bool

  /// Creates answers.
  public init(found: [Answer] = [], isComplete: Bool = true) {
    self.found = found
    self.isComplete = isComplete
  }
}
