import MentoringModel

/// The rows below the headings of a table, and what is the matter with them.
struct TableBody {
  /// Where the table stands.
  let source: TableSource
  /// What was found so far.
  var findings: [Finding] { log.findings }
  /// How many rows hold something.
  private(set) var count = 0
  /// How many of them are hidden.
  var hiddenRows = 0

  private let headings: HeadingRow
  private var log = FindingLog()
  private var unnamed: Set<Int> = []
  private var told = 0

  init(_ headings: HeadingRow, _ source: TableSource) {
    self.headings = headings
    self.source = source
  }

  /// Hands a row on where it is one of the table's.
  mutating func take(_ row: TableRow, _ take: (inout RowReader) -> Void) {
    guard row.number > headings.number else { return }
    if row.number >= told + ReadProgress.step {
      told = row.number - row.number % ReadProgress.step
      ReadProgress.current?.tell(source.file, told)
    }
    let isBlank = row.isBlank
    guard !isBlank || !row.remarks.isEmpty else { return }
    guard !isExplanation(row) else { return }
    guard !row.isFooter else {
      log.append(Flaw.footer.finding(at: source.location(row: row.number)))
      return
    }
    var reader = RowReader(row, of: source, under: headings)
    if !isBlank {
      count += 1
      noteUnnamed(row)
      take(&reader)
    }
    log.append(reader.findings)
  }

  /// Says that there are no more rows.
  func finish() {
    if told > 0 { ReadProgress.current?.tell(source.file, nil) }
  }

  private func isExplanation(_ row: TableRow) -> Bool {
    row.isHelp || row.number == headings.number + 1 && row.isNumbering
  }

  /// A column with values and no heading is reported once.
  private mutating func noteUnnamed(_ row: TableRow) {
    // Beyond the headings of a text, cells come from a delimiter within a cell.
    let beyond = source.isWorkbook ? headings.width..<max(headings.width, row.fields.count) : 0..<0
    for index in headings.unnamed + beyond where index < row.fields.count {
      guard !unnamed.contains(index), !row.fields[index].trimmed.isEmpty else { continue }
      unnamed.insert(index)
      log.append(
        Flaw.unnamedColumn.finding(
          at: source.location(row: row.number).cell(index)))
    }
  }
}
