/// What a curator decided about one mentor and one mentee.
public struct Decision: Sendable, Hashable {
  /// The kinds of decision.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The pair stands.
    case pin
    /// The pair must not be.
    case forbid
    /// The proposed pair is approved: it stands, and an order may name it.
    case approve
    /// The proposed pair is turned down: it must not be.
    case reject

    /// Whether the pair stands.
    public var fixes: Bool { self == .pin || self == .approve }
  }

  /// The kind.
  public var kind: Kind
  /// The form, or nil for every form.
  public var form: FormID?
  /// The mentor.
  public var mentor: PersonID
  /// The mentee.
  public var mentee: PersonID
  /// Who decided, as the table has it; empty where nobody is named.
  public var decidedBy: String
  /// The day of the decision.
  public var decidedOn: CalendarDate?
  /// Where the row stands, for findings.
  public var source: SourceLocation

  /// Creates a decision.
  public init(
    _ kind: Kind, form: FormID? = nil, mentor: PersonID, mentee: PersonID,
    source: SourceLocation = SourceLocation()
  ) {
    self.kind = kind
    self.form = form
    self.mentor = mentor
    self.mentee = mentee
    decidedBy = ""
    self.source = source
  }

  /// Whether the decision speaks of `other`'s form.
  public func concerns(_ other: FormID) -> Bool { form.map { $0 == other } ?? true }
}
