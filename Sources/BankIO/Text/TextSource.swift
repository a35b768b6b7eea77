import Foundation

/// The text of a file as UTF-8, from the front to the back, in pieces.
///
/// An instance stays on one thread.
final class TextSource {
  /// The bytes that are read at a time.
  static let chunk = 1 << 20

  private let file: ByteFile?
  private var decoder: TextDecoder
  private var buffer: [UInt8]
  private(set) var isAtEnd = false
  /// The text that did not come from a file.
  private let whole: [UInt8]?

  /// Whether the text ends because the file could be read no further.
  var hasFailed: Bool { file?.hasFailed ?? (whole == nil) }

  /// The text of a file of the folder; a file that cannot be opened any more has none.
  init(_ input: InputFile) {
    file = ByteFile(at: input.path)
    decoder = TextDecoder(input.encoding)
    buffer = Array(repeating: 0, count: Self.chunk)
    whole = nil
  }

  /// A text in memory, which is UTF-8.
  init(_ text: [UInt8]) {
    file = nil
    decoder = TextDecoder(.utf8(mark: 0))
    buffer = []
    whole = text
  }

  /// Appends the next piece to `text`; at the end nothing.
  func read(into text: inout [UInt8]) {
    guard !isAtEnd else { return }
    if let whole {
      text += whole
      isAtEnd = true
      return
    }
    let count = buffer.withUnsafeMutableBytes { file?.read(into: $0) ?? 0 }
    isAtEnd = count == 0
    buffer.withUnsafeBufferPointer { bytes in
      decoder.decode(
        UnsafeBufferPointer(rebasing: bytes[..<count]), isLast: isAtEnd, into: &text)
    }
  }

  /// The first bytes of the text, a piece more than `count` at most.
  func head(_ count: Int) -> [UInt8] {
    var text: [UInt8] = []
    while text.count < count, !isAtEnd { read(into: &text) }
    return text
  }
}

/// A file that is read from the front to the back.
final class ByteFile {
  private let descriptor: Int32

  /// Opens a file; nil where it cannot be read.
  init?(at path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Reads on; 0 at the end, and where the file can be read no further.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        hasFailed = true
        return 0
      }
    }
  }

  /// Whether reading ended before the file did.
  private(set) var hasFailed = false

  /// What tells whether the file was written to.
  var stamp: FileStamp? {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(
      size: Int(facts.st_size), seconds: Int(facts.st_mtim.tv_sec),
      nanoseconds: Int(facts.st_mtim.tv_nsec))
  }
}

/// The size of a file and when it was last written to.
struct FileStamp: Hashable, Sendable {
  var size: Int
  var seconds: Int
  var nanoseconds: Int
}
