import MentoringModel
import Testing
import WorkbookSamples

@testable import BankIO

/// One person under several ids is one person.
struct WhoIsWhoTests {
  private let mentors = """
    Код;ФИО;Организация;Дата рождения;Роль;Компетенции;Награды;Согласие на обработку ПДн
    M-1;Иванова Алёна Петровна;S1;05.06.1980;учитель;ФГОС (3);;01.09.2023
    M-2;Петров Пётр Ильич;S1;1975;учитель;олимпиады;;да
    """

  private func load(
    mentors: String = "", mentees: String = "", others: [(name: String, text: String)] = []
  ) throws -> LoadedFolder {
    try Samples.folder(
      mentors: self.mentors + "\n" + mentors,
      mentees: "Код;ФИО;Организация;Дата рождения;Роль;Форма;Запросы\n" + mentees, others: others)
  }

  @Test func `merges two ids of one mentor and keeps the awards and the levels`() throws {
    let folder = try load(
      mentors: "M-7;ИВАНОВА Алена Петровна;S2;06.05.1980;учитель;;;\n"
        + "M-8;иванова алена  петровна;S2;05.06.1980;методист;ФГОС (5), олимпиады;Лауреат;нет",
      others: [
        (
          "decisions.csv",
          "Решение;Форма;Наставник;Наставляемый\nзапретить;;M-8;T-1"
        )
      ])
    #expect(folder.bank.mentors.map(\.id) == ["M-1", "M-2", "M-7"])
    let mentor = folder.bank.mentors[0]
    #expect(mentor.awards == ["Лауреат"])
    #expect(mentor.competencies == ["фгос": 5, "олимпиады": 3])
    #expect(mentor.person.organization == "S1")
    #expect(mentor.person.dataConsent.isGiven)
    let found = folder.findings.filter { $0.code == "mergedDuplicate" }
    #expect(found.map(\.location.row) == [5])
    #expect(found.map(\.severity) == [.note])
    #expect(folder.lookalikes.map(\.isSure) == [true])
  }

  @Test func `a consent that was withdrawn in one row is withdrawn`() throws {
    let folder = try load(
      mentors: "M-8;Иванова Алёна Петровна;S1;05.06.1980;учитель;ФГОС;;отозвано 02.09.2023")
    #expect(folder.bank.mentors.count == 2)
    #expect(!folder.bank.mentors[0].person.dataConsent.isGiven)
  }

  @Test func `decisions and wishes follow the id that stays`() throws {
    let folder = try Samples.folder(
      mentors: mentors + "\nM-8;Иванова Алёна Петровна;S1;05.06.1980;учитель;ФГОС;;да",
      mentees: """
        Код;ФИО;Роль;Форма;Запросы;Желаемые партнёры;Руководитель
        T-1;Сидорова Ольга;учитель;педагог–педагог;ФГОС;M-8, M-1;M-8
        """,
      others: [("decisions.csv", "Решение;Форма;Наставник;Наставляемый\nзакрепить;;M-8;T-1")])
    #expect(folder.bank.decisions.map(\.mentor) == ["M-1"])
    #expect(folder.bank.mentees[0].person.preferredPartners == ["M-1"])
    #expect(folder.bank.mentees[0].person.superior == "M-1")
    #expect(!folder.codes.contains("unknownPartner"))
  }

  @Test func `a person of both banks keeps both ids and knows of them`() throws {
    let folder = try load(
      mentees: "T-9;Иванова Алёна Петровна;S1;1980;учитель;педагог–педагог;ФГОС")
    #expect(folder.bank.mentors[0].person.otherIDs == ["T-9"])
    #expect(folder.bank.mentees[0].person.otherIDs == ["M-1"])
    #expect(folder.codes.contains("samePerson"))
  }

  @Test func `a doubtful person of both banks is asked about and knows of both ids`() throws {
    let folder = try load(
      mentees: "T-9;Иванова А. П.;S1;;учитель;педагог–педагог;ФГОС")
    #expect(folder.bank.mentees[0].person.otherIDs == [])
    #expect(folder.bank.mentees[0].person.doubtfulIDs == ["M-1"])
    #expect(folder.findings.first { $0.code == "possibleDuplicate" }?.severity == .warning)
    #expect(folder.findings.first { $0.code == "possibleDuplicate" }?.location.cell == "B2")
    #expect(folder.lookalikes.map(\.isOpen) == [true])
  }

  static let answers: [(String, [PersonID], Set<PersonID>)] = [
    ("да", ["M-1", "M-2"], []), ("yes", ["M-1", "M-2"], []), ("+", ["M-1", "M-2"], []),
    ("нет", ["M-1", "M-2", "M-8"], []), ("no", ["M-1", "M-2", "M-8"], []),
    ("", ["M-1", "M-2", "M-8"], ["M-8"]),
  ]

