import Foundation
import Testing
import WorkbookSamples

@testable import Workbooks

extension Workbook {
  /// The rows of the first sheet.
  func firstRows(keepingBlankCells keeps: Bool = false) throws -> [Row] {
    let rows = try rows(of: sheets[0], keepingBlankCells: keeps)
    var all: [Row] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  /// What the cells of the first sheet hold, row by row.
  func firstValues() throws -> [[CellValue]] { try firstRows().map { $0.cells.map(\.value) } }
}

/// What stands in workbooks that other programs write.
struct WorkbookTests {
  private func values(_ sheet: String, strings: String? = nil) throws -> [[CellValue]] {
    var sample = SampleWorkbook("<sheetData>\(sheet)</sheetData>")
    sample.strings = strings
    return try Workbook(sample.data).firstValues()
  }

  @Test func `reads every type of cell`() throws {
    let row = """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>в ячейке</t></is></c>\
      <c r="C1"><v>2.5</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c>\
      <c r="F1" t="str"><f>A1</f><v>из формулы</v></c><c r="G1"><f>1+1</f><v>2</v></c>\
      <c r="H1"><f>1+1</f></c><c r="I1" t="d"><v>2023-09-01</v></c></row>
      """
    let found = try values(row, strings: "<si><t>первый</t></si><si><t>второй</t></si>")
    #expect(
      found == [
        [
          .text("второй"), .text("в ячейке"), .number(2.5), .boolean(true), .error("#N/A"),
          .text("из формулы"), .number(2), .uncomputed, .text("2023-09-01"),
        ]
      ])
  }

  @Test func `joins rich text and leaves out its reading aids`() throws {
    let strings = """
      <si><r><rPr><b/></rPr><t xml:space="preserve">Иванова </t></r><r><t>Анна</t></r>\
      <rPh sb="0" eb="1"><t>нет</t></rPh></si>
      """
    let inline = "<c t=\"inlineStr\"><is><r><t>а</t></r><r><t>б</t></r><rPh><t>в</t></rPh></is></c>"
    let found = try values("<row><c t=\"s\"><v>0</v></c>\(inline)</row>", strings: strings)
    #expect(found == [[.text("Иванова Анна"), .text("аб")]])
  }

  @Test func `reads characters that are written as codes`() throws {
    let found = try values(
      "<row><c t=\"inlineStr\"><is><t>а_x000D_&#10;_x005F_x0041_ &lt;</t></is></c></row>")
    #expect(found == [[.text("а\r\n_x0041_ <")]])
  }

  @Test func `counts cells and rows that do not say where they are`() throws {
    let sample = SampleWorkbook(
      "<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
        + "<row r=\"9\"><c r=\"C9\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row></sheetData>"
    )
    let rows = try Workbook(sample.data).firstRows()
    #expect(rows.map(\.number) == [1, 9, 10])
    #expect(rows.map { $0.cells.map(\.column) } == [[1, 3], [3, 4], [1]])
  }

  @Test func `reads prefixes, parts named otherwise and slashes the other way`() throws {
    let parts = SampleWorkbook("<sheetData><row><c><v>1</v></c></row></sheetData>").parts
    let renamed = parts.map { part in
      var text = String(decoding: part.data, as: UTF8.self)
      if part.name.contains("sheet1") {
        text = text.replacing(/<(\/?)/) { "<\($0.1)x:" }.replacing("xmlns=", with: "xmlns:x=")
      }
      let name = part.name.contains("sheet1") ? "XL\\Worksheets\\Sheet1.XML" : part.name
      return (name: name, data: Data(text.utf8))
    }
    #expect(try Workbook(Package.zip(renamed)).firstValues() == [[.number(1)]])
  }

  @Test func `tells hidden sheets and rows, heights and both day counts`() throws {
    var sample = SampleWorkbook(
      "<sheetData><row r=\"2\" hidden=\"1\" ht=\"40\" customHeight=\"1\"><c><v>1</v></c></row></sheetData>"
    )
    sample.sheets.append(("Архив", "hidden", "<sheetData/>"))
    sample.sheets.append(("Ещё", "veryHidden", "<sheetData/>"))
    sample.properties = "date1904=\"1\""
    let workbook = try Workbook(sample.data)
    #expect(workbook.sheets.map(\.name) == ["Лист1", "Архив", "Ещё"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true, true])
    #expect(workbook.countsFrom1904)
    let row = try #require(try workbook.firstRows().first)
    #expect(row.isHidden && row.height == 40)
  }

  @Test(arguments: [1, 2000, 40_000])
  func `finds joined cells behind the rows, wherever a piece ends`(count: Int) throws {
    for shift in 0..<24 {
      let rows = (1...count).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
      let sample = SampleWorkbook(
        "<sheetData>\(rows)\(String(repeating: " ", count: shift))</sheetData>"
          + "<mergeCells count=\"2\"><mergeCell ref=\"A1:B3\"/><mergeCell ref=\"C4:C5\"/></mergeCells>"
      )
      let workbook = try Workbook(sample.data)
      let merges = try workbook.merges(of: workbook.sheets[0])
      #expect(
        merges == [
          CellRange(columns: 1...2, rows: 1...3), CellRange(columns: 3...3, rows: 4...5),
        ])
      if count == 40_000, shift == 3 { break }
    }
  }

  @Test(arguments: [
    ("General", NumberFormat.Meaning.number), ("0.00", .number), ("#,##0 \"дней\"", .number),
    ("[Red]0", .number), ("0000", .padded(4)), ("dd.mm.yyyy", .day), ("[$-419]d mmmm yyyy;@", .day),
    ("mmm", .day), ("h:mm", .time), ("[h]:mm:ss", .time), ("0;\"d\"", .number), ("\\d0", .number),
    ("@", .number), ("0.0E+00", .number),
  ])
  func `tells days from numbers by their format`(code: String, meaning: NumberFormat.Meaning) {
    #expect(NumberFormat.meaning(of: code) == meaning)
  }
}
