import MentoringModel
import WorkbookSamples

/// Makes banks at random that use every column.
struct BankMaker {
  let programme: Programme
  private var random: SeededGenerator

  init(programme: Programme, seed: UInt64) {
    self.programme = programme
    random = SeededGenerator(seed: seed)
  }

  mutating func bank() -> Bank {
    var bank = Bank()
    bank.organizations = [
      Organization(id: "О-1", name: "Школа «Луч»; № 1", curator: "=К.", capacity: 9),
      Organization(id: "О-2", name: "Школа 2", parent: "О-1"),
    ]
    bank.mentors = (1...8).map { mentor("M-\($0)") }
    let mentees = (1...9).map { mentee("T-\($0)") }
    var rows = mentees.flatMap { mentee in programme.forms.map { (mentee, $0.id) } }
    rows.shuffle(using: &random)
    for (mentee, form) in rows.prefix(12) {
      if !bank.mentees.contains(mentee) { bank.mentees.append(mentee) }
      let group = ["Группа 1", "=Г", nil, nil].randomElement(using: &random) ?? nil
      let known = bank.profiles.firstIndex { $0.form == form && $0.group == group }
      if group != nil, let known {
        bank.profiles[known].members.append(mentee.id)
      } else {
        bank.profiles.append(
          RequestProfile(members: [mentee.id], form: form, group: group, requests: requests()))
      }
    }
    bank.roster = [
      RosterEntry(id: "R-1", organization: "О-2", roles: ["educator"], birth: .year(1990))
    ]
    bank.decisions = [
      Decision(.forbid, form: "educator-pupil", mentor: "M-1", mentee: bank.mentees[0].id)
    ]
    var whole = FormDecision(.approve, form: "educator-pupil")
    whole.decidedBy = "Образцова; В."
    whole.decidedOn = CalendarDate("2023-09-30")
    bank.formDecisions = [whole]
    return bank
  }

  private mutating func person(_ id: String) -> Person {
    let names = ["Иванов \"Ваня\" И.", "=1+1", "+7", "-минус", "@x", "О'Нил; Шон", "'=x", "Ли,Ян"]
    var person = Person(
      id: PersonID(rawValue: id), name: "\(names.randomElement(using: &random) ?? "") \(id)")
    let day = CalendarDate("1990-05-06")
    person.roles = Set(some(["educator", "pupil"]) + ["specialist"])
    person.organization = some(["О-1" as OrganizationID, "О-2"]).first
    person.position = ["", "9 «Б»;\r\nкласс", "учитель"].randomElement(using: &random) ?? ""
    person.birth = [nil, .year(1970), day.map(Birth.day)].randomElement(using: &random) ?? nil
    person.experience =
      [
        nil, .months(Int.random(in: 0...200, using: &random)),
        CalendarDate("2019-09-01").map(Experience.since),
      ]
      .randomElement(using: &random) ?? nil
    person.subjects = Set(some(["физика", "химия"]))
    person.interests = Set(some(["лыжи", "-хор", "=театр"]))
    person.languages = Set(some(["русский", "коми"]))
    person.formats = Set(some(["очно", "дистанционно"]))
    person.schedule = Set(some(["вт 15:00", "чт"]))
    person.building = some(["корпус 1"]).first
    person.dataConsent =
      [.absent, .given(nil), .given(day), .withdrawn(nil), .withdrawn(day)]
      .randomElement(using: &random) ?? .absent
    person.dutiesConsent = [.absent, .given(day)].randomElement(using: &random) ?? .absent
    person.availableThisCycle = Bool.random(using: &random)
    person.availability = Period(start: day, end: Bool.random(using: &random) ? day : nil)
    person.preferredPartners = some(["M-1", "M-2", "T-1"])
    person.lastYearPartners = Set(some(["M-3", "T-3"]))
    person.superior = some(["M-4" as PersonID]).first
    return person
  }

  private mutating func mentor(_ id: String) -> Mentor {
    var mentor = Mentor(person(id))
    for competency in some(programme.vocabulary.entries.map(\.id)) {
      mentor.competencies[competency] = Int.random(in: 1...5, using: &random)
    }
    mentor.forms = Set(some(programme.forms.map(\.id)))
    mentor.capacity = some([0, 3, 1000]).first
    for form in some(programme.forms.map(\.id)) {
      mentor.capacityByForm[form] = Int.random(in: 0...3, using: &random)
    }
    mentor.isTrained = Bool.random(using: &random)
    mentor.isMunicipal = Bool.random(using: &random)
    mentor.awards = some(["Учитель года (город, область)", "=Лауреат"])
    mentor.category = QualificationCategory.allCases.randomElement(using: &random) ?? .none
    mentor.preferredAges = some([14...17, 0...12, 14...120, 15...15]).first
    return mentor
  }

  private mutating func mentee(_ id: String) -> Mentee {
    var mentee = Mentee(person(id))
    mentee.marks = Set(some(["новичок", "сирота"]))
    return mentee
  }

  private mutating func requests() -> [Request] {
    some(programme.vocabulary.entries.map(\.id)).sorted().map {
      Request(
        $0, priority: Int.random(in: 1...3, using: &random), isMustHave: Bool.random(using: &random)
      )
    }
  }

  private mutating func some<Value>(_ values: [Value]) -> [Value] {
    values.filter { _ in Bool.random(using: &random) }
  }
}
