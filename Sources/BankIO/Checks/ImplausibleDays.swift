import MentoringModel
import Wording

extension BankChecks {
  /// The oldest age that is believed.
  private static let oldest = 110

  /// Births and first days of service lie where the programme's day allows; others are not used.
  @Sendable static func implausibleDays(_ bank: inout Bank, _ programme: Programme) -> [Finding] {
    var findings: [Finding] = []
    for index in bank.mentors.indices {
      findings += mend(&bank.mentors[index].person, asOf: programme.asOf)
    }
    for index in bank.mentees.indices {
      findings += mend(&bank.mentees[index].person, asOf: programme.asOf)
    }
    for index in bank.roster.indices {
      guard let birth = bank.roster[index].birth,
        !(0...oldest).contains(birth.age(on: programme.asOf))
      else { continue }
      let flaw = Flaw.badBirth(birth, bank.roster[index].id)
      findings.append(
        flaw.finding(at: SourceLocation(file: "roster.csv", column: "Дата рождения")))
      bank.roster[index].birth = nil
    }
    return findings
  }

  private static func mend(_ person: inout Person, asOf: CalendarDate) -> [Finding] {
    var findings: [Finding] = []
    if let birth = person.birth, !(0...oldest).contains(birth.age(on: asOf)) {
      findings.append(
        Flaw.badBirth(birth, person.id).finding(at: person.source.column("Дата рождения")))
      person.birth = nil
    }
    guard let experience = person.experience else { return findings }
    let place = person.source.column("Стаж")
    if case .since(let start) = experience, start > asOf {
      findings.append(Flaw.serviceBeginsLater(start, asOf).finding(at: place))
    }
    if let age = person.birth?.age(on: asOf), experience.months(on: asOf) > age * 12 {
      findings.append(Flaw.serviceAboveAge(age).finding(at: place))
      person.experience = nil
    }
    return findings
  }
}

extension Flaw {
  fileprivate static func badBirth(_ birth: Birth, _ id: PersonID) -> Flaw {
    let text = CellWords.birth(birth)
    return Flaw(
      .error, code: "badBirth", value: text,
      Text(
        ru: "\(id): рождение \(text) невозможно и не учтено.",
        en: "\(id): a birth in \(text) cannot be and is not used."),
      advice: Text(ru: "Проверьте год.", en: "Check the year."))
  }

  fileprivate static func serviceBeginsLater(_ start: CalendarDate, _ asOf: CalendarDate) -> Flaw {
    Flaw(
      .warning, code: "serviceBeginsLater", value: start.dotted,
      Text(
        ru: "Стаж начинается \(start.dotted), позже дня программы \(asOf.dotted); он равен нулю.",
        en: "Service begins on \(start), after the programme's day \(asOf); it counts as none."),
      advice: Text(
        ru: "Проверьте дату или asOf в programme.yaml.",
        en: "Check the date or asOf in programme.yaml."))
  }

  fileprivate static func serviceAboveAge(_ age: Int) -> Flaw {
    Flaw(
      .error, code: "serviceAboveAge", value: "\(age)",
      Text(
        ru: "Стаж больше возраста (\(age)) и не учтён.",
        en: "The experience is longer than the age (\(age)) and is not used."),
      advice: Text(ru: "Проверьте стаж и рождение.", en: "Check the experience and the birth."))
  }
}
