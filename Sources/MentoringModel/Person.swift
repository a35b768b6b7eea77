/// What a bank knows of a person, whichever side he stands on.
///
/// No contacts, no health or psychological data: they are never read, so they cannot leak.
public struct Person: Sendable, Hashable {
  /// Who it is.
  public var id: PersonID
  /// The name as the bank has it, printed and never parsed.
  public var name: String
  /// The roles in which the person may take part.
  public var roles: Set<RoleID>
  /// The organization the person belongs to.
  public var organization: OrganizationID?
  /// Position, class or study group, as the order prints it.
  public var position: String
  /// The day of birth, or the year where no more is known.
  public var birth: Birth?
  /// Length of service.
  public var experience: Experience?
  /// Subjects or specialties, folded.
  public var subjects: Set<String>
  /// Interests, folded.
  public var interests: Set<String>
  /// Languages of the meetings, folded.
  public var languages: Set<String>
  /// Ways to meet, folded: in person, remote.
  public var formats: Set<String>
  /// Times to meet, folded: any slots that the programme names.
  public var schedule: Set<String>
  /// Building or district, folded.
  public var building: String?
  /// The consent to process personal data.
  public var dataConsent: Consent
  /// The written consent to extra duties.
  public var dutiesConsent: Consent
  /// Whether the person takes part this cycle; the rest are a reserve.
  public var availableThisCycle: Bool
  /// The days on which the person can take part.
  public var availability: Period
  /// Partners of the other side whom the person would like, best first.
  public var preferredPartners: [PersonID]
  /// Partners of last year's pairs.
  public var lastYearPartners: Set<PersonID>
  /// The direct superior.
  public var superior: PersonID?
  /// Other ids in the banks that are this person's: nobody is matched with himself.
  public var otherIDs: Set<PersonID>
  /// Ids in the banks that may be this person's: until that is settled the two are not matched.
  public var doubtfulIDs: Set<PersonID>
  /// The crowds of namesakes the person is one of, each by its first id: any two of a crowd may be
  /// one person, and are not matched.
  public var crowds: Set<PersonID>
  /// Where the row stands, for findings.
  public var source: SourceLocation

  /// Creates a person of whom only the id and the name are known.
  public init(id: PersonID, name: String, source: SourceLocation = SourceLocation()) {
    self.id = id
    self.name = name
    roles = []
    position = ""
    subjects = []
    interests = []
    languages = []
    formats = []
    schedule = []
    dataConsent = .absent
    dutiesConsent = .absent
    availableThisCycle = true
    availability = Period()
    preferredPartners = []
    lastYearPartners = []
    otherIDs = []
    doubtfulIDs = []
    crowds = []
    self.source = source
  }
}

/// A consent, as a bank records it.
public enum Consent: Sendable, Hashable {
  /// Not given.
  case absent
  /// Given, on a day where it is known.
  case given(CalendarDate?)
  /// Given and taken back.
  case withdrawn(CalendarDate?)

  /// Whether it stands.
  public var isGiven: Bool {
    if case .given = self { true } else { false }
  }
}

/// When a person was born.
public enum Birth: Sendable, Hashable {
  /// The day.
  case day(CalendarDate)
  /// Only the year.
  case year(Int)

  /// The age in whole years on `date`; with only a year known, the age reached in that year.
  public func age(on date: CalendarDate) -> Int {
    switch self {
    case .day(let day): floorDivide(day.months(until: date), by: 12)
    case .year(let year): date.year - year
    }
  }
}

/// Length of service.
public enum Experience: Sendable, Hashable {
  /// In months, as the bank states it.
  case months(Int)
  /// From a day on, counted when asked.
  case since(CalendarDate)

  /// The whole months on `date`, never negative.
  public func months(on date: CalendarDate) -> Int {
    switch self {
    case .months(let months): months
    case .since(let start): max(0, start.months(until: date))
    }
  }
}

private func floorDivide(_ a: Int, by b: Int) -> Int {
  a >= 0 ? a / b : -((b - 1 - a) / b)
}
