extension JSONValue {
  /// The value in the canonical form of RFC 8785.
  ///
  /// Members stand by the UTF-16 units of their names, without spaces and with the shortest escapes:
  /// two documents that mean the same have the same canonical bytes.
  ///
  /// - Complexity: O(*b* log *m*) for *b* bytes and objects of at most *m* members.
  public var canonical: [UInt8] {
    var bytes: [UInt8] = []
    writeCanonical(to: &bytes)
    return bytes
  }

  private func writeCanonical(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += "\(value)".utf8
    case .decimal(let value): bytes += Self.canonicalNumber(value).utf8
    case .string(let value): Self.writeCanonical(value, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.writeCanonical(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.writeCanonical(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.writeCanonical(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func writeCanonical(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A number with decimals as ECMAScript writes it, which RFC 8785 asks for.
  private static func canonicalNumber(_ text: String) -> String {
    guard let number = Double(text), number.isFinite else { return text }
    if number == number.rounded(), abs(number) < 1e18 { return "\(Int64(number))" }
    let plain = "\(number)"
    guard let mark = plain.firstIndex(of: "e") else { return plain }
    let exponent = Int(plain[plain.index(after: mark)...]) ?? 0
    let mantissa = plain[..<mark].hasSuffix(".0") ? plain[..<mark].dropLast(2) : plain[..<mark]
    guard exponent < 0, exponent >= -6 else {
      return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let digits = mantissa.filter(\.isNumber)
    return "\(sign)0." + String(repeating: "0", count: -exponent - 1) + digits
  }
}
