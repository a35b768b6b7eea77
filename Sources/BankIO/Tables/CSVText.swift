/// Cells and rows as this package writes them: `;`, CRLF, quotation marks where they are needed.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula. Such a cell is
/// written with an apostrophe before it, which reading takes away again.
public enum CSVText {
  /// The mark before the first row, by which a spreadsheet knows that the text is UTF-8.
  public static let mark = "\u{FEFF}"

  /// A row with its line end.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ";") + "\r\n"
  }

  /// A cell as it is written.
  static func cell(_ text: String) -> String {
    let text = guarded(text)
    guard text.utf8.contains(where: Self.asksForQuotes) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func asksForQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }

  /// The text with an apostrophe before it where a spreadsheet would run it.
  static func guarded(_ text: String) -> String {
    guard let first = text.first(where: { !$0.isWhitespace }) else { return text }
    switch first {
    case "=", "@": return "'" + text
    case "'" where isGuard(text.trimmed): return "'" + text
    case "+", "-":
      let rest = text.trimmed.dropFirst()
      let isNumber = rest.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
      return isNumber ? text : "'" + text
    default: return text
    }
  }

  /// The text that ``guarded(_:)`` was given.
  static func unguarded(_ text: String) -> String {
    isGuard(text) ? String(text.dropFirst()) : text
  }

  /// Whether an apostrophe stands before something that it makes harmless.
  private static func isGuard(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "'"), text.first == "'",
      let second = text.dropFirst().first
    else { return false }
    return ["=", "+", "-", "@", "'"].contains(second)
  }
}
