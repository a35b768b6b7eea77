public import Foundation
import GRDB
public import MentoringModel

/// A programme folder that was read, to be imported.
public struct BankImport: Sendable {
  /// A file of the folder.
  public struct File: Sendable, Hashable {
    /// The name within the folder.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String

    /// Creates a file.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// The short name of the programme.
  public var programme: String
  /// The bytes of `programme.yaml`.
  public var programmeFile: Data
  /// What the tables hold.
  public var bank: Bank
  /// The files that were read.
  public var files: [File]

  /// Creates an import.
  public init(programme: String, programmeFile: Data, bank: Bank, files: [File]) {
    self.programme = programme
    self.programmeFile = programmeFile
    self.bank = bank
    self.files = files
  }
}

/// What an import changed.
public struct ImportReport: Sendable, Hashable {
  /// What became of the rows of one table.
  public struct Changes: Sendable, Hashable {
    /// The table: `mentor`, `mentee`, `mentee_request`, `organization`, `roster_entry`,
    /// `bank_decision`, `companions`.
    public var table: String
    /// Rows that are as they were.
    public var kept = 0
    /// Rows of what was not there.
    public var added = 0
    /// Rows that say something else; what they said before is kept.
    public var changed = 0
    /// Rows that are there no more; what they said is kept.
    public var gone = 0
  }

  /// The revision of the bank.
  public var revision: Int
  /// Whether the folder says just what the registry holds: then nothing was written.
  public var isUnchanged: Bool
  /// Table by table.
  public var tables: [Changes]
  /// Those who were erased before and are in the tables again, by all their ids there.
  ///
  /// They were left out; ``Registry/admit(_:)`` lets them in.
  public var returned: [PersonID] = []
}

extension Registry {
  /// Imports a folder in one transaction.
  ///
  /// Rows that changed become new versions, rows that are not there any more are marked as gone. Who
  /// was erased and stands in the tables still, or again, is left out.
  ///
  /// - Returns: What was changed: nothing, where the same was imported last.
  /// - Throws: ``RegistryFailure``, ``RegistryFailure/otherProgramme(path:registry:folder:)`` where
  ///   the registry is of another programme.
  /// - Complexity: O(*n*) for *n* rows of the folder and of the registry's current bank.
  public func add(_ folder: BankImport) throws(RegistryFailure) -> ImportReport {
    let erased = try read { database in try ErasedPeople(in: database) }
    let admissible: AdmissibleBank
    do { admissible = try AdmissibleBank(folder, erased) } catch {
      throw Self.failure(error, path: path)
    }
    let known = try read { database in try standing(of: admissible, in: database) }
    if let known { return known }
    return try write { database in
      // Somebody may have been erased meanwhile.
      let now = try ErasedPeople(in: database)
      let admissible = now == erased ? admissible : try AdmissibleBank(folder, now)
      if let known = try standing(of: admissible, in: database) { return known }
      return try merge(admissible, in: database)
    }
  }

  /// The report where there is nothing to do.
  private func standing(
    of admissible: AdmissibleBank, in database: Database
  ) throws -> ImportReport? {
    let (folder, contents) = (admissible.folder, admissible.contents)
    let programme = try String.fetchOne(database, sql: "SELECT programme FROM registry")
    guard programme == nil || programme == folder.programme else {
      throw RegistryFailure.otherProgramme(
        path: path, registry: programme ?? "", folder: folder.programme)
    }
    let last = try Row.fetchOne(
      database, sql: "SELECT id, digest FROM revision ORDER BY id DESC LIMIT 1")
    // An erasure makes a revision without a digest: after it nothing is the same.
    guard let last, let digest: String = last["digest"], digest == contents.digest else {
      return nil
    }
    return ImportReport(
      revision: last["id"], isUnchanged: true,
      tables: contents.tables.map { .init(table: $0.table, kept: $0.rows.count) },
      returned: admissible.returned)
  }

  private func merge(
    _ admissible: AdmissibleBank, in database: Database
  ) throws -> ImportReport {
    let (folder, contents) = (admissible.folder, admissible.contents)
    let (actor, time) = (try actor(in: database), timestamp)
    try database.execute(
      sql: "INSERT OR IGNORE INTO registry (id, key, programme, begun_at) VALUES (1, ?, ?, ?)",
      arguments: [Pseudonym.random(), folder.programme, time])
    let programme = try Documents.add(Array(folder.programmeFile), in: database)
    try database.execute(
      sql: """
        INSERT INTO revision (kind, at, actor, digest, programme) VALUES ('import', ?, ?, ?, ?)
        """,
      arguments: [time, actor, contents.digest, programme])
    let revision = Int(database.lastInsertedRowID)
    for file in folder.files {
      try database.execute(
        sql: "INSERT INTO input_file (revision, name, digest) VALUES (?, ?, ?)",
        arguments: [revision, file.name, file.digest])
    }
    var merging = BankMerging(revision: revision, people: try People(in: database))
    for (kind, table) in zip(BankTables.kinds, contents.tables) {
      try merging.merge(kind, table.rows, from: folder.bank, in: database)
    }
    let report = ImportReport(
      revision: revision, isUnchanged: false, tables: merging.changes,
      returned: admissible.returned)
    var counts: [String: Int] = [:]
    for table in report.tables {
      counts["added", default: 0] += table.added
      counts["changed", default: 0] += table.changed
      counts["gone", default: 0] += table.gone
    }
    try Audit.add(
      .importing, AuditDetail(revision: revision, counts: counts), actor: actor, at: time,
      in: database)
    return report
  }
}

/// A folder without those who were erased.
private struct AdmissibleBank {
  let folder: BankImport
  let contents: BankContents
  let returned: [PersonID]

  init(_ folder: BankImport, _ erased: ErasedPeople) throws {
    returned = erased.returned(in: folder.bank)
    var folder = folder
    folder.bank = folder.bank.leavingOut(Set(returned))
    self.folder = folder
    contents = try BankContents(folder)
  }
}

/// The texts of all rows of a folder, with what tells whether two folders say the same.
struct BankContents {
  /// A row with its hash.
  struct Content {
    var text: String
    var digest: String
  }

  /// The rows, table by table.
  private(set) var tables: [(table: String, rows: [Content])] = []
  /// The hash of everything.
  private(set) var digest = ""

  init(_ folder: BankImport) throws {
    for kind in BankTables.kinds { try add(kind, of: folder.bank) }
    digest = Digest.of(
      ([Digest.of(folder.programmeFile)]
        + tables.flatMap { [$0.table] + $0.rows.map(\.digest) }).joined(separator: "\n"))
  }

  private mutating func add<Row: BankRow>(_ kind: Row.Type, of bank: Bank) throws {
    let rows = try Row.rows(of: bank).map { row in
      let text = try row.content()
      return Content(text: text, digest: Digest.of(text))
    }
    tables.append((Row.table.name, rows))
  }
}
