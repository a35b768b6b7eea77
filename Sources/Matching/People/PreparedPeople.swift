import MentoringModel

/// What vetoes and criteria ask of a person on either side, counted at `asOf` and with words
/// replaced by numbers.
struct PreparedPerson: Sendable {
  let person: Person
  /// The person's number over both banks: the same in both for one person.
  let number: Int
  let experienceMonths: Int?
  let age: Int?
  let organization: Int?
  let subjects: TagSet
  let interests: TagSet
  let languages: TagSet
  let formats: TagSet
  let schedule: TagSet
  let building: Int?
  let preferred: TagSet
  let lastYear: TagSet
  let superior: Int?
}

/// A mentor, prepared.
struct PreparedMentor: Sendable {
  let mentor: Mentor
  let common: PreparedPerson
  /// The level of each competency by its number, 0 where the mentor does not have it.
  let levels: [UInt8]

  func level(of competency: Int) -> Int {
    competency < levels.count ? Int(levels[competency]) : 0
  }
}

/// A mentee, prepared.
struct PreparedMentee: Sendable {
  let mentee: Mentee
  let common: PreparedPerson
}

/// A request with its competency's number.
struct PreparedRequest: Sendable {
  let request: Request
  let competency: Int
}

/// A request profile with its people, prepared.
struct PreparedProfile: Sendable {
  let profile: RequestProfile
  let members: [PreparedMentee]
  let requests: [PreparedRequest]
}
