import Testing

@testable import BankIO

/// Headings as they are broken, joined and spaced in schools' tables.
struct HeadingTests {
  private let catalogue = HeadingCatalogue()

  @Test(arguments: [
    "Долж-\nность/класс", "Долж- \r\n ность / класс", "Должность /\nкласс", "Долж\u{AD}ность/класс",
    "Должность/класс (группа)", "должность/ класс:",
  ])
  func `knows a heading with hyphens at line ends and spaces around a stroke`(_ heading: String) {
    #expect(catalogue.column(named: heading, in: .mentees) == .position)
  }

  @Test(arguments: ["Долж-ность/класс", "Долж ность/класс", "Должность//класс"])
  func `does not join what no line end parts`(_ heading: String) {
    #expect(catalogue.column(named: heading, in: .mentees) == nil)
  }

  @Test func `takes the lower of two full rows of headings and looks no further`() throws {
    let rows = [
      row(1, "Код", "ФИО", "Роль"), row(2, "Код", "ФИО", "Роль"),
      row(3, "M-1", "Иванова", "учитель"),
      row(4, "Код", "ФИО", "Роль"),
    ]
    let found = try #require(HeadingRow(among: rows, of: .mentors, catalogue: catalogue))
    #expect(found.number == 2)
    #expect(found.known == 3)
  }

  @Test func `finds headings below a title that is wider than they are`() throws {
    let rows = [
      row(1, "База", "на", "2023/24", "учебный год", "роль", "код"), row(3, "Код", "ФИО", "Роль"),
    ]
    let found = try #require(HeadingRow(among: rows, of: .mentors, catalogue: catalogue))
    #expect(found.number == 3)
  }

  @Test func `finds nothing where as many headings are known already`() {
    let rows = [row(1, "Код", "ФИО", "Роль", "что-то")]
    #expect(HeadingRow(among: rows, of: .mentors, catalogue: catalogue, beating: 2)?.known == 3)
    #expect(HeadingRow(among: rows, of: .mentors, catalogue: catalogue, beating: 3) == nil)
    #expect(HeadingRow(among: rows, of: .mentors, catalogue: catalogue, beating: 4) == nil)
  }

  private func row(_ number: Int, _ fields: String...) -> TableRow {
    TableRow(number: number, fields: fields)
  }
}
