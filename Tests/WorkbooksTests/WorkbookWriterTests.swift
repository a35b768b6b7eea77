import Foundation
import Testing
import WorkbookSamples

@testable import Workbooks

/// What is written reads back, and is the same every time.
struct WorkbookWriterTests {
  @Test func `reads back what it writes`() throws {
    var random = SeededGenerator(seed: 5)
    let letters = Array("aЯё<>&\"'\n\r\t_x000D_ =+-@\u{1F600}\u{1}")
    for _ in 0..<20 {
      var written: [[CellValue]] = []
      let writer = try WorkbookWriter()
      let sheet = try writer.addSheet("Лист")
      for row in 1...12 {
        var cells: [CellValue] = []
        for column in 1...6 {
          let text = String(
            (0...Int.random(in: 0...9, using: &random)).map { _ in
              letters.randomElement(using: &random) ?? "a"
            })
          let value: CellValue =
            switch Int.random(in: 0..<3, using: &random) {
            case 0: .text(text)
            case 1: .number(Double(Int.random(in: -9999...99_999, using: &random)) / 8)
            default: .boolean(Bool.random(using: &random))
            }
          cells.append(value)
          try sheet.write(value, column: column, row: row)
        }
        written.append(cells)
      }
      #expect(try Workbook(Data(writer.finish())).firstValues() == written)
    }
  }

  @Test func `what is in the making is its owner's alone, and goes with the writer`() throws {
    let folder = FileManager.default.temporaryDirectory
    func made() throws -> Set<String> {
      Set(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
          $0.hasPrefix("nastavnik-") && $0.hasSuffix(".xlsx")
        })
    }
    let workbook = try WorkbookWriter()
    _ = try workbook.addSheet("Наставники")
    for name in try made() {
      // Other tests write workbooks, too, and take them away.
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: folder.appending(path: name).path)
      guard let mode = attributes?[.posixPermissions] as? Int else { continue }
      #expect(mode == 0o600)
    }
    let isThere = try !made().isEmpty
    #expect(isThere)
    _ = try workbook.finish()
  }

  @Test func `writes the same bytes for the same calls`() throws {
    func bytes() throws -> [UInt8] {
      let writer = try WorkbookWriter()
      let sheet = try writer.addSheet("Лист")
      try sheet.write(.text("а"), column: 1, row: 1, style: CellStyle(isBold: true, fill: 0xFF))
      try sheet.note("заметка", column: 1, row: 1)
      return try writer.finish()
    }
    let first = try bytes()
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try bytes() == first)
  }

  @Test func `a row is as high as the longest of its texts`() throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addSheet("Лист")
    let texts: [[(text: String, width: Double)]] = [
      [("коротко", 20.0)], [(String(repeating: "слово ", count: 20), 40)],
      [("коротко", 20), ("раз\nдва\nтри", 40)], [(String(repeating: "а", count: 9_000), 10)],
    ]
    for (index, row) in texts.enumerated() {
      for (column, text) in row.enumerated() {
        try sheet.write(.text(text.text), column: column + 1, row: index + 1)
      }
      try sheet.fit(row: index + 1, to: row)
    }
    let book = try Workbook(Data(writer.finish()))
    let rows = try book.rows(of: book.sheets[0])
    var heights: [Double?] = []
    while let row = try rows.next() { heights.append(row.height) }
    #expect(heights == [nil, 60, 45, 400])
  }

  @Test func `reads back styles, layout and offers`() throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addSheet("Лист")
    var style = CellStyle(
      numberFormat: "dd.mm.yyyy", isBold: true, isItalic: true, fontColor: 0x112233,
      fill: 0xAABBCC, hasBorder: true, wraps: true, vertical: .top)
    style.horizontal = .center
    try sheet.write(.number(45_170), column: 2, row: 3, style: style)
    try sheet.set(columns: 2...3, width: 30, isHidden: true)
    try sheet.set(row: 4, height: 50, isHidden: true)
    sheet.freeze(rows: 2, columns: 1)
    try sheet.merge(CellRange(columns: 1...2, rows: 6...7))
    try sheet.filter(CellRange(columns: 1...3, rows: 3...9))
    let choice = CellChoice(
      offer: .words(["да", "нет"]), isStrict: true, title: "Что", help: "Как")
    let cells = CellRange(columns: 4...4, rows: 2...20)
    try sheet.offer(choice, in: cells)
    try sheet.write(formula: "1+1", value: .number(2), column: 1, row: 9)
    let book = try Workbook(Data(writer.finish()))
    let rows = try book.rows(of: book.sheets[0], keepingBlankCells: true)
    var all: [Row] = []
    while let row = try rows.next() { all.append(row) }
    let cell = try #require(all.first { $0.number == 3 }?.cells.first)
    var found = book.style(of: cell)
    (found.fontName, found.fontSize) = (nil, nil)
    #expect(found == style)
    #expect(all.first { $0.number == 4 }?.isHidden ?? false)
    #expect(all.last?.cells.first?.formula == "1+1")
    #expect(all.last?.cells.first?.value == .number(2))
    let layout = rows.layout
    #expect(layout.columns.map(\.range) == [2...3] && layout.columns.allSatisfy(\.isHidden))
    #expect(layout.merges == [CellRange(columns: 1...2, rows: 6...7)])
    #expect(layout.frozenRows == 2)
    #expect(layout.frozenColumns == 1)
    #expect(layout.filter == CellRange(columns: 1...3, rows: 3...9))
    #expect(layout.offers == [.init(ranges: [cells], choice: choice)])
  }

  @Test(arguments: [126, 127, 128, 250])
  func `offers a list only where the library has room for its bytes`(letters: Int) throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addSheet("Лист")
    let words = [String(repeating: "ж", count: letters)]
    let choice = CellChoice(offer: .words(words), isStrict: false, title: "", help: "")
    let cells = CellRange(columns: 1...1, rows: 1...9)
    #expect(CellChoice.fits(words) == (letters <= 127))
    if CellChoice.fits(words) {
      try sheet.offer(choice, in: cells)
    } else {
      #expect(throws: WorkbookWriteError.self) { try sheet.offer(choice, in: cells) }
    }
    _ = try writer.finish()
  }

  @Test func `refuses what no sheet can hold`() throws {
    let writer = try WorkbookWriter()
    let sheet = try writer.addSheet("Лист")
    #expect(throws: WorkbookWriteError.outOfSheet(column: 1, row: 1_048_577)) {
      try sheet.write(.number(1), column: 1, row: 1_048_577)
    }
    let long = String(repeating: "а", count: 32_768)
    #expect(throws: WorkbookWriteError.tooLong(column: 1, row: 1)) {
      try sheet.write(.text(long), column: 1, row: 1)
    }
    #expect(throws: WorkbookWriteError.badSheetName("лист")) { try writer.addSheet("лист") }
    #expect(writer.soundName("Лист") == "Лист 2")
    #expect(writer.soundName("[a]*/\\?:") == "a")
    #expect(writer.soundName(String(repeating: "ж", count: 40)).count == 31)
  }
}
