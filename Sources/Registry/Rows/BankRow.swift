import Foundation
import GRDB
import MentoringModel

/// A row of a bank table as the registry keeps it: a version with its span of revisions, its
/// content as JSON, and in columns of their own whom and what it speaks of.
protocol BankRow: Sendable {
  /// What the JSON holds.
  associatedtype Record: Codable

  /// The table.
  static var table: BankTable { get }
  /// The rows of a bank, in order.
  static func rows(of bank: Bank) -> [Self]
  /// Puts rows into a bank.
  static func put(_ rows: [Self], into bank: inout Bank)

  /// Creates a row from its content.
  init(_ record: Record)
  /// The content.
  var record: Record { get }
  /// Where the row stood in the user's files.
  var place: SourceLocation { get set }
  /// What makes two rows versions of one thing.
  var identity: String { get }
  /// The values of ``BankTable/columns``.
  func values(_ key: (PersonID) throws -> Int64) throws -> [(any DatabaseValueConvertible)?]
  /// The people in the member table, in order.
  var members: [PersonID] { get }
  /// Everybody whom the row's columns and members name.
  var people: [PersonID] { get }
  /// The row with other ids for people, wherever they stand in it.
  func renaming(_ name: (PersonID) -> PersonID) -> Self
}

extension BankRow {
  var members: [PersonID] { [] }

  /// The content as text: equal rows give equal bytes.
  func content() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }

  /// The row from its content.
  init(content: String, format: Int) throws {
    guard format == BankTable.format else { throw UnknownRowFormat(format: format) }
    self.init(try JSONDecoder().decode(Record.self, from: Data(content.utf8)))
  }
}

/// A row whose format this program does not know.
struct UnknownRowFormat: Error {
  var format: Int
}

/// A table of bank rows.
struct BankTable: Sendable {
  /// The version of the JSON that rows are written in.
  static let format = 1

  /// The name, in the singular.
  let name: String
  /// The columns beside those that all have, with their types.
  var columns: [(name: String, type: String)] = []
  /// Whether rows have members in a table `…_member`.
  var hasMembers = false

  /// The statements that make it.
  var creation: String {
    let own = columns.map { "\($0.name) \($0.type), " }.joined()
    let rows = """
      CREATE TABLE \(name) (
        id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
        until INTEGER REFERENCES revision,
        \(own)place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
        format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
        digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX \(name)_current ON \(name) (place) WHERE until IS NULL;

      """
    guard hasMembers else { return rows }
    return rows + """
      CREATE TABLE \(name)_member (
        row INTEGER NOT NULL REFERENCES \(name), place INTEGER NOT NULL,
        person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (row, place)
      ) STRICT;
      CREATE INDEX \(name)_member_person ON \(name)_member (person);

      """
  }
}

/// All tables of bank rows.
enum BankTables {
  /// In the order in which they are made and imported.
  static let kinds: [any BankRow.Type] = [
    Organization.self, Mentor.self, Mentee.self, RequestProfile.self, RosterEntry.self,
    Decision.self, Companions.self,
  ]

  static var all: [BankTable] { kinds.map { $0.table } }
}
