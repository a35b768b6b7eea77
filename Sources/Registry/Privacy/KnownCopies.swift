import Foundation
import GRDB
import MentoringModel

extension Registry {
  /// The files that ``backup(to:)`` made, oldest first, wherever they are now.
  public func copies() throws(RegistryFailure) -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT path FROM copy ORDER BY id")
    }
  }

  /// Erases a person from the copies, by pseudonym or id; each is one file by itself again.
  ///
  /// - Returns: The copies that are rid of the person, and those that are not there or did not let
  ///   themselves be changed.
  func eraseFromCopies(
    _ person: String, _ pseudonym: String
  ) throws(RegistryFailure) -> (erased: [String], left: [String]) {
    var (erased, left): ([String], [String]) = ([], [])
    let key = try key()
    for path in try copies() {
      do {
        let copy = try Registry.open(path, by: user)
        guard try copy.key() == key else {
          // Another registry stands there now: the copy is elsewhere.
          left.append(path)
          continue
        }
        let codes = try copy.read { database in
          try String.fetchAll(
            database,
            sql: "SELECT code FROM person WHERE purged_at IS NULL AND (pseudonym = ? OR code = ?)",
            arguments: [pseudonym, person])
        }
        for code in codes { _ = try copy.purgeAlone(.init(rawValue: code)) }
        try copy.closeAsOneFile()
        if !codes.isEmpty { erased.append(path) }
      } catch {
        left.append(path)
      }
    }
    return (erased, left)
  }

  /// What tells this registry and its copies from all others.
  func key() throws(RegistryFailure) -> String {
    try read { database in
      try String.fetchOne(database, sql: "SELECT key FROM registry") ?? ""
    }
  }

  /// Leaves the file without a log beside it, as a copy is kept.
  private func closeAsOneFile() throws(RegistryFailure) {
    try underLock { database in try database.execute(sql: "PRAGMA journal_mode = DELETE") }
    do { try queue.close() } catch { throw Self.failure(error, path: path) }
  }
}
