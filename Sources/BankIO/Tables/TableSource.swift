import MentoringModel
import Workbooks

/// Where the rows of a table come from.
struct TableSource: Sendable {
  /// The file's name within the folder.
  var file: String
  /// The sheet, or nil in a file without sheets.
  var sheet: String?
  /// Whether days are counted from 1904.
  var countsFrom1904 = false

  /// Whether the table is a sheet of a workbook, and no text.
  var isWorkbook: Bool { sheet != nil }

  /// The whole table.
  var location: SourceLocation { SourceLocation(file: file, sheet: sheet) }

  /// A row of it.
  func location(row: Int) -> SourceLocation { SourceLocation(file: file, sheet: sheet, row: row) }
}

extension SourceLocation {
  /// The cell of this row at an index, under a heading where it has one.
  func cell(_ index: Int, under heading: String? = nil) -> SourceLocation {
    var place = self
    place.column = heading
    place.cell = row.map { CellAddress.text(column: index + 1, row: $0) }
    return place
  }
}
