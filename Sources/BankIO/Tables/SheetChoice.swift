import MentoringModel
import Wording
import Workbooks

/// Which sheets of a workbook make up a table.
///
/// Every visible sheet with all needed headings is read, as if each were a file. A sheet that shows
/// more headings of another table is that table's. Hidden sheets are not read.
struct SheetChoice {
  /// The sheets with their headings.
  private(set) var sheets: [(sheet: SheetEntry, headings: HeadingRow)] = []
  /// What is to be said of the others.
  private(set) var findings: [Finding] = []

  private let workbook: Workbook
  private let file: String
  private let kind: TableKind
  private let catalogue: HeadingCatalogue

  init(
    _ workbook: Workbook, file: String, kind: TableKind, catalogue: HeadingCatalogue
  ) throws(WorkbookError) {
    self.workbook = workbook
    self.file = file
    self.kind = kind
    self.catalogue = catalogue
    try choose()
  }

  private mutating func choose() throws(WorkbookError) {
    var partial: [(sheet: SheetEntry, headings: HeadingRow)] = []
    var foreign: [(sheet: SheetEntry, kind: TableKind)] = []
    var seen: [String] = []
    var isEmpty = true
    for sheet in workbook.sheets {
      let head = try firstRows(of: sheet)
      if !head.isEmpty, !sheet.isHidden { isEmpty = false }
      guard let headings = HeadingRow(among: head, of: kind, catalogue: catalogue) else {
        if seen.isEmpty, !sheet.isHidden { seen = SeenCells.words(in: head) }
        continue
      }
      if let other = otherKind(than: headings, head, sheet) {
        if !sheet.isHidden { foreign.append((sheet, other)) }
      } else if headings.lacksColumns {
        if !sheet.isHidden { partial.append((sheet, headings)) }
      } else if sheet.isHidden {
        report(.hiddenSheet, sheet)
      } else {
        sheets.append((sheet, headings))
      }
    }
    settle(partial, foreign, seen: seen, isEmpty: isEmpty)
  }

  private mutating func settle(
    _ partial: [(sheet: SheetEntry, headings: HeadingRow)],
    _ foreign: [(sheet: SheetEntry, kind: TableKind)], seen: [String], isEmpty: Bool
  ) {
    for (sheet, other) in foreign { report(.otherTable(other), sheet) }
    if sheets.isEmpty {
      if let fullest = partial.max(by: { $0.headings.known < $1.headings.known }) {
        sheets = [fullest]
      } else if isEmpty {
        findings.append(Flaw.emptyTable.finding(at: SourceLocation(file: file)))
      } else {
        findings.append(Flaw.noHeadings(kind, seen: seen).finding(at: SourceLocation(file: file)))
      }
    } else {
      for (sheet, _) in partial { report(.partialSheet, sheet) }
    }
    if sheets.count > 1 {
      findings.append(
        Flaw.severalSheets(sheets.map(\.sheet.name)).finding(at: SourceLocation(file: file)))
    }
  }

  /// The table to which a sheet belongs more than to this one.
  private func otherKind(
    than headings: HeadingRow, _ head: [TableRow], _ sheet: SheetEntry
  ) -> TableKind? {
    let name = folded(sheet.name)
    for other in TableKind.allCases where other != kind {
      guard let its = HeadingRow(among: head, of: other, catalogue: catalogue),
        !its.lacksColumns
      else { continue }
      if its.known > headings.known || headings.lacksColumns { return other }
      if its.known == headings.known, name == folded(other.title.ru) { return other }
    }
    return nil
  }

  private func firstRows(of sheet: SheetEntry) throws(WorkbookError) -> [TableRow] {
    var table = try SheetTable(sheet, of: workbook, text: CellText(workbook))
    var head: [TableRow] = []
    while let row = try table.next(), row.number <= HeadingRow.reach { head.append(row) }
    return head
  }

  private mutating func report(_ flaw: Flaw, _ sheet: SheetEntry) {
    findings.append(flaw.finding(at: SourceLocation(file: file, sheet: sheet.name)))
  }
}

extension Flaw {
  fileprivate static let hiddenSheet = Flaw(
    .note, code: "hiddenSheet",
    Text(ru: "Лист скрыт и не читается.", en: "The sheet is hidden and is not read."),
    advice: Text(
      ru: "Если он нужен, сделайте его видимым.", en: "If it is needed, make it visible."))

  fileprivate static let partialSheet = Flaw(
    .note, code: "partialSheet",
    Text(
      ru: "На листе нет всех нужных столбцов; он не читается.",
      en: "The sheet lacks needed columns and is not read."),
    advice: Text(
      ru: "Если это часть базы, назовите столбцы как на других листах.",
      en: "If it is part of the bank, name the columns as on the other sheets."))

  fileprivate static func otherTable(_ kind: TableKind) -> Flaw {
    Flaw(
      .note, code: "otherTable",
      Text(
        ru: "Лист похож на таблицу «\(kind.title.ru)»; здесь он не читается.",
        en: "The sheet looks like the table “\(kind.title.en)” and is not read here."),
      advice: Text(
        ru: "Если эта таблица нужна, сохраните лист в файле \(kind.rawValue).xlsx.",
        en: "If that table is wanted, save the sheet as \(kind.rawValue).xlsx."))
  }

  fileprivate static func severalSheets(_ names: [String]) -> Flaw {
    Flaw(
      .note, code: "severalSheets",
      Text(
        ru: "Прочитаны вместе листы «\(names.joined(separator: "», «"))».",
        en: "These sheets were read together: “\(names.joined(separator: "”, “"))”."),
      advice: Text(
        ru: "Если какой-то из них лишний (архив, черновик), скройте его.",
        en: "If one of them is not meant (an archive, a draft), hide it."))
  }
}
