public import MentoringModel

/// Rows of the table of decisions to be taken out and to be added.
public struct DecisionEdit: Sendable, Hashable {
  /// Decisions of the folder, as they were read.
  public var removed: [Decision]
  /// New decisions.
  public var added: [Decision]
  /// Decisions about whole forms, as they were read.
  public var removedForms: [FormDecision]
  /// New decisions about whole forms.
  public var addedForms: [FormDecision]

  /// Creates a change.
  public init(
    removed: [Decision] = [], added: [Decision] = [], removedForms: [FormDecision] = [],
    addedForms: [FormDecision] = []
  ) {
    self.removed = removed
    self.added = added
    self.removedForms = removedForms
    self.addedForms = addedForms
  }

  /// Whether nothing changes.
  public var isEmpty: Bool {
    removed.isEmpty && added.isEmpty && removedForms.isEmpty && addedForms.isEmpty
  }
}
