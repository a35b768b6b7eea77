import Foundation
import MentoringModel
import Testing
import Wording

@testable import BankIO

/// Whole tables as they come from schools.
struct TableTests {
  @Test(arguments: [
    "Итого: 2;;;;", "ИТОГО;;;2;", ";Всего 2 человека;;;", "total;;;;",
    "Директор ________ Сидорова И. И.;;;;", ";;;____________;(подпись)",
  ])
  func `totals and signatures below a table are nobody`(row: String) throws {
    let folder = try Samples.folder(
      mentors: "ФИО;Роль;Стаж;Компетенции;Согласие на обработку ПДн\n"
        + "Иванова Анна Петровна;учитель;5;ФГОС;да\n" + row)
    #expect(folder.bank.mentors.map(\.person.name) == ["Иванова Анна Петровна"])
    #expect(folder.codes.filter { $0 == "footer" }.count == 1)
    #expect(!folder.codes.contains("noRole") && !folder.codes.contains("noName"))
  }

  @Test(arguments: ["Всеголович Пётр;учитель;___;___;", "Тоталова Анна;учитель;5;ФГОС;____"])
  func `a person is no footer`(row: String) throws {
    let folder = try Samples.folder(
      mentors: "ФИО;Роль;Стаж;Компетенции;Согласие на обработку ПДн\n" + row)
    #expect(folder.bank.mentors.count == 1)
    #expect(!folder.codes.contains("footer"))
  }

  @Test func `finds the headings below title rows, with commas or tabs`() throws {
    let titled = "База наставников;;\n2023/24;;\n\n" + Samples.mentors
    #expect(try Samples.folder(mentors: titled).bank.mentors.map(\.person.source.row) == [5, 6])
    for delimiter in [",", "\t"] {
      let table = """
        Код|ФИО|Роль
        M-1|Иванова|учитель
        """.replacing("|", with: delimiter)
      #expect(try Samples.folder(mentors: table).bank.mentors.count == 1)
    }
  }

  @Test func `reads the standard columns of both federal bases`() throws {
    let mentors = """
      № п/п;ФИО;Контакты;Место работы/учёбы;Основные компетенции;Важные достижения;\
      Интересы;Желаемый возраст наставляемых;Ресурс времени;Дата вхождения;ФИО наставляемых;Форма;\
      Дата завершения;Результаты;Отзыв
      1;Иванова А. П.;+7 900;Школа 1;ФГОС;Лауреат;лыжи;14+;2 ч;01.09.2023;;учитель – учитель;;;
      """
    let mentees = """
      №;ФИО;Контактные данные;Год рождения;Основной запрос;Дата вхождения в программу;\
      ФИО наставника;Форма наставничества;Место работы/учёбы наставника;Дата завершения;\
      Результаты;Отзыв;Отметка о прохождении
      1;Сидорова О.;x@y;1999;оценивание;01.09.2023;;педагог-педагог;;31.05.2024;;;
      """
    let folder = try Samples.folder(mentors: mentors, mentees: mentees)
    #expect(Set(folder.codes) == ["noIDColumn", "formWithoutPeople"])
    let mentor = try #require(folder.bank.mentors.first)
    #expect(mentor.person.roles == ["educator"])
    #expect(mentor.awards == ["Лауреат"])
    #expect(mentor.preferredAges == 14...120)
    #expect(mentor.id.rawValue.hasPrefix("P-"))
    #expect(folder.bank.mentees.first?.person.birth == .year(1999))
  }

  @Test func `names unknown, double and missing headings`() throws {
    let table = "Код;ФИО;Рооль;Роль;Роли\nM-1;И;;учитель;"
    let folder = try Samples.folder(mentors: table)
    let found = folder.remarks.filter { $0.location.file == "mentors.csv" }
    #expect(found.map(\.code) == ["unknownHeading", "duplicateHeading"])
    #expect(found.first?.advice.ru.contains("«Роль»") ?? false)
    let missing = try Samples.folder(mentees: "Код;ФИО;Запросы\nT-1;И;ФГОС")
    #expect(missing.isFatal)
    #expect(missing.codes.contains("missingColumn"))
  }

