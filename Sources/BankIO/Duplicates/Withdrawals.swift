import MentoringModel
import Wording

extension Bank {
  /// Lets a consent to process data that was taken back in one row hold in all rows of the person,
  /// in both banks and under whatever id, and says so where a row has it otherwise.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  mutating func spreadWithdrawals(among classes: SamePeople) -> [Finding] {
    func one(_ id: PersonID) -> PersonID { classes.person(of: id) ?? id }
    var withdrawn: [PersonID: (consent: Consent, place: SourceLocation)] = [:]
    func note(_ person: Person) {
      guard case .withdrawn = person.dataConsent else { return }
      let id = one(person.id)
      if withdrawn[id] == nil { withdrawn[id] = (person.dataConsent, person.source) }
    }
    for mentor in mentors { note(mentor.person) }
    for mentee in mentees { note(mentee.person) }
    guard !withdrawn.isEmpty else { return [] }

    let heading = BuiltIn.headings.heading(of: .dataConsent, in: .mentors)
    var findings: [Finding] = []
    func spread(_ person: inout Person) {
      guard let (consent, place) = withdrawn[one(person.id)] else { return }
      if case .withdrawn = person.dataConsent { return }
      findings.append(
        Flaw.withdrawnElsewhere(person.id, place).finding(at: person.source.column(heading)))
      person.dataConsent.withdraw(as: consent)
    }
    for place in mentors.indices { spread(&mentors[place].person) }
    for place in mentees.indices { spread(&mentees[place].person) }
    return findings
  }
}

extension Flaw {
  static func withdrawnElsewhere(_ id: PersonID, _ place: SourceLocation) -> Flaw {
    Flaw(
      .warning, code: "withdrawnElsewhere", value: id.rawValue,
      Text(
        ru: "Этот человек отозвал согласие в другой строке (\(place.place.ru)); отзыв действует "
          + "во всех его строках.",
        en: "This person took back the consent in another row (\(place.place.en)); that holds in "
          + "all rows of the person."),
      advice: Text(
        ru: "Если согласие дано снова, исправьте ту строку; иначе отметьте отзыв и здесь.",
        en: "Mend that row if the consent was given again; if not, note the withdrawal here too."))
  }
}
