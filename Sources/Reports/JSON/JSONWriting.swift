extension JSONValue {
  /// The value as a file: indented by two spaces, with a line break at the end.
  ///
  /// What holds only scalars stands on one line, so that a matrix has a line for each row.
  public var document: String {
    var text = ""
    write(to: &text, indent: "")
    text += "\n"
    return text
  }

  private static let longestObjectLine = 88

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let value): text += value
    case .string(let value): Self.write(value, to: &text)
    case .array(let values): Self.write(values, to: &text, indent: indent)
    case .object(let members): Self.write(members, to: &text, indent: indent)
    }
  }

  private static func write(_ values: [JSONValue], to text: inout String, indent: String) {
    let isFlat = values.allSatisfy(\.isScalar)
    let inner = indent + "  "
    text += "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += isFlat ? ", " : "," }
      if !isFlat { text += "\n" + inner }
      value.write(to: &text, indent: inner)
    }
    if !isFlat { text += "\n" + indent }
    text += "]"
  }

  private static func write(_ members: [Member], to text: inout String, indent: String) {
    if members.allSatisfy(\.value.isScalar) {
      var line = ""
      write(members, to: &line, separator: ", ", indent: "")
      if line.count <= longestObjectLine {
        text += "{" + line + "}"
        return
      }
    }
    let inner = indent + "  "
    text += "{\n" + inner
    write(members, to: &text, separator: ",\n" + inner, indent: inner)
    text += "\n" + indent + "}"
  }

  private static func write(
    _ members: [Member], to text: inout String, separator: String, indent: String
  ) {
    for (index, member) in members.enumerated() {
      if index > 0 { text += separator }
      write(member.name, to: &text)
      text += ": "
      member.value.write(to: &text, indent: indent)
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hexadecimal = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
