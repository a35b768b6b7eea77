import MentoringModel
import Workbooks

/// Where the rows of a table come from.
struct TableSource: Sendable {
  /// The whole table.
  let location: SourceLocation
  /// Whether days are counted from 1904.
  let countsFrom1904: Bool
  /// Whether the table is a sheet of a workbook, and no text.
  let isWorkbook: Bool

  init(file: String, sheet: String? = nil, countsFrom1904: Bool = false) {
    location = SourceLocation(file: file, sheet: sheet)
    self.countsFrom1904 = countsFrom1904
    isWorkbook = sheet != nil
  }

  /// The file's name within the folder.
  var file: String { location.file }
  /// The sheet, or nil in a file without sheets.
  var sheet: String? { location.sheet }

  /// A row of it.
  func location(row: Int) -> SourceLocation { location.row(row) }
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
