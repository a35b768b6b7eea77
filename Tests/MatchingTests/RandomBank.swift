import MentoringModel
import SolverConformance
import Wording

/// A random programme with invented people in which every rule and criterion has a say: the same for
/// the same seed.
struct RandomBank {
  private(set) var programme: Programme
  private(set) var bank = Bank()
  private var source: SplitMix64

  init(seed: UInt64, day: CalendarDate) {
    source = SplitMix64(seed: seed)
    programme = Programme(id: "random", title: Text(same: "Random"), asOf: day)
    programme.vocabulary = Vocabulary((0..<12).map { .init(title: Text(same: "c\($0)")) })
    programme.weights =
      CriterionWeights(
        Dictionary(uniqueKeysWithValues: CriterionID.allCases.map { ($0, Double(upTo(9)) + 0.3) }))
      ?? .standard
    programme.tiers = chance(50) ? [.pins, .coverage, .ownOrganization, .fit] : [.fit, .pins]
    programme.mentorsPerMentee = chance(50) ? 1 : nil
    programme.priorityGroups = [
      PriorityGroup(id: "new", title: Text(same: "New"), rule: PersonRule(marks: ["new"]))
    ]
    programme.forms = (0..<2).map { form($0) }
    for number in 0..<upTo(24) { addMentor(number) }
    for number in 0..<upTo(24) { addMentee(number) }
    addProfiles()
    addDecisions()
  }

  private mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &source) }
  private mutating func chance(_ percent: Int) -> Bool { upTo(99) < percent }

  private mutating func words(_ prefix: String, of kinds: Int, most: Int) -> Set<String> {
    Set((0..<upTo(most)).map { _ in "\(prefix)\(upTo(kinds - 1))" })
  }

  private mutating func form(_ number: Int) -> MentoringForm {
    var form = MentoringForm(
      id: FormID(rawValue: "f\(number)"), title: Text(same: "F"), mentorRoles: ["a", "b"],
      menteeRoles: ["a", "b"])
    form.scope = OrganizationScope.allCases[upTo(3)]
    form.requiresSameSubject = chance(30)
    form.allowsSuperior = chance(50)
    form.mustHaveLevel = upTo(4)
    form.requiresSharedCompetency = chance(60)
    form.maximumCapacity = 4
    return form
  }

  private mutating func person(_ id: String) -> Person {
    var person = Person(id: PersonID(rawValue: id), name: "Выдумкин \(id)")
    person.roles = chance(80) ? ["a"] : ["b"]
    person.organization = chance(80) ? OrganizationID(rawValue: "o\(upTo(2))") : nil
    if chance(20) { person.otherIDs = [PersonID(rawValue: "p\(upTo(40))")] }
    if chance(20) { person.doubtfulIDs = [PersonID(rawValue: "p\(upTo(40))")] }
    if chance(20) { person.crowds = [PersonID(rawValue: "p\(upTo(3))")] }
    person.building = chance(50) ? "b\(upTo(1))" : nil
    person.birth = chance(70) ? .year(1950 + upTo(60)) : nil
    person.experience = chance(70) ? .months(upTo(300)) : nil
    // More words than one machine word has bits.
    person.subjects = words("s", of: 150, most: 12)
    person.interests = words("i", of: 90, most: 9)
    person.languages = words("l", of: 3, most: 2)
    person.formats = words("w", of: 3, most: 2)
    person.schedule = words("t", of: 5, most: 3)
    person.dataConsent = chance(90) ? .given(nil) : .absent
    person.preferredPartners = (0..<upTo(3)).map { _ in PersonID(rawValue: "p\(upTo(30))") }
    person.lastYearPartners = Set((0..<upTo(2)).map { _ in PersonID(rawValue: "p\(upTo(30))") })
    person.superior = chance(40) ? PersonID(rawValue: "p\(upTo(15))") : nil
    return person
  }

  /// Mentors are `p0`, `p1`, …; a few mentees are mentors as well.
  private mutating func addMentor(_ number: Int) {
    var mentor = Mentor(person("p\(number)"))
    for _ in 0..<upTo(6) {
      mentor.competencies[CompetencyID(rawValue: "c\(upTo(11))")] = 1 + upTo(6)
    }
    mentor.capacity = chance(60) ? upTo(4) : nil
    mentor.isMunicipal = chance(30)
    mentor.awards = chance(20) ? ["award"] : []
    mentor.category = QualificationCategory.allCases[upTo(2)]
    let age = 5 + upTo(50)
    mentor.preferredAges = chance(50) ? age...(age + upTo(8)) : nil
    bank.mentors.append(mentor)
  }

  private mutating func addMentee(_ number: Int) {
    var mentee = Mentee(person("p\(number + 14)"))
    mentee.marks = chance(30) ? ["new"] : []
    bank.mentees.append(mentee)
  }

  private mutating func addProfiles() {
    let people = bank.mentees.map(\.id).shuffled(using: &source)
    for (number, id) in people.enumerated() {
      for form in programme.forms where chance(60) {
        let isGroup = chance(30)
        bank.profiles.append(
          RequestProfile(
            members: isGroup ? [id] + people[..<number].prefix(upTo(3)) : [id], form: form.id,
            group: isGroup ? "g\(number)" : nil,
            requests: (0..<upTo(3)).map { _ in
              Request(
                CompetencyID(rawValue: "c\(upTo(12))"), priority: 1 + upTo(3),
                isMustHave: chance(20))
            }))
      }
    }
  }

  private mutating func addDecisions() {
    for _ in 0..<upTo(8) {
      let mentor = PersonID(rawValue: "p\(upTo(24))")
      let mentee = PersonID(rawValue: "p\(14 + upTo(24))")
      bank.decisions.append(Decision(chance(50) ? .pin : .forbid, mentor: mentor, mentee: mentee))
    }
  }
}
