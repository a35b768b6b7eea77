import Foundation
import GRDB

extension Registry {
  /// Copies the registry into a new file while others may go on reading, checks the copy and
  /// remembers where it is: ``purge(_:)`` erases there, too.
  ///
  /// - Throws: ``RegistryFailure/exists(path:)`` where a file is there; the copy is made aside, so
  ///   that a file of that name is whole and sound.
  public func backup(to target: String) throws(RegistryFailure) {
    guard !FileManager.default.fileExists(atPath: target) else { throw .exists(path: target) }
    let aside = target + ".\(ProcessInfo.processInfo.processIdentifier).part"
    let descriptor = Foundation.open(aside, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw RegistryFailure(errno: errno, path: target) }
    close(descriptor)
    defer { for end in ["", "-wal", "-shm", "-journal"] { unlink(aside + end) } }
    do {
      let copy = try DatabaseQueue(path: aside)
      try queue.backup(to: copy)
      // One file by itself, without a log beside it.
      try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      let check = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      try copy.close()
      guard check == ["ok"] else { throw RegistryFailure.corrupt(path: path) }
    } catch {
      // What has no room or may not be written is the copy.
      switch Self.failure(error, path: path) {
      case .noRoom: throw .noRoom(path: target)
      case .readOnly: throw .readOnly(path: target)
      case let failure: throw failure
      }
    }
    guard link(aside, target) == 0 else {
      throw errno == EEXIST ? .exists(path: target) : RegistryFailure(errno: errno, path: target)
    }
    let whole = URL(fileURLWithPath: target).standardizedFileURL.path
    try write { database in
      let (actor, time) = (try actor(in: database), timestamp)
      try database.execute(
        sql: "INSERT INTO copy (path, at, actor) VALUES (?, ?, ?)",
        arguments: [whole, time, actor])
      try Audit.add(.backup, AuditDetail(), actor: actor, at: time, in: database)
    }
  }

  /// Notes in the audit that the bank or a run was exported, and how much of it.
  public func noteExport(_ counts: [String: Int]) throws(RegistryFailure) {
    try write { database in
      try Audit.add(
        .export, AuditDetail(counts: counts), actor: try actor(in: database),
        at: timestamp, in: database)
    }
  }
}
