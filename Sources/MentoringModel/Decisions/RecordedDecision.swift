/// A decision that a registry keeps: what was decided, by whom and when, and whether it was undone.
public struct RecordedDecision: Sendable, Hashable {
  /// The kinds of decision.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The pair stands, whether it was proposed or not.
    case pin
    /// The pair must not be.
    case ban
    /// A proposed pair or group stands.
    case approve
    /// A proposed pair or group must not be.
    case reject
    /// A person takes part in nothing any more.
    case withdraw

    /// The same as a kind of the table of decisions, or nil where it speaks of no pair.
    public var effect: Decision.Kind? {
      switch self {
      case .pin: .pin
      case .ban: .forbid
      case .approve: .approve
      case .reject: .reject
      case .withdraw: nil
      }
    }
  }

  /// Who did something, and when.
  public struct Act: Sendable, Hashable {
    /// Who.
    public var by: String
    /// When, in UTC: `2026-09-01T08:30:00Z`.
    public var at: String

    /// Creates an act.
    public init(by: String, at: String) {
      self.by = by
      self.at = at
    }
  }

  /// The number in the registry; later decisions have greater ones.
  public var id: Int
  /// The kind.
  public var kind: Kind
  /// The form, or nil for every form.
  public var form: FormID?
  /// The mentor, or nil where the decision speaks of no pair.
  public var mentor: PersonID?
  /// The mentees of the pair or group, or the person who withdraws.
  public var people: [PersonID]
  /// Who decided, and when.
  public var made: Act
  /// Who took the decision back, and when.
  public var undone: Act?

  /// Creates a decision.
  public init(
    id: Int, _ kind: Kind, form: FormID? = nil, mentor: PersonID? = nil, people: [PersonID],
    made: Act, undone: Act? = nil
  ) {
    self.id = id
    self.kind = kind
    self.form = form
    self.mentor = mentor
    self.people = people
    self.made = made
    self.undone = undone
  }

  /// The decision on one of its pairs as the table of decisions would have it, or nil where it
  /// speaks of no pair.
  ///
  /// - Parameters:
  ///   - person: The mentee of the pair.
  ///   - form: The form, or nil for every form.
  /// - Returns: The decision, with who made it and on which day.
  public func row(on person: PersonID, in form: FormID?) -> Decision? {
    guard let effect = kind.effect, let mentor else { return nil }
    var row = Decision(
      effect, form: form, mentor: mentor, mentee: person,
      source: SourceLocation(file: DecisionLedger.sourceFile, row: id))
    row.decidedBy = made.by
    row.decidedOn = CalendarDate(made.at.prefix(10))
    return row
  }

  /// Whether the decision speaks of `other`'s form.
  public func concerns(_ other: FormID) -> Bool { form.map { $0 == other } ?? true }
}
