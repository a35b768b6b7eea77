import MentoringModel
import Wording

/// What became of ids and groups that the bases of several organizations name alike.
///
/// Each base counts its people from 1. An id that means one person in one base and another in
/// another gets the organization before it: «1» of SH-01 becomes `SH-01-1`. Where that happens to
/// a number, all numbers of the base change, so that nobody's depends on the length of another
/// base. One id of one person in two bases stays one id.
struct BaseIDs {
  /// What is to be said of it.
  private(set) var findings: [Finding] = []
  private var changed: [BaseID: PersonID] = [:]
  private var sharedGroups: Set<String> = []

  /// Nothing is changed.
  init() {}

  /// Settles who has which id.
  ///
  /// - Complexity: O(*n* log *n*) time and O(*n*) space for *n* people.
  init(_ census: BaseCensus) {
    sharedGroups = Set(census.homesByGroup.filter { $0.value.count > 1 }.keys)
    let alike = census.idsOfSeveral
    let numbered = Set(alike.filter(\.isNumber).flatMap { census.bases(of: $0) })
    let toChange = census.ids.filter { id in
      alike.contains(id) || id.isNumber && census.bases(of: id).contains(where: numbered.contains)
    }
    var given: [PersonID: BaseID] = [:]
    for id in toChange {
      for (base, owner) in census.owners(of: id) {
        let meant = BaseID(base: owner, id: id)
        var new = census.free(id, of: owner)
        if let other = given[new], other != meant { new = DerivedID.of(id.rawValue, owner, nil) }
        given[new] = meant
        changed[BaseID(base: base, id: id)] = new
      }
    }
    findings = census.places(of: toChange).sorted { $0.key < $1.key }.compactMap { file, ids in
      let moved = ids.filter { changed[$0] != nil }
      guard let first = moved.min(by: { $0.id.comesBefore($1.id) }), let new = changed[first] else {
        return nil
      }
      return Flaw.keptApart(moved.count, first.id, new).finding(at: SourceLocation(file: file))
    }
  }

  /// The id of a person, or of somebody to whom a row of the base refers.
  func id(_ id: PersonID, in base: OrganizationID?) -> PersonID {
    changed.isEmpty ? id : changed[BaseID(base: base, id: id)] ?? id
  }

  /// The name of a group of a base.
  func group(_ name: String, in home: OrganizationID?) -> String {
    guard let home, sharedGroups.contains(folded(name)) else { return name }
    return "\(name) (\(home))"
  }
}

/// An id as one base gives it.
struct BaseID: Hashable {
  var base: OrganizationID?
  var id: PersonID
}

/// Who has which id in which base.
struct BaseCensus {
  /// The bases that have a group of this folded name.
  private(set) var homesByGroup: [String: Set<OrganizationID>] = [:]
  private var holders: [PersonID: [Holder]] = [:]

  private static let mostRows = 50

  private struct Holder {
    var base: OrganizationID?
    var file: String
    var text: String
    var name: PersonName
    var birth: Birth?
    /// Whether the row has an id alone.
    var isNameless: Bool
    var isAtHome: Bool
  }

  /// Counts a row about a person.
  mutating func add(_ person: Person, in base: OrganizationID?) {
    // More rows of one base under one id are a mistake, and not all of them are compared.
    if let known = holders[person.id], known.count >= Self.mostRows,
      known.contains(where: { $0.base == base })
    {
      return
    }
    holders[person.id, default: []].append(
      Holder(
        base: base, file: person.source.file, text: person.name, name: PersonName(person.name),
        birth: person.birth, isNameless: person.name == person.id.rawValue,
        isAtHome: base == person.organization))
  }

  /// Counts a row about somebody of a group.
  mutating func add(group: String, in home: OrganizationID) {
    homesByGroup[folded(group), default: []].insert(home)
  }

  /// All ids, in order.
  var ids: [PersonID] { holders.keys.sorted() }

  /// The ids that mean different people in different bases.
  var idsOfSeveral: Set<PersonID> {
    Set(
      holders.filter { _, rows in
        guard let first = rows.first, rows.contains(where: { $0.base != first.base }) else {
          return false
        }
        return rows.indices.contains { one in
          rows[..<one].contains { $0.base != rows[one].base && !Self.isOne($0, rows[one]) }
        }
      }.keys)
  }

  /// The organizations in whose bases somebody has the id.
  func bases(of id: PersonID) -> Set<OrganizationID> {
    Set((holders[id] ?? []).compactMap(\.base))
  }

  /// The base after which the id is named, for each base that has it: of one person in several
  /// bases that of the own organization, or else the first.
  func owners(of id: PersonID) -> [(base: OrganizationID?, owner: OrganizationID)] {
    let rows = holders[id] ?? []
    var seen: Set<OrganizationID?> = []
    return rows.filter { seen.insert($0.base).inserted }.compactMap { row in
      // A bare number in no base is anybody's.
      guard row.base != nil || !row.isNameless else { return nil }
      let same = rows.filter { Self.isOne($0, row) && $0.base != nil }
      let owner = same.first { $0.isAtHome } ?? same.first
      return (owner?.base ?? row.base).map { (row.base, $0) }
    }
  }

  /// The id with the organization before it, or a derived one where that is taken or too long.
  func free(_ id: PersonID, of base: OrganizationID) -> PersonID {
    let new = PersonID(rawValue: "\(base)-\(id)")
    let isFree = holders[new] == nil && PersonIDCell.isSound(new.rawValue)
    return isFree ? new : DerivedID.of(id.rawValue, base, nil)
  }

  /// The ids by the files in which they stand.
  func places(of ids: [PersonID]) -> [String: Set<BaseID>] {
    ids.reduce(into: [:]) { places, id in
      for row in holders[id] ?? [] {
        places[row.file, default: []].insert(BaseID(base: row.base, id: id))
      }
    }
  }

  private static func isOne(_ one: Holder, _ other: Holder) -> Bool {
    guard one.name == other.name else { return false }
    if one.isNameless, let base = one.base, let another = other.base {
      // Bare numbers of two bases say nothing of who it is.
      return base == another
    }
    func person(_ holder: Holder) -> Person {
      var person = Person(id: "", name: holder.text)
      person.birth = holder.birth
      return person
    }
    return person(one).likeness(to: person(other)) != .different
  }
}

extension PersonID {
  fileprivate var isNumber: Bool { rawValue.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether a person would count this id first: 2 before 10.
  fileprivate func comesBefore(_ other: PersonID) -> Bool {
    (rawValue.utf8.count, rawValue) < (other.rawValue.utf8.count, other.rawValue)
  }
}

extension Flaw {
  fileprivate static func keptApart(_ count: Int, _ first: PersonID, _ new: PersonID) -> Flaw {
    let ids = Noun.id.counted(count)
    return Flaw(
      .note, code: "keptApart", value: first.rawValue,
      Text(
        ru: "В других базах эти коды у других людей; к ним добавлена организация "
          + "(\(ids.ru)): «\(first)» стал «\(new)».",
        en: "Other bases give these ids to other people; the organization was put before them "
          + "(\(ids.en)): “\(first)” became “\(new)”."),
      advice: Text(
        ru: "В решениях и других общих таблицах пишите новые коды.",
        en: "Use the new ids in decisions and other tables about all."))
  }
}

extension Noun {
  fileprivate static let id = Noun(
    one: "код", few: "кода", many: "кодов", singular: "id", plural: "ids")
}
