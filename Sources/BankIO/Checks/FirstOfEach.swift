import MentoringModel
import Wording

/// Things with ids: of several with one id the first stays, and the others are reported.
struct FirstOfEach<ID: Identifier, Thing> {
  /// The first things, in their order.
  private(set) var things: [Thing] = []
  /// The others.
  private(set) var findings: [Finding] = []

  private let isSame: (Thing, Thing) -> Bool
  private let merge: (inout Thing, Thing) -> Bool
  private var first: [ID: (index: Int, place: SourceLocation)] = [:]

  /// Nothing yet; `isSame` tells a row that was pasted twice from two rows that disagree, and
  /// `merge` takes a second row into the first where both are about one person.
  init(
    isSame: @escaping (Thing, Thing) -> Bool = { _, _ in false },
    merge: @escaping (inout Thing, Thing) -> Bool = { _, _ in false }
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
      findings.append(Flaw.repeated(id, known.place).finding(at: place))
      return .merged
    }
    if merge(&things[known.index], thing) {
      findings.append(Flaw.merged(id, known.place).finding(at: place))
      return .merged
    }
    findings.append(Flaw.duplicateID(id, known.place).finding(at: place))
    return .leftOut
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
  /// Takes in another row with the same id where it is the same person's.
  mutating func take(_ other: Mentor) -> Bool {
    // The id says that it is one person, whatever the organization; a birth may say that it is not.
    var neighbour = other.person
    neighbour.organization = person.organization
    guard PersonName(person.name) == PersonName(neighbour.name),
      person.likeness(to: neighbour) != .different
    else { return false }
    merge(other)
    return true
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

  fileprivate static func merged(_ id: some Identifier, _ first: SourceLocation) -> Flaw {
    Flaw(
      .note, code: "mergedDuplicate", value: id.rawValue,
      Text(
        ru: "\(id) уже есть с тем же именем (\(first.place.ru)); строки объединены, верна первая.",
        en: "\(id) is there already by the same name (\(first.place.en)); the rows were merged, "
          + "the first holds."),
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
