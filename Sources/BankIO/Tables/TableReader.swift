import Foundation
import MentoringModel
import Workbooks

/// A table file of the folder, read row by row.
struct TableReader {
  /// The file's name within the folder.
  let file: String
  /// Which table it is.
  let kind: TableKind
  /// The headings it may have.
  let catalogue: HeadingCatalogue

  /// What was found.
  private(set) var findings: [Finding] = []
  /// Where the columns stand.
  private(set) var places = TablePlaces()

  init(file: String, kind: TableKind, catalogue: HeadingCatalogue) {
    self.file = file
    self.kind = kind
    self.catalogue = catalogue
  }

  /// Reads the rows below the headings.
  mutating func read(_ input: InputFile, row take: (inout RowReader) -> Void) {
    switch input.format {
    case .text: readText(input, take)
    case .workbook:
      guard let data = input.contents() else {
        return report(.lostFile(isNeeded: kind.isNeeded), at: whole)
      }
      readWorkbook(data, take)
    case .foreign(let error): report(.unreadable(error, kind), at: whole)
    }
    if !input.isUnchanged { report(.changedFile(isNeeded: kind.isNeeded), at: whole) }
  }

  private var whole: SourceLocation { SourceLocation(file: file) }

  private mutating func readText(_ input: InputFile, _ take: (inout RowReader) -> Void) {
    let source = TableSource(file: file)
    for flaw in input.encoding.flaws { report(flaw, at: source.location) }
    let text = TextSource(input)
    defer { if text.hasFailed { report(.lostFile(isNeeded: kind.isNeeded), at: whole) } }
    let table = CSVTable(text, of: kind, catalogue: catalogue)
    guard !table.isBlank else { return report(.emptyTable, at: source.location) }
    guard let headings = table.headings else {
      let seen = SeenCells.words(in: Array(table.rows.prefix(HeadingRow.reach)))
      return report(.noHeadings(kind, seen: seen), at: source.location)
    }
    guard begin(headings, source) else { return }
    var body = TableBody(headings, source)
    for row in table.rows { body.take(row, take) }
    end(body)
  }

  private mutating func readWorkbook(_ data: Data, _ take: (inout RowReader) -> Void) {
    do throws(WorkbookError) {
      let workbook = try Workbook(data)
      if workbook.hasMacros { report(.macros, at: whole) }
      let choice = try SheetChoice(workbook, file: file, kind: kind, catalogue: catalogue)
      findings += choice.findings
      let text = CellText(workbook)
      for (sheet, headings) in choice.sheets {
        let source = TableSource(
          file: file, sheet: sheet.name, countsFrom1904: workbook.countsFrom1904)
        guard begin(headings, source) else { continue }
        var body = TableBody(headings, source)
        var table = try SheetTable(sheet, of: workbook, text: text)
        // What was read before the damage stays: the finding says that it is not all.
        defer { end(body) }
        while let row = try table.next() { body.take(row, take) }
        body.hiddenRows = table.hiddenRows.count { $0 > headings.number }
      }
    } catch {
      report(.unreadable(error, kind), at: whole)
    }
  }

  /// Reports the headings; false where the table cannot be read under them.
  private mutating func begin(_ headings: HeadingRow, _ source: TableSource) -> Bool {
    let row = source.location(row: headings.number)
    for (flaw, index) in headings.flaws {
      report(flaw, at: index.map { row.cell($0) } ?? row)
    }
    places.note(source, kind, headings)
    guard !headings.lacksColumns else { return false }
    if headings.cells[.id] == nil, kind.columns.contains(.id) {
      report(.noIDColumn, at: source.location)
    }
    return true
  }

  private mutating func end(_ body: TableBody) {
    body.finish()
    findings += body.findings
    if body.count == 0 { report(.emptyTable, at: body.source.location) }
    if body.hiddenRows > 0 { report(.hiddenRows(body.hiddenRows), at: body.source.location) }
  }

  private mutating func report(_ flaw: Flaw, at location: SourceLocation) {
    findings.append(flaw.finding(at: location))
  }
}
