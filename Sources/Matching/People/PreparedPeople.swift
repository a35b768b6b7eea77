import MentoringModel

/// What vetoes and criteria ask of a person on either side, counted at `asOf` and with words
/// replaced by numbers.
///
/// The prepared people are classes of constants, because millions of pairs refer to them.
final class PreparedPerson: Sendable {
  let person: Person
  /// The person's number over both banks: the same in both for one person.
  let number: Int
  /// The numbers of other ids that are or may be the person's.
  let others: PersonNumbers
  /// The numbers of the crowds of namesakes that the person is one of.
  let crowds: PersonNumbers
  let experienceMonths: Int?
  let age: Int?
  let organization: Int?
  let subjects: TagSet
  let interests: TagSet
  let languages: TagSet
  let formats: TagSet
  let schedule: TagSet
  let building: Int?
  let preferred: PersonNumbers
  let lastYear: PersonNumbers
  let superior: Int?

  init(_ person: Person, at asOf: CalendarDate, by words: inout WordNumbers) {
    self.person = person
    number = words.people.number(of: person.id)
    others = PersonNumbers(
      person.otherIDs.union(person.doubtfulIDs).sorted().map { words.people.number(of: $0) })
    crowds = PersonNumbers(person.crowds.sorted().map { words.people.number(of: $0) })
    experienceMonths = person.experience?.months(on: asOf)
    age = person.birth?.age(on: asOf)
    organization = person.organization.map { words.organizations.number(of: $0) }
    subjects = words.subjects.tags(person.subjects)
    interests = words.interests.tags(person.interests)
    languages = words.languages.tags(person.languages)
    formats = words.formats.tags(person.formats)
    schedule = words.schedule.tags(person.schedule)
    building = person.building.map { words.buildings.number(of: $0) }
    preferred = PersonNumbers(person.preferredPartners.map { words.people.number(of: $0) })
    lastYear = PersonNumbers(
      person.lastYearPartners.sorted().map { words.people.number(of: $0) })
    superior = person.superior.map { words.people.number(of: $0) }
  }
}

/// A mentor, prepared.
final class PreparedMentor: Sendable {
  let mentor: Mentor
  let common: PreparedPerson
  /// The level of each competency by its number, 0 where the mentor does not have it.
  let levels: [UInt8]

  init(_ mentor: Mentor, common: PreparedPerson, levels: [UInt8]) {
    self.mentor = mentor
    self.common = common
    self.levels = levels
  }

  func level(of competency: Int) -> Int {
    competency < levels.count ? Int(levels[competency]) : 0
  }
}

/// A mentee, prepared.
final class PreparedMentee: Sendable {
  let mentee: Mentee
  let common: PreparedPerson

  init(_ mentee: Mentee, common: PreparedPerson) {
    self.mentee = mentee
    self.common = common
  }
}

/// A request with its competency's number.
struct PreparedRequest: Sendable {
  let request: Request
  let competency: Int
}

/// A request profile with its people, prepared.
final class PreparedProfile: Sendable {
  let profile: RequestProfile
  let members: [PreparedMentee]
  let requests: [PreparedRequest]

  init(_ profile: RequestProfile, members: [PreparedMentee], requests: [PreparedRequest]) {
    self.profile = profile
    self.members = members
    self.requests = requests
  }
}
