import Foundation
import GRDB
import Testing

@testable import Registry

@Suite struct SchemaTests {
  private let place: Scratch
  private let registry: Registry

  init() throws {
    place = try Scratch()
    registry = try Registry.sample(place)
  }

  /// Registries of version 1 are out there: when this fails, write a migration.
  @Test func `version 1 is never changed`() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/schema-1.sql")
    let schema = try registry.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT sql || ';' FROM sqlite_schema
          WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid
          """)
    }
    #expect(
      try String(contentsOf: golden, encoding: .utf8) == schema.joined(separator: "\n") + "\n")
    #expect(Schema.version == 1)
  }

  @Test func `the log is written ahead, references are held, what is deleted is overwritten`()
    throws
  {
    let settings = try registry.read { database in
      try ["journal_mode", "foreign_keys", "secure_delete", "synchronous"].map {
        try String.fetchOne(database, sql: "PRAGMA \($0)")
      }
    }
    #expect(settings == ["wal", "1", "1", "2"])
    #expect(throws: DatabaseError.self) {
      try registry.queue.write {
        try $0.execute(sql: "INSERT INTO run_form (run, form) VALUES (77, 'a')")
      }
    }
    let orphans = try registry.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count }
    #expect(orphans == 0)
  }

  @Test func `a migration that fails is taken back whole`() throws {
    try registry.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    // The tables of version 1 are there already and cannot be made again.
    #expect(throws: RegistryFailure.corrupt(path: place.file)) {
      try Registry.open(place.file, by: .curator())
    }
    #expect(try registry.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 0)
    #expect(try registry.status().isSound)
  }
}