  @Test func `warns of a table without requests, competencies or consents`() throws {
    let folder = try Samples.folder(
      mentors: "Код;ФИО;Роль\nM-1;И;учитель", mentees: "Код;ФИО;Форма\nT-1;К;учитель – учитель")
    let missing = folder.findings.filter { $0.code == "expectedColumn" }
    #expect(
      missing.map(\.value) == [
        "Запросы", "Согласие на обработку ПДн", "Компетенции", "Согласие на обработку ПДн",
      ])
    #expect(missing.allSatisfy { $0.severity == .warning && $0.location.row == 1 })
  }

  @Test func `knows the headings that the programme adds`() throws {
    let programme =
      Samples.programme + "\nheadings: {Педагогический опыт: experience, Кружок: readPast}\n"
    let table = "Код;ФИО;Роль;Педагогический опыт;Кружок\nM-1;И;учитель;4;шахматы"
    let folder = try Samples.folder(programme: programme, mentors: table)
    #expect(folder.bank.mentors.first?.person.experience == .months(48))
    #expect(!folder.codes.contains("unknownHeading"))
  }

  @Test(arguments: ["", "\u{FEFF}", " \r\n;;\r\n", "Код;ФИО;Роль\r\n"])
  func `takes an empty bank for a valid one`(table: String) throws {
    let folder = try Samples.folder(mentors: table)
    #expect(folder.bank.mentors == [])
    #expect(folder.codes.contains("emptyTable"))
    #expect(!folder.isFatal)
  }

  @Test func `takes an absent bank for an empty one`() throws {
    let folder = try Samples.folder(mentors: nil, mentees: nil)
    #expect(folder.codes.count { $0 == "noBank" } == 2)
    #expect(!folder.isFatal)
  }

  @Test func `keeps a row whose one cell cannot be read`() throws {
    let table = """
      Код;ФИО;Роль;Стаж;Компетенции;Сколько наставляемых;Желаемый возраст
      M-1;=cmd|' /C calc'!A0;учитель;давно;ФГОС, неведомое;-4;старые
      ;;учитель;;;;
      M-3;;учитель;;;;
      ;Безкодов Б.;учитель;;;;
      """
    let folder = try Samples.folder(mentors: table)
    let found = folder.remarks.filter { $0.location.file == "mentors.csv" }
    #expect(
      found.map(\.code) == [
        "noExperience", "unknownCompetency", "absurdCapacity", "noAges", "noName", "noName",
        "derivedID",
      ])
    #expect(found.map(\.location.row) == [2, 2, 2, 2, 3, 4, 5])
    let first = try #require(folder.bank.mentors.first)
    #expect(first.person.name == "=cmd|' /C calc'!A0")
    #expect(first.capacity == 0)
    #expect(folder.bank.mentors.count == 2)
  }

  @Test func `never widens what a mentor takes part in`() throws {
    let table = "Код;ФИО;Роль;Формы\nM-1;И;учитель;учитель–учител\nM-2;П;учитель;педагог-педагог"
    let folder = try Samples.folder(mentors: table)
    #expect(folder.bank.mentors.map(\.id) == ["M-2"])
    #expect(folder.codes.contains("unknownForm"))
    #expect(folder.codes.contains("noKnownForm"))
  }

  @Test func `reads a huge line and a workbook quickly and says what they are`() throws {
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    try scratch.add("mentors.csv", Data(repeating: 0x61, count: 50 << 20))
    try scratch.add("mentees.csv", Data([0x50, 0x4B, 0x03, 0x04, 0, 0, 0, 0]))
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(folder.codes.contains("noHeadings"))
    #expect(folder.codes.contains("damagedWorkbook"))
  }

  @Test func `reads organization bases together`() throws {
    let scratch = try Scratch([
      ("programme.yaml", Samples.programme), ("mentees.csv", Samples.mentees),
      ("mentors-a.csv", "Код;ФИО;Роль\nM-1;И;учитель"),
      ("mentors/b.csv", "ID;ФИО;Роль\nM-2;П;учитель\nM-1;И;учитель\nM-1;Другой;учитель"),
    ])
    let folder = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(folder.bank.mentors.map(\.id) == ["M-1", "M-2"])
    #expect(
      folder.codes.filter { $0.contains("Row") || $0 == "duplicateID" } == [
        "repeatedRow", "duplicateID",
      ])
    #expect(
      folder.inputs.map(\.name) == [
        "mentees.csv", "mentors-a.csv", "mentors/b.csv", "programme.yaml",
      ])
  }

  @Test func `reads the same columns as longer headings name them`() throws {
    let mentors = """
      №;ФИО наставника;Контактные данные для связи;Место работы / учебы наставника;\
      Основные компетенции наставника;Важные для программы достижения наставника;\
      Интересы наставника;Желаемый возраст наставляемых;\
      Ресурс времени на программу наставничества;Дата вхождения в программу;\
      ФИО наставляемого (наставляемых);Форма наставничества;Место работы/учёбы наставляемого;\
      Дата завершения программы;Результаты программы;\
      Ссылка на кейс/отзыв наставника, размещенные на сайте организации
      1;Иванова А. П.;+7 900;Школа 1;ФГОС;Лауреат;лыжи;14+;2 ч;01.09.2023;Котов;педагог-педагог;;;;
      """
    let mentees = """
      №;ФИО наставляемого;Контактные данные для связи (данные представителя);\
      Год рождения наставляемого;Основной запрос наставляемого;Дата вхождения в программу;\
      ФИО наставника;Форма наставничества;Место работы/учебы наставника;\
      Дата завершения программы;Результаты программы;Ссылка на кейс/отзыв наставляемого;\
      Отметка о прохождении программы
      1;Сидорова О.;x@y;1999;оценивание;01.09.2023;Другая;педагог-педагог;Школа 9;31.05.2024;;;
      """
    let folder = try Samples.folder(mentors: mentors, mentees: mentees)
    #expect(Set(folder.codes) == ["noIDColumn", "formWithoutPeople"])
    let mentor = try #require(folder.bank.mentors.first)
    #expect(mentor.person.name == "Иванова А. П.")
    #expect(mentor.person.organization == "Школа 1")
    #expect(mentor.person.interests == ["лыжи"])
    let mentee = try #require(folder.bank.mentees.first)
    #expect(mentee.person.name == "Сидорова О.")
    #expect(mentee.person.organization == nil)
    #expect(mentee.person.birth == .year(1999))
    #expect(folder.bank.profiles.first?.requests.map(\.competency) == ["оценивание"])
  }

  @Test func `keeps nothing of a contact`() throws {
    let mentors = """
      Код;ФИО;Роль;Контакты;Телефон;E-mail
      M-1;Иванова А. П.;учитель;тайна-1;тайна-2;тайна-3;тайна-4
      """
    let folder = try Samples.folder(mentors: mentors)
    var text = ""
    dump(folder.bank, to: &text)
    dump(folder.findings, to: &text)
    #expect(folder.codes.contains("moreCells"))
    #expect(!text.contains("тайна"))
  }

  @Test(arguments: ["mentor.csv", "mentee.xlsx", "programme.yml", "organisations.csv"])
  func `asks about files that are nearly named right`(name: String) throws {
    let folder = try Samples.folder(others: [(name, "")])
    #expect(folder.codes == ["strayFile"])
    #expect(try Samples.folder(others: [("plan.csv", ""), ("README.md", "")]).codes == [])
  }

  @Test func `stays quick when everything is wrong`() throws {
    let words = (0..<5000).map { "слово\($0)" }.joined(separator: ",")
    let quotes = String(repeating: "\"x;y\n", count: 20_000)
    let mentors = "Код;ФИО;Роль;Компетенции\nM-1;И;учитель;\"\(words)\"\n" + quotes
    let folder = try Samples.folder(mentors: mentors)
    #expect(folder.codes.count { $0 == "unknownCompetency" } == 5000)
    #expect(folder.bank.mentors.first?.id == "M-1")
  }

  @Test func `says that there is no folder, or nothing in it`() throws {
    #expect(ProgrammeFolder.read(at: "/no/such/folder").codes == ["noFolder"])
    let empty = try Scratch([])
    let folder = withExtendedLifetime(empty) { ProgrammeFolder.read(at: empty.path) }
    #expect(folder.codes == ["emptyFolder", "noProgramme", "noBank", "noBank"])
    #expect(folder.isFatal)
  }
}
