import MentoringModel
import Testing

@testable import BankIO

/// A consent that was taken back counts for the person, wherever the tables have him.
struct WithdrawalTests {
  private static let heading = "Код;ФИО;Роль;Организация;Дата рождения;Согласие на обработку ПДн"

  private func folder(
    mentors: [String], mentees: [String], others: [(name: String, text: String)] = []
  ) throws -> LoadedFolder {
    try Samples.folder(
      mentors: ([Self.heading + ";Компетенции"] + mentors).joined(separator: "\n"),
      mentees: ([Self.heading + ";Форма;Запросы"] + mentees).joined(separator: "\n"),
      others: others)
  }

  private let mentor = "M-1;Тестова Анна Юрьевна;учитель;S1;05.03.1990"
  private let mentee = "T-1;Тестова Анна Юрьевна;учитель;S1;05.03.1990"
  private let asks = "педагог-педагог;олимпиады"

  @Test(arguments: [true, false])
  func `a withdrawal in one bank holds in the other under another id`(isMentors: Bool) throws {
    let (one, other) =
      isMentors ? ("отозвано 01.10.2023", "01.09.2023") : ("01.09.2023", "отозвано 01.10.2023")
    let folder = try folder(
      mentors: ["\(mentor);\(one);ФГОС"], mentees: ["\(mentee);\(other);\(asks)"])
    let withdrawn = Consent.withdrawn(CalendarDate("01.10.2023"))
    #expect(folder.bank.mentors.map(\.person.dataConsent) == [withdrawn])
    #expect(folder.bank.mentees.map(\.person.dataConsent) == [withdrawn])
    let finding = try #require(folder.findings.first { $0.code == "withdrawnElsewhere" })
    #expect(finding.location.file == (isMentors ? "mentees.csv" : "mentors.csv"))
    #expect(finding.location.cell == "F2" && finding.severity == .warning)
    #expect(folder.bank.consentWithdrawn == ["M-1", "T-1"])
  }

  @Test func `a withdrawal under the same id holds in both banks`() throws {
    let folder = try folder(
      mentors: ["X-1;Тестова Анна;учитель;S1;1990;да;ФГОС"],
      mentees: ["X-1;Тестова Анна;учитель;S1;1990;отозвано;\(asks)"])
    #expect(folder.bank.mentors.map(\.person.dataConsent) == [.withdrawn(nil)])
  }

  @Test func `a withdrawal holds for those whom the curator calls one person`() throws {
    let rows = ["M-1;Тестова Анна;учитель;S1;;отозвано;ФГОС"]
    let mentees = ["T-1;Тестова Анна;учитель;S1;;да;\(asks)"]
    let open = try folder(mentors: rows, mentees: mentees)
    #expect(open.bank.mentees.map(\.person.dataConsent) == [.given(nil)])
    let settled = try folder(
      mentors: rows, mentees: mentees,
      others: [("duplicates.csv", "Первый;Второй;Один человек\nM-1;T-1;да\n")])
    #expect(settled.bank.mentees.map(\.person.dataConsent) == [.withdrawn(nil)])
    let apart = try folder(
      mentors: rows, mentees: mentees,
      others: [("duplicates.csv", "Первый;Второй;Один человек\nM-1;T-1;нет\n")])
    #expect(apart.bank.mentees.map(\.person.dataConsent) == [.given(nil)])
    #expect(!apart.codes.contains("withdrawnElsewhere"))
  }

  @Test func `a withdrawal in a later row of one mentee holds`() throws {
    let folder = try folder(
      mentors: [],
      mentees: [
        "\(mentee);да;\(asks)", "\(mentee);отозвано 02.10.2023;учитель - ученик;проект",
      ])
    #expect(
      folder.bank.mentees.map(\.person.dataConsent)
        == [.withdrawn(CalendarDate("02.10.2023"))])
    #expect(folder.codes.contains("withdrawnElsewhere"))
  }

  @Test func `a consent that is only absent in one bank takes nothing from the other`() throws {
    let folder = try folder(
      mentors: ["\(mentor);нет;ФГОС"], mentees: ["\(mentee);01.09.2023;\(asks)"])
    #expect(folder.bank.mentees.map(\.person.dataConsent.isGiven) == [true])
    #expect(folder.bank.mentors.map(\.person.dataConsent.isGiven) == [false])
  }
}
