/// What a curator decided about one mentor and one mentee.
public struct Decision: Sendable, Hashable {
  /// The kinds of decision.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The pair stands.
    case pin
    /// The pair must not be.
    case forbid
  }

  /// The kind.
  public var kind: Kind
  /// The form, or nil for every form.
  public var form: FormID?
  /// The mentor.
  public var mentor: PersonID
  /// The mentee.
  public var mentee: PersonID
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
    self.source = source
  }

  /// Whether the decision speaks of `other`'s form.
  public func concerns(_ other: FormID) -> Bool { form.map { $0 == other } ?? true }
}
