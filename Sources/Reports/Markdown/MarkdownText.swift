import Wording

/// Markdown with tables, as GitHub reads it.
///
/// GitHub Flavored Markdown Spec, 4.10 "Tables (extension)".
struct MarkdownText {
  private(set) var text = ""
  let language: Language

  init(in language: Language) { self.language = language }

  mutating func heading(_ level: Int, _ title: Text) {
    text +=
      (text.isEmpty ? "" : "\n") + String(repeating: "#", count: level) + " "
      + Self.escaped(title[language]) + "\n"
  }

  mutating func paragraph(_ words: Text) { text += "\n" + Self.escaped(words[language]) + "\n" }

  mutating func list(_ items: [Text]) {
    text += "\n"
    for item in items { text += "- " + Self.escaped(item[language]) + "\n" }
  }

  mutating func table(_ table: ReportTable) {
    text += "\n"
    row(table.headings.map { Self.escaped($0.title[language]) })
    row(table.headings.map { $0.kind.isRight ? "--:" : "---" })
    for index in 0..<table.rowCount {
      row(table.line(index, in: language).map(Self.escaped))
    }
  }

  private mutating func row(_ cells: [String]) {
    text += "|"
    for cell in cells { text += " " + cell + " |" }
    text += "\n"
  }

  /// The words on one line, with nothing in them that Markdown or HTML would take for its own.
  static func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: isSign) else { return words }
    var result = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\", "|", "`", "*", "_", "[", "]", "<", ">", "&", "~", "#", "$":
        result.append("\\")
        result.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x1F, 0x7F: true
    case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "\\"),
      UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "|"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
