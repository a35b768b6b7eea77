public import Matching
public import MentoringModel
public import Wording

/// What people, organizations and forms are called.
public struct ReportNames: Sendable {
  /// The programme.
  public let programme: Programme
  private let people: [PersonID: String]
  private let organizations: [OrganizationID: String]

  /// Creates names; a person who stands in both banks goes by the name in the bank of mentors.
  public init(programme: Programme, bank: Bank) {
    self.programme = programme
    people = Dictionary(
      (bank.mentors.map(\.person) + bank.mentees.map(\.person)).map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    organizations = Dictionary(
      bank.organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a person, or the id where the banks have no name.
  public func name(of person: PersonID) -> String {
    people[person].flatMap { $0.isEmpty ? nil : $0 } ?? person.rawValue
  }

  /// The name of an organization, or its id where the registry has no name.
  public func name(of organization: OrganizationID) -> String {
    organizations[organization].flatMap { $0.isEmpty ? nil : $0 } ?? organization.rawValue
  }

  /// The title of a form.
  public func title(of form: FormID) -> Text {
    programme.form(form)?.title ?? Text(same: form.rawValue)
  }

  /// The title of a competency in quotation marks.
  func quoted(_ competency: CompetencyID) -> Text {
    let title = programme.vocabulary.title(of: competency)
    return Text(ru: "«\(title.ru)»", en: "“\(title.en)”")
  }

  /// The names of people, a group's name before them.
  public func names(of people: [PersonID], group: String?) -> String {
    let names = people.map(name(of:)).joined(separator: ", ")
    return group.map { "\($0): \(names)" } ?? names
  }

  /// Whom a limit binds.
  public func name(of limit: SeatLimit) -> String {
    switch limit {
    case .mentor(let mentor), .mentorInForm(let mentor, _): name(of: mentor)
    case .organization(let organization): name(of: organization)
    }
  }

  /// The name of a person with the id, which tells namesakes apart.
  public func nameWithID(_ person: PersonID) -> String {
    let name = name(of: person)
    return name == person.rawValue ? name : "\(name) (\(person))"
  }

  /// A single change in words.
  public func text(of change: SingleChange) -> Text {
    change.text(in: programme, person: nameWithID, organization: name(of:))
  }
}
