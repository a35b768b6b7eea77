import MentoringModel
import Wording

extension BankChecks {
  /// Where there is a registry, everybody's organization is in it.
  @Sendable static func unknownOrganizations(
    _ bank: inout Bank, _ programme: Programme
  ) -> [Finding] {
    guard !bank.organizations.isEmpty else { return [] }
    var known = KnownIDs(Set(bank.organizations.map(\.id.rawValue)))
    var references: [(id: OrganizationID?, place: SourceLocation)] = []
    references += bank.organizations.map { ($0.parent, $0.source.column("Вышестоящая")) }
    references += bank.mentors.map {
      ($0.person.organization, $0.person.source.column("Организация"))
    }
    references += bank.mentees.map {
      ($0.person.organization, $0.person.source.column("Организация"))
    }
    let roster = SourceLocation(file: "roster.csv", column: "Организация")
    references += Set(bank.roster.compactMap(\.organization)).sorted().map { ($0, roster) }
    return references.compactMap { id, place in
      guard let id, !known.contains(id.rawValue) else { return nil }
      return Flaw.unknownOrganization(id, nearest: known.nearest(to: id.rawValue))
        .finding(at: place)
    }
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
