import GRDB

/// The tables of a registry, version by version.
///
/// A registry that others have is never changed but by a further migration at the end of the list.
enum Schema {
  /// The version that this program writes.
  static var version: Int { migrations.count }

  /// What makes a registry of version *n* from one of version *n* − 1, each in one transaction.
  static let migrations: [@Sendable (Database) throws -> Void] = [first]

  /// Brings a registry up to date.
  static func migrate(_ database: Database) throws {
    let current = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard current < version else { return }
    for number in current..<version {
      try database.inTransaction(.immediate) {
        // Another process may have been faster.
        guard try Int.fetchOne(database, sql: "PRAGMA user_version") == number else {
          return .rollback
        }
        try migrations[number](database)
        try database.execute(
          sql: """
            PRAGMA application_id = \(FileHeader.applicationID);
            PRAGMA user_version = \(number + 1);
            """)
        return .commit
      }
    }
  }

  @Sendable private static func first(_ database: Database) throws {
    try database.execute(sql: ground)
    for table in BankTables.all { try database.execute(sql: table.creation) }
    try database.execute(sql: decisions)
    try database.execute(sql: audit)
    for table in appendOnly { try database.execute(sql: guarding(table)) }
  }

  private static let ground = """
    CREATE TABLE registry (
      id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL, programme TEXT NOT NULL,
      begun_at TEXT NOT NULL,
      erasing INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE person (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, pseudonym TEXT NOT NULL UNIQUE,
      purged_at TEXT, mark TEXT
    ) STRICT;
    CREATE TABLE document (
      id INTEGER PRIMARY KEY, digest TEXT NOT NULL, bytes BLOB NOT NULL,
      erased INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX document_digest ON document (digest);
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('import', 'purge')),
      at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
      digest TEXT, programme INTEGER NOT NULL REFERENCES document
    ) STRICT;
    CREATE TABLE input_file (
      revision INTEGER NOT NULL REFERENCES revision, name TEXT NOT NULL, digest TEXT NOT NULL,
      PRIMARY KEY (revision, name)
    ) STRICT;
    """

  private static let decisions = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
      revision INTEGER NOT NULL REFERENCES revision, version TEXT NOT NULL, solver TEXT NOT NULL,
      status TEXT NOT NULL, proved INTEGER NOT NULL,
      plan INTEGER NOT NULL REFERENCES document, certificate INTEGER NOT NULL REFERENCES document,
      manifest INTEGER NOT NULL REFERENCES document
    ) STRICT;
    CREATE TABLE run_form (
      run INTEGER NOT NULL REFERENCES run, form TEXT NOT NULL, PRIMARY KEY (run, form)
    ) STRICT;
    CREATE TABLE proposal (
      id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, form TEXT NOT NULL,
      match TEXT NOT NULL, mentor INTEGER NOT NULL REFERENCES person, group_name TEXT,
      fit INTEGER NOT NULL, pinned INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX proposal_run ON proposal (run, form);
    CREATE TABLE proposal_person (
      proposal INTEGER NOT NULL REFERENCES proposal, place INTEGER NOT NULL,
      person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (proposal, place)
    ) STRICT;
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
      kind TEXT NOT NULL CHECK (kind IN ('pin', 'ban', 'approve', 'reject', 'withdraw')),
      form TEXT, mentor INTEGER REFERENCES person, run INTEGER REFERENCES run,
      CHECK ((mentor IS NULL) = (kind = 'withdraw'))
    ) STRICT;
    CREATE TABLE decision_person (
      decision INTEGER NOT NULL REFERENCES decision, place INTEGER NOT NULL,
      person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (decision, place)
    ) STRICT;
    CREATE TABLE undoing (
      decision INTEGER PRIMARY KEY REFERENCES decision, at TEXT NOT NULL,
      actor INTEGER NOT NULL REFERENCES actor
    ) STRICT;
    """

  private static let audit = """
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
      action TEXT NOT NULL, detail TEXT NOT NULL CHECK (json_valid(detail)), chain TEXT NOT NULL
    ) STRICT;
    CREATE TABLE copy (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, at TEXT NOT NULL,
      actor INTEGER NOT NULL REFERENCES actor
    ) STRICT;
    """

  /// What is only ever added to, an erasure too: people stand there by their numbers alone.
  private static let appendOnly = [
    "audit", "revision", "run", "run_form", "proposal_person", "decision", "decision_person",
    "undoing",
  ]

  private static func guarding(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are only added'); END;
    CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'rows of \(table) are only added'); END;
    """
  }
}
