import MentoringModel
import Wording

extension BankChecks {
  /// One bank does not hold one person under two ids.
  @Sendable static func namesakes(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    findings(among: bank.mentors.map(\.person)) + findings(among: bank.mentees.map(\.person))
  }

  private struct Sign: Hashable {
    var name: String
    var organization: OrganizationID?
    var birth: Birth?
  }

  private static func findings(among people: [Person]) -> [Finding] {
    var first: [Sign: Person] = [:]
    return people.compactMap { person in
      // A bank without names has its ids for names.
      guard person.name != person.id.rawValue else { return nil }
      let sign = Sign(
        name: folded(person.name), organization: person.organization, birth: person.birth)
      guard let other = first[sign] else {
        first[sign] = person
        return nil
      }
      return Flaw.namesake(person.id, other).finding(at: person.source.column("ФИО"))
    }
  }
}

extension Flaw {
  fileprivate static func namesake(_ id: PersonID, _ other: Person) -> Flaw {
    Flaw(
      .warning, code: "namesake", value: id.rawValue,
      Text(
        ru: "Те же ФИО, организация и рождение, что у \(other.id) (\(other.source.place.ru)).",
        en: "Name, organization and birth are those of \(other.id) (\(other.source.place.en))."),
      advice: Text(
        ru: "Если это один человек, дайте ему один код; иначе укажите даты рождения.",
        en: "If it is one person, use one id; otherwise write the dates of birth."))
  }
}
