import MentoringModel
import Wording

/// The cells of one row by column, and what is the matter with them.
struct RowReader {
  /// Where the row stands.
  let location: SourceLocation
  /// What was found so far.
  private(set) var findings: [Finding] = []

  private let source: TableSource
  private let cells: [Column: (index: Int, heading: String)]
  private var fields: [String]

  init(_ row: TableRow, of source: TableSource, under headings: HeadingRow) {
    self.source = source
    location = source.location(row: row.number)
    cells = headings.cells
    fields = row.fields
    for remark in row.remarks { note(remark) }
    for (index, column) in headings.inOrder where index < fields.count {
      guard fields[index].utf8.first == UInt8(ascii: "#") else { continue }
      let text = fields[index].trimmed
      guard ErrorValue.isOne(text) else { continue }
      fields[index] = ""
      report(.errorValue(text), in: column)
    }
    if !source.isWorkbook,
      fields.dropFirst(headings.width).contains(where: { !$0.trimmed.isEmpty })
    {
      report(.moreCells)
    }
  }

  /// Whether the table has the column.
  func has(_ column: Column) -> Bool { cells[column] != nil }

  /// The text of a cell, or nil where the column is absent or the cell is blank.
  func text(_ column: Column) -> String? {
    guard let index = cells[column]?.index, index < fields.count else { return nil }
    let trimmed = fields[index].trimmed
    var text = source.isWorkbook ? trimmed : CSVText.unguarded(trimmed)
    if source.countsFrom1904, column.holdsDates { text = SerialDay.from1900(text) }
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

  /// The value of a cell that many rows have in common.
  mutating func value<Value>(
    _ column: Column, _ memo: Memo<Value>, _ read: (String, inout [Flaw]) -> Value?
  ) -> Value? {
    value(column) { memo.value(of: $0, &$1, read) }
  }

  /// Notes what is the matter with a cell, or with the row.
  mutating func report(_ flaw: Flaw, in column: Column? = nil) {
    findings.append(flaw.finding(at: column.map { place(of: $0) } ?? location))
  }

  private func place(of column: Column) -> SourceLocation {
    guard let cell = cells[column] else { return location.column(column.rawValue) }
    return location.cell(cell.index, under: cell.heading)
  }

  private mutating func note(_ remark: TableRow.Remark) {
    switch remark {
    case .unbalancedQuote: report(.unbalancedQuote)
    case .nulCharacters: report(.nulCharacters)
    case .tooLong: report(.rowTooLong)
    case .uncomputed(let index): report(.uncomputed, at: index)
    case .cut(let index): report(.cutText, at: index)
    }
  }

  /// What is the matter with cells of columns that are not read is nobody's concern.
  private mutating func report(_ flaw: Flaw, at index: Int) {
    guard let column = cells.first(where: { $0.value.index == index })?.key else { return }
    report(flaw, in: column)
  }
}
