import Foundation
import MentoringModel
import Wording
import Workbooks

/// The copy of one table file.
struct TableCopy {
  private let input: InputFile
  private let kind: TableKind
  private let findings: [Finding]
  private let language: Language

  init(_ input: InputFile, _ kind: TableKind, _ findings: [Finding], _ language: Language) {
    self.input = input
    self.kind = kind
    self.findings = findings
    self.language = language
  }

  /// The name of the copy: that of the table, as a workbook.
  var name: String { (input.name as NSString).deletingPathExtension + ".xlsx" }

  /// The bytes of the copy.
  func bytes() throws -> [UInt8] {
    let copy = try WorkbookWriter()
    var sheetNames: [String?: String] = [:]
    switch input.format {
    case .foreign(let error): throw error
    case .text:
      let name = copy.soundName(kind.title.ru)
      sheetNames[nil] = name
      try copyText(to: try copy.addSheet(name))
    case .workbook:
      guard let data = input.contents() else { throw WorkbookError.damaged(part: "") }
      let workbook = try Workbook(data)
      for sheet in workbook.sheets {
        let name = copy.soundName(sheet.name)
        sheetNames[sheet.name] = name
        let target = try copy.addSheet(name, isHidden: sheet.isHidden)
        let its = findings.filter { $0.location.sheet == sheet.name }
        var sheetCopy = SheetCopy(target, CellMarks(its, language))
        try sheetCopy.copy(sheet, of: workbook)
      }
    }
    try RemarkSheet.write(findings, sheetNames, into: copy, language)
    return try copy.finish()
  }

  private func copyText(to sheet: SheetWriter) throws {
    let table = CSVTable(TextSource(input), of: kind, catalogue: HeadingCatalogue())
    var copy = SheetCopy(sheet, CellMarks(findings, language))
    for row in table.rows {
      let cells = row.fields.enumerated().compactMap { index, field -> Cell? in
        let text = CSVText.unguarded(field)
        guard !text.isEmpty, index < CellAddress.lastColumn else { return nil }
        return Cell(column: index + 1, value: .text(text))
      }
      guard row.number <= CellAddress.lastRow else { break }
      try copy.write(Row(number: row.number, cells: cells)) { _ in CellStyle() }
    }
    try copy.finish(SheetLayout()) { _ in CellStyle() }
    try sheet.set(columns: 1...max(1, table.headings?.width ?? 1), width: 18)
    if let headings = table.headings { sheet.freeze(rows: headings.number, columns: 0) }
  }
}
