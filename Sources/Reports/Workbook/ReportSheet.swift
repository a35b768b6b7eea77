import Wording
import Workbooks

/// Writes a table of a report as a sheet: headings in sight, filters, widths by what stands there.
struct ReportSheet {
  /// The rows of a sheet that are left below the headings.
  static let mostRows = CellAddress.lastRow - 1

  let table: ReportTable
  let language: Language
  /// The rows of the table that this sheet takes.
  let rows: Range<Int>

  func write(to sheet: SheetWriter) throws(WorkbookWriteError) {
    let widths = table.headings.indices.map(width)
    let headings = table.headings.map { $0.title[language].capitalizedFirst }
    for (index, heading) in headings.enumerated() {
      let column = index + 1
      try sheet.write(.text(heading), column: column, row: 1, style: .heading)
      try sheet.set(columns: column...column, width: widths[index])
    }
    try sheet.set(row: 1, height: Self.height(of: headings, within: widths) + Self.line / 2)
    for (line, index) in rows.enumerated() {
      try write(table.row(index), in: line + 2, within: widths, to: sheet)
    }
    let columns = 1...max(1, table.headings.count)
    try sheet.filter(CellRange(columns: columns, rows: 1...max(1, rows.count) + 1))
    sheet.freeze(rows: 1, columns: 1)
    let read = table.headings.prefix { !$0.kind.isDetail }.count
    try sheet.printAcross(
      repeatingRows: 1, of: CellRange(columns: 1...max(1, read), rows: 1...rows.count + 1))
  }

  private func write(
    _ values: [ReportValue], in row: Int, within widths: [Double], to sheet: SheetWriter
  ) throws(WorkbookWriteError) {
    var texts = [String](repeating: "", count: values.count)
    for (index, value) in values.enumerated() where value != .none {
      let kind = table.headings[index].kind
      let cell = Self.cell(value, in: language)
      if case .text(let text) = cell, !kind.isDetail { texts[index] = text }
      try sheet.write(cell, column: index + 1, row: row, style: kind.style(for: value))
    }
    let height = Self.height(of: texts, within: widths)
    if height > Self.line { try sheet.set(row: row, height: height) }
  }

  /// As wide as most of what stands there, within what suits the kind.
  private func width(of column: Int) -> Double {
    let heading = table.headings[column]
    let longestWord =
      heading.title[language].split(separator: " ").map(\.displayWidth).max() ?? 0
    let kind = heading.kind
    // Bold letters and the button of the filter take more room.
    guard !kind.isRight else { return Double(max(9, min(longestWord + 5, 20))) }
    let sample = rows.prefix(Self.sampled)
    let widest = sample.map { table.row($0)[column].line(in: language).displayWidth }.max() ?? 0
    let bounds = kind == .words ? 18...46 : 10...(kind == .name ? 32 : 36)
    return Double(min(max(bounds.lowerBound, longestWord + 5, widest + 2), bounds.upperBound))
  }

  /// The height in points that shows all lines of a row, as far as a row can be high: programs that
  /// do not measure texts themselves need to be told.
  private static func height(of texts: [String], within widths: [Double]) -> Double {
    var lines = 1
    for (text, width) in zip(texts, widths) where text.utf8.count > Int(width) {
      // A letter is somewhat wider than a digit, by which a spreadsheet counts.
      let room = Int(width * 0.88)
      guard text.displayWidth > room else { continue }
      lines = max(lines, wrapped(text, width: room).count)
    }
    return min(Double(lines) * line, highest)
  }

  private static let sampled = 300
  private static let (line, highest) = (15.0, 405.0)

  private static func cell(_ value: ReportValue, in language: Language) -> CellValue {
    switch value {
    case .none: .blank
    case .number(let number): .number(Double(number))
    case .percent(let share): .number(Double(share) / 10_000)
    case .text, .list, .members: .text(cut(value.line(in: language)))
    }
  }

  /// The text as far as a cell holds it.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > SheetWriter.longestText else { return text }
    var (short, length) = ("", 1)
    for character in text {
      length += character.utf16.count
      guard length <= SheetWriter.longestText else { break }
      short.append(character)
    }
    return short + "…"
  }
}

extension ReportColumnKind {
  /// How a cell with a value looks.
  fileprivate func style(for value: ReportValue) -> CellStyle {
    switch value {
    case .percent: .percent
    case .number: .number
    case .none, .text, .list, .members:
      switch self {
      case .code: .code
      case .detail: .detail
      case .name, .words, .number, .percent, .fit, .part: .words
      }
    }
  }
}

extension CellStyle {
  fileprivate static let heading = CellStyle(
    isBold: true, fill: 0xDDE8F5, hasBorder: true, wraps: true, vertical: .center)
  fileprivate static let words = CellStyle(wraps: true, vertical: .top)
  fileprivate static let detail = CellStyle(vertical: .top)
  fileprivate static let code = CellStyle(fontColor: 0x6B6B6B, vertical: .top)
  fileprivate static let number = CellStyle(numberFormat: "#,##0", vertical: .top)
  /// In the middle, so that a share keeps its distance from the words beside it.
  fileprivate static let percent: CellStyle = {
    var style = CellStyle(numberFormat: "0.00%", vertical: .top)
    style.horizontal = .center
    return style
  }()
}

extension String {
  /// The text with a great first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
