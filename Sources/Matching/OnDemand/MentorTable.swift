import MentoringModel

/// The mentors of a roster, fact by fact: what rules and criteria ask of all of them at once.
///
/// Every array has an entry for each mentor, in the order of the roster. To look at one fact of many
/// mentors is many times faster than to look at many facts of one mentor.
///
/// Space: O(mentors · facts + competencies · mentors / 8).
struct MentorTable: Sendable {
  let mentors: [PreparedMentor]
  let setting: FormSetting
  /// Who has each competency, and who at the level that a must-have request asks for.
  let skills: [Int: SkillHolders]
  let organizations: Grouping
  /// The mentors of each organization that has many.
  let largeOrganizations: [Int: MentorSet]
  let municipal: MentorSet
  /// Nobody of the roster: what other sets grow from.
  let nobody: MentorSet
  /// The mentors by their numbers as persons.
  let persons: Grouping
  /// The mentors who are or may be a person under another id, by that person's number.
  let alsoThose: [Int: [Int32]]
  /// The mentors of each crowd of namesakes, by its number.
  let crowds: [Int: [Int32]]
  /// Whom the curator has ruled out, by the mentee.
  let forbidden: [PersonID: [Int32]]
  let subjects: TagTable
  let interests: TagTable
  let languages: TagTable
  let formats: TagTable
  let schedule: TagTable
  let experience: [Int?]
  let building: [Int?]
  let organization: [Int?]
  let ages: [ClosedRange<Int>?]
  let recognition: [Int32]
  let wishes: PartnerTable
  let lastYear: PartnerTable

  var count: Int { mentors.count }

  /// The members from which on a group is also kept as a set.
  private static var many: Int { 32 }

  /// The mentors of an organization.
  func mentors(of organization: Int?) -> MentorSet {
    if let organization, let set = largeOrganizations[organization] { return set }
    return organizations.members(of: organization).reduce(into: nobody) { $0.insert(Int($1)) }
  }

  init(_ mentors: [PreparedMentor], in setting: FormSetting) {
    self.mentors = mentors
    self.setting = setting
    nobody = MentorSet(of: mentors.count)
    skills = SkillHolders.all(of: mentors, mustHaveLevel: setting.form.mustHaveLevel)
    organization = mentors.map(\.common.organization)
    organizations = Grouping(organization)
    largeOrganizations = organizations.sets(of: nobody, fromCount: Self.many)
    municipal = mentors.indices.reduce(into: nobody) {
      if mentors[$1].mentor.isMunicipal { $0.insert($1) }
    }
    persons = Grouping(mentors.map(\.common.number))
    var alsoThose: [Int: [Int32]] = [:]
    for (place, mentor) in mentors.enumerated() {
      for other in mentor.common.others { alsoThose[other, default: []].append(Int32(place)) }
    }
    self.alsoThose = alsoThose
    crowds = mentors.enumerated().reduce(into: [:]) { crowds, mentor in
      for crowd in mentor.element.common.crowds {
        crowds[crowd, default: []].append(Int32(mentor.offset))
      }
    }
    let placesOfID = Dictionary(grouping: mentors.indices) { mentors[$0].mentor.id }
    var forbidden: [PersonID: [Int32]] = [:]
    for pair in setting.forbidden {
      forbidden[pair.mentee, default: []] += (placesOfID[pair.mentor] ?? []).map { Int32($0) }
    }
    self.forbidden = forbidden
    subjects = TagTable(mentors.map(\.common.subjects))
    interests = TagTable(mentors.map(\.common.interests))
    languages = TagTable(mentors.map(\.common.languages))
    formats = TagTable(mentors.map(\.common.formats))
    schedule = TagTable(mentors.map(\.common.schedule))
    experience = mentors.map(\.common.experienceMonths)
    building = mentors.map(\.common.building)
    ages = mentors.map(\.mentor.preferredAges)
    recognition = mentors.map { Int32($0.mentor.recognition) }
    wishes = PartnerTable(mentors.map(\.common.preferred))
    lastYear = PartnerTable(mentors.map(\.common.lastYear))
  }
}

/// The mentors who have a competency.
struct SkillHolders: Sendable {
  private(set) var places: [Int32] = []
  private(set) var levels: [Int32] = []
  private(set) var anyLevel: MentorSet
  private(set) var mustHave: MentorSet

  fileprivate static func all(
    of mentors: [PreparedMentor], mustHaveLevel: Int
  ) -> [Int: SkillHolders] {
    let nobody = SkillHolders(
      anyLevel: MentorSet(of: mentors.count), mustHave: MentorSet(of: mentors.count))
    var skills: [Int: SkillHolders] = [:]
    for (place, mentor) in mentors.enumerated() {
      for competency in mentor.levels.indices where mentor.levels[competency] > 0 {
        let level = mentor.level(of: competency)
        skills[competency, default: nobody].add(place, level: level, mustHaveLevel: mustHaveLevel)
      }
    }
    return skills
  }

  private mutating func add(_ place: Int, level: Int, mustHaveLevel: Int) {
    places.append(Int32(place))
    levels.append(Int32(min(5, level)))
    anyLevel.insert(place)
    if level >= mustHaveLevel { mustHave.insert(place) }
  }
}

/// Mentors by a number that each of them may have.
struct Grouping: Sendable {
  private var members: [Int: [Int32]] = [:]

  init(_ numbers: [Int?]) {
    for (place, number) in numbers.enumerated() {
      if let number { members[number, default: []].append(Int32(place)) }
    }
  }

  /// The groups that have at least so many members, as sets.
  func sets(of nobody: MentorSet, fromCount count: Int) -> [Int: MentorSet] {
    members.filter { $0.value.count >= count }.mapValues { places in
      places.reduce(into: nobody) { $0.insert(Int($1)) }
    }
  }

  /// The mentors with a number, ascending.
  func members(of number: Int?) -> [Int32] { number.flatMap { members[$0] } ?? [] }
}

/// The tags of all mentors, laid out word by word.
struct TagTable: Sendable {
  /// Whether a mentor has no tag at all.
  let isEmpty: [Bool]
  /// For each word of 64 tags, the tags of every mentor.
  private let words: [[UInt64]]

  init(_ tags: [TagSet]) {
    isEmpty = tags.map(\.isEmpty)
    let length = tags.map(\.words.count).max() ?? 0
    words = (0..<length).map { word in
      tags.map { $0.words.indices.contains(word) ? $0.words[word] : 0 }
    }
  }

  /// How many tags each of some mentors shares with a mentee.
  func sharedCounts(with tags: TagSet, of places: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: places.count)
    for (word, mask) in zip(words, tags.words) where mask != 0 {
      for (index, place) in places.enumerated() {
        counts[index] += Int32((word[Int(place)] & mask).nonzeroBitCount)
      }
    }
    return counts
  }
}

/// Whom the mentors name as partners, and by whom each person is named.
struct PartnerTable: Sendable {
  /// Whether a mentor names nobody.
  let isEmpty: [Bool]
  private var naming: [Int: [Int32]] = [:]

  init(_ partners: [PersonNumbers]) {
    isEmpty = partners.map(\.isEmpty)
    for (place, numbers) in partners.enumerated() {
      for number in numbers { naming[number, default: []].append(Int32(place)) }
    }
  }

  /// The mentors who name a person, ascending.
  func mentors(naming person: Int) -> [Int32] { naming[person] ?? [] }
}
