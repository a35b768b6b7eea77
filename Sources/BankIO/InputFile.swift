import Crypto
public import Foundation

/// A file of the folder: its name, and what it held when it was read.
///
/// The bytes are not kept: a bank of a million rows is read in the memory of its people.
public struct InputFile: Sendable, Hashable {
  /// The name within the folder, with `/` between its parts.
  public let name: String
  /// The SHA-256 of the bytes, in hexadecimal digits.
  public let digest: String
  /// How many bytes there are.
  public let byteCount: Int
  /// Where the file is.
  let path: String
  /// What kind of file it is.
  let format: TableFormat
  /// How its letters are written, where it is text.
  let encoding: TextEncoding
  private let stamp: FileStamp?
  /// The bytes of a file that is kept elsewhere.
  private let bytes: Data?

  /// A file whose bytes are kept elsewhere, and not in a folder.
  ///
  /// - Complexity: O(*n*) time for *n* bytes.
  public init(name: String, data: Data) {
    self.name = name
    bytes = data
    path = ""
    stamp = nil
    byteCount = data.count
    format = TableFormat(of: data.prefix(8), named: name)
    encoding = .utf8(mark: 0)
    digest = Self.digits(of: SHA256.hash(data: data))
  }

  /// Reads a file once, from end to end; nil where it cannot be read.
  ///
  /// - Complexity: O(*n*) time for *n* bytes, O(1) space.
  init?(named name: String, at path: String) {
    guard let file = ByteFile(at: path), let stamp = file.stamp else { return nil }
    self.name = name
    self.path = path
    self.stamp = stamp
    bytes = nil
    var (hash, probe, count) = (SHA256(), EncodingProbe(), 0)
    var format: TableFormat?
    var buffer = [UInt8](repeating: 0, count: TextSource.chunk)
    while true {
      let size = buffer.withUnsafeMutableBytes { file.read(into: $0) }
      guard size > 0 else { break }
      count += size
      buffer.withUnsafeBufferPointer { bytes in
        let piece = UnsafeBufferPointer(rebasing: bytes[..<size])
        hash.update(bufferPointer: UnsafeRawBufferPointer(piece))
        if format == nil { format = TableFormat(of: Data(piece.prefix(8)), named: name) }
        if case .text = format { probe.take(piece) }
      }
    }
    guard !file.hasFailed else { return nil }
    byteCount = count
    self.format = format ?? TableFormat(of: Data(), named: name)
    encoding = probe.encoding
    digest = Self.digits(of: hash.finalize())
  }

  private static func digits(of digest: SHA256.Digest) -> String {
    digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// The bytes, in the file's own memory where the system can do that; nil where the file cannot be
  /// read any more.
  public func contents() -> Data? {
    if let bytes { return bytes }
    return try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
  }

  /// Whether the file is still what ``digest`` was made of.
  var isUnchanged: Bool { bytes != nil || ByteFile(at: path)?.stamp == stamp }
}
