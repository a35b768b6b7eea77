import MentoringModel

/// Where the people of a report belong and what they do there.
struct ReportPeople: Sendable {
  private let standing: [PersonID: (organization: OrganizationID?, position: String)]

  /// Looks the people of a bank up; who stands in both banks is described by that of mentors.
  init(_ bank: Bank) {
    standing = Dictionary(
      (bank.mentors.map(\.person) + bank.mentees.map(\.person)).map {
        ($0.id, ($0.organization, $0.position))
      }, uniquingKeysWith: { first, _ in first })
  }

  func organization(of person: PersonID) -> OrganizationID? { standing[person]?.organization }

  func position(of person: PersonID) -> String { standing[person]?.position ?? "" }
}
