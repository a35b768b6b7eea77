import MentoringModel
import Testing

@testable import BankIO

/// A role that is not understood is never taken for another one.
struct UnknownRoleTests {
  private func folder(role: String) throws -> LoadedFolder {
    try Samples.folder(
      mentors: """
        Код;ФИО;Роль;Формы;Компетенции
        M-1;Тестова Анна;\(role);учитель – учитель;ФГОС
        """,
      mentees: """
        Код;ФИО;Роль;Форма;Запросы
        T-1;Пробин Олег;\(role);учитель – учитель;ФГОС
        """)
  }

  @Test(arguments: ["учитил", "волшебник", "-", "—"])
  func `who has no role that is known keeps none when written and read again`(
    role: String
  ) throws {
    let folder = try folder(role: role)
    #expect(folder.bank.mentors.map(\.person.roles) == [[]])
    #expect(folder.bank.mentees.map(\.person.roles) == [[]])
    let code = role.count > 1 ? "unknownRole" : "noRole"
    #expect(folder.findings.filter { $0.code == code && $0.severity == .error }.count == 2)

    let programme = try #require(folder.programme)
    let scratch = try Scratch(
      BankWriter.files(for: folder.bank, of: programme) + [("programme.yaml", Samples.programme)])
    let again = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(again.bank.anywhere == folder.bank.anywhere)
    #expect(again.findings.filter { $0.code == "noRole" && $0.severity == .error }.count == 2)
  }

  @Test func `a blank cell takes the one role of the form`() throws {
    let folder = try folder(role: "")
    #expect(folder.bank.mentors.map(\.person.roles) == [["educator"]])
    #expect(folder.bank.mentees.map(\.person.roles) == [["educator"]])
    #expect(folder.codes.contains("roleOfForm"))
  }

  @Test func `one known role among others is enough`() throws {
    #expect(
      try folder(role: "волшебник, учитель").bank.mentors.map(\.person.roles) == [["educator"]])
  }
}
