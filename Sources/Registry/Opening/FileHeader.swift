import Foundation

/// What the first bytes of a file say of it, read before SQLite touches anything.
enum FileHeader {
  /// `Nast`, the `application_id` of a registry.
  static let applicationID: Int32 = 0x4E61_7374

  /// What a file is, as far as its first bytes tell.
  enum Kind: Equatable {
    /// Nothing is there.
    case missing
    /// A registry of a version.
    case registry(version: Int)
    /// A database without any table, or no byte at all: one that was begun.
    case begun
    /// Not to be told: a write-ahead log stands beside a database that bears no mark.
    case unclear
  }

  /// - Throws: ``RegistryFailure`` for what can never be a registry.
  static func read(_ path: String) throws(RegistryFailure) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw RegistryFailure(errno: errno, path: path) }
      return .missing
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .directory(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notADatabase(path: path) }
    guard status.st_size > 0 else { return .begun }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw RegistryFailure(errno: errno, path: path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 108)
    let count = bytes.withUnsafeMutableBytes {
      Foundation.read(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notADatabase(path: path)
    }
    switch number(in: bytes, at: 68) {
    case UInt32(applicationID): return .registry(version: Int(number(in: bytes, at: 60)))
    case 0: break
    default: throw .foreign(path: path)
    }
    guard !hasLog(path) else { return .unclear }
    // The root page of the schema: a leaf of a table without cells.
    guard bytes[100] == 0x0D, bytes[103] == 0, bytes[104] == 0 else { throw .foreign(path: path) }
    return .begun
  }

  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private static func number(in bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
