public import Matching
public import MentoringModel
public import Wording

/// What a report tells of: a plan, with the programme and the banks that give its ids their names.
public struct ReportSubject: Sendable {
  /// The plan.
  public let plan: Plan
  /// The programme.
  public let programme: Programme
  private let names: [PersonID: String]
  private let organizations: [OrganizationID: String]

  /// Creates a subject; a person who stands in both banks goes by the name in the bank of mentors.
  public init(plan: Plan, programme: Programme, bank: Bank) {
    self.plan = plan
    self.programme = programme
    names = Dictionary(
      (bank.mentors.map(\.person) + bank.mentees.map(\.person)).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    organizations = Dictionary(
      bank.organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a person, or the id where the banks have no name.
  public func name(of person: PersonID) -> String {
    names[person].flatMap { $0.isEmpty ? nil : $0 } ?? person.rawValue
  }

  /// The name of an organization, or its id where the registry has no name.
  public func name(of organization: OrganizationID) -> String {
    organizations[organization].flatMap { $0.isEmpty ? nil : $0 } ?? organization.rawValue
  }

  /// The title of a form.
  public func title(of form: FormID) -> Text {
    programme.form(form)?.title ?? Text(same: form.rawValue)
  }
}
