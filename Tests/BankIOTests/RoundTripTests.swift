import Foundation
import MentoringModel
import Testing

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
}
