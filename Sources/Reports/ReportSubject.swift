public import Matching
public import MentoringModel
public import Wording

/// What a report tells of: a plan, with the programme and the banks that give its ids their names.
public struct ReportSubject: Sendable {
  /// The plan.
  public let plan: Plan
  /// What its ids are called.
  public let names: ReportNames
  /// The programme.
  public var programme: Programme { names.programme }

  /// Creates a subject; a person who stands in both banks goes by the name in the bank of mentors.
  public init(plan: Plan, programme: Programme, bank: Bank) {
    self.plan = plan
    names = ReportNames(programme: programme, bank: bank)
  }

  /// The name of a person, or the id where the banks have no name.
  public func name(of person: PersonID) -> String { names.name(of: person) }

  /// The name of an organization, or its id where the registry has no name.
  public func name(of organization: OrganizationID) -> String { names.name(of: organization) }

  /// The title of a form.
  public func title(of form: FormID) -> Text { names.title(of: form) }
}
