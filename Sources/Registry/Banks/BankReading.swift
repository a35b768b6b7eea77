public import Foundation
import GRDB
public import MentoringModel

/// The bank of a registry at one revision, as it was imported.
public struct RegisteredBank: Sendable {
  /// The revision.
  public var revision: Int
  /// The bytes of `programme.yaml`.
  public var programmeFile: Data
  /// The bank, without the decisions that were made in the registry.
  public var bank: Bank
  /// All decisions, undone ones too.
  public var decisions: [RecordedDecision]
}

extension Registry {
  /// The bank with the decisions on it, in one snapshot.
  ///
  /// - Parameter revision: The revision, or nil for the latest. Rows of an earlier one stand in the
  ///   order of the last import in which they were.
  /// - Returns: The bank, the programme's file and the decisions.
  /// - Throws: ``RegistryFailure``.
  /// - Complexity: O(*n*) for *n* rows.
  public func bank(
    at revision: Int? = nil
  ) throws(RegistryFailure) -> RegisteredBank {
    try read { database in try bank(at: revision, in: database) }
  }

  /// The bytes of the latest `programme.yaml`.
  public func programmeFile() throws(RegistryFailure) -> Data {
    try read { database in
      let bytes = try Data.fetchOne(
        database,
        sql: """
          SELECT bytes FROM document
          WHERE id = (SELECT programme FROM revision ORDER BY id DESC LIMIT 1)
          """)
      guard let bytes else { throw RegistryFailure.empty(path: path) }
      return bytes
    }
  }

  /// The bank with the decisions on it.
  func bank(at revision: Int?, in database: Database) throws -> RegisteredBank {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT revision.id AS id, bytes FROM revision
        JOIN document ON document.id = revision.programme
        WHERE ? IS NULL OR revision.id = ? ORDER BY revision.id DESC LIMIT 1
        """, arguments: [revision, revision])
    guard let row else { throw RegistryFailure.empty(path: path) }
    let number: Int = row["id"]
    var bank = Bank()
    for kind in BankTables.kinds { try Self.load(kind, into: &bank, at: number, in: database) }
    return RegisteredBank(
      revision: number, programmeFile: row["bytes"], bank: bank,
      decisions: try decisions(in: database))
  }

  private static func load<Kind: BankRow>(
    _ kind: Kind.Type, into bank: inout Bank, at revision: Int, in database: Database
  ) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT profile, format, file, sheet, line FROM \(Kind.table.name)
        WHERE since <= ? AND (until IS NULL OR until > ?) ORDER BY place, id
        """, arguments: [revision, revision])
    var rows: [Kind] = []
    while let row = try cursor.next() {
      var one = try Kind(content: row["profile"], format: row["format"])
      one.place = SourceLocation(file: row["file"], sheet: row["sheet"], row: row["line"])
      rows.append(one)
    }
    Kind.put(rows, into: &bank)
  }
}

extension Bank {
  /// The bank as text, a row a line, equal for equal banks: for hashing.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  public func canonicalBytes() -> Data {
    var text = ""
    for kind in BankTables.kinds {
      text += kind.table.name + "\n"
      for line in Self.lines(kind, of: self) { text += line + "\n" }
    }
    return Data(text.utf8)
  }

  private static func lines<Kind: BankRow>(_ kind: Kind.Type, of bank: Bank) -> [String] {
    // Plain structs of texts and numbers always encode.
    Kind.rows(of: bank).map { (try? $0.content()) ?? "" }
  }
}
