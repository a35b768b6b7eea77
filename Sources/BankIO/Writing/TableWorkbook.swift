import MentoringModel
import Wording
import Workbooks

/// A table as a workbook that a curator fills in: lists to choose from, notes, frozen headings.
struct TableWorkbook {
  private let table: TableDraft
  private let choices: TableChoices

  /// The cells in which a list is offered reach so far down where the table is shorter.
  private static let roomForRows = 2000
  /// So wide a table is still legible on one page across; a wider one goes on with its names.
  private static let onePage = 130.0

  init(_ table: TableDraft, of programme: Programme) {
    self.table = table
    choices = TableChoices(programme)
  }

  /// The bytes of the workbook.
  ///
  /// - Parameter explains: whether a row of help stands below the headings.
  /// - Returns: the bytes.
  /// - Throws: `WorkbookWriteError`.
  func bytes(explaining explains: Bool) throws(WorkbookWriteError) -> [UInt8] {
    let workbook = try WorkbookWriter()
    let sheet = try workbook.addSheet(table.kind.title.ru)
    try writeHeadings(sheet, explaining: explains)
    let widths = table.columns.map { width(of: $0) }
    var row = explains ? 2 : 1
    for cells in table.rows {
      row += 1
      for (index, text) in cells.enumerated() where !text.isEmpty {
        let (value, style) = Self.value(of: text, in: table.columns[index])
        try sheet.write(value, column: index + 1, row: row, style: style)
      }
      try sheet.fit(row: row, to: zip(cells, widths).map { (text: $0, width: $1) })
    }
    sheet.freeze(rows: explains ? 2 : 1, columns: min(2, table.columns.count - 1))
    if widths.reduce(0, +) <= Self.onePage {
      sheet.printAcross(repeatingRows: 1)
      sheet.fitToWidth()
    } else {
      sheet.printAcross(repeatingRows: 1, columns: min(2, table.columns.count - 1))
    }
    if explains { try HelpSheet.write(into: workbook) }
    try offerChoices(sheet, workbook, from: explains ? 3 : 2, to: max(row, Self.roomForRows))
    return try workbook.finish()
  }

  private func width(of column: Column) -> Double {
    BuiltIn.guide.guide(to: column, in: table.kind)?.width ?? 12
  }

  private func writeHeadings(
    _ sheet: SheetWriter, explaining explains: Bool
  ) throws(WorkbookWriteError) {
    for (index, heading) in table.headings.enumerated() {
      let column = index + 1
      let guide = BuiltIn.guide.guide(to: table.columns[index], in: table.kind)
      try sheet.set(columns: column...column, width: width(of: table.columns[index]))
      try sheet.write(.text(heading), column: column, row: 1, style: .heading)
      guard let guide else { continue }
      if let note = guide.note { try sheet.note(note, column: column, row: 1) }
      guard explains else { continue }
      let help = "\(TableRow.helpMark) \(guide.help)"
      try sheet.write(.text(help), column: column, row: 2, style: .help)
    }
    try sheet.set(row: 1, height: 48)
    if explains { try sheet.set(row: 2, height: 32) }
  }

  private func offerChoices(
    _ sheet: SheetWriter, _ workbook: WorkbookWriter, from first: Int, to last: Int
  ) throws(WorkbookWriteError) {
    var lists = ListSheet()
    for (index, column) in table.columns.enumerated() {
      let guide = BuiltIn.guide.guide(to: column, in: table.kind)
      let choice = choices.words(for: column, in: table.kind)
      guard choice != nil || guide?.note != nil else { continue }
      let heading = table.headings[index]
      let offer: CellChoice.Offer =
        if let words = choice?.words, !words.isEmpty {
          CellChoice.fits(words) ? .words(words) : .range(lists.add(heading, words))
        } else { .nothing }
      let help = guide?.note ?? guide?.help ?? ""
      try sheet.offer(
        CellChoice(
          offer: offer, isStrict: choice?.isStrict ?? false, title: String(heading.prefix(32)),
          help: String(help.prefix(255))),
        in: CellRange(columns: index + 1...index + 1, rows: first...max(first, last)))
    }
    try lists.write(into: workbook)
  }

  /// What a text is written as: days and numbers as such, so that they can be sorted.
  private static func value(of text: String, in column: Column) -> (CellValue, CellStyle) {
    if column.holdsDates, let date = CalendarDate(text), date.dotted == text {
      return (.number(SerialDay.number(of: date)), .day)
    }
    if column == .capacity || column == .birth, let number = Int(text), "\(number)" == text {
      return (.number(Double(number)), .number)
    }
    return (.text(text), .text)
  }
}

extension CellStyle {
  fileprivate static let heading = CellStyle(
    isBold: true, fill: 0xDDE8F5, hasBorder: true, wraps: true, vertical: .center)
  fileprivate static let help = CellStyle(
    isItalic: true, fontColor: 0x595959, wraps: true, vertical: .top)
  fileprivate static let text = CellStyle(wraps: true, vertical: .top)
  // At the left, as the texts beside it: at the right a day would touch the next column's word.
  fileprivate static let number = CellStyle(horizontal: .left, vertical: .top)
  fileprivate static let day = CellStyle(
    numberFormat: NumberFormat.day, horizontal: .left, vertical: .top)
}
