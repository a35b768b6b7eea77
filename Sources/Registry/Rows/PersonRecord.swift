import MentoringModel

/// A person as JSON; what is blank is left out.
struct PersonRecord: Codable {
  var id: PersonID
  var name: String
  var roles: [RoleID]?
  var organization: OrganizationID?
  var position: String?
  var birth: BirthRecord?
  var experience: ExperienceRecord?
  var subjects: [String]?
  var interests: [String]?
  var languages: [String]?
  var formats: [String]?
  var schedule: [String]?
  var building: String?
  var dataConsent: ConsentRecord?
  var dutiesConsent: ConsentRecord?
  var unavailable: Bool?
  var availability: Period?
  var preferredPartners: [PersonID]?
  var lastYearPartners: [PersonID]?
  var superior: PersonID?

  init(_ person: Person) {
    id = person.id
    name = person.name
    roles = person.roles.sorted().unlessEmpty
    organization = person.organization
    position = person.position.isEmpty ? nil : person.position
    birth = person.birth.map(BirthRecord.init)
    experience = person.experience.map(ExperienceRecord.init)
    subjects = person.subjects.sorted().unlessEmpty
    interests = person.interests.sorted().unlessEmpty
    languages = person.languages.sorted().unlessEmpty
    formats = person.formats.sorted().unlessEmpty
    schedule = person.schedule.sorted().unlessEmpty
    building = person.building
    dataConsent = ConsentRecord(person.dataConsent)
    dutiesConsent = ConsentRecord(person.dutiesConsent)
    unavailable = person.availableThisCycle ? nil : true
    availability = person.availability == Period() ? nil : person.availability
    preferredPartners = person.preferredPartners.unlessEmpty
    lastYearPartners = person.lastYearPartners.sorted().unlessEmpty
    superior = person.superior
  }

  var person: Person {
    var person = Person(id: id, name: name)
    person.roles = Set(roles ?? [])
    person.organization = organization
    person.position = position ?? ""
    person.birth = birth?.birth
    person.experience = experience?.experience
    person.subjects = Set(subjects ?? [])
    person.interests = Set(interests ?? [])
    person.languages = Set(languages ?? [])
    person.formats = Set(formats ?? [])
    person.schedule = Set(schedule ?? [])
    person.building = building
    person.dataConsent = dataConsent?.consent ?? .absent
    person.dutiesConsent = dutiesConsent?.consent ?? .absent
    person.availableThisCycle = !(unavailable ?? false)
    person.availability = availability ?? Period()
    person.preferredPartners = preferredPartners ?? []
    person.lastYearPartners = Set(lastYearPartners ?? [])
    person.superior = superior
    return person
  }
}

/// A birth as JSON: a day, or a year.
struct BirthRecord: Codable {
  var day: CalendarDate?
  var year: Int?

  init(_ birth: Birth) {
    switch birth {
    case .day(let day): self.day = day
    case .year(let year): self.year = year
    }
  }

  var birth: Birth? { day.map { .day($0) } ?? year.map { .year($0) } }
}

/// Experience as JSON: months, or the day it began.
struct ExperienceRecord: Codable {
  var months: Int?
  var since: CalendarDate?

  init(_ experience: Experience) {
    switch experience {
    case .months(let months): self.months = months
    case .since(let day): since = day
    }
  }

  var experience: Experience? { months.map { .months($0) } ?? since.map { .since($0) } }
}

/// A consent as JSON; one that is absent is left out.
struct ConsentRecord: Codable {
  enum State: String, Codable {
    case given
    case withdrawn
  }

  var state: State
  var day: CalendarDate?

  init?(_ consent: Consent) {
    switch consent {
    case .absent: return nil
    case .given(let day): (state, self.day) = (.given, day)
    case .withdrawn(let day): (state, self.day) = (.withdrawn, day)
    }
  }

  var consent: Consent {
    switch state {
    case .given: .given(day)
    case .withdrawn: .withdrawn(day)
    }
  }
}

extension Array {
  /// The array, or nil where it is empty.
  var unlessEmpty: [Element]? { isEmpty ? nil : self }
}
