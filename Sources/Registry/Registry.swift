public import Foundation
import GRDB
import MentoringModel

/// Who works with a registry, from which command, and by which clock.
public struct RegistryUser: Sendable {
  /// Who decides: what decisions, runs and imports are signed with.
  public var name: String
  /// The command, for whoever waits for the registry.
  public var command: String
  /// The seconds to wait for another process.
  public var patience: Double
  /// The clock.
  public var now: @Sendable () -> Date

  /// Creates a user.
  public init(
    name: String, command: String, patience: Double = 10,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.name = name
    self.command = command
    self.patience = patience
    self.now = now
  }
}

/// The banks of one programme with their history, the runs on them and a curator's decisions, in
/// one file.
///
/// ```swift
/// let user = RegistryUser(name: "curator", command: "import")
/// let registry = try Registry.begin("nastavnik.sqlite", by: user)
/// let report = try registry.add(bankImport)
/// print(report.isUnchanged)
/// ```
///
/// Every change is one transaction that is on the disk when the call returns; a process that is
/// killed leaves all of it or nothing. One process writes at a time, the others wait.
public struct Registry: Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  let user: RegistryUser

  /// Opens a registry that is there.
  ///
  /// - Throws: ``RegistryFailure``; a file that is no registry of ours is never written to.
  public static func open(
    _ path: String, by user: RegistryUser
  ) throws(RegistryFailure) -> Registry {
    switch try kind(of: path) {
    case .missing: throw .missing(path: path)
    case .begun, .unclear: throw .empty(path: path)
    case .registry(let version):
      let registry = try Registry(path: path, user: user)
      if version < Schema.version { try registry.migrate() }
      registry.finishErasing()
      return registry
    }
  }

  /// Opens a registry, or begins one where no file is there, readable by its owner alone.
  ///
  /// - Throws: ``RegistryFailure``; what was begun and failed is removed again.
  public static func begin(
    _ path: String, by user: RegistryUser
  ) throws(RegistryFailure) -> Registry {
    switch try kind(of: path) {
    case .registry: return try open(path, by: user)
    case .missing, .begun, .unclear: break
    }
    let isNew = try createFile(path)
    do {
      let registry = try Registry(path: path, user: user)
      try registry.migrate()
      return registry
    } catch {
      if isNew { remove(path) }
      throw error
    }
  }

  private init(
    path: String, user: RegistryUser, isReadOnly: Bool = false
  ) throws(RegistryFailure) {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(max(0.1, user.patience))
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
    }
    self.path = path
    self.user = user
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      guard !isReadOnly else { return }
      try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      }
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// Does nothing but look; see ``FileHeader`` for what is told without SQLite.
  private static func kind(of path: String) throws(RegistryFailure) -> FileHeader.Kind {
    var kind = try FileHeader.read(path)
    if kind == .unclear {
      let looker = RegistryUser(name: "", command: "")
      let marks = try Registry(path: path, user: looker, isReadOnly: true).read { database in
        (
          application: try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
          version: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          tables: try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        )
      }
      if marks.application == FileHeader.applicationID {
        kind = .registry(version: marks.version)
      } else if marks.application == 0, marks.tables == 0 {
        kind = .begun
      } else {
        throw .foreign(path: path)
      }
    }
    if case .registry(let version) = kind, version > Schema.version {
      throw .newer(path: path, version: version, known: Schema.version)
    }
    return kind
  }

  private static func createFile(_ path: String) throws(RegistryFailure) -> Bool {
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor < 0 else {
      close(descriptor)
      return true
    }
    guard errno == EEXIST else { throw RegistryFailure(errno: errno, path: path) }
    return false
  }

  private static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { unlink(path + end) }
  }

  private func migrate() throws(RegistryFailure) {
    try underLock { database in try Schema.migrate(database) }
  }
}

extension Registry {
  /// Reads in one snapshot.
  func read<T>(_ body: (Database) throws -> T) throws(RegistryFailure) -> T {
    do { return try queue.read(body) } catch { throw Self.failure(error, path: path) }
  }

  /// Writes in one transaction, alone.
  func write<T>(_ body: (Database) throws -> T) throws(RegistryFailure) -> T {
    try underLock { database in
      var result: T?
      try database.inTransaction(.immediate) {
        result = try body(database)
        return .commit
      }
      guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
      return result
    }
  }

  /// Works on the database, alone and without a transaction.
  func underLock<T>(
    patience: Double? = nil, _ body: (Database) throws -> T
  ) throws(RegistryFailure) -> T {
    let lock = try WriterLock(
      beside: path, as: holder, patience: patience ?? user.patience)
    do {
      let result = try queue.inDatabase(body)
      extendLifetime(lock)
      return result
    } catch {
      throw Self.failure(error, path: path)
    }
  }

  /// The time of the user's clock, in UTC.
  var timestamp: String { user.now().formatted(.iso8601) }

  private var holder: LockHolder {
    LockHolder(
      host: ProcessInfo.processInfo.hostName,
      process: ProcessInfo.processInfo.processIdentifier, command: user.command, since: timestamp)
  }

  /// What an error of SQLite means for whoever has the file.
  static func failure(_ error: any Error, path: String) -> RegistryFailure {
    switch error {
    case let failure as RegistryFailure: return failure
    case let unknown as UnknownRowFormat:
      return .newer(path: path, version: unknown.format, known: BankTable.format)
    case is DecodingError: return .corrupt(path: path)
    case let error as DatabaseError:
      return failure(of: error, path: path)
    default: return .fault(code: 0, message: "\(type(of: error))")
    }
  }

  private static func failure(of error: DatabaseError, path: String) -> RegistryFailure {
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .held(path: path, by: WriterLock.holder(beside: path))
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_FORMAT: .corrupt(path: path)
    case .SQLITE_NOTADB: .notADatabase(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly(path: path)
    case .SQLITE_FULL: .noRoom(path: path)
    case .SQLITE_CANTOPEN: .readOnly(path: path)
    case .SQLITE_IOERR: .inputOutput(path: path)
    default: .fault(code: Int(error.extendedResultCode.rawValue), message: error.message ?? "")
    }
  }
}
