import Foundation
import MentoringModel
import Testing
import Wording
import WorkbookSamples
import Workbooks

@testable import BankIO

/// Workbooks as curators have them.
struct WorkbookTableTests {
  private static let sound = [
    ["Код", "ФИО", "Роль", "Стаж"], ["M-1", "Иванова", "учитель", "5"],
    ["M-2", "Петров", "учитель", "2 г. 7 мес."],
  ]

  private func folder(
    _ workbook: SampleWorkbook, name: String = "mentors.xlsx"
  ) throws -> LoadedFolder {
    try folder([(name, workbook.data)])
  }

  private func folder(_ files: [(name: String, data: Data)]) throws -> LoadedFolder {
    let scratch = try Scratch([
      ("programme.yaml", Samples.programme), ("mentees.csv", Samples.mentees),
    ])
    for file in files { try scratch.add(file.name, file.data) }
    return withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
  }

  private func codes(_ folder: LoadedFolder, in file: String = "mentors.xlsx") -> [String] {
    folder.remarks.filter { $0.location.file == file }.map(\.code)
  }

  @Test func `reads a plain workbook`() throws {
    let folder = try folder(SampleWorkbook(SampleWorkbook.sheet(Self.sound)))
    #expect(codes(folder) == [])
    #expect(folder.bank.mentors.map(\.person.name) == ["Иванова", "Петров"])
    #expect(folder.bank.mentors.map(\.person.experience) == [.months(60), .months(31)])
    let source = try #require(folder.bank.mentors.last?.person.source)
    #expect(source == SourceLocation(file: "mentors.xlsx", sheet: "Лист1", row: 3))
  }

  @Test(arguments: ["Наставники.xlsx", "mentors.xlsm", "Mentors.XLSX", "База наставников.xlsx"])
  func `knows a bank by the names that curators give it`(name: String) throws {
    let folder = try folder(SampleWorkbook(SampleWorkbook.sheet(Self.sound)), name: name)
    #expect(folder.bank.mentors.count == 2)
  }

  @Test func `finds the table below a title, two rows of joined headings and a row of numbers`()
    throws
  {
    let rows = """
      <row r="1"><c r="A1" t="str"><v>База наставников</v></c></row>\
      <row r="3"><c r="A3" t="str"><v>№</v></c><c r="B3" t="str"><v>ФИО</v></c>\
      <c r="C3" t="str"><v>Роль</v></c><c r="D3" t="str"><v>Согласие</v></c></row>\
      <row r="4"><c r="D4" t="str"><v>на обработку ПДн</v></c>\
      <c r="E4" t="str"><v>на доп. обязанности</v></c></row>\
      <row r="5"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c><c><v>5</v></c></row>\
      <row r="7"><c><v>1</v></c><c t="str"><v>Иванова</v></c><c t="str"><v>учитель</v></c>\
      <c s="2"><v>45170</v></c><c t="b"><v>1</v></c></row>
      """
    let merges = """
      <mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/>\
      <mergeCell ref="C3:C4"/><mergeCell ref="D3:E3"/></mergeCells>
      """
    for tail in [merges, ""] {
      let folder = try folder(SampleWorkbook("<sheetData>\(rows)</sheetData>\(tail)"))
      #expect(codes(folder) == ["noIDColumn"])
      let mentor = try #require(folder.bank.mentors.first)
      #expect(folder.bank.mentors.count == 1)
      #expect(mentor.person.dataConsent == .given(CalendarDate("2023-09-01")))
      #expect(mentor.person.dutiesConsent == .given(nil))
    }
  }

  @Test func `gives every row what cells joined downwards hold`() throws {
    let rows = SampleWorkbook.sheet([
      ["ФИО", "Роль", "Организация"], ["Иванова", "учитель", "Школа 1"], ["Петров", "учитель"],
      [], ["Сидоров", "учитель"],
    ])
    let sample = SampleWorkbook(rows + "<mergeCells><mergeCell ref=\"C2:C4\"/></mergeCells>")
    let folder = try folder(sample)
    #expect(folder.bank.mentors.map(\.person.organization) == ["Школа 1", "Школа 1", nil])
  }

