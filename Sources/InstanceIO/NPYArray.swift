import Foundation
import Wording

/// An array of NumPy's NPY format, versions 1 to 3.
///
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
struct NPYArray {
  /// What an element is.
  enum Element: Hashable {
    case float
    case signed
    case unsigned
    case bytes
    case text
  }

  let element: Element
  let size: Int
  let isBigEndian: Bool
  let isFortran: Bool
  let shape: [Int]
  private let data: Data
  private let start: Int

  /// The number of elements.
  var count: Int { shape.reduce(1, *) }

  init(_ data: Data) throws(InstanceError) {
    guard data.count >= 10, data.prefix(6).elementsEqual([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59])
    else { throw InstanceError(.notNPY) }
    func byte(_ offset: Int) -> Int { Int(data[data.startIndex + offset]) }
    let version = byte(6)
    guard (1...3).contains(version) else { throw InstanceError(.version, value: "\(version)") }
    var headerStart = 10
    var headerLength = byte(8) | byte(9) << 8
    if version > 1 {
      guard data.count >= 12 else { throw InstanceError(.endOfFile) }
      headerStart = 12
      headerLength |= byte(10) << 16 | byte(11) << 24
    }
    guard headerLength <= data.count - headerStart else { throw InstanceError(.endOfFile) }
    let first = data.startIndex + headerStart
    let header = try NPYHeader(data[first..<first + headerLength])
    (element, size, isBigEndian) = try Self.type(header.type)
    isFortran = header.isFortran
    shape = header.shape
    self.data = data
    start = headerStart + headerLength

    // An extent of 0 would let the others be anything.
    guard shape.allSatisfy({ $0 <= nodeLimit(bytes: data.count) }) else {
      throw InstanceError(.tooManyNodes)
    }
    var total = size
    for extent in shape {
      let (product, overflow) = total.multipliedReportingOverflow(by: extent)
      guard !overflow else { throw InstanceError(.endOfFile) }
      total = product
    }
    guard total <= data.count - start else { throw InstanceError(.endOfFile) }
    guard total == data.count - start else { throw InstanceError(.tooLong) }
  }

  private static func type(_ name: String) throws(InstanceError) -> (Element, Int, Bool) {
    var rest = name[...]
    var isBigEndian = false
    if let order = rest.first, "<>|=".contains(order) {
      isBigEndian = order == ">"
      rest = rest.dropFirst()
    }
    let kinds: [Character: (Element, [Int])] = [
      "f": (.float, [4, 8]), "i": (.signed, [1, 2, 4, 8]), "u": (.unsigned, [1, 2, 4, 8]),
      "S": (.bytes, Array(1...64)), "U": (.text, Array(1...64)),
    ]
    guard let kind = rest.first, let (element, sizes) = kinds[kind],
      let size = Int(rest.dropFirst()), sizes.contains(size)
    else { throw InstanceError(.type, value: String(name.prefix(24))) }
    return (element, element == .text ? 4 * size : size, isBigEndian)
  }

  /// Calls `body` with access to the elements by their place in the file.
  func withElements<Value>(
    _ body: (Elements) throws(InstanceError) -> Value
  ) throws(InstanceError) -> Value {
    let result: Result<Value, InstanceError> = data.withUnsafeBytes { buffer in
      let elements = Elements(
        bytes: UnsafeRawBufferPointer(rebasing: buffer[start...]), element: element, size: size,
        isBigEndian: isBigEndian)
      do throws(InstanceError) {
        return .success(try body(elements))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The characters of a single element of bytes or text.
  var string: String? {
    guard count == 1, element == .bytes || element == .text else { return nil }
    return String(decoding: data.dropFirst(start).filter { $0 != 0 }, as: UTF8.self)
  }

  /// The elements as they lie in the file.
  struct Elements {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate let element: Element
    fileprivate let size: Int
    fileprivate let isBigEndian: Bool

    private func bits(_ index: Int) -> UInt64 {
      precondition(0 <= index && (index + 1) * size <= bytes.count, "element out of range")
      let offset = index * size
      func load<Word: FixedWidthInteger>(_ type: Word.Type) -> Word {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: type)
        return isBigEndian ? Word(bigEndian: word) : Word(littleEndian: word)
      }
      switch size {
      case 1: return UInt64(bytes[offset])
      case 2: return UInt64(load(UInt16.self))
      case 4: return UInt64(load(UInt32.self))
      default: return load(UInt64.self)
      }
    }

    /// An element as an integer, or nil where it is none.
    func integer(_ index: Int) -> Int? {
      let bits = bits(index)
      switch element {
      case .unsigned: return Int(exactly: bits)
      case .signed:
        let unused = 64 - 8 * size
        return Int(Int64(bitPattern: bits << unused) >> unused)
      case .float, .bytes, .text: return nil
      }
    }

    /// An element as a number, or nil where it is not finite.
    ///
    /// A fraction stands for the shortest decimal that reads back as the same number.
    func number(_ index: Int) -> DecimalNumber? {
      switch element {
      case .signed: return DecimalNumber(Int64(integer(index) ?? 0))
      case .unsigned:
        var number = DecimalNumber()
        number.magnitude = bits(index)
        return number
      case .float where size == 4:
        let value = Float(bitPattern: UInt32(truncatingIfNeeded: bits(index)))
        return value.isFinite ? Self.decimal(Double(value), text: value.description) : nil
      case .float:
        let value = Double(bitPattern: bits(index))
        return value.isFinite ? Self.decimal(value, text: value.description) : nil
      case .bytes, .text: return nil
      }
    }

    private static func decimal(
      _ value: Double, text: @autoclosure () -> String
    ) -> DecimalNumber? {
      if let integer = Int64(exactly: value) { return DecimalNumber(integer) }
      var text = text()
      return text.withUTF8 { buffer in
        var scanner = ByteScanner(buffer)
        return scanner.number(isStrict: false)
      }
    }
  }
}

extension Text {
  fileprivate static let notNPY = Text(
    ru: "Это не файл NPY.", en: "This is not an NPY file.")
  fileprivate static let version = Text(
    ru: "Такая версия NPY не читается.", en: "This version of NPY is not supported.")
  fileprivate static let type = Text(
    ru: "Тип не читается: нужны f4, f8, i1…i8 или u1…u8.",
    en: "The type is not supported: use f4, f8, i1 to i8 or u1 to u8.")
  fileprivate static let tooLong = Text(
    ru: "Данных больше, чем заявлено: проверьте размер.",
    en: "There is more data than announced: check the shape.")
}
