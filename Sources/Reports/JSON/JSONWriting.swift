extension JSONValue {
  /// The value as a file: indented by two spaces, with a line break at the end.
  ///
  /// What holds only scalars stands on one line, so that a matrix has a line for each row.
  public var document: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of ``document``.
  public var bytes: [UInt8] {
    var text = JSONText()
    write(to: &text, indent: 0)
    text.append("\n")
    return text.bytes
  }

  private static let longestObjectLine = 88

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to text: inout JSONText, indent: Int) {
    switch self {
    case .null: text.append("null")
    case .bool(let value): text.append(value ? "true" : "false")
    case .integer(let value): text.append(value)
    case .decimal(let value): text.append(value)
    case .string(let value): text.appendQuoted(value)
    case .array(let values): Self.write(values, to: &text, indent: indent)
    case .object(let members): Self.write(members, to: &text, indent: indent)
    }
  }

  private static func write(_ values: [JSONValue], to text: inout JSONText, indent: Int) {
    let isFlat = values.allSatisfy(\.isScalar)
    text.append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(isFlat ? ", " : ",") }
      if !isFlat { text.startLine(indent + 1) }
      value.write(to: &text, indent: indent + 1)
    }
    if !isFlat { text.startLine(indent) }
    text.append("]")
  }

  private static func write(_ members: [Member], to text: inout JSONText, indent: Int) {
    if members.allSatisfy(\.value.isScalar) {
      var line = JSONText()
      for (index, member) in members.enumerated() {
        if index > 0 { line.append(", ") }
        line.append(member, indent: 0)
      }
      if line.length <= longestObjectLine {
        text.append("{")
        text.append(line)
        text.append("}")
        return
      }
    }
    text.append("{")
    for (index, member) in members.enumerated() {
      if index > 0 { text.append(",") }
      text.startLine(indent + 1)
      text.append(member, indent: indent + 1)
    }
    text.startLine(indent)
    text.append("}")
  }

  fileprivate func append(to text: inout JSONText, indent: Int) { write(to: &text, indent: indent) }
}

/// JSON that is being written, as bytes of UTF-8.
private struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// The length in characters.
  var length: Int {
    // Latin and Russian letters are characters by themselves.
    let isPlain = bytes.allSatisfy { $0 < 0xC0 || $0 == 0xD0 || $0 == 0xD1 }
    return isPlain
      ? bytes.count { $0 & 0xC0 != 0x80 } : String(decoding: bytes, as: UTF8.self).count
  }

  mutating func append(_ text: String) { bytes += Array(text.utf8) }

  mutating func append(_ text: JSONText) { bytes += text.bytes }

  mutating func append(_ number: Int128) {
    if let small = Int64(exactly: number) { append(String(small)) } else { append(String(number)) }
  }

  mutating func append(_ member: JSONValue.Member, indent: Int) {
    appendQuoted(member.name)
    append(": ")
    member.value.append(to: &self, indent: indent)
  }

  mutating func startLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * indent { bytes.append(UInt8(ascii: " ")) }
  }

  mutating func appendQuoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy(\.standsForItself) {
      bytes += Array(string.utf8)
    } else {
      for scalar in string.unicodeScalars { appendEscaped(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let hexadecimal = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal)
    default: append(String(scalar))
    }
  }
}

extension UInt8 {
  /// Whether a string with this byte of UTF-8 needs no look at its scalars: letters, digits and
  /// signs, and all of Cyrillic, but not the first bytes of what must be escaped.
  fileprivate var standsForItself: Bool {
    self >= 0x20 && self != 0x22 && self != 0x5C && self != 0x7F && self != 0xC2 && self != 0xE2
  }
}
