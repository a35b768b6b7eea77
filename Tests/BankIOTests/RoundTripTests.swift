import Foundation
import MentoringModel
import Testing
import Workbooks

@testable import BankIO

/// What is written reads back as it was.
struct RoundTripTests {
  private func again(_ bank: Bank, _ programme: Programme) throws -> LoadedFolder {
    let scratch = try Scratch(
      BankWriter.files(for: bank, of: programme) + [("programme.yaml", Samples.programme)])
    return withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
  }

  @Test(arguments: 1...12)
  func `reads back any bank`(seed: Int) throws {
    let programme = try #require(try Samples.folder().programme)
    var maker = BankMaker(programme: programme, seed: UInt64(seed))
    let bank = maker.bank()
    let folder = try again(bank, programme)
    #expect(folder.findings.filter { $0.severity >= .error } == [])
    #expect(folder.bank.mentors.map(\.person.name) == bank.mentors.map(\.person.name))
    for (found, expected) in zip(folder.bank.anywhere.mentors, bank.mentors) {
      #expect(found == expected)
    }
    for (found, expected) in zip(folder.bank.anywhere.mentees, bank.mentees) {
      #expect(found == expected)
    }
    for (found, expected) in zip(folder.bank.anywhere.profiles, bank.profiles) {
      #expect(found == expected)
    }
    let isSame = folder.bank.anywhere == bank
    #expect(isSame)
    #expect(
      BankWriter.files(for: folder.bank, of: programme).map(\.text)
        == BankWriter.files(for: bank, of: programme).map(\.text))
  }

  @Test(arguments: 1...12)
  func `reads back any bank from workbooks`(seed: Int) throws {
    let programme = try #require(try Samples.folder().programme)
    var maker = BankMaker(programme: programme, seed: UInt64(seed))
    let bank = maker.bank()
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    for file in try BankWriter.workbooks(for: bank, of: programme) {
      try scratch.add(file.name, Data(file.bytes))
    }
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(folder.findings.filter { $0.severity >= .error } == [])
    for (found, expected) in zip(folder.bank.anywhere.mentors, bank.mentors) {
      #expect(found == expected)
    }
    let isSame = folder.bank.anywhere == bank
    #expect(isSame)
  }

  @Test func `writes only the columns in use, with headings in Russian`() throws {
    let folder = try Samples.folder()
    let programme = try #require(folder.programme)
    let files = BankWriter.files(for: folder.bank, of: programme)
    #expect(files.map(\.name) == ["mentors.csv", "mentees.csv"])
    #expect(
      files[1].text == """
        \u{FEFF}Код;ФИО;Роль;Дата рождения;Форма;Запросы;Группа\r
        T-1;Сидорова Ольга;educator;1999;educator-educator;ФГОС (1!), олимпиады (2);\r
        P-1;Котов Илья;pupil;05.03.2008;educator-pupil;проект (1), исследование (2);Робототехника\r
        P-2;Лисова Вера;pupil;06.04.2008;educator-pupil;проект (1), исследование (2);Робототехника\r

        """)
  }

  @Test func `writes empty banks with their needed headings`() throws {
    let programme = try #require(try Samples.folder().programme)
    let folder = try again(Bank(), programme)
    #expect(folder.bank == Bank())
    #expect(!folder.isFatal)
  }

  @Test func `writes templates that read without an error`() throws {
    let programme = try #require(try Samples.folder().programme)
    let scratch = try Scratch(
      BankTemplates.files(for: programme) + [("programme.yaml", Samples.programme)])
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(folder.findings.filter { $0.severity >= .warning } == [])
    #expect(folder.bank.mentors.map(\.person.availableThisCycle) == [false])
    #expect(folder.bank.mentees.map(\.person.availableThisCycle) == [false])
    #expect(folder.bank.decisions.count == 1)
  }

  @Test func `writes template workbooks that read as the CSV templates do`() throws {
    let programme = try #require(try Samples.folder().programme)
    let text = try Scratch(
      BankTemplates.files(for: programme) + [("programme.yaml", Samples.programme)])
    let book = try Scratch([("programme.yaml", Samples.programme)])
    for file in try BankTemplates.workbooks(for: programme) {
      try book.add(file.name, Data(file.bytes))
    }
    let fromText = withExtendedLifetime(text) { ProgrammeFolder.read(at: text.path) }
    let fromBook = withExtendedLifetime(book) { ProgrammeFolder.read(at: book.path) }
    #expect(fromBook.bank.anywhere == fromText.bank.anywhere)
    #expect(fromBook.findings.map(\.code) == fromText.findings.map(\.code))
    #expect(fromBook.bank.mentors.first?.person.source.row == 3)
  }

  @Test func `offers lists, help and notes in its templates`() throws {
    let programme = try #require(try Samples.folder().programme)
    let files = try BankTemplates.workbooks(for: programme)
    let mentees = try #require(files.first { $0.name == "mentees.xlsx" })
    let workbook = try Workbook(Data(mentees.bytes))
    #expect(workbook.sheets.map(\.name) == ["Наставляемые", "Справка", "Списки"])
    let rows = try workbook.rows(of: workbook.sheets[0])
    var all: [Row] = []
    while let row = try rows.next() { all.append(row) }
    #expect(all.map(\.number) == [1, 2, 3])
    #expect(
      all[1].cells.allSatisfy {
        if case .text(let text) = $0.value { text.hasPrefix("↑ ") } else { false }
      })
    let offers = rows.layout.offers.map(\.choice)
    #expect(offers.contains { $0.title == "Форма" && $0.isStrict })
    #expect(offers.contains { $0.offer == .words(["да", "нет"]) })
    #expect(
      offers.contains { $0.title == "Запросы" && !$0.isStrict && $0.help.contains("важность") })
    #expect(rows.layout.frozenRows == 2)
    #expect(rows.layout.frozenColumns == 2)
  }

  @Test func `says something of every column of a template`() {
    for kind in TableKind.allCases {
      for column in kind.columns {
        let guide = BuiltIn.guide.guide(to: column, in: kind)
        #expect(!(guide?.help.isEmpty ?? true), "\(kind) \(column)")
        #expect(guide?.note?.count ?? 0 <= 255)
      }
    }
  }
}
