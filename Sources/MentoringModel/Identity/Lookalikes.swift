/// The people who stand in the banks under several ids, found without comparing all with all.
///
/// People are sorted by a few keys (name and organization, name and year, surname and initial with
/// either); only those with equal keys are compared. Where a great many have one key, and neither
/// name nor birth tells them apart (a column of equal words, say), they are a crowd: of these only
/// sure pairs are listed.
///
/// - Complexity: O(*n* log *n*) time and O(*n*) space for *n* people.
public struct Lookalikes: Sendable {
  /// Two ids of one person, or of two who look like one.
  public struct Pair: Sendable, Hashable {
    /// The place of the one in the list, which comes first.
    public var first: Int
    /// The place of the other.
    public var second: Int
    /// Whether they are one person for sure.
    public var isSure: Bool

    /// Creates a pair.
    public init(first: Int, second: Int, isSure: Bool) {
      self.first = first
      self.second = second
      self.isSure = isSure
    }
  }

  /// The pairs of people who are or may be one, by their places in the list, in that order.
  public private(set) var pairs: [Pair] = []
  /// Places of people of whom any two may be one, too many to list the pairs; each ascending.
  public private(set) var crowds: [[Int]] = []

  /// So many people with one key are compared one with each other, and all pairs are listed.
  static let few = 64
  /// So many people with one key are compared one with each other at most.
  static let many = 1024
  /// So many pairs a person that only may be one make a crowd.
  static let listed = 8
  /// So many neighbours by birth each of the most numerous is compared with.
  static let neighbours = 16

  private let people: [PersonIdentity]
  private let sketches: [NameSketch]
  private var found: Set<Pair> = []
  /// The comparisons that may still be made among many.
  private var budget: Int

  /// Looks for pairs among people.
  ///
  /// People with one id are one person anyway and are no pair; who has his id for a name is
  /// compared with nobody.
  public init(among people: [Person]) {
    self.init(among: people.map { PersonIdentity($0) })
  }

  /// Looks for pairs among people of whom no more is at hand than what tells them apart.
  public init(among people: [PersonIdentity]) {
    self.people = people
    sketches = people.map(NameSketch.init)
    budget = 32 * people.count + Self.many * Self.many
    for key in Key.allCases { search(by: key) }
    pairs = found.withoutContradictions(people).sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
    found = []
    var seen: Set<[Int]> = []
    crowds = crowds.filter { seen.insert($0).inserted }.sorted { $0[0] < $1[0] }
  }

  private mutating func search(by key: Key) {
    var order: [(key: UInt64, place: Int32)] = []
    for (place, person) in people.enumerated() {
      guard let value = key.value(of: person, sketches[place]) else { continue }
      order.append((value, Int32(place)))
    }
    order.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].key == order[start].key { end += 1 }
      let places = order[start..<end].map { Int($0.place) }
      if places.count > 1, key.compares(places, of: people, sketches) { compare(places) }
      start = end
    }
  }

  private mutating func compare(_ places: [Int]) {
    guard places.count > Self.few else { return found.formUnion(pairs(of: places)) }
    let cost = places.count * places.count / 2
    if places.count <= Self.many, cost <= budget {
      budget -= cost
      let pairs = pairs(of: places)
      guard pairs.count(where: { !$0.isSure }) > Self.listed * places.count else {
        return found.formUnion(pairs)
      }
      found.formUnion(pairs.filter(\.isSure))
    } else {
      let order = places.sorted { (people[$0].birthNumber, $0) < (people[$1].birthNumber, $1) }
      found.formUnion(pairs(of: order, within: Self.neighbours).filter(\.isSure))
    }
    crowds.append(places)
  }

  /// The pairs of each of `places` with those that follow within a reach.
  private func pairs(of places: [Int], within reach: Int? = nil) -> [Pair] {
    let names = places.map { PersonName(people[$0].name) }
    var result: [Pair] = []
    for (one, place) in places.enumerated() {
      for another in (one + 1)..<max(one + 1, min(places.count, one + 1 + (reach ?? places.count)))
      {
        let (mine, its) = (people[place], people[places[another]])
        guard mine.id != its.id else { continue }
        let likeness = mine.likeness(to: its, names[one], names[another])
        guard likeness != .different else { continue }
        result.append(
          Pair(
            first: min(place, places[another]), second: max(place, places[another]),
            isSure: likeness == .sure))
      }
    }
    return result
  }
}

