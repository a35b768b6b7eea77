import BankIO
import Wording

/// The line on a terminal that says how far the reading of a large table has come.
enum ReadingLine {
  /// What writes the line over and over; nil where nobody watches.
  static func progress(
    isTerminal: Bool, _ language: Language, write: @escaping @Sendable (String) -> Void
  ) -> ReadProgress? {
    guard isTerminal else { return nil }
    return ReadProgress { file, rows in
      write("\r\u{1B}[K" + (rows.map { text(file, $0)[language] } ?? ""))
    }
  }

  private static func text(_ file: String, _ rows: Int) -> Text {
    let rows = Noun.row.counted(rows)
    return Text(ru: "\(file): прочитано \(rows.ru)", en: "\(file): \(rows.en) read")
  }
}
