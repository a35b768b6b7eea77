import Foundation
import GRDB

/// Files that runs and imports keep; equal ones are kept once.
enum Documents {
  /// The number of a document with these bytes.
  static func add(_ bytes: [UInt8], in database: Database) throws -> Int64 {
    let digest = Digest.of(bytes)
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM document WHERE digest = ?", arguments: [digest])
    if let known { return known }
    try database.execute(
      sql: "INSERT INTO document (digest, bytes) VALUES (?, ?)",
      arguments: [digest, Data(bytes)])
    return database.lastInsertedRowID
  }
}
