import MentoringModel
import Wording

extension BankChecks {
  /// No organization stands above itself; the link that closes a circle is cut.
  @Sendable static func registryCycles(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    var findings: [Finding] = []
    var parents = Dictionary(
      bank.organizations.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var sound: Set<OrganizationID> = []
    for index in bank.organizations.indices {
      let start = bank.organizations[index].id
      var (path, here) = (Set<OrganizationID>(), OrganizationID?.some(start))
      while let id = here, !sound.contains(id), path.insert(id).inserted {
        here = parents[id] ?? nil
      }
      if let id = here, path.contains(id),
        let cut = bank.organizations.firstIndex(where: { $0.id == id })
      {
        findings.append(Flaw.circle(id).finding(at: bank.organizations[cut].source))
        bank.organizations[cut].parent = nil
        parents[id] = .some(nil)
      }
      sound.formUnion(path)
    }
    return findings
  }
}

extension Flaw {
  fileprivate static func circle(_ id: OrganizationID) -> Flaw {
    Flaw(
      .error, code: "registryCycle", value: id.rawValue,
      Text(
        ru: "Организация \(id) через вышестоящие подчинена самой себе; связь не учтена.",
        en: "Organization \(id) stands above itself through others; the link is not used."),
      advice: Text(
        ru: "Исправьте столбец «Вышестоящая».", en: "Mend the column “Вышестоящая”."))
  }
}
