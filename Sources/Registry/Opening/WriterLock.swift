import Foundation
import Wording

/// The process that works on a registry.
public struct LockHolder: Sendable, Hashable, Codable {
  /// The machine.
  public var host: String
  /// The process.
  public var process: Int32
  /// The command, without what it was given.
  public var command: String
  /// Since when, in UTC.
  public var since: String

  /// Creates a holder.
  public init(host: String, process: Int32, command: String, since: String) {
    self.host = host
    self.process = process
    self.command = command
    self.since = since
  }

  /// Who it is, to begin a sentence with.
  var text: Text {
    Text(
      ru: "Команда «\(command)» (компьютер \(host), процесс \(process), с \(since))",
      en: "The command “\(command)” (host \(host), process \(process), since \(since))")
  }
}

/// Lets one process at a time write to a registry, and says who it is.
///
/// The lock is one of the operating system (`flock`) on a file beside the registry: it ends with
/// the process, however that ends. The file names the holder and goes with the lock.
struct WriterLock: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Waits for the lock for at most `patience` seconds.
  init(
    beside registry: String, as holder: LockHolder, patience: Double
  ) throws(RegistryFailure) {
    path = Self.path(beside: registry)
    let start = ContinuousClock.now
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw RegistryFailure(errno: errno, path: registry) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // The holder before may have removed the file between our opening and locking it.
        guard Self.isSame(descriptor, path) else {
          close(descriptor)
          continue
        }
        self.descriptor = descriptor
        Self.write(holder, to: descriptor)
        return
      }
      close(descriptor)
      guard start.duration(to: .now) < .seconds(patience) else {
        throw .held(path: registry, by: Self.holder(beside: registry))
      }
      usleep(20_000)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  /// Who is named in the file, if it is there and whole.
  static func holder(beside registry: String) -> LockHolder? {
    FileManager.default.contents(atPath: path(beside: registry))
      .flatMap { try? JSONDecoder().decode(LockHolder.self, from: $0) }
  }

  /// Whether some process holds the lock.
  static func isHeld(beside registry: String) -> Bool {
    let descriptor = open(path(beside: registry), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  static func path(beside registry: String) -> String { registry + ".lock" }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (mine, there) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && stat(path, &there) == 0
      && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
  }

  private static func write(_ holder: LockHolder, to descriptor: Int32) {
    // That the name cannot be written takes nothing from the lock.
    guard let data = try? JSONEncoder().encode(holder), ftruncate(descriptor, 0) == 0 else {
      return
    }
    _ = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }
}

extension RegistryFailure {
  /// The failure of a call to the operating system.
  init(errno code: Int32, path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: .noRoom(path: path)
      case EACCES, EPERM, EROFS: .readOnly(path: path)
      case ENOENT, ENOTDIR: .missing(path: (path as NSString).deletingLastPathComponent)
      case EISDIR: .directory(path: path)
      default: .inputOutput(path: path)
      }
  }
}