  @Test(arguments: [
    (false, "45170", "2023-09-01"), (true, "43708", "2023-09-01"), (false, "61", "1900-03-01"),
    (false, "59", "1900-02-28"), (false, "1", "1900-01-01"), (true, "0", "1904-01-01"),
  ])
  func `reads days by their number in both counts`(from1904: Bool, number: String, day: String)
    throws
  {
    let date = try #require(Double(number))
    #expect(SerialDay.date(date, countsFrom1904: from1904) == CalendarDate(day))
  }

  @Test func `has no 29 February 1900`() {
    #expect(SerialDay.date(60, countsFrom1904: false) == nil)
  }

  @Test(arguments: 0..<200)
  func `counts days back and forth`(step: Int) throws {
    let days = step * 547
    let date = try #require(CalendarDate(daysAfter1900: days))
    #expect(date.daysAfter1900 == days)
    #expect(SerialDay.date(SerialDay.number(of: date), countsFrom1904: false) == date)
  }

  @Test(arguments: [("", "45170"), ("date1904=\"1\"", "43708")])
  func `reads a day from a bare number, a day format or a text`(properties: String, number: String)
    throws
  {
    for cell in [
      "<c><v>\(number)</v></c>", "<c s=\"1\"><v>\(number)</v></c>",
      "<c s=\"2\"><v>\(number).5</v></c>", "<c t=\"str\"><v>01.09.2023</v></c>",
      "<c t=\"d\"><v>2023-09-01T00:00:00</v></c>",
    ] {
      var sample = SampleWorkbook(
        """
        <sheetData><row><c t="str"><v>ФИО</v></c><c t="str"><v>Роль</v></c>\
        <c t="str"><v>Согласие ПДн</v></c></row><row><c t="str"><v>И</v></c>\
        <c t="str"><v>учитель</v></c>\(cell)</row></sheetData>
        """)
      sample.properties = properties
      let folder = try folder(sample)
      #expect(
        folder.bank.mentors.first?.person.dataConsent == .given(CalendarDate("2023-09-01")),
        "\(cell)")
    }
  }

  @Test func `shows numbers as their reader sees them`() throws {
    let cells = """
      <c s="3"><v>7</v></c><c><v>1985</v></c><c><v>3.5000000000000004</v></c><c s="4"><v>0.625</v></c>\
      <c><v>12345678901</v></c>
      """
    let sample = SampleWorkbook("<sheetData><row>\(cells)</row></sheetData>")
    let workbook = try Workbook(sample.data)
    var table = try SheetTable(workbook.sheets[0], of: workbook, text: CellText(workbook))
    #expect(try table.next()?.fields == ["0007", "1985", "3.5", "15:00", "12345678901"])
  }

  @Test func `says what is the matter with cells, in the words of the curator`() throws {
    let sample = SampleWorkbook(
      """
      <sheetData><row r="1"/><row r="2"><c r="B2" t="str"><v>ФИО</v></c>\
      <c r="C2" t="str"><v>Роль</v></c><c r="D2" t="str"><v>Педагогический стаж</v></c>\
      <c r="E2" t="str"><v>Телефон</v></c></row>\
      <row r="3"><c r="B3" t="str"><v>И</v></c><c r="C3" t="e"><v>#N/A</v></c>\
      <c r="D3"><f>B9</f></c><c r="E3" t="e"><v>#REF!</v></c></row>\
      <row r="4"><c r="B4" t="str"><v>П</v></c><c r="C4" t="str"><v>учитель</v></c>\
      <c r="D4" t="str"><v>давно</v></c><c r="AB4" t="str"><v>пометка</v></c></row></sheetData>
      """)
    let folder = try folder(sample)
    let found = folder.remarks.filter { $0.location.row ?? 0 >= 3 }
    #expect(
      found.map(\.code) == [
        "uncomputedFormula", "errorValue", "noRole", "unnamedColumn", "noExperience",
      ])
    #expect(found.map(\.location.cell) == ["D3", "C3", "C3", "AB4", "D4"])
    #expect(found.allSatisfy { $0.location.sheet == "Лист1" })
    #expect(found.last?.location.column == "Педагогический стаж")
  }

  @Test func `gives the cell to what is found when the tables are put together`() throws {
    var rows = Self.sound
    rows[0][3] = "Дата рождения"
    rows[1][3] = "01.01.2023"
    rows[2][3] = "1800"
    rows[2][0] = "M-1"
    let folder = try folder(SampleWorkbook(SampleWorkbook.sheet(rows)))
    #expect(codes(folder) == ["noBirth", "duplicateID"])
    #expect(folder.findings.first { $0.code == "duplicateID" }?.location.row == 3)
    rows[1][3] = "01.01.2024"
    let later = try self.folder(SampleWorkbook(SampleWorkbook.sheet(rows)))
    #expect(later.findings.first { $0.code == "badBirth" }?.location.cell == "D2")
  }

  @Test func `reads several sheets together and leaves the others`() throws {
    var sample = SampleWorkbook(SampleWorkbook.sheet(Self.sound))
    let second = [["ФИО", "Код", "Роль"], ["Котова", "M-3", "учитель"]]
    let mentees = [
      ["Код", "ФИО", "Форма", "Запросы", "Группа"], ["T-9", "Юный", "учитель – ученик", "проект"],
    ]
    sample.sheets.append(("Школа 2", nil, SampleWorkbook.sheet(second)))
    sample.sheets.append(("Наставляемые", nil, SampleWorkbook.sheet(mentees)))
    sample.sheets.append(("Архив", "hidden", SampleWorkbook.sheet(second)))
    sample.sheets.append(("Телефоны", nil, SampleWorkbook.sheet([["ФИО", "Телефон"]])))
    sample.sheets.append(("Заметки", nil, SampleWorkbook.sheet([["позвонить"]])))
    let folder = try folder(sample)
    #expect(folder.bank.mentors.map(\.id) == ["M-1", "M-2", "M-3"])
    #expect(
      Set(codes(folder)) == ["severalSheets", "otherTable", "hiddenSheet", "partialSheet"])
    #expect(codes(folder).count == 4)
    #expect(folder.findings.allSatisfy { $0.severity <= .warning })
  }

  @Test func `reads hidden rows and says so`() throws {
    let xml = SampleWorkbook.sheet(Self.sound).replacing("<row>", with: "<row hidden=\"1\">")
    let folder = try folder(SampleWorkbook(xml))
    #expect(folder.bank.mentors.count == 2)
    let finding = folder.findings.first { $0.code == "hiddenRows" }
    #expect(finding?.message.ru.contains("2 скрытые строки") ?? false)
  }

  @Test func `says that there are no headings, and what there is, without contacts`() throws {
    let rows = [["Иванова Анна", "+7 900 123-45-67", "a@b.ru", "учитель"]]
    let folder = try folder(SampleWorkbook(SampleWorkbook.sheet(rows)))
    let finding = try #require(folder.findings.first { $0.code == "noHeadings" })
    #expect(finding.severity == .fatal)
    #expect(finding.message.ru.contains("«Иванова Анна», «учитель»"))
    #expect(!finding.message.ru.contains("900") && !finding.message.ru.contains("@"))
  }

  @Test func `takes a workbook without rows for an empty bank`() throws {
    for xml in ["<sheetData/>", SampleWorkbook.sheet([["Код", "ФИО", "Роль"]])] {
      let folder = try folder(SampleWorkbook(xml))
      #expect(folder.codes.contains("emptyTable"))
      #expect(!folder.isFatal)
    }
  }

  @Test(arguments: [
    ("mentors.xlsx", "oldWorkbook", [0xD0, 0xCF, 0x11, 0xE0]),
    ("mentors.xls", "oldWorkbook", [0xD0, 0xCF, 0x11, 0xE0]),
    ("mentors.csv", "oldWorkbook", [0xD0, 0xCF, 0x11, 0xE0]),
    ("mentors.xlsx", "notAWorkbook", Array("Код;ФИО".utf8)),
    ("mentors.xls", "notAWorkbook", Array("<html>".utf8)),
    ("mentors.xlsx", "notAWorkbook", []),
    ("mentors.xlsx", "damagedWorkbook", [0x50, 0x4B, 0x03, 0x04]),
  ])
  func `says what to do with a file that is no workbook`(name: String, code: String, bytes: [UInt8])
    throws
  {
    let folder = try folder([(name, Data(bytes))])
    #expect(codes(folder, in: name) == [code])
    #expect(folder.isFatal)
  }

  @Test func `says what to do with a table of LibreOffice`() throws {
    let type = Data("application/vnd.oasis.opendocument.spreadsheet".utf8)
    for name in ["mentors.ods", "mentors.xlsx"] {
      let folder = try folder([(name, Package.zip([("mimetype", type)]))])
      #expect(codes(folder, in: name) == ["openDocument"])
    }
  }

  @Test func `will not choose between two files of one table`() throws {
    let workbook = SampleWorkbook(SampleWorkbook.sheet(Self.sound)).data
    for other in ["mentors.csv", "Наставники.csv"] {
      let folder = try folder([("mentors.xlsx", workbook), (other, Data(Samples.mentors.utf8))])
      #expect(folder.codes.contains("twoTables"))
      #expect(folder.isFatal)
      #expect(folder.bank.mentors.map(\.person.name) == ["Иванова", "Петров"])
    }
    let apart = try folder([
      ("mentors-a.xlsx", workbook), ("mentors-b.csv", Data("Код;ФИО;Роль\nM-3;К;учитель".utf8)),
    ])
    #expect(apart.bank.mentors.count == 3)
    #expect(!apart.codes.contains("twoTables"))
  }

  @Test func `says that a file is open in Excel or LibreOffice`() throws {
    let workbook = SampleWorkbook(SampleWorkbook.sheet(Self.sound)).data
    for mark in ["~$mentors.xlsx", ".~lock.mentors.xlsx#"] {
      let folder = try folder([("mentors.xlsx", workbook), (mark, Data())])
      #expect(codes(folder) == ["openElsewhere"])
      #expect(folder.bank.mentors.count == 2)
    }
  }

  @Test func `passes over rows of help`() throws {
    var rows = Self.sound
    rows.insert(["↑ короткий код", "↑ полностью", "", "↑ годы"], at: 1)
    let folder = try folder(SampleWorkbook(SampleWorkbook.sheet(rows)))
    #expect(codes(folder) == [])
    #expect(folder.bank.mentors.count == 2)
  }

  @Test(arguments: 1...4)
  func `survives any damage to a workbook`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &* 104_729)
    let sample = SampleWorkbook(SampleWorkbook.sheet(Self.sound))
    let marks = Array("<>/=\"& 0123456789sStrcv:AZ".utf8) + [0x00, 0xFF]
    for _ in 0..<40 {
      var parts = sample.parts
      let index = Int.random(in: 2..<parts.count, using: &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !parts[index].data.isEmpty {
        let place = Int.random(in: 0..<parts[index].data.count, using: &random)
        parts[index].data[place] = marks.randomElement(using: &random) ?? 0
      }
      let folder = try folder([("mentors.xlsx", Package.zip(parts))])
      for finding in folder.findings {
        #expect(!finding.message.ru.isEmpty && !finding.advice.ru.isEmpty)
      }
      #expect(folder.bank.mentors.count <= 2)
    }
  }
}
