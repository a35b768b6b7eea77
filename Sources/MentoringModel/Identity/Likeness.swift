/// Whether two rows are about one person.
public enum Likeness: Sendable, Hashable {
  /// They are.
  case sure
  /// They may be: a person is to be asked.
  case possible
  /// They are not, or nothing but a common name speaks for it.
  case different
}

extension Person {
  /// Whether another row is about this person: by name, organization and birth.
  ///
  /// | name | birth | organization | likeness |
  /// |---|---|---|---|
  /// | same | same day | same | sure |
  /// | same, with patronymic | same day | any | sure |
  /// | same, with patronymic | same year | same | sure |
  /// | same | same year | any | possible |
  /// | same | not known of one | same, or not known of one | possible |
  /// | initials, words left out or in another order | same day | any | possible |
  /// | the same | same year | same, or not known of one | possible |
  /// | the same | not known of one | same | possible |
  /// | any other case | | | different |
  ///
  /// Where neither row names an organization, both are of the institution that keeps the bank.
  public func likeness(to other: Person) -> Likeness {
    PersonIdentity(self)
      .likeness(to: PersonIdentity(other), PersonName(name), PersonName(other.name))
  }
}

extension PersonIdentity {
  func likeness(to other: PersonIdentity, _ mine: PersonName, _ its: PersonName) -> Likeness {
    let births = BirthAgreement(birth, other.birth)
    guard births != .different else { return .different }
    let isSamePlace = organization == other.organization
    let isPlaceOpen = organization == nil || other.organization == nil
    switch (mine.agreement(with: its), births) {
    case (.different, _), (_, .different): return .different
    case (.same, .sameDay): return isSamePlace || mine.isFull ? .sure : .possible
    case (.same, .sameYear): return isSamePlace && mine.isFull ? .sure : .possible
    case (.same, .open): return isSamePlace || isPlaceOpen ? .possible : .different
    case (.possible, .sameDay): return .possible
    case (.possible, .sameYear): return isSamePlace || isPlaceOpen ? .possible : .different
    case (.possible, .open): return isSamePlace ? .possible : .different
    }
  }
}

/// How far two births are the same.
private enum BirthAgreement {
  case sameDay
  case sameYear
  /// Not known of one.
  case open
  case different

  init(_ one: Birth?, _ another: Birth?) {
    guard let one, let another else {
      self = .open
      return
    }
    if case .day(let day) = one, case .day(let other) = another {
      self = day == other ? .sameDay : .different
    } else {
      self = one.birthYear == another.birthYear ? .sameYear : .different
    }
  }
}

extension Birth {
  /// The year.
  public var birthYear: Int {
    switch self {
    case .day(let day): day.year
    case .year(let year): year
    }
  }
}
