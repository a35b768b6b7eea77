import MentoringModel

/// Turns the people of a bank into prepared ones; one for both banks, so that numbers agree.
struct Preparation {
  private let asOf: CalendarDate
  private var people = Interner<PersonID>()
  private var organizations = Interner<OrganizationID>()
  private var competencies = Interner<CompetencyID>()
  private var words = [Field: Interner<String>]()

  private enum Field {
    case subject
    case interest
    case language
    case format
    case schedule
    case building
  }

  init(asOf: CalendarDate) { self.asOf = asOf }

  mutating func mentor(_ mentor: Mentor) -> PreparedMentor {
    var levels: [UInt8] = []
    for (competency, level) in mentor.competencies.sorted(by: { $0.key < $1.key }) {
      let number = competencies.number(of: competency)
      while levels.count <= number { levels.append(0) }
      levels[number] = UInt8(clamping: level)
    }
    return PreparedMentor(mentor: mentor, common: common(mentor.person), levels: levels)
  }

  mutating func profile(_ profile: RequestProfile, members: [Mentee]) -> PreparedProfile {
    PreparedProfile(
      profile: profile,
      members: members.map { PreparedMentee(mentee: $0, common: common($0.person)) },
      requests: profile.requests.map {
        PreparedRequest(request: $0, competency: competencies.number(of: $0.competency))
      })
  }

  private mutating func common(_ person: Person) -> PreparedPerson {
    PreparedPerson(
      person: person,
      number: people.number(of: person.id),
      experienceMonths: person.experience?.months(on: asOf),
      age: person.birth?.age(on: asOf),
      organization: person.organization.map { organizations.number(of: $0) },
      subjects: tags(.subject, person.subjects),
      interests: tags(.interest, person.interests),
      languages: tags(.language, person.languages),
      formats: tags(.format, person.formats),
      schedule: tags(.schedule, person.schedule),
      building: person.building.map {
        words[.building, default: Interner()].number(of: $0)
      },
      preferred: TagSet(person.preferredPartners.map { people.number(of: $0) }),
      lastYear: people.tags(person.lastYearPartners),
      superior: person.superior.map { people.number(of: $0) })
  }

  private mutating func tags(_ field: Field, _ set: Set<String>) -> TagSet {
    words[field, default: Interner()].tags(set)
  }
}
