import MentoringModel
import Wording

extension BankChecks {
  /// The members of a group belong to one organization.
  @Sendable static func mixedGroups(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    let members = Set(bank.profiles.lazy.filter { $0.group != nil }.flatMap(\.members))
    guard !members.isEmpty else { return [] }
    var organizations: [PersonID: OrganizationID?] = [:]
    for mentee in bank.mentees where members.contains(mentee.id) {
      organizations[mentee.id] = organizations[mentee.id] ?? mentee.person.organization
    }
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
