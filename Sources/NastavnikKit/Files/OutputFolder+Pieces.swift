import Foundation

extension OutputFolder {
  /// Writes one file whose bytes come piece by piece, so that they are never all in memory.
  ///
  /// As ``write(_:)`` does, it writes aside and renames, and leaves a file of the user as it is
  /// unless overwriting is asked for.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - pieces: Hands on the pieces in their order.
  /// - Throws: ``RunFailure``.
  /// - Complexity: O(*b*) time for *b* bytes, O(1) space beside the longest piece.
  public func write(
    _ name: String,
    pieces: (_ take: ([UInt8]) throws(RunFailure) -> Void) throws(RunFailure) -> Void
  ) throws(RunFailure) {
    let target = target(of: name)
    let aside = target + Self.asideEnding
    defer { unlink(aside) }
    let file: PiecewiseFile
    do {
      try makeFolder(of: target)
      try makePrivate(aside)
      file = try PiecewiseFile(at: aside)
      try pieces { (piece) throws(RunFailure) in
        guard file.take(piece) else { throw .unwritable(path: target) }
      }
      guard file.finish() else { throw RunFailure.unwritable(path: target) }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .unwritable(path: target)
    }
    if FileManager.default.fileExists(atPath: target) {
      if Self.areEqual(aside, target) { return }
      guard overwrites else { throw .outputExists([target]) }
    }
    guard rename(aside, target) == 0 else { throw .unwritable(path: target) }
  }

  private static func areEqual(_ one: String, _ other: String) -> Bool {
    func contents(_ path: String) -> Data? {
      try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    }
    guard let first = contents(one), let second = contents(other) else { return false }
    return first == second
  }
}

/// A file that is open for writing, with what has not reached it yet.
private final class PiecewiseFile {
  private static let most = 1 << 18
  private let descriptor: Int32
  private var waiting: [UInt8] = []

  init(at path: String) throws {
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  deinit { close(descriptor) }

  /// Takes in a piece; false where it cannot be written.
  func take(_ piece: [UInt8]) -> Bool {
    waiting.append(contentsOf: piece)
    return waiting.count < Self.most || flush()
  }

  /// Writes what waits; false where it cannot be written.
  func finish() -> Bool { flush() }

  private func flush() -> Bool {
    let isWritten = waiting.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    waiting.removeAll(keepingCapacity: true)
    return isWritten
  }
}
