import MentoringModel
import Wording

extension BankChecks {
  /// Desired partners and superiors are people of the folder.
  @Sendable static func unknownPartners(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    let mentors = Set(bank.mentors.map(\.id.rawValue))
    let mentees = Set(bank.mentees.map(\.id.rawValue))
    var (mentorIDs, menteeIDs) = (KnownIDs(mentors), KnownIDs(mentees))
    let roster = Set(bank.roster.map(\.id.rawValue))
    var findings: [Finding] = []
    for mentor in bank.mentors {
      findings += unknown(mentor.person.preferredPartners, in: &menteeIDs, of: mentor.person)
    }
    for mentee in bank.mentees {
      findings += unknown(mentee.person.preferredPartners, in: &mentorIDs, of: mentee.person)
    }
    func check(_ superior: PersonID?, of place: SourceLocation) {
      guard let superior, !roster.contains(superior.rawValue),
        !mentors.contains(superior.rawValue), !mentees.contains(superior.rawValue)
      else { return }
      findings.append(Flaw.unknownSuperior(superior).finding(at: place.column("Руководитель")))
    }
    for mentor in bank.mentors { check(mentor.person.superior, of: mentor.person.source) }
    for mentee in bank.mentees { check(mentee.person.superior, of: mentee.person.source) }
    return findings
  }

  private static func unknown(
    _ partners: [PersonID], in known: inout KnownIDs, of person: Person
  ) -> [Finding] {
    var findings: [Finding] = []
    for id in partners where !known.contains(id.rawValue) {
      let flaw = Flaw.unknownPartner(id, nearest: known.nearest(to: id.rawValue))
      findings.append(flaw.finding(at: person.source.column("Желаемые партнёры")))
    }
    return findings
  }
}

extension Flaw {
  fileprivate static func unknownPartner(_ id: PersonID, nearest: String?) -> Flaw {
    Flaw(
      .warning, code: "unknownPartner", value: id.rawValue,
      Text(
        ru: "Желаемого партнёра \(id) нет в базе другой стороны.",
        en: "The desired partner \(id) is not in the bank of the other side."),
      advice: Text(ru: "Исправьте код или удалите его.", en: "Mend the id or remove it.")
        + suggestion(nearest))
  }

  fileprivate static func unknownSuperior(_ id: PersonID) -> Flaw {
    Flaw(
      .note, code: "unknownSuperior", value: id.rawValue,
      Text(
        ru: "Руководителя \(id) нет ни в одной таблице.",
        en: "The superior \(id) is in none of the tables."),
      advice: Text(
        ru: "Если он участвует как наставник, проверьте код.",
        en: "If this person takes part as a mentor, check the id."))
  }
}
