import MentoringModel
import Workbooks

/// Where the columns of the tables stand, so that a finding that names a heading gets its cell.
struct TablePlaces: Sendable {
  private struct Table: Hashable {
    var file: String
    var sheet: String?
  }

  private var columns: [Table: [String: Int]] = [:]
  private var files: [TableKind: String] = [:]

  /// Notes the columns of a table under the user's headings and under those of the package.
  mutating func note(_ source: TableSource, _ kind: TableKind, _ headings: HeadingRow) {
    files[kind] = files[kind] ?? source.file
    var indexes: [String: Int] = [:]
    for (column, cell) in headings.cells {
      indexes[folded(cell.heading)] = cell.index
      indexes[folded(BuiltIn.headings.heading(of: column, in: kind))] = cell.index
    }
    columns[Table(file: source.file, sheet: source.sheet)] = indexes
  }

  /// Takes in the places of another table.
  mutating func merge(_ other: TablePlaces) {
    columns.merge(other.columns) { mine, _ in mine }
    files.merge(other.files) { mine, _ in mine }
  }

  /// The finding with the file that is there and the cell that it means.
  func located(_ finding: Finding) -> Finding {
    var finding = finding
    let place = finding.location
    if let kind = TableKind.allCases.first(where: { place.file == "\($0.rawValue).csv" }),
      columns[Table(file: place.file)] == nil, let file = files[kind]
    {
      finding.location.file = file
    }
    guard place.cell == nil, let row = place.row, let column = place.column,
      let index = columns[Table(file: place.file, sheet: place.sheet)]?[folded(column)]
    else { return finding }
    finding.location.cell = CellAddress.text(column: index + 1, row: row)
    return finding
  }
}
