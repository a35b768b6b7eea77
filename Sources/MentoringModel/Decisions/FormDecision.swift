/// What a curator decided about all that is proposed in a form.
///
/// It names no pairs: it holds for those of every run until its row is taken away.
public struct FormDecision: Sendable, Hashable {
  /// The kinds of decision.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whatever the form proposes is approved: an order may name it.
    case approve
    /// Nothing is to be proposed in the form.
    case reject
  }

  /// The kind.
  public var kind: Kind
  /// The form.
  public var form: FormID
  /// Who decided, as the table has it; empty where nobody is named.
  public var decidedBy: String
  /// The day of the decision.
  public var decidedOn: CalendarDate?
  /// Where the row stands, for findings.
  public var source: SourceLocation

  /// Creates a decision.
  public init(_ kind: Kind, form: FormID, source: SourceLocation = SourceLocation()) {
    self.kind = kind
    self.form = form
    decidedBy = ""
    self.source = source
  }
}
