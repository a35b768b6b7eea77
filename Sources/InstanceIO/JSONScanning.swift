import Wording

/// Strict JSON over a scanner, numbers kept as they are written.
extension ByteScanner {
  /// The deepest nesting that is followed.
  private static let depthLimit = 128

  /// Takes a byte that must stand here, after white space.
  mutating func take(_ byte: UInt8) throws(InstanceError) {
    guard takes(byte) else { throw unexpected() }
  }

  /// Takes a byte if it stands here, after white space.
  mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte, !isAtEnd else { return false }
    advance()
    return true
  }

  /// What stands here can't stand here.
  func unexpected() -> InstanceError {
    isAtEnd ? InstanceError(.endOfFile, line: line) : failure(.syntax)
  }

  /// Calls `element` before each element of an array.
  mutating func array(
    _ element: (inout ByteScanner) throws(InstanceError) -> Void
  ) throws(InstanceError) {
    try take(UInt8(ascii: "["))
    if takes(UInt8(ascii: "]")) { return }
    repeat {
      skipSpace()
      try element(&self)
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
  }

  /// Calls `member` with each key of an object, before its value.
  mutating func object(
    _ member: (inout ByteScanner, String) throws(InstanceError) -> Void
  ) throws(InstanceError) {
    var seen: Set<String> = []
    try take(UInt8(ascii: "{"))
    if takes(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      let line = line
      let key = try string()
      guard seen.insert(key).inserted else {
        throw InstanceError(.keyTwice, line: line, value: String(key.prefix(24)))
      }
      try take(UInt8(ascii: ":"))
      skipSpace()
      try member(&self, key)
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
  }

  /// Takes a word such as `null`, if it stands here.
  mutating func takes(word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard text(position..<end) == word.description else { return false }
    while position < end { advance() }
    return true
  }

  /// A string.
  mutating func string() throws(InstanceError) -> String {
    skipSpace()
    guard current == UInt8(ascii: "\"") else { throw unexpected() }
    advance()
    var units: [UInt8] = []
    while current != UInt8(ascii: "\"") {
      guard !isAtEnd, current >= 0x20 else { throw unexpected() }
      if current == UInt8(ascii: "\\") {
        advance()
        units += Array(String(try escaped()).utf8)
      } else {
        units.append(current)
        advance()
      }
    }
    advance()
    return String(decoding: units, as: UTF8.self)
  }

  private mutating func escaped() throws(InstanceError) -> Unicode.Scalar {
    let kind = current
    guard kind != UInt8(ascii: "u") else {
      advance()
      let high = try codeUnit()
      guard (0xD800..<0xDC00).contains(high) else {
        guard let scalar = Unicode.Scalar(high) else { throw unexpected() }
        return scalar
      }
      guard takes(word: "\\u") else { throw unexpected() }
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { throw unexpected() }
      return scalar
    }
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    guard let scalar = plain[kind] else { throw unexpected() }
    advance()
    return scalar
  }

  private mutating func codeUnit() throws(InstanceError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
        throw unexpected()
      }
      unit = unit << 4 | UInt32(digit)
      advance()
    }
    return unit
  }

  /// Passes over any value.
  mutating func skipValue(depth: Int = 0) throws(InstanceError) {
    skipSpace()
    guard depth < Self.depthLimit else { throw failure(.tooDeep) }
    switch current {
    case UInt8(ascii: "{"):
      try object { (scanner, _) throws(InstanceError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { (scanner) throws(InstanceError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    default:
      if takes(word: "true") || takes(word: "false") || takes(word: "null") { return }
      guard number(isStrict: true) != nil else { throw unexpected() }
    }
  }

  /// An integer within a range.
  mutating func integer(in range: ClosedRange<Int>) throws(InstanceError) -> Int {
    skipSpace()
    let start = position
    guard let number = number(isStrict: true)?.fixedPoint, number.decimals == 0 else {
      if isAtEnd { throw unexpected() }
      throw failure(.notAnInteger, at: start)
    }
    guard let value = Int(exactly: number.value), range.contains(value) else {
      throw failure(.outOfRange(range), at: start)
    }
    return value
  }
}

extension Text {
  fileprivate static let syntax = Text(
    ru: "Это не JSON: здесь такое стоять не может.", en: "This is not JSON: it can't stand here.")
  fileprivate static let keyTwice = Text(
    ru: "Ключ указан дважды: оставьте один.", en: "The key is given twice: keep one.")
  fileprivate static let tooDeep = Text(
    ru: "Слишком глубокая вложенность.", en: "The nesting is too deep.")
  fileprivate static let notAnInteger = Text(
    ru: "Здесь должно быть целое число.", en: "An integer must stand here.")

  fileprivate static func outOfRange(_ range: ClosedRange<Int>) -> Text {
    Text(
      ru: "Число должно быть от \(range.lowerBound) до \(range.upperBound).",
      en: "The number must be from \(range.lowerBound) to \(range.upperBound).")
  }
}