  @Test(arguments: answers)
  func `an answer settles a doubt`(answer: String, ids: [PersonID], others: Set<PersonID>) throws {
    let folder = try load(
      mentors: "M-8;Иванова А. П.;S1;;учитель;;Лауреат;",
      others: [("duplicates.csv", "Код первого;Код второго;Один человек\nM-8;M-1;\(answer)")])
    #expect(folder.bank.mentors.map(\.id) == ids)
    #expect(folder.codes.contains("possibleDuplicate") == answer.isEmpty)
    if ids.count == 3 { #expect(folder.bank.mentors[0].person.doubtfulIDs == others) }
    if ids.count == 2 { #expect(folder.bank.mentors[0].awards == ["Лауреат"]) }
  }

  @Test func `no is an answer to what looked sure, and yes to what does not look alike`() throws {
    let folder = try load(
      mentors: "M-8;Иванова Алёна Петровна;S1;05.06.1980;учитель;;Лауреат;",
      others: [
        ("duplicates.csv", "first id;second id;same person\nM-1;M-8;no\nM-2;M-8;yes\nM-2;X;yes")
      ])
    #expect(folder.bank.mentors.map(\.id) == ["M-1", "M-2"])
    #expect(folder.bank.mentors[0].awards == [])
    #expect(folder.bank.mentors[1].awards == ["Лауреат"])
    #expect(folder.codes.filter { $0 == "unknownDuplicate" }.count == 1)
  }

  @Test func `merges the requests of one mentee in one form`() throws {
    let folder = try load(
      mentees: """
        T-1;Сидорова Ольга Львовна;S1;1999;учитель;педагог–педагог;ФГОС (2)
        T-2;Сидорова Ольга Львовна;S1;1999;учитель;педагог–педагог;олимпиады, ФГОС (1)
        """)
    #expect(folder.bank.mentees.map(\.id) == ["T-1"])
    #expect(folder.bank.profiles.map(\.members) == [["T-1"]])
    #expect(
      Set(folder.bank.profiles[0].requests.map(\.competency)) == ["фгос", "олимпиады"])
  }

  @Test func `two rows with one id and one name are merged, and with two names are not`() throws {
    let merged = try load(mentors: "M-1;Иванова Алена Петровна;S2;;учитель;олимпиады;Лауреат;")
    #expect(merged.bank.mentors.map(\.id) == ["M-1", "M-2"])
    #expect(merged.bank.mentors[0].awards == ["Лауреат"])
    #expect(merged.codes.contains("mergedDuplicate"))
    let taken = try load(mentors: "M-1;Другая Алена Петровна;S2;;учитель;олимпиады;Лауреат;")
    #expect(taken.bank.mentors[0].awards == [])
    #expect(taken.codes.contains("duplicateID"))
  }

  @Test func `one id with two names in the two banks is told`() throws {
    let folder = try load(mentees: "M-1;Сидорова Ольга;S1;;учитель;педагог–педагог;ФГОС")
    #expect(folder.codes.contains("idOfTwo"))
    let same = try load(mentees: "M-1;Иванова А.;S1;;учитель;педагог–педагог;ФГОС")
    #expect(!same.codes.contains("idOfTwo"))
  }

  @Test func `the table of duplicates reads back as it was filled in`() throws {
    let people =
      "M-8;Иванова Алёна Петровна;S1;1980;учитель;;Лауреат;\nM-9;Петров П.;S1;;учитель;;;"
    let folder = try load(mentors: people)
    let file = try #require(DuplicatesFile.file(of: folder))
    #expect(
      file.text == """
        \u{FEFF}Код первого;Код второго;Один человек;Первый: ФИО;Первый: Организация;\
        Первый: Рождение;Первый: Где;Второй: ФИО;Второй: Организация;Второй: Рождение;Второй: Где\r
        M-2;M-9;;Петров Пётр Ильич;S1;1975;mentors.csv, строка 3;Петров П.;S1;;mentors.csv, строка 5\r
        M-1;M-8;да;Иванова Алёна Петровна;S1;05.06.1980;mentors.csv, строка 2;\
        Иванова Алёна Петровна;S1;1980;mentors.csv, строка 4\r

        """)
    let again = try load(
      mentors: people, others: [(file.name, file.text.replacing("M-9;;", with: "M-9;да;"))])
    #expect(again.bank.mentors.map(\.id) == ["M-1", "M-2"])
    #expect(!again.codes.contains { ["unknownHeading", "possibleDuplicate"].contains($0) })
  }

  @Test func `namesakes whom nothing tells apart are told once and never paired`() throws {
    let namesakes = (0..<70).map { "M-\($0 + 10);Сидорова Ольга Львовна;S1;;учитель;ФГОС;;да" }
    let folder = try load(
      mentors: namesakes.joined(separator: "\n"),
      mentees: "T-1;Сидорова Ольга Львовна;S1;;учитель;педагог–педагог;ФГОС")
    let found = folder.findings.filter { $0.code == "crowdOfNamesakes" }
    #expect(found.map(\.location.row) == [4])
    #expect(!folder.codes.contains("possibleDuplicate"))
    #expect(folder.bank.mentees[0].person.crowds == ["M-10"])
    #expect(folder.bank.mentors.last?.person.crowds == ["M-10"])
    #expect(folder.bank.mentors[0].person.crowds == [])
  }

  @Test func `who may be one of two rows of one person may be either`() throws {
    let folder = try load(
      mentors: "M-8;Иванова Алёна Петровна;S2;05.06.1980;учитель;;;",
      mentees: "T-1;Иванова Алёна Петровна;S2;05.06.1980;учитель;педагог–педагог;ФГОС\n"
        + "T-2;Иванова А. П.;S1;;учитель;педагог–педагог;ФГОС")
    #expect(folder.bank.mentors.map(\.id) == ["M-1", "M-2"])
    #expect(folder.bank.mentees[0].person.otherIDs == ["M-1"])
    #expect(folder.bank.mentees[0].person.doubtfulIDs == ["T-2"])
    #expect(folder.bank.mentees[1].person.doubtfulIDs == ["M-1", "T-1"])
  }
}
