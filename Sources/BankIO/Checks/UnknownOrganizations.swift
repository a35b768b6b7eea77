import MentoringModel
import Wording

extension BankChecks {
  /// Where there is a registry, everybody's organization is in it.
  @Sendable static func unknownOrganizations(
    _ bank: inout Bank, _ programme: Programme
  ) -> [Finding] {
    guard !bank.organizations.isEmpty else { return [] }
    var known = KnownIDs(Set(bank.organizations.map(\.id.rawValue)))
    var findings: [Finding] = []
    func check(_ id: OrganizationID?, _ place: SourceLocation, _ column: String = "Организация") {
      guard let id, !known.contains(id.rawValue) else { return }
      let flaw = Flaw.unknownOrganization(id, nearest: known.nearest(to: id.rawValue))
      findings.append(flaw.finding(at: place.column(column)))
    }
    for one in bank.organizations { check(one.parent, one.source, "Вышестоящая") }
    for mentor in bank.mentors { check(mentor.person.organization, mentor.person.source) }
    for mentee in bank.mentees { check(mentee.person.organization, mentee.person.source) }
    let roster = SourceLocation(file: "roster.csv")
    for id in Set(bank.roster.compactMap(\.organization)).sorted() { check(id, roster) }
    return findings
  }
}

extension Flaw {
  fileprivate static func unknownOrganization(_ id: OrganizationID, nearest: String?) -> Flaw {
    Flaw(
      .warning, code: "unknownOrganization", value: id.rawValue,
      Text(
        ru: "Организации «\(quoted(id.rawValue))» нет в реестре.",
        en: "The organization “\(quoted(id.rawValue))” is not in the registry."),
      advice: Text(
        ru: "Исправьте код или добавьте организацию в реестр.",
        en: "Mend the id or add the organization to the registry.") + suggestion(nearest))
  }
}
