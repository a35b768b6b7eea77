import Foundation
import MentoringModel
import Testing
import Wording
import WorkbookSamples
import Workbooks

@testable import BankIO

/// Copies of tables with the findings on their cells.
struct AnnotatedCopyTests {
  private func copies(
    _ files: [(name: String, data: Data)]
  ) throws -> (folder: LoadedFolder, copies: [String: Data]) {
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    for file in files { try scratch.add(file.name, file.data) }
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    let made = AnnotatedCopies.files(of: folder, findings: folder.findings, in: .ru)
    let names = made.map { ($0.name, Data($0.bytes)) }
    return (folder, Dictionary(names, uniquingKeysWith: { first, _ in first }))
  }

  /// The texts and fills of a sheet by address.
  private func cells(
    _ data: Data, sheet index: Int = 0
  ) throws -> [String: (value: CellValue, fill: UInt32?)] {
    let workbook = try Workbook(data)
    let rows = try workbook.rows(of: workbook.sheets[index], keepingBlankCells: true)
    var cells: [String: (value: CellValue, fill: UInt32?)] = [:]
    while let row = try rows.next() {
      for cell in row.cells {
        let address = CellAddress.text(column: cell.column, row: row.number)
        cells[address] = (cell.value, workbook.style(of: cell).fill)
      }
    }
    return cells
  }

  /// The parts of a package that hold notes.
  private func notes(_ data: Data) throws -> String {
    let archive = try PackageText(data)
    return archive.text(ofPartsContaining: "comments")
  }

  private let table = """
    Код;ФИО;Роль;Стаж;Компетенции;Телефон
    M-1;Иванова;учитель;давно;ФГОС, классное руковдство;+7 900
    M-2;;учитель;5;ФГОС;'=1
    """

  @Test func `colours cells of a CSV bank and keeps all values in their places`() throws {
    let (_, copies) = try copies([("mentors.csv", Data(table.utf8))])
    let copy = try #require(copies["mentors.xlsx"])
    let cells = try cells(copy)
    #expect(cells["A1"]?.value == .text("Код"))
    #expect(cells["D2"]?.value == .text("давно"))
    #expect(cells["D2"]?.fill == 0xFFC7CE)
    #expect(cells["E2"]?.fill == 0xFFEB9C)
    #expect(cells["B3"]?.value == .blank)
    #expect(cells["B3"]?.fill == 0xFFC7CE)
    #expect(cells["F2"]?.value == .text("+7 900"))
    #expect(cells["F3"]?.value == .text("=1"))
    #expect(cells["D3"]?.fill == nil)
    let notes = try notes(copy)
    #expect(notes.contains("Стаж «давно» не распознан"))
    #expect(notes.contains("«классное руководство»"))
    #expect(!notes.contains("+7 900"))
  }

  @Test func `lists the remarks on a sheet of their own, which reads as none of the table`() throws
  {
    let (folder, copies) = try copies([("mentors.csv", Data(table.utf8))])
    let copy = try #require(copies["mentors.xlsx"])
    let workbook = try Workbook(copy)
    #expect(workbook.sheets.map(\.name) == ["Наставники", "Замечания"])
    let list = try cells(copy, sheet: 1)
    #expect(list["A1"]?.value == .text("Что это"))
    let places = list.filter { $0.key.hasPrefix("B") }.map(\.value.value)
    #expect(places.contains(.text("Наставники!D2")))
    let (again, _) = try self.copies([("mentors.xlsx", copy)])
    #expect(again.bank.mentors.map(\.id) == folder.bank.mentors.map(\.id))
    #expect(!again.codes.contains("partialSheet"))
  }

  @Test func `keeps sheets, values, formulas and layout of a workbook`() throws {
    var sample = SampleWorkbook(
      """
      <sheetViews><sheetView><pane ySplit="2" state="frozen"/></sheetView></sheetViews>\
      <cols><col min="2" max="2" width="33"/></cols><sheetData>\
      <row r="1"><c r="A1" t="str"><v>Банк</v></c></row>\
      <row r="2"><c t="str"><v>ФИО</v></c><c t="str"><v>Роль</v></c><c t="str"><v>Стаж</v></c></row>\
      <row r="3" hidden="1"><c t="str"><v>И</v></c><c t="str"><v>космонавт</v></c>\
      <c><f>2+3</f><v>5</v></c><c s="2"><v>45170</v></c></row>\
      </sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>\
      <dataValidations><dataValidation type="list" sqref="B3:B9"><formula1>"да,нет"</formula1>\
      </dataValidation></dataValidations>
      """)
    sample.sheets.append(("Архив", "hidden", SampleWorkbook.sheet([["старое"]])))
    let original = sample.data
    let (_, copies) = try copies([("mentors.xlsx", original)])
    let copy = try #require(copies["mentors.xlsx"])
    let workbook = try Workbook(copy)
    #expect(workbook.sheets.map(\.name) == ["Лист1", "Архив", "Замечания"])
    #expect(workbook.sheets.map(\.isHidden) == [false, true, false])
    let rows = try workbook.rows(of: workbook.sheets[0], keepingBlankCells: true)
    var all: [Row] = []
    while let row = try rows.next() { all.append(row) }
    let third = try #require(all.first { $0.number == 3 })
    #expect(third.isHidden)
    #expect(
      third.cells.map(\.value) == [.text("И"), .text("космонавт"), .number(5), .number(45_170)])
    #expect(third.cells[2].formula == "2+3")
    #expect(workbook.style(of: third.cells[1]).fill == 0xFFC7CE)
    #expect(workbook.style(of: third.cells[3]).numberFormat == "dd\\.mm\\.yyyy;@")
    #expect(rows.layout.merges == [CellRange(columns: 1...3, rows: 1...1)])
    #expect(rows.layout.frozenRows == 2)
    #expect(rows.layout.columns.contains { $0.range == 2...2 && abs(($0.width ?? 0) - 33) < 1 })
    #expect(rows.layout.offers.first?.choice.offer == .words(["да", "нет"]))
  }

  @Test func `shows a remark on joined cells where they show`() throws {
    let sample = SampleWorkbook(
      """
      <sheetData><row><c t="str"><v>ФИО</v></c><c t="str"><v>Роль</v></c></row>\
      <row><c t="str"><v>И</v></c><c t="str"><v>космонавт</v></c></row>\
      <row><c t="str"><v>П</v></c></row></sheetData>\
      <mergeCells><mergeCell ref="B2:B3"/></mergeCells>
      """)
    let (folder, copies) = try copies([("mentors.xlsx", sample.data)])
    #expect(
      folder.findings.filter { $0.code == "unknownRole" }.map(\.location.cell) == ["B2", "B3"])
    let cells = try cells(try #require(copies["mentors.xlsx"]))
    #expect(cells["B2"]?.value == .text("космонавт"))
    #expect(cells["B2"]?.fill == 0xFFC7CE)
  }

  @Test func `makes no copy where there is nothing to say, or nothing to read`() throws {
    let sound = "Код;ФИО;Роль;Компетенции;Согласие ПДн\nM-1;И;учитель;ФГОС;да"
    let (folder, copies) = try copies([
      ("mentors.csv", Data(sound.utf8)), ("mentees.xlsx", Data([0xD0, 0xCF, 0x11, 0xE0])),
    ])
    #expect(folder.codes.contains("oldWorkbook"))
    #expect(copies.isEmpty)
  }
}
