import MentoringModel
import Workbooks

/// Writes the cells of a sheet again, with the marks on them.
struct SheetCopy {
  private let sheet: SheetWriter
  private var marks: CellMarks
  private var firstCells: [Int: [Int: (value: CellValue, style: CellStyle)]] = [:]

  /// Joined cells of more rows and columns than these are left apart.
  private static let largestMerge = 100_000

  init(_ sheet: SheetWriter, _ marks: CellMarks) {
    self.sheet = sheet
    self.marks = marks
  }

  /// Copies a sheet of a workbook.
  mutating func copy(_ entry: SheetEntry, of workbook: Workbook) throws {
    let merges = Self.apart(try workbook.merges(of: entry))
    for range in merges {
      firstCells[range.rows.lowerBound, default: [:]][range.columns.lowerBound] =
        (.blank, CellStyle())
      marks.join(range)
    }
    let rows = try workbook.rows(of: entry, keepingBlankCells: true)
    var lastRow = 0
    while let row = try rows.next() {
      // A damaged sheet may go back; what is written once stays.
      guard row.number > lastRow else { continue }
      lastRow = row.number
      try write(row) { workbook.style(of: $0) }
    }
    var layout = rows.layout
    layout.merges = merges
    try finish(layout) { workbook.style(of: $0) }
  }

  /// Writes a row.
  mutating func write(_ row: Row, style: (Cell) -> CellStyle) throws {
    if row.isHidden || row.height != nil {
      try sheet.set(row: row.number, height: row.height, isHidden: row.isHidden)
    }
    var marksByColumn = marks.takeRow(row.number)
    for cell in row.cells {
      let mark = marksByColumn.removeValue(forKey: cell.column)
      try write(cell, row: row.number, style: style(cell), mark)
    }
    for (column, mark) in marksByColumn.sorted(by: { $0.key < $1.key }) {
      try write(Cell(column: column, value: .blank), row: row.number, style: CellStyle(), mark)
    }
  }

  /// Writes what stands in no row, and the layout.
  mutating func finish(_ layout: SheetLayout, style: (Cell) -> CellStyle) throws {
    for row in marks.rows { try write(Row(number: row), style: style) }
    for columns in layout.columns {
      try sheet.set(columns: columns.range, width: columns.width, isHidden: columns.isHidden)
    }
    for range in layout.merges where range.columns.count * range.rows.count > 1 {
      let (row, column) = (range.rows.lowerBound, range.columns.lowerBound)
      guard let first = firstCells[row]?[column] else { continue }
      try sheet.merge(range, style: first.style)
      try sheet.write(first.value, column: column, row: row, style: first.style)
    }
    if layout.frozenRows + layout.frozenColumns > 0 {
      sheet.freeze(rows: layout.frozenRows, columns: layout.frozenColumns)
    }
    if let filter = layout.filter { try sheet.filter(filter) }
    for offer in layout.offers {
      for range in offer.ranges { try? sheet.offer(offer.choice, in: range) }
    }
  }

  private mutating func write(
    _ cell: Cell, row: Int, style: CellStyle, _ mark: CellMarks.Mark?
  ) throws {
    var style = style
    if let mark {
      style.fill = mark.fill
      try sheet.note(mark.note, column: cell.column, row: row)
    }
    var value = cell.value
    if case .text(let text) = value { value = .text(Self.cut(text)) }
    if firstCells[row]?[cell.column] != nil { firstCells[row]?[cell.column] = (value, style) }
    if let formula = cell.formula, !formula.isEmpty {
      try sheet.write(formula: formula, value: value, column: cell.column, row: row, style: style)
    } else {
      try sheet.write(value, column: cell.column, row: row, style: style)
    }
  }

  /// What a cell can hold of a text.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > SheetWriter.longestText else { return text }
    return String(decoding: Array(text.utf16.prefix(SheetWriter.longestText - 1)), as: UTF16.self)
  }

  /// The ranges that do not overlap one before them, and that are not absurdly large.
  private static func apart(_ ranges: [CellRange]) -> [CellRange] {
    var taken: Set<Int> = []
    return ranges.filter { range in
      guard range.columns.count * range.rows.count <= largestMerge else { return false }
      let cells = range.rows.flatMap { row in
        range.columns.map { row * (CellAddress.lastColumn + 1) + $0 }
      }
      guard taken.isDisjoint(with: cells), taken.count < 10 * largestMerge else { return false }
      taken.formUnion(cells)
      return true
    }
  }
}