extension Set<Lookalikes.Pair> {
  /// Whose birth is known to the year is not surely one with two people born on two days of it.
  fileprivate func withoutContradictions(_ people: [PersonIdentity]) -> [Element] {
    var days: [Int: Set<CalendarDate>] = [:]
    for pair in self where pair.isSure {
      for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
        if case .day(let day) = people[other].birth, people[one].birthDay == nil {
          days[one, default: []].insert(day)
        }
      }
    }
    let torn = days.filter { $0.value.count > 1 }
    return map { pair in
      var pair = pair
      if torn[pair.first] != nil || torn[pair.second] != nil { pair.isSure = false }
      return pair
    }
  }
}

/// What people are sorted by.
private enum Key: CaseIterable {
  case nameAndPlace
  case nameAndYear
  case name
  case surnameAndPlace
  case surnameAndYear

  func value(of person: PersonIdentity, _ sketch: NameSketch) -> UInt64? {
    guard sketch.isName else { return nil }
    let year = (person.birth?.birthYear).map { UInt64(truncatingIfNeeded: $0) }
    switch self {
    case .nameAndPlace: return sketch.words &+ sketch.place
    case .nameAndYear: return year.map { mixed(sketch.words ^ mixed($0)) }
    case .name: return sketch.words
    case .surnameAndPlace: return sketch.surname &+ sketch.place
    case .surnameAndYear: return year.map { mixed(sketch.surname ^ mixed($0)) }
    }
  }

  /// Whether comparing can find what no other key does.
  func compares(_ places: [Int], of people: [PersonIdentity], _ sketches: [NameSketch]) -> Bool {
    switch self {
    case .nameAndPlace, .nameAndYear: true
    case .name:
      places.contains { people[$0].organization == nil }
        && places.contains { people[$0].organization != nil }
    case .surnameAndPlace, .surnameAndYear: places.contains { sketches[$0].isShort }
    }
  }
}

/// Numbers that stand for a name and a place: equal where these are.
private struct NameSketch {
  /// The words, in whatever order.
  var words: UInt64 = 0
  /// The surname and the first letter of the name.
  var surname: UInt64 = 0
  /// The organization.
  var place: UInt64
  /// Whether words are left out or shortened.
  var isShort: Bool
  /// Whether the person has a name.
  var isName: Bool

  init(_ person: PersonIdentity) {
    let name = PersonName(person.name)
    for word in name.words { words &+= mixed(hash(word.utf8)) }
    let initial = name.words.dropFirst().first?.unicodeScalars.first?.value ?? 0
    surname = mixed(hash((name.words.first ?? "").utf8) ^ mixed(UInt64(initial)))
    place = person.organization.map { mixed(hash($0.rawValue.utf8)) } ?? 0
    isShort = !name.isFull
    isName = !name.words.isEmpty && !person.isNameless
  }
}

/// FNV-1a in 64 bits: the same on every machine, unlike `Hasher`.
private func hash(_ bytes: String.UTF8View) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// The same number, its bits well spread.
private func mixed(_ number: UInt64) -> UInt64 {
  var z = number &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}

extension PersonIdentity {
  fileprivate var birthDay: CalendarDate? {
    guard case .day(let day) = birth else { return nil }
    return day
  }

  /// A number by which births can be sorted.
  fileprivate var birthNumber: Int {
    switch birth {
    case .day(let day): day.year * 400 + day.month * 32 + day.day
    case .year(let year): year * 400
    case nil: -1
    }
  }
}
