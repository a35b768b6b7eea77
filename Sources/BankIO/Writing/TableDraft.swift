/// A table to be written: its columns and the texts of its cells, row by row.
struct TableDraft {
  /// Which table it is.
  let kind: TableKind
  /// The columns in their order.
  let columns: [Column]
  /// The rows.
  let rows: AnySequence<[String]>

  /// A table with all columns.
  init(kind: TableKind, rows: [[String]]) {
    self.kind = kind
    columns = kind.columns
    self.rows = AnySequence(rows)
  }

  /// A table with the needed columns and those in which some row has something.
  ///
  /// - Parameters:
  ///   - kind: which table it is.
  ///   - things: what the rows stand for.
  ///   - cell: the text of a cell; blank where it says what a blank cell says.
  init<Thing>(kind: TableKind, _ things: [Thing], cell: @escaping (Thing, Column) -> String) {
    self.kind = kind
    // Headings are recognised by two of them, so two are always written.
    let needed = kind.neededColumns.map { $0[0] } + kind.columns.prefix(2)
    let columns = kind.columns.filter { column in
      needed.contains(column) || things.contains { !cell($0, column).isEmpty }
    }
    self.columns = columns
    rows = AnySequence(things.lazy.map { thing in columns.map { cell(thing, $0) } })
  }

  /// The headings.
  var headings: [String] { columns.map { BuiltIn.headings.heading(of: $0, in: kind) } }

  /// The table as CSV, from a byte order mark to the last line end.
  var csv: (name: String, text: String) {
    var text = CSVText.mark + CSVText.row(headings)
    for row in rows { text += CSVText.row(row) }
    return ("\(kind.rawValue).csv", text)
  }
}
