import MentoringModel
import Wording

/// The cells of one row by column, and what is the matter with them.
struct RowReader {
  /// Where the row stands.
  let location: SourceLocation
  /// What was found so far.
  private(set) var findings: [Finding] = []

  private let cells: [Column: (index: Int, heading: String)]
  private let fields: [String]

  init(_ row: CSVRow, of file: String, under headings: HeadingRow) {
    location = SourceLocation(file: file, row: row.number)
    cells = headings.cells
    fields = row.fields
    for remark in row.remarks { report(.remark(remark)) }
    if fields.dropFirst(headings.width).contains(where: { !$0.trimmed.isEmpty }) {
      report(.moreCells)
    }
  }

  /// Whether the table has the column.
  func has(_ column: Column) -> Bool { cells[column] != nil }

  /// The text of a cell, or nil where the column is absent or the cell is blank.
  func text(_ column: Column) -> String? {
    guard let index = cells[column]?.index, index < fields.count else { return nil }
    let text = CSVText.unguarded(fields[index].trimmed)
    return text.isEmpty ? nil : text
  }

  /// The value of a cell, or nil where it is blank or cannot be read.
  mutating func value<Value>(
    _ column: Column, _ read: (String, inout [Flaw]) -> Value?
  ) -> Value? {
    guard let text = text(column) else { return nil }
    var flaws: [Flaw] = []
    let value = read(text, &flaws)
    for flaw in flaws { report(flaw, in: column) }
    return value
  }

  /// Notes what is the matter with a cell, or with the row.
  mutating func report(_ flaw: Flaw, in column: Column? = nil) {
    let heading = column.map { cells[$0]?.heading ?? $0.rawValue }
    findings.append(flaw.finding(at: heading.map(location.column) ?? location))
  }
}

extension Flaw {
  fileprivate static func remark(_ remark: CSVRow.Remark) -> Flaw {
    switch remark {
    case .unbalancedQuote:
      Flaw(
        .warning, code: "unbalancedQuote",
        Text(
          ru: "Кавычка открыта и не закрыта; она прочитана как буква.",
          en: "A quotation mark is opened and not closed; it was read as a letter."),
        advice: Text(
          ru: "Закройте кавычку или удвойте её внутри ячейки.",
          en: "Close the quotation mark or double it within the cell."))
    case .nulCharacters:
      Flaw(
        .warning, code: "nulCharacters",
        Text(
          ru: "В строке есть нулевые символы; они пропущены.",
          en: "The row has NUL characters; they were dropped."),
        advice: Text(
          ru: "Сохраните таблицу заново как «CSV UTF-8».",
          en: "Save the table again as “CSV UTF-8”."))
    case .tooLong:
      Flaw(
        .error, code: "rowTooLong",
        Text(
          ru: "Строка длиннее 1 МБ; она пропущена.",
          en: "The row is longer than 1 MB; it was passed over."),
        advice: Text(
          ru: "Проверьте, что файл — таблица CSV: одна строка на человека.",
          en: "Check that the file is a CSV table: one row a person."))
    }
  }

  // The cell is not quoted: it may hold a contact.
  fileprivate static let moreCells = Flaw(
    .warning, code: "moreCells",
    Text(
      ru: "В строке больше ячеек, чем заголовков; лишние не прочитаны.",
      en: "The row has more cells than there are headings; the rest is not read."),
    advice: Text(
      ru: "Возьмите в кавычки ячейки, где есть разделитель столбцов.",
      en: "Put cells that hold the column separator in quotation marks."))
}
