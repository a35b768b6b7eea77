import GRDB
import MentoringModel

extension Organization: BankRow {
  static let table = BankTable(name: "organization", columns: [("code", "TEXT NOT NULL")])

  static func rows(of bank: Bank) -> [Organization] { bank.organizations }
  static func put(_ rows: [Organization], into bank: inout Bank) { bank.organizations = rows }

  /// An organization as JSON.
  struct Record: Codable {
    var id: OrganizationID
    var name: String
    var parent: OrganizationID?
    var curator: String?
    var capacity: Int?
  }

  init(_ record: Record) {
    self.init(
      id: record.id, name: record.name, parent: record.parent, curator: record.curator ?? "",
      capacity: record.capacity)
  }

  var record: Record {
    Record(
      id: id, name: name, parent: parent, curator: curator.isEmpty ? nil : curator,
      capacity: capacity)
  }

  var place: SourceLocation {
    get { source }
    set { source = newValue }
  }

  var identity: String { id.rawValue }
  var people: [PersonID] { [] }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [id.rawValue]
  }
}

extension RequestProfile: BankRow {
  static let table = BankTable(
    name: "mentee_request", columns: [("form", "TEXT NOT NULL")], hasMembers: true)

  static func rows(of bank: Bank) -> [RequestProfile] { bank.profiles }
  static func put(_ rows: [RequestProfile], into bank: inout Bank) { bank.profiles = rows }

  /// A profile as JSON.
  struct Record: Codable {
    struct Wish: Codable {
      var competency: CompetencyID
      var priority: Int
      var mustHave: Bool?
      var level: Int?
    }

    var members: [PersonID]
    var form: FormID
    var group: String?
    var requests: [Wish]
  }

  init(_ record: Record) {
    self.init(
      members: record.members, form: record.form, group: record.group,
      requests: record.requests.map {
        Request(
          $0.competency, priority: $0.priority, isMustHave: $0.mustHave ?? false, level: $0.level)
      })
  }

  var record: Record {
    Record(
      members: members, form: form, group: group,
      requests: requests.map {
        Record.Wish(
          competency: $0.competency, priority: $0.priority, mustHave: $0.isMustHave ? true : nil,
          level: $0.level)
      })
  }

  var place: SourceLocation {
    get { source }
    set { source = newValue }
  }

  /// A group goes by its name, a mentee by his id.
  var identity: String {
    "\(form)\u{1F}" + (group.map { "g" + folded($0) } ?? "p" + (members.first?.rawValue ?? ""))
  }

  var people: [PersonID] { members }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [form.rawValue]
  }
}

extension Decision: BankRow {
  static let table = BankTable(
    name: "bank_decision",
    columns: [
      ("kind", "TEXT NOT NULL"), ("form", "TEXT"), ("mentor", BankTable.person),
      ("mentee", BankTable.person),
    ])

  static func rows(of bank: Bank) -> [Decision] { bank.decisions }
  static func put(_ rows: [Decision], into bank: inout Bank) { bank.decisions = rows }

  /// A decision of the bank's table as JSON.
  struct Record: Codable {
    enum Kind: String, Codable {
      case pin
      case forbid
      case approve
      case reject

      init(_ kind: Decision.Kind) {
        switch kind {
        case .pin: self = .pin
        case .forbid: self = .forbid
        case .approve: self = .approve
        case .reject: self = .reject
        }
      }

      var kind: Decision.Kind {
        switch self {
        case .pin: .pin
        case .forbid: .forbid
        case .approve: .approve
        case .reject: .reject
        }
      }
    }

    var kind: Kind
    var form: FormID?
    var mentor: PersonID
    var mentee: PersonID
    var by: String?
    var on: CalendarDate?
  }

  init(_ record: Record) {
    self.init(
      record.kind.kind, form: record.form, mentor: record.mentor, mentee: record.mentee)
    decidedBy = record.by ?? ""
    decidedOn = record.on
  }

  var record: Record {
    Record(
      kind: Record.Kind(kind), form: form, mentor: mentor, mentee: mentee,
      by: decidedBy.isEmpty ? nil : decidedBy, on: decidedOn)
  }

  var place: SourceLocation {
    get { source }
    set { source = newValue }
  }

  var identity: String {
    [form?.rawValue ?? "", mentor.rawValue, mentee.rawValue].joined(separator: "\u{1F}")
  }

  var people: [PersonID] { [mentor, mentee] }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [kind.rawValue, form?.rawValue, try key(mentor), try key(mentee)]
  }
}

extension Companions: BankRow {
  static let table = BankTable(
    name: "companions", columns: [("kind", "TEXT NOT NULL"), ("form", "TEXT")], hasMembers: true)

  static func rows(of bank: Bank) -> [Companions] { bank.companions }
  static func put(_ rows: [Companions], into bank: inout Bank) { bank.companions = rows }

  /// Companions as JSON.
  struct Record: Codable {
    enum Kind: String, Codable {
      case together
      case apart
    }

    var kind: Kind
    var form: FormID?
    var people: [PersonID]
  }

  init(_ record: Record) {
    self.init(
      record.kind == .together ? .together : .apart, form: record.form, people: record.people)
  }

  var record: Record {
    Record(kind: kind == .together ? .together : .apart, form: form, people: people)
  }

  var place: SourceLocation {
    get { source }
    set { source = newValue }
  }

  var identity: String {
    ([kind.rawValue, form?.rawValue ?? ""] + people.map(\.rawValue)).joined(separator: "\u{1F}")
  }

  var members: [PersonID] { people }

  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [kind.rawValue, form?.rawValue]
  }
}
