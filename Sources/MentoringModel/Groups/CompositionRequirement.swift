/// At most or at least so many mentees of a kind in every group of a form.
///
/// With ``values`` the mentees who have any of them count together. Without, each value of the kind
/// counts by itself: "at most two from one organization".
public struct CompositionRequirement: Sendable, Hashable {
  /// In what respect mentees are alike.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The organization.
    case organization
    /// The class or course that the position names, else the year of birth.
    case year
    /// The age in whole years.
    case age
    /// A subject or specialty.
    case subject
    /// The mentee's own level in the topic, 1…5.
    case level
    /// A role.
    case role
    /// A mark.
    case mark

    /// Whether a mentee has one value at most.
    public var isExclusive: Bool {
      switch self {
      case .organization, .year, .age, .level: true
      case .subject, .role, .mark: false
      }
    }
  }

  /// The kind.
  public var kind: Kind
  /// The values that count together; empty means each value by itself.
  public var values: [String]
  /// The fewest in a group.
  public var atLeast: Int?
  /// The most in a group.
  public var atMost: Int?
  /// Where it stands, for findings.
  public var source: SourceLocation

  /// Creates a requirement.
  public init(
    _ kind: Kind, values: [String] = [], atLeast: Int? = nil, atMost: Int? = nil,
    source: SourceLocation = SourceLocation()
  ) {
    self.kind = kind
    self.values = values
    self.atLeast = atLeast
    self.atMost = atMost
    self.source = source
  }
}

extension CompositionRequirement {
  /// What a mentee is in this respect, as words of the banks; empty where they do not say.
  ///
  /// - Parameters:
  ///   - mentee: The mentee.
  ///   - topic: What he asks for, where it is known, for his level in it.
  ///   - asOf: The day on which ages are counted.
  /// - Returns: One value where the kind is exclusive, else any number.
  public func values(of mentee: Mentee, topic: Request?, asOf: CalendarDate) -> [String] {
    let person = mentee.person
    switch kind {
    case .organization: return person.organization.map { [$0.rawValue] } ?? []
    case .year:
      if let year = person.classYear { return ["\(year)"] }
      return person.birth.map { ["\($0.year)"] } ?? []
    case .age: return person.birth.map { ["\($0.age(on: asOf))"] } ?? []
    case .subject: return person.subjects.sorted()
    case .level: return topic?.level.map { ["\($0)"] } ?? []
    case .role: return person.roles.map(\.rawValue).sorted()
    case .mark: return mentee.marks.sorted()
    }
  }
}

extension Person {
  /// The class or course of 1…12 that the position names.
  ///
  /// 9 of «9А класс», 2 of «студент, 2 курс», 1 of «гр. 1-ТР-А».
  public var classYear: Int? {
    let word = folded(position)
    let number =
      word.prefixMatch(of: /(?:(?:гр|группа)\.?\s*)?(\d{1,2})(?!\d)/)?.1
      ?? word.firstMatch(of: /(\d{1,2})(?:-?й)?\s*(?:курс|класс)/)?.1
    return number.flatMap { Int($0) }.flatMap { (1...12).contains($0) ? $0 : nil }
  }
}

extension Birth {
  /// The year.
  public var year: Int {
    switch self {
    case .day(let day): day.year
    case .year(let year): year
    }
  }
}
