import GRDB
import MentoringModel

extension Mentor: BankRow {
  static let table = BankTable(name: "mentor", columns: [("person", BankTable.person)])

  static func rows(of bank: Bank) -> [Mentor] { bank.mentors }
  static func put(_ rows: [Mentor], into bank: inout Bank) { bank.mentors = rows }

  /// A mentor as JSON.
  struct Record: Codable {
    var person: PersonRecord
    var competencies: [String: Int]?
    var forms: [FormID]?
    var capacity: Int?
    var capacityByForm: [String: Int]?
    var isTrained: Bool?
    var isMunicipal: Bool?
    var awards: [String]?
    var category: Int?
    var preferredAges: [Int]?
  }

  init(_ record: Record) {
    self.init(record.person.person)
    competencies = (record.competencies ?? [:]).identified()
    forms = Set(record.forms ?? [])
    capacity = record.capacity
    capacityByForm = (record.capacityByForm ?? [:]).identified()
    isTrained = record.isTrained ?? false
    isMunicipal = record.isMunicipal ?? false
    awards = record.awards ?? []
    category = record.category.flatMap(QualificationCategory.init(rawValue:)) ?? .none
    if let ages = record.preferredAges, ages.count == 2, ages[0] <= ages[1] {
      preferredAges = ages[0]...ages[1]
    }
  }

  var record: Record {
    Record(
      person: PersonRecord(person), competencies: competencies.texts,
      forms: forms.sorted().unlessEmpty,
      capacity: capacity, capacityByForm: capacityByForm.texts,
      isTrained: isTrained ? true : nil, isMunicipal: isMunicipal ? true : nil,
      awards: awards.unlessEmpty, category: category == .none ? nil : category.rawValue,
      preferredAges: preferredAges.map { [$0.lowerBound, $0.upperBound] })
  }

  var place: SourceLocation {
    get { person.source }
    set { person.source = newValue }
  }

  var identity: String { id.rawValue }
  var people: [PersonID] { [id] }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [try key(id)]
  }
}

extension Mentee: BankRow {
  static let table = BankTable(name: "mentee", columns: [("person", BankTable.person)])

  static func rows(of bank: Bank) -> [Mentee] { bank.mentees }
  static func put(_ rows: [Mentee], into bank: inout Bank) { bank.mentees = rows }

  /// A mentee as JSON.
  struct Record: Codable {
    var person: PersonRecord
    var marks: [String]?
  }

  init(_ record: Record) {
    self.init(record.person.person)
    marks = Set(record.marks ?? [])
  }

  var record: Record {
    Record(person: PersonRecord(person), marks: marks.sorted().unlessEmpty)
  }

  var place: SourceLocation {
    get { person.source }
    set { person.source = newValue }
  }

  var identity: String { id.rawValue }
  var people: [PersonID] { [id] }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [try key(id)]
  }
}

extension RosterEntry: BankRow {
  static let table = BankTable(name: "roster_entry", columns: [("person", BankTable.person)])

  static func rows(of bank: Bank) -> [RosterEntry] { bank.roster }
  static func put(_ rows: [RosterEntry], into bank: inout Bank) { bank.roster = rows }

  /// An entry as JSON.
  struct Record: Codable {
    var id: PersonID
    var organization: OrganizationID?
    var roles: [RoleID]?
    var birth: BirthRecord?
  }

  init(_ record: Record) {
    self.init(
      id: record.id, organization: record.organization, roles: Set(record.roles ?? []),
      birth: record.birth?.birth)
  }

  var record: Record {
    Record(
      id: id, organization: organization, roles: roles.sorted().unlessEmpty,
      birth: birth.map(BirthRecord.init))
  }

  /// The roster does not say where its rows stand.
  var place: SourceLocation {
    get { SourceLocation() }
    set {}
  }

  var identity: String { id.rawValue }
  var people: [PersonID] { [id] }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [try key(id)]
  }
}

extension BankTable {
  /// The type of a column that names a person.
  static let person = "INTEGER NOT NULL REFERENCES person"
}

extension Dictionary where Key: Identifier {
  /// The same by the texts of the identifiers, or nil where it is empty.
  fileprivate var texts: [String: Value]? {
    isEmpty ? nil : [String: Value](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
  }
}

extension [String: Int] {
  fileprivate func identified<ID: Identifier>() -> [ID: Int] {
    [ID: Int](uniqueKeysWithValues: map { (ID(rawValue: $0.key), $0.value) })
  }
}
