import CZlib
import Foundation
import Wording

/// The members of a ZIP archive, stored or deflated.
///
/// PKWARE, "APPNOTE.TXT: .ZIP File Format Specification". Without ZIP64 and encryption.
struct ZIPArchive {
  private struct Entry {
    var method: Int
    var checksum: Int
    var packedSize: Int
    var size: Int
    var offset: Int
  }

  private let data: Data
  private var entries: [String: Entry] = [:]

  private static let centralSize = 46
  private static let localSize = 30
  private static let endSize = 22
  /// Deflate packs at most so many bytes into one.
  private static let mostPacked = 1032

  init(_ data: Data) throws(InstanceError) {
    self.data = data
    // A comment of up to 65,535 bytes may follow the end record.
    let last = data.count - Self.endSize
    guard last >= 0,
      let end = stride(from: last, through: max(0, last - 65_535), by: -1)
        .first(where: { word($0) == 0x0605_4B50 })
    else { throw InstanceError(.notZIP) }
    var position = word(end + 16)
    for _ in 0..<half(end + 10) {
      guard position <= data.count - Self.centralSize, word(position) == 0x0201_4B50 else {
        throw InstanceError(.damaged)
      }
      let nameLength = half(position + 28)
      let nameStart = position + Self.centralSize
      guard nameLength <= data.count - nameStart else { throw InstanceError(.damaged) }
      let name = String(decoding: slice(nameStart, nameLength), as: UTF8.self)
      guard half(position + 8) & 1 == 0 else { throw InstanceError(.encrypted, value: name) }
      entries[name] = Entry(
        method: half(position + 10), checksum: word(position + 16),
        packedSize: word(position + 20), size: word(position + 24), offset: word(position + 42))
      position = nameStart + nameLength + half(position + 30) + half(position + 32)
    }
  }

  /// The bytes of a member, or nil where there is none of this name.
  func member(_ name: String) throws(InstanceError) -> Data? {
    guard let entry = entries[name] else { return nil }
    guard entry.offset <= data.count - Self.localSize, word(entry.offset) == 0x0403_4B50 else {
      throw InstanceError(.damaged, value: name)
    }
    let start =
      entry.offset + Self.localSize + half(entry.offset + 26) + half(entry.offset + 28)
    guard start <= data.count, entry.packedSize <= data.count - start,
      entry.size <= Self.mostPacked * entry.packedSize
    else { throw InstanceError(.damaged, value: name) }
    let packed = slice(start, entry.packedSize)
    let bytes: Data?
    switch entry.method {
    case 0: bytes = entry.size == entry.packedSize ? packed : nil
    case 8: bytes = inflated(packed, size: entry.size)
    default: throw InstanceError(.method, value: name)
    }
    guard let bytes, checksum(of: bytes) == entry.checksum else {
      throw InstanceError(.damaged, value: name)
    }
    return bytes
  }

  private func slice(_ start: Int, _ count: Int) -> Data {
    data[data.startIndex + start..<data.startIndex + start + count]
  }

  /// Two bytes, or 0 past the end.
  private func half(_ offset: Int) -> Int {
    guard 0 <= offset, offset + 2 <= data.count else { return 0 }
    let first = data.startIndex + offset
    return Int(data[first]) | Int(data[first + 1]) << 8
  }

  /// Four bytes, or what is left before the end.
  private func word(_ offset: Int) -> Int { half(offset) | half(offset + 2) << 16 }
}

/// Inflates a raw deflate stream of a known size, or nil where it is not one.
private func inflated(_ packed: Data, size: Int) -> Data? {
  guard let packedSize = UInt32(exactly: packed.count), let room = UInt32(exactly: size) else {
    return nil
  }
  var stream = z_stream()
  // Negative window bits: no zlib header.
  guard
    inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { return nil }
  defer { inflateEnd(&stream) }
  // One byte more than announced shows a stream that is too long.
  var bytes = Data(count: size + 1)
  let status = packed.withUnsafeBytes { source in
    bytes.withUnsafeMutableBytes { target in
      stream.next_in = UnsafeMutablePointer(
        mutating: source.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = packedSize
      stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
      stream.avail_out = room + 1
      return inflate(&stream, Z_FINISH)
    }
  }
  guard status == Z_STREAM_END, Int(stream.total_out) == size else { return nil }
  bytes.removeLast()
  return bytes
}

private func checksum(of bytes: Data) -> Int {
  bytes.withUnsafeBytes { buffer in
    Int(crc32_z(0, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count))
  }
}

extension Text {
  fileprivate static let notZIP = Text(
    ru: "Это не файл NPZ.", en: "This is not an NPZ file.")
  fileprivate static let damaged = Text(
    ru: "Архив повреждён: сохраните его ещё раз.", en: "The archive is damaged: save it again.")
  fileprivate static let encrypted = Text(
    ru: "Архив зашифрован: сохраните его без пароля.",
    en: "The archive is encrypted: save it without a password.")
  fileprivate static let method = Text(
    ru: "Способ сжатия не поддерживается: сохраните через scipy.sparse.save_npz.",
    en: "The compression is not supported: save with scipy.sparse.save_npz.")
}
