import MentoringModel
import Wording

/// Things with ids: of several with one id the first stays, and the others are reported.
struct FirstOfEach<ID: Identifier, Thing> {
  /// The first things, in their order.
  private(set) var things: [Thing] = []
  /// The others.
  var findings: [Finding] { log.findings }

  private var log = FindingLog()
  private let isSame: (Thing, Thing) -> Bool
  private let merge: (inout Thing, Thing) -> Merging
  private var first: [ID: (index: Int, place: SourceLocation)] = [:]

  /// What becomes of a second row with an id.
  enum Merging {
    /// It is about something else.
    case refused
    /// The first row took it in.
    case intoFirst
    /// It took in the first row, and stands in its place.
    case intoSecond
  }

  /// Nothing yet; `isSame` tells a row that was pasted twice from two rows that disagree, and
  /// `merge` makes one of two rows where both are about one person.
  init(
    isSame: @escaping (Thing, Thing) -> Bool = { _, _ in false },
    merge: @escaping (inout Thing, Thing) -> Merging = { _, _ in .refused }
  ) {
    self.isSame = isSame
    self.merge = merge
  }

  /// Takes in a thing, and says what became of its row.
  @discardableResult
  mutating func add(_ thing: Thing, id: ID, at place: SourceLocation) -> BaseTally.Fate {
    guard let known = first[id] else {
      first[id] = (things.count, place)
      things.append(thing)
      return .kept
    }
    if isSame(things[known.index], thing) {
      log.append(Flaw.repeated(id, known.place).finding(at: place))
      return .merged
    }
    switch merge(&things[known.index], thing) {
    case .intoFirst:
      log.append(Flaw.merged(id, known.place, holds: known.place).finding(at: place))
      return .merged
    case .intoSecond:
      first[id]?.place = place
      log.append(Flaw.merged(id, known.place, holds: place).finding(at: place))
      return .keptInstead(of: known.place)
    case .refused:
      log.append(Flaw.duplicateID(id, known.place).finding(at: place))
      return .leftOut
    }
  }
}

extension Mentor {
  /// Whether another row says the same of the same person.
  func isSame(as other: Mentor) -> Bool {
    var other = other
    other.person.source = person.source
    return self == other
  }
}

extension Mentor {
  /// Makes one of two rows with an id where they are the same person's; that of the base of the
  /// own organization holds, or else the first.
  mutating func merge(
    _ other: Mentor, homes: [String: OrganizationID]
  ) -> FirstOfEach<PersonID, Mentor>.Merging {
    // The id says that it is one person, whatever the organization; a birth may say that it is not.
    var neighbour = other.person
    neighbour.organization = person.organization
    guard PersonName(person.name) == PersonName(neighbour.name),
      person.likeness(to: neighbour) != .different
    else { return .refused }
    guard other.person.isAtHome(homes), !person.isAtHome(homes) else {
      merge(other)
      return .intoFirst
    }
    var second = other
    second.merge(self)
    self = second
    return .intoSecond
  }
}

extension Person {
  /// Whether the row stands in the base of the person's own organization.
  func isAtHome(_ homes: [String: OrganizationID]) -> Bool {
    homes[source.file].map { $0 == organization } ?? false
  }
}

extension Flaw {
  fileprivate static func duplicateID(_ id: some Identifier, _ first: SourceLocation) -> Flaw {
    Flaw(
      .error, code: "duplicateID", value: id.rawValue,
      Text(
        ru: "Код \(id) уже занят (\(first.place.ru)); эта строка не учтена.",
        en: "The id \(id) is taken already (\(first.place.en)); this row is not used."),
      advice: Text(
        ru: "Удалите одну из строк или дайте ей другой код.",
        en: "Remove one row or give it a new id."))
  }

  fileprivate static func merged(
    _ id: some Identifier, _ first: SourceLocation, holds holder: SourceLocation
  ) -> Flaw {
    let (ru, en) =
      holder == first
      ? ("первая", "the first")
      : ("эта, из своей организации", "this one, of the own organization,")
    return Flaw(
      .note, code: "mergedDuplicate", value: id.rawValue,
      Text(
        ru: "\(id) уже есть с тем же именем (\(first.place.ru)); строки объединены, верна \(ru).",
        en: "\(id) is there already by the same name (\(first.place.en)); the rows were merged, "
          + "\(en) holds."),
      advice: Text(
        ru: "Оставьте одну строку на человека.", en: "Keep one row a person."))
  }

  fileprivate static func repeated(_ id: some Identifier, _ first: SourceLocation) -> Flaw {
    Flaw(
      .warning, code: "repeatedRow", value: id.rawValue,
      Text(
        ru: "Строка \(id) повторяет прежнюю (\(first.place.ru)).",
        en: "The row of \(id) repeats an earlier one (\(first.place.en))."),
      advice: Text(ru: "Удалите повтор.", en: "Remove the repetition."))
  }
}
