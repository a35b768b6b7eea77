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
    try writeHeadings(to: sheet)
    for (line, index) in rows.enumerated() {
      for (column, value) in table.row(index).enumerated() where value != .none {
        let kind = table.headings[column].kind
        try sheet.write(
          Self.cell(value, in: language), column: column + 1, row: line + 2,
          style: kind.style(for: value))
      }
    }
    let columns = 1...max(1, table.headings.count)
    try sheet.filter(CellRange(columns: columns, rows: 1...max(1, rows.count) + 1))
    sheet.freeze(rows: 1, columns: 1)
    let read = table.headings.prefix { !$0.kind.isDetail }.count
    try sheet.printAcross(
      repeatingRows: 1, of: CellRange(columns: 1...max(1, read), rows: 1...rows.count + 1))
  }

  private func writeHeadings(to sheet: SheetWriter) throws(WorkbookWriteError) {
    for (index, heading) in table.headings.enumerated() {
      let column = index + 1
      try sheet.write(
        .text(heading.title[language].capitalizedFirst), column: column, row: 1, style: .heading)
      try sheet.set(columns: column...column, width: width(of: index))
    }
  }

  /// As wide as most of what stands there, within what suits the kind.
  private func width(of column: Int) -> Double {
    let heading = table.headings[column]
    let longestWord =
      heading.title[language].split(separator: " ").map(\.displayWidth).max() ?? 0
    let kind = heading.kind
    guard !kind.isRight else { return Double(max(9, min(longestWord + 2, 18))) }
    let sample = rows.prefix(Self.sampled)
    let widest = sample.map { table.row($0)[column].line(in: language).displayWidth }.max() ?? 0
    let bounds = kind == .words ? 16...56 : 10...36
    return Double(min(max(bounds.lowerBound, longestWord + 3, widest + 2), bounds.upperBound))
  }

  private static let sampled = 300

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
    var short = text[...]
    while short.utf16.count >= SheetWriter.longestText { short = short.dropLast() }
    return short + "…"
  }
}

extension ReportColumnKind {
  /// How a cell with a value looks.
  fileprivate func style(for value: ReportValue) -> CellStyle {
    switch value {
    case .percent: .percent
    case .number: .number
    case .none, .text, .list, .members: isDetail ? .code : .words
    }
  }
}

extension CellStyle {
  fileprivate static let heading = CellStyle(
    isBold: true, fill: 0xDDE8F5, hasBorder: true, wraps: true, vertical: .center)
  fileprivate static let words = CellStyle(wraps: true, vertical: .top)
  fileprivate static let code = CellStyle(fontColor: 0x6B6B6B, vertical: .top)
  fileprivate static let number = CellStyle(numberFormat: "#,##0", vertical: .top)
  fileprivate static let percent = CellStyle(numberFormat: "0.00%", vertical: .top)
}

extension String {
  /// The text with a great first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
