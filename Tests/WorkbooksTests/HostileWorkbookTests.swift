import Foundation
import Testing
import WorkbookSamples

@testable import Workbooks

/// Files that are no workbooks, or that are made to hurt.
struct HostileWorkbookTests {
  private func error(_ data: Data) -> WorkbookError? {
    do {
      _ = try Workbook(data).firstRows()
      return nil
    } catch {
      return error as? WorkbookError
    }
  }

  @Test func `says what a file is that is no workbook`() {
    #expect(error(Data("ФИО;Роль".utf8)) == .notAWorkbook)
    #expect(error(Data()) == .notAWorkbook)
    #expect(error(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])) == .compoundFile)
    let text = Package.zip([("a.txt", Data("a".utf8))])
    #expect(error(text) == .notAWorkbook)
    let type = Data("application/vnd.oasis.opendocument.spreadsheet".utf8)
    #expect(error(Package.zip([("mimetype", type)])) == .openDocument)
  }

  @Test func `says which part is cut off, absent or broken`() {
    let sound = SampleWorkbook("<sheetData/>")
    #expect(error(sound.data.dropLast(30)) == .damaged(part: ""))
    let without = sound.parts.filter { !$0.name.contains("sheet1") }
    #expect(error(Package.zip(without)) == .damaged(part: "xl/worksheets/sheet1.xml"))
    let broken = SampleWorkbook("<sheetData><row></sheetData>")
    #expect(error(broken.data) == .damaged(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func `stops at a document type before any entity is read`() {
    var sample = SampleWorkbook("<sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData>")
    sample.prologue = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
    #expect(error(sample.data) == .documentType(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func `stops when a part unpacks to more than any sound one`() {
    var sample = SampleWorkbook("<sheetData/>")
    let bomb =
      Data("<styleSheet>".utf8)
      + Data(repeating: UInt8(ascii: " "), count: Workbook.largestPart + 1000)
    sample.sheets = []
    var parts = sample.parts.filter { $0.name != "xl/styles.xml" }
    parts.append(("xl/styles.xml", bomb))
    #expect(error(Package.zip(parts)) == .tooLarge(part: "xl/styles.xml"))
  }

  @Test func `stops when there are more members than any sound file has`() {
    let members = (0...10_000).map { (name: "\($0)", data: Data()) }
    #expect(error(Package.zip(members)) == .tooLarge(part: ""))
  }

  @Test func `stops at a tag that does not end`() {
    let long = String(repeating: "a", count: 3 << 20)
    let sample = SampleWorkbook("<sheetData><row><c t=\"\(long)\"><v>1</v></c></row></sheetData>")
    #expect(error(sample.data) == .damaged(part: "xl/worksheets/sheet1.xml"))
    let deep = String(repeating: "<a>", count: 10_000)
    #expect(error(SampleWorkbook(deep).data) == .damaged(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func `cuts a cell of 50 MB and says so`() throws {
    let long = String(repeating: "ж", count: 25 << 20)
    let sample = SampleWorkbook(
      "<sheetData><row><c t=\"inlineStr\"><is><t>\(long)</t></is></c><c><v>1</v></c></row></sheetData>"
    )
    let row = try #require(try Workbook(sample.data).firstRows().first)
    #expect(row.cells.map(\.isCut) == [true, false])
    guard case .text(let text) = row.cells[0].value else { return #expect(Bool(false)) }
    #expect(text.utf8.count <= 1 << 17)
  }

  @Test func `passes over a million blank formatted rows`() throws {
    var rows = ""
    for row in 1...1_048_576 { rows += "<row r=\"\(row)\" s=\"1\" customFormat=\"1\"/>" }
    let sample = SampleWorkbook("<sheetData>\(rows)</sheetData>")
    #expect(try Workbook(sample.data).firstRows().isEmpty)
  }

  @Test func `takes nothing from numbers that make no sense`() throws {
    let sample = SampleWorkbook(
      """
      <sheetData><row r="99999999999999999999"><c r="ZZZZZZ1" t="s"><v>99999999999999999999</v></c>\
      <c r="B1" s="-5"><v>1e999</v></c><c r="A1"><v>0x1</v></c><c r="C1" t="s"><v>-1</v></c>\
      </row><row r="-3"><c s="99999999999999999999"><v>1</v></c></row></sheetData>\
      <cols><col min="0" max="99999999999999999999" width="1e300"/></cols>
      """)
    let workbook = try Workbook(sample.data)
    for cell in try workbook.firstRows().flatMap(\.cells) {
      #expect((1...CellAddress.lastColumn).contains(cell.column))
      _ = workbook.style(of: cell)
    }
  }

  @Test(arguments: 1...6)
  func `survives any damage to its bytes and its parts`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &* 7919)
    var sound = SampleWorkbook(
      SampleWorkbook.sheet([["ФИО", "Роль"], ["Иванова", "учитель"], ["Петров", "методист"]])
        + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
    sound.strings = "<si><t>а</t></si>"
    let marks = Array("<>/=\"& 0123456789sStrcv:AZ".utf8) + [0x00, 0xFF]
    for round in 0..<150 {
      var data: Data
      if round % 2 == 0 {
        data = sound.data
        Self.damage(&data, marks, &random)
      } else {
        var parts = sound.parts
        let index = Int.random(in: 0..<parts.count, using: &random)
        Self.damage(&parts[index].data, marks, &random)
        data = Package.zip(parts)
      }
      guard let workbook = try? Workbook(data) else { continue }
      for sheet in workbook.sheets {
        _ = try? workbook.merges(of: sheet)
        guard let rows = try? workbook.rows(of: sheet, keepingBlankCells: true) else { continue }
        while let row = try? rows.next() { #expect((1...CellAddress.lastRow).contains(row.number)) }
      }
    }
  }

  private static func damage(
    _ data: inout Data, _ marks: [UInt8], _ random: inout SeededGenerator
  ) {
    for _ in 0..<Int.random(in: 1...6, using: &random) where !data.isEmpty {
      let place = data.startIndex + Int.random(in: 0..<data.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: data[place] = marks.randomElement(using: &random) ?? 0
      case 1: data.remove(at: place)
      case 2: data.removeSubrange(place..<min(data.endIndex, place + 40))
      case 3: data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      default: data.insert(marks.randomElement(using: &random) ?? 0, at: place)
      }
    }
  }
}
