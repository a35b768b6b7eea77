import Foundation
import MentoringModel
import Testing
import Wording
import WorkbookSamples

@testable import BankIO

/// Bases that number their people alike: one organization's «1» is not another's.
struct KeptApartTests {
  private static let organizations = "Код;Название\nS1;Лицей № 1\nS2;Школа № 2\nS3;Гимназия"
  private static let mentors =
    "Код;ФИО;Дата рождения;Роль;Организация;Желаемые партнёры;Руководитель"
  private static let mentees = "Код;ФИО;Дата рождения;Роль;Форма;Группа;Желаемые партнёры"

  private func folder(_ files: [(name: String, text: String)]) throws -> LoadedFolder {
    let tables = files.map { name, text in
      let headings =
        name.hasPrefix("mentors/") ? Self.mentors : name.hasPrefix("mentees") ? Self.mentees : ""
      return (name: name, text: headings.isEmpty ? text : headings + "\n" + text)
    }
    return try Samples.folder(
      mentors: nil, mentees: nil,
      others: [("organizations.csv", Self.organizations)] + tables)
  }

  private let alike: [(name: String, text: String)] = [
    (
      "mentors/S1.csv",
      """
      1;Иванова Анна Львовна;;учитель;;1;2
      2;Котов Олег Ильич;;учитель;;;
      3;Лунина Вера Павловна;;учитель;;;
      """
    ),
    (
      "mentors/S2.csv",
      """
      1;Петров Пётр Ильич;;учитель;;;2
      2;Ёлкина Инна Олеговна;;учитель;;1;
      """
    ),
    (
      "mentees/S1.csv",
      """
      21;Сюжетов Глеб;;учитель;педагог-педагог;;2
      22;Черновикова Яна;;ученик;учитель - ученик;Группа 1;
      """
    ),
    (
      "mentees/S2.csv",
      """
      21;Запятайкин Юрий;;учитель;педагог-педагог;;2
      22;Абзацева Нина;;ученик;учитель - ученик;Группа 1;
      """
    ),
  ]

