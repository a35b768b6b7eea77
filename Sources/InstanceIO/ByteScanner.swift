import Foundation
import Wording

/// Walks over the bytes of a text file.
///
/// Every access is checked: past the end there is a zero byte, which no format allows.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// How many bytes there are.
  var count: Int { bytes.count }
  /// Whether all bytes are read.
  var isAtEnd: Bool { position >= bytes.count }
  /// The byte at hand.
  var current: UInt8 {
    @inline(__always) get { position < bytes.count ? bytes[position] : 0 }
  }

  @inline(__always)
  mutating func advance() {
    if current == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// Skips spaces, tabs and ends of lines.
  @inline(__always)
  mutating func skipSpace() {
    while current.isSpace { advance() }
  }

  /// Skips a byte order mark.
  mutating func skipMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Skips to the next line.
  mutating func skipLine() {
    while !isAtEnd, current != UInt8(ascii: "\n") { advance() }
    advance()
  }

  /// The next word up to white space, or nil at the end of the line.
  mutating func wordInLine() -> String? {
    while current.isSpace, current != UInt8(ascii: "\n") { advance() }
    let start = position
    while !isAtEnd, !current.isSpace { advance() }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A number, or nil where there is none; the position is then undefined.
  ///
  /// Strictly as in JSON, or else with a plus sign and a bare point allowed.
  mutating func number(isStrict: Bool) -> DecimalNumber? {
    var number = DecimalNumber()
    if current == UInt8(ascii: "-") {
      number.isNegative = true
      position += 1
    } else if !isStrict, current == UInt8(ascii: "+") {
      position += 1
    }
    let start = position
    let startsWithZero = current == UInt8(ascii: "0")
    while current.isDigit {
      number.append(current &- UInt8(ascii: "0"), isFraction: false)
      position += 1
    }
    let wholeDigits = position - start
    if isStrict, wholeDigits == 0 || startsWithZero && wholeDigits > 1 { return nil }
    var fractionDigits = 0
    if current == UInt8(ascii: ".") {
      position += 1
      let start = position
      while current.isDigit {
        number.append(current &- UInt8(ascii: "0"), isFraction: true)
        position += 1
      }
      fractionDigits = position - start
      if isStrict, fractionDigits == 0 { return nil }
    }
    guard wholeDigits + fractionDigits > 0 else { return nil }
    if current | 0x20 == UInt8(ascii: "e") {
      position += 1
      guard let exponent = exponent() else { return nil }
      number.exponent += exponent
    }
    return number
  }

  private mutating func exponent() -> Int? {
    let isNegative = current == UInt8(ascii: "-")
    if isNegative || current == UInt8(ascii: "+") { position += 1 }
    guard current.isDigit else { return nil }
    var exponent = 0
    while current.isDigit {
      exponent = min(exponent * 10 + Int(current - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// An error at the present line that shows what stands at `start`.
  func failure(_ reason: Text, at start: Int? = nil) -> InstanceError {
    let start = min(start ?? position, bytes.count)
    var end = start
    while end < bytes.count, end - start < 24, !bytes[end].isSpace { end += 1 }
    let value = String(decoding: bytes[start..<end], as: UTF8.self)
    return InstanceError(reason, line: line, value: value.isEmpty ? nil : value)
  }

  /// The bytes of a range, as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool {
    @inline(__always) get { self &- UInt8(ascii: "0") < 10 }
  }

  var isSpace: Bool {
    @inline(__always) get { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
  }
}

extension Data {
  /// Gives a scanner over the bytes to `body`.
  func scanning<Value>(
    _ body: (inout ByteScanner) throws(InstanceError) -> Value
  ) throws(InstanceError) -> Value {
    let result: Result<Value, InstanceError> = withUnsafeBytes { buffer in
      var scanner = ByteScanner(buffer.assumingMemoryBound(to: UInt8.self))
      do throws(InstanceError) {
        return .success(try body(&scanner))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension Text {
  static let endOfFile = Text(
    ru: "Файл обрывается: в нём не всё.", en: "The file ends early: something is missing.")
  static let notANumber = Text(ru: "Здесь должно быть число.", en: "A number must stand here.")
  static let tooManyNodes = Text(
    ru: "Строк или столбцов больше, чем может описать такой файл.",
    en: "There are more rows or columns than such a file can describe.")
}

/// The most rows or columns that a file of so many bytes may announce.
///
/// Keeps a short file from asking for a great deal of memory.
func nodeLimit(bytes: Int) -> Int { min(max(1 << 22, bytes), 1 << 30) }
