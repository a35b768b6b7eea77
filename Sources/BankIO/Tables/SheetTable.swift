import Workbooks

/// The rows of one sheet as rows of a table.
///
/// Of cells that are joined downwards, each row gets what the uppermost holds, where the row has
/// something of its own.
struct SheetTable {
  private let rows: SheetRows
  private let text: CellText
  private var mergesByRow: [Int: [CellRange]] = [:]
  private var open: [(bottom: Int, cell: Cell)] = []
  /// How many of the rows that were taken are hidden.
  private(set) var hiddenRows: [Int] = []

  init(_ sheet: SheetEntry, of workbook: Workbook, text: CellText) throws(WorkbookError) {
    self.text = text
    for range in try workbook.merges(of: sheet) where range.rows.count > 1 {
      mergesByRow[range.rows.lowerBound, default: []].append(range)
    }
    rows = try workbook.rows(of: sheet)
  }

  /// The next row that holds something, or nil at the end.
  mutating func next() throws(WorkbookError) -> TableRow? {
    while let row = try rows.next() {
      guard !row.cells.isEmpty else { continue }
      if row.isHidden { hiddenRows.append(row.number) }
      return tableRow(row, cells: filled(row))
    }
    return nil
  }

  private mutating func filled(_ row: Row) -> [Cell] {
    guard !mergesByRow.isEmpty else { return row.cells }
    open.removeAll { $0.bottom < row.number }
    var cells = row.cells
    for (_, cell) in open where !cells.contains(where: { $0.column == cell.column }) {
      let place = cells.firstIndex { $0.column > cell.column } ?? cells.endIndex
      cells.insert(cell, at: place)
    }
    for range in mergesByRow[row.number] ?? [] {
      guard let cell = row.cells.first(where: { $0.column == range.columns.lowerBound }) else {
        continue
      }
      open.append((range.rows.upperBound, cell))
    }
    return cells
  }

  private func tableRow(_ row: Row, cells: [Cell]) -> TableRow {
    let cells = cells.prefix { $0.column <= TableRow.mostColumns }
    var result = TableRow(
      number: row.number, fields: Array(repeating: "", count: cells.last?.column ?? 0))
    for cell in cells {
      let index = cell.column - 1
      result.fields[index] = text.text(cell)
      if cell.value == .uncomputed { result.remarks.append(.uncomputed(index)) }
      if cell.isCut { result.remarks.append(.cut(index)) }
    }
    return result
  }
}
