import MentoringModel

/// Turns the people of a bank into prepared ones; one for both banks, so that numbers agree.
struct Preparation {
  private let asOf: CalendarDate
  private var words = WordNumbers()

  init(asOf: CalendarDate) { self.asOf = asOf }

  mutating func mentor(_ mentor: Mentor) -> PreparedMentor {
    var levels: [UInt8] = []
    for (competency, level) in mentor.competencies.sorted(by: { $0.key < $1.key }) {
      let number = words.competencies.number(of: competency)
      while levels.count <= number { levels.append(0) }
      levels[number] = UInt8(clamping: level)
    }
    return PreparedMentor(mentor, common: prepared(mentor.person), levels: levels)
  }

  mutating func profile(_ profile: RequestProfile, members: [Mentee]) -> PreparedProfile {
    PreparedProfile(
      profile,
      members: members.map { PreparedMentee($0, common: prepared($0.person)) },
      requests: profile.requests.map {
        PreparedRequest(
          request: $0, competency: words.competencies.number(of: $0.competency))
      })
  }

  private mutating func prepared(_ person: Person) -> PreparedPerson {
    PreparedPerson(person, at: asOf, by: &words)
  }
}

/// The numbers that stand for the words of a bank, kind by kind.
struct WordNumbers {
  var people = Interner<PersonID>()
  var organizations = Interner<OrganizationID>()
  var competencies = Interner<CompetencyID>()
  var subjects = Interner<String>()
  var interests = Interner<String>()
  var languages = Interner<String>()
  var formats = Interner<String>()
  var schedule = Interner<String>()
  var buildings = Interner<String>()
}
