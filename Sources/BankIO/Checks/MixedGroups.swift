import MentoringModel
import Wording

extension BankChecks {
  /// The members of a group belong to one organization.
  @Sendable static func mixedGroups(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    let organizations = Dictionary(
      bank.mentees.map { ($0.id, $0.person.organization) }, uniquingKeysWith: { first, _ in first })
    return bank.profiles.compactMap { profile in
      guard let group = profile.group else { return nil }
      let known = Set(profile.members.compactMap { organizations[$0] ?? nil })
      guard known.count > 1 else { return nil }
      return Flaw.mixedGroup(group, known.sorted()).finding(at: profile.source.column("Группа"))
    }
  }
}

extension Flaw {
  fileprivate static func mixedGroup(_ group: String, _ ids: [OrganizationID]) -> Flaw {
    let list = ids.prefix(5).map(\.rawValue).joined(separator: ", ")
    return Flaw(
      .warning, code: "mixedGroup", value: group,
      Text(
        ru: "В группе «\(quoted(group))» люди из разных организаций: \(list).",
        en: "The group “\(quoted(group))” has people of several organizations: \(list)."),
      advice: Text(
        ru: "Если это разные группы, назовите их по-разному.",
        en: "If these are different groups, give them different names."))
  }
}