  @Test func `nobody is lost or taken for another of the same number`() throws {
    let bank = try folder(alike).bank
    #expect(bank.mentors.map(\.id) == ["S1-1", "S1-2", "S1-3", "S2-1", "S2-2"])
    #expect(
      bank.mentors.map(\.person.name.first) == ["И", "К", "Л", "П", "Ё"])
    #expect(bank.mentees.map(\.id) == ["S1-21", "S1-22", "S2-21", "S2-22"])
    #expect(bank.profiles.flatMap(\.members) == bank.mentees.map(\.id))
  }

  @Test func `whom a row refers to is of its own base`() throws {
    let bank = try folder(alike).bank
    #expect(bank.mentors[0].person.superior == "S1-2")
    #expect(bank.mentors[3].person.superior == "S2-2")
    #expect(bank.mentees.map(\.person.preferredPartners) == [["S1-2"], [], ["S2-2"], []])
  }

  @Test func `groups of one name are two groups`() throws {
    let bank = try folder(alike).bank
    #expect(bank.profiles.map(\.group) == [nil, "Группа 1 (S1)", nil, "Группа 1 (S2)"])
  }

  @Test func `a note says for each base what its ids became`() throws {
    let notes = try folder(alike).findings.filter { $0.code == "keptApart" }
    #expect(
      notes.map(\.location.file)
        == ["mentees/S1.csv", "mentees/S2.csv", "mentors/S1.csv", "mentors/S2.csv"])
    #expect(notes.map(\.severity) == [.note, .note, .note, .note])
    #expect(notes[2].message.ru.contains("(3 кода): «1» стал «S1-1»"))
    #expect(!(try folder(alike).codes.contains("duplicateID")))
  }

  @Test func `one id of one person stays one id, and the own base holds`() throws {
    let folder = try folder([
      ("mentors/S1.csv", "M-7;Иванова Анна Львовна;;учитель;S2;;\nM-8;Котов Олег;;учитель;;;"),
      ("mentors/S2.csv", "M-7;Иванова Анна Львовна;05.06.1980;учитель;;;"),
    ])
    #expect(folder.bank.mentors.map(\.id) == ["M-7", "M-8"])
    #expect(folder.bank.mentors[0].person.source.file == "mentors/S2.csv")
    #expect(folder.mentorBases.map(\.kept) == [1, 1])
    #expect(folder.mentorBases.map(\.merged) == [1, 0])
    #expect(folder.codes.contains("mergedDuplicate"))
  }

  @Test func `codes that do not collide are left as they are`() throws {
    let bank = try folder([
      ("mentors/S1.csv", "1;Иванова Анна Львовна;;учитель;;;\nA-1;Котов Олег;;учитель;;;"),
      ("mentors/S2.csv", "1;Петров Пётр Ильич;;учитель;;;\nB-1;Лунина Вера;;учитель;;;"),
      ("mentors/S3.csv", "7;Ёлкина Инна;;учитель;;;"),
    ]).bank
    #expect(bank.mentors.map(\.id) == ["S1-1", "A-1", "S2-1", "B-1", "7"])
  }

  @Test func `an id that is taken is not given again`() throws {
    let bank = try folder([
      ("mentors/S1.csv", "1;Иванова Анна Львовна;;учитель;;;\nS2-1;Котов Олег;;учитель;;;"),
      ("mentors/S2.csv", "1;Петров Пётр Ильич;;учитель;;;"),
    ]).bank
    #expect(bank.mentors.prefix(2).map(\.id) == ["S1-1", "S2-1"])
    #expect(bank.mentors.map(\.person.name.first) == ["И", "К", "П"])
    #expect(bank.mentors[2].id == DerivedID.of("1", "S2", nil))
  }

  @Test func `numbers alone are two people of two bases`() throws {
    let bank = try Samples.folder(
      mentors: nil, mentees: nil,
      others: [
        ("organizations.csv", Self.organizations),
        ("mentors/S1.csv", "Код;Роль\n1;учитель"), ("mentors/S2.csv", "Код;Роль\n1;учитель"),
      ]
    ).bank
    #expect(bank.mentors.map(\.id) == ["S1-1", "S2-1"])
    #expect(bank.mentors.map(\.person.name) == ["S1-1", "S2-1"])
  }

  @Test func `rows of a common table use the ids of their organization`() throws {
    let bank = try Samples.folder(
      mentors: nil, mentees: nil,
      others: alike.prefix(2).map { ($0.name, Self.mentors + "\n" + $0.text) } + [
        ("organizations.csv", Self.organizations),
        (
          "mentees.csv",
          "Код;ФИО;Роль;Организация;Форма;Желаемые партнёры\n"
            + "T-1;Сюжетов Глеб;учитель;S2;педагог-педагог;1"
        ),
        ("roster.csv", "Код;Организация;Роль\n1;S1;учитель\n1;S2;учитель"),
      ]
    ).bank
    #expect(bank.mentees[0].person.preferredPartners == ["S2-1"])
    #expect(bank.roster.map(\.id) == ["S1-1", "S2-1"])
  }

  @Test(arguments: 1...40)
  func `everybody of every base stands in the one base`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let bases = ["S1", "S2", "S3"].map { base in
      // Invented names of three words that are never alike in two rows.
      (1...Int.random(in: 1...9, using: &random)).map { number in
        "\(number);\(base)\(number)ов Имя\(base)\(number) Отчество;;учитель;;;"
      }
    }
    let files = zip(["S1", "S2", "S3"], bases).map { base, rows in
      ("mentors/\(base).csv", rows.joined(separator: "\n"))
    }
    let base = try #require(MunicipalBase(of: folder(files)))
    #expect(base.addsUp)
    #expect(base.bank.mentors.count == bases.reduce(0) { $0 + $1.count })
    #expect(Set(base.bank.mentors.map(\.id)).count == base.bank.mentors.count)
    #expect(base.total.leftOut == 0)
    #expect(base.total.merged == 0)
  }
}
