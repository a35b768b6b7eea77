/// A table as text: only columns in which some row has something, and the needed ones.
struct TableText<Row> {
  /// Which table it is.
  let kind: TableKind
  /// The text of a row's cell; blank where it says what a blank cell says.
  let cell: (Row, Column) -> String

  /// The table with its headings, from a byte order mark to the last line end.
  func text(_ rows: [Row]) -> String {
    // Headings are recognised by two of them, so two are always written.
    let needed = kind.neededColumns.map { $0[0] } + kind.columns.prefix(2)
    let columns = kind.columns.filter { column in
      needed.contains(column) || rows.contains { !cell($0, column).isEmpty }
    }
    var text = "\u{FEFF}" + CSVText.row(columns.map { BuiltIn.headings.heading(of: $0, in: kind) })
    for row in rows { text += CSVText.row(columns.map { cell(row, $0) }) }
    return text
  }
}
