import Workbooks

/// The sheet with the lists that are too long for a cell.
struct ListSheet {
  private static let name = "Списки"

  private var lists: [(heading: String, words: [String])] = []

  /// Adds a list and returns the range in which it will stand.
  mutating func add(_ heading: String, _ words: [String]) -> String {
    lists.append((heading, words))
    let column = CellAddress.letters(ofColumn: lists.count)
    return "'\(Self.name)'!$\(column)$2:$\(column)$\(words.count + 1)"
  }

  /// Writes the sheet, where there is a list.
  func write(into workbook: WorkbookWriter) throws(WorkbookWriteError) {
    guard !lists.isEmpty else { return }
    let sheet = try workbook.addSheet(Self.name)
    for (index, list) in lists.enumerated() {
      let column = index + 1
      try sheet.set(columns: column...column, width: 40)
      // With the word in front nobody takes the sheet for a table.
      try sheet.write(
        .text("Значения: \(list.heading)"), column: column, row: 1, style: CellStyle(isBold: true))
      for (place, word) in list.words.enumerated() {
        try sheet.write(.text(word), column: column, row: place + 2)
      }
    }
    sheet.freeze(rows: 1, columns: 0)
    sheet.printAcross(repeatingRows: 1)
  }
}
