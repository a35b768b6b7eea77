/// Finds the people who stand in the banks under several ids, without comparing all with all.
///
/// People are sorted by a few keys (name and organization, name and year, surname and initial with
/// either); only those with equal keys are compared. A crowd with one key is compared with its
/// neighbours by birth alone, so that a column of equal words costs no more than one of names.
///
/// - Complexity: O(*n* log *n*) time and O(*n*) space for *n* people.
public enum Lookalikes {
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

  /// So many people with one key are compared one with each other.
  static let crowd = 64
  /// So many neighbours each of a larger crowd is compared with.
  static let neighbours = 16

  /// The pairs of people who are or may be one, by their places in a list.
  ///
  /// People with one id are one person anyway and are no pair; who has his id for a name is
  /// compared with nobody.
  public static func pairs(among people: [Person]) -> [Pair] {
    let sketches = people.map(NameSketch.init)
    var found: Set<Pair> = []
    for key in Key.allCases {
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
        if end - start > 1 {
          let places = order[start..<end].map { Int($0.place) }
          compare(places, of: people, sketches, by: key, into: &found)
        }
        start = end
      }
    }
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private static func compare(
    _ places: [Int], of people: [Person], _ sketches: [NameSketch], by key: Key,
    into found: inout Set<Pair>
  ) {
    guard key.compares(places, of: people, sketches) else { return }
    let isCrowd = places.count > crowd
    let places =
      isCrowd
      ? places.sorted { (people[$0].birthNumber, $0) < (people[$1].birthNumber, $1) } : places
    let names = places.map { PersonName(people[$0].name) }
    for (one, place) in places.enumerated() {
      let last = isCrowd ? min(places.count, one + 1 + neighbours) : places.count
      for another in (one + 1)..<max(one + 1, last) {
        let (mine, its) = (people[place], people[places[another]])
        guard mine.id != its.id else { continue }
        let likeness = mine.likeness(to: its, names[one], names[another])
        guard likeness != .different else { continue }
        found.insert(
          Pair(
            first: min(place, places[another]), second: max(place, places[another]),
            isSure: likeness == .sure))
      }
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

  func value(of person: Person, _ sketch: NameSketch) -> UInt64? {
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
  func compares(_ places: [Int], of people: [Person], _ sketches: [NameSketch]) -> Bool {
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

  init(_ person: Person) {
    let name = PersonName(person.name)
    for word in name.words { words &+= mixed(hash(word.utf8)) }
    let initial = name.words.dropFirst().first?.unicodeScalars.first?.value ?? 0
    surname = mixed(hash((name.words.first ?? "").utf8) ^ mixed(UInt64(initial)))
    place = person.organization.map { mixed(hash($0.rawValue.utf8)) } ?? 0
    isShort = !name.isFull
    isName = !name.words.isEmpty && person.name != person.id.rawValue
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

extension Person {
  /// A number by which births can be sorted.
  fileprivate var birthNumber: Int {
    switch birth {
    case .day(let day): day.year * 400 + day.month * 32 + day.day
    case .year(let year): year * 400
    case nil: -1
    }
  }
}
