import MentoringModel
import Wording
import Workbooks

/// The sheet that lists all remarks on a table, each leading to its cell.
enum RemarkSheet {
  /// Writes the sheet behind the others.
  static func write(
    _ findings: [Finding], _ sheetNames: [String?: String], into workbook: WorkbookWriter,
    _ language: Language
  ) throws(WorkbookWriteError) {
    let sheet = try workbook.addSheet(workbook.soundName(Text.title[language]))
    for (index, column) in columns.enumerated() {
      try sheet.set(columns: index + 1...index + 1, width: column.width)
      try sheet.write(
        .text(column.title[language]), column: index + 1, row: 1, style: CellStyle(isBold: true))
    }
    let inOrder = findings.inOrderOfPlace()
    for (index, finding) in inOrder.prefix(CellAddress.lastRow - 1).enumerated() {
      let row = index + 2
      let place = finding.location
      let texts = [
        finding.severity.title[language], "", place.column ?? "", finding.value ?? "",
        finding.message[language], finding.advice[language],
      ]
      for (column, text) in texts.enumerated() where !text.isEmpty {
        try sheet.write(.text(text), column: column + 1, row: row, style: .remark)
      }
      try sheet.fit(row: row, to: zip(texts, columns).map { (text: $0, width: $1.width) })
      guard let name = sheetNames[place.sheet] else { continue }
      let cell = place.cell ?? "A\(place.row ?? 1)"
      let text = place.row == nil ? name : "\(name)!\(cell)"
      // A sheet has room for so many links.
      if index < 60_000 {
        try sheet.link(text, to: "'\(name)'!\(cell)", column: 2, row: row, style: .link)
      } else {
        try sheet.write(.text(text), column: 2, row: row, style: .remark)
      }
    }
    sheet.freeze(rows: 1, columns: 0)
    let rows = min(inOrder.count + 1, CellAddress.lastRow)
    try sheet.printAcross(
      repeatingRows: 1, of: CellRange(columns: 1...columns.count, rows: 1...rows))
  }

  private static let columns: [(title: Text, width: Double)] = [
    (Text(ru: "Что это", en: "Severity"), 16), (Text(ru: "Где", en: "Where"), 22),
    (Text(ru: "Столбец", en: "Column"), 20), (Text(ru: "Написано", en: "Value"), 24),
    (Text(ru: "В чём дело", en: "What"), 60), (Text(ru: "Что сделать", en: "What to do"), 60),
  ]
}

extension Text {
  fileprivate static let title = Text(ru: "Замечания", en: "Findings")
}

extension CellStyle {
  fileprivate static let remark = CellStyle(wraps: true, vertical: .top)
  fileprivate static let link = CellStyle(fontColor: 0x0563C1, wraps: true, vertical: .top)
}
