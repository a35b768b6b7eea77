import Foundation
import MentoringModel
import Testing
import WorkbookSamples

@testable import BankIO

/// Bases of organizations become one base in which nobody and no award is lost.
struct MunicipalBaseTests {
  private static let organizations =
    "Код;Название\nS2;Школа № 2\nS1;Лицей № 1\nMUN;Центр"
  private static let headings = "Код;ФИО;Организация;Дата рождения;Роль;Награды;Муниципальная база"

  private func folder(
    _ bases: [(name: String, rows: String)], others: [(name: String, text: String)] = []
  ) throws -> LoadedFolder {
    let files = bases.map { ($0.name, Self.headings + "\n" + $0.rows) }
    return try Samples.folder(
      mentors: nil, others: [("organizations.csv", Self.organizations)] + files + others)
  }

  private func base(
    _ bases: [(name: String, rows: String)], others: [(name: String, text: String)] = []
  ) throws -> MunicipalBase {
    try #require(try MunicipalBase(of: folder(bases, others: others)))
  }

  private let two: [(name: String, rows: String)] = [
    (
      "mentors/S1.csv",
      """
      A-1;Иванова Алёна Петровна;;05.06.1980;учитель;;
      A-2;Петров Пётр Ильич;S2;07.08.1975;учитель;Лауреат;
      A-3;Котов Олег Ильич;;;учитель;Призёр;да
      A-3;Котов Олег Ильич;;;учитель;Призёр;да
      ;;;;учитель;Победитель;
      A-4;Лунина О.;;;учитель;;
      """
    ),
    (
      "mentors/школа № 2.csv",
      """
      B-1;Петров Пётр Ильич;;07.08.1975;учитель;;
      B-2;Иванова Алена Петровна;;05.06.1980;учитель;Победитель;
      A-1;Другая Анна Львовна;;;учитель;Лауреат;
      B-4;Лунина Ольга;S1;;учитель;;
      """
    ),
  ]

  @Test func `each person stands in it once, with all awards, in the own organization`() throws {
    let base = try base(two)
    #expect(base.bank.mentors.map(\.id) == ["B-1", "S2-A-1", "S1-A-1", "A-3", "A-4", "B-4"])
    #expect(
      base.bank.mentors.map(\.person.organization) == ["S2", "S2", "S1", "S1", "S1", "S1"])
    #expect(
      base.bank.mentors.map(\.awards)
        == [["Лауреат"], ["Лауреат"], ["Победитель"], ["Призёр"], [], []])
  }

  @Test func `laureates enter the base that all may ask`() throws {
    let base = try base(two)
    #expect(base.bank.mentors.map(\.isMunicipal) == [true, true, true, true, false, false])
    #expect(base.newlyMunicipal == ["B-1", "S2-A-1", "S1-A-1"])
    #expect(base.laureateCount == 4)
  }

  @Test func `the counts of its report add up`() throws {
    let base = try base(two)
    #expect(base.addsUp)
    #expect(
      base.report.text == """
        \u{FEFF}Таблица;База;Организация;Строк;В единой базе;Объединено;Не учтено;Лауреатов;\
        Лауреатов в единой базе;Лауреатов объединено;Лауреатов не учтено\r
        Наставники;mentors/S1.csv;S1;6;3;2;1;4;1;2;1\r
        Наставники;mentors/школа № 2.csv;S2;4;3;1;0;2;1;1;0\r
        Наставники;Всего;;10;6;3;1;6;2;3;1\r
        Наставляемые;mentees.csv;;3;3;0;0;;;;\r
        Наставляемые;Всего;;3;3;0;0;;;;\r

        """)
  }

  @Test func `rows of mentees are counted, too`() throws {
    let headings = "Код;ФИО;Дата рождения;Роль;Форма;Запросы\n"
    let base = try base(
      two,
      others: [
        (
          "mentees/S1.csv",
          headings + """
            U-1;Сюжетов Глеб Ильич;07.08.1990;учитель;педагог-педагог;ФГОС
            U-1;Сюжетов Глеб Ильич;07.08.1990;учитель;педагог-педагог;олимпиады
            U-2;Без Формы;;учитель;;
            """
        ),
        (
          "mentees/S2.csv",
          headings + """
            U-9;Сюжетов Глеб Ильич;07.08.1990;учитель;педагог-педагог;оценивание
            U-9;Сюжетов Глеб Ильич;07.08.1990;учитель;учитель - ученик;проект
            """
        ),
      ])
    #expect(base.addsUp)
    #expect(base.menteeCounts.map(\.base) == ["mentees.csv", "mentees/S1.csv", "mentees/S2.csv"])
    #expect(base.menteeCounts.map(\.rows) == [3, 3, 2])
    #expect(base.menteeCounts.map(\.kept) == [3, 1, 1])
    #expect(base.menteeCounts.map(\.merged) == [0, 0, 1])
    #expect(base.menteeCounts.map(\.leftOut) == [0, 2, 0])
    #expect(base.bank.profiles.count { $0.members == ["U-1"] } == 2)
  }

  @Test func `a base that cannot be read keeps none of the others out`() throws {
    let base = try base(two, others: [("mentors/S3.csv", "бессмыслица")])
    #expect(base.unread.map(\.location.file) == ["mentors/S3.csv"])
    #expect(base.bank.mentors.count == 6)
    #expect(base.report.text.contains("\r\nНаставники;mentors/S3.csv;не прочитана: "))
    #expect(base.addsUp)
  }

  @Test(arguments: ["бессмыслица", "Код;Компетенции\nM1;ФГОС"])
  func `nothing is merged where no base of mentors can be read`(text: String) throws {
    #expect(try MunicipalBase(of: Samples.folder(mentors: text)).map { _ in true } == nil)
  }

  @Test func `nothing is merged where a base stands in two files`() throws {
    let folder = try folder(two, others: [("mentors/S1.xlsx", "PK")])
    #expect(MunicipalBase(of: folder).map { _ in true } == nil)
  }

  @Test func `who may be one person is asked about, and the answer settles it`() throws {
    let asked = try base(two)
    #expect(asked.openQuestions == 1)
    let questions = try #require(asked.duplicates)
    #expect(questions.text.contains("\r\nA-4;B-4;;"))
    let answers = questions.text.replacing("A-4;B-4;;", with: "A-4;B-4;да;")
    let settled = try base(two, others: [(questions.name, answers)])
    #expect(settled.bank.mentors.map(\.id) == ["B-1", "S2-A-1", "S1-A-1", "A-3", "A-4"])
    #expect(settled.openQuestions == 0)
    #expect(settled.addsUp)
  }

  @Test func `a base whose name is no organization's stays without one, and is told of`() throws {
    let folder = try folder([("mentors/прочие.csv", "C-1;Ёлкин Олег;;;учитель;;")])
    #expect(folder.bank.mentors.map(\.person.organization) == [nil])
    #expect(!folder.codes.contains("homeBase"))
    let named = try self.folder([("mentors-S1.csv", "C-1;Ёлкин Олег;;;учитель;;")])
    #expect(named.bank.mentors.map(\.person.organization) == ["S1"])
    #expect(named.codes.contains("homeBase"))
  }

  @Test(arguments: [false, true])
  func `what is written reads back as the same bank`(asWorkbooks: Bool) throws {
    let base = try base(two)
    let scratch = try Scratch([("programme.yaml", Samples.programme)])
    for file in asWorkbooks ? try base.workbooks() : base.files() {
      try scratch.add(file.name, Data(file.bytes))
    }
    if let questions = base.duplicates {
      try scratch.add(questions.name, Data(questions.text.utf8))
    }
    let again = withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
    #expect(again.findings.filter { $0.severity >= .error } == [])
    #expect(!again.codes.contains("unknownDuplicate"))
    #expect(again.bank.anywhere == base.bank.anywhere)
  }

  @Test(arguments: 1...20)
  func `counts add up and no laureate is lost, whoever is in the bases`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    let names = ["Иванова Алёна Петровна", "Иванова А. П.", "Котов Олег Ильич", "Ёлкин Пётр", ""]
    let bases = ["S1", "S2", "прочие"].map { name in
      let rows = (0..<12).map { _ in
        [
          pick(["A", "B", "C"]) + "-\(Int.random(in: 1...9, using: &random))", pick(names),
          pick(["", "S1", "S2"]), pick(["", "1980", "05.06.1980", "07.08.1981"]),
          "учитель", pick(["", "", "Лауреат \(Int.random(in: 1...99, using: &random))"]), "",
        ].joined(separator: ";")
      }
      return (name: "mentors/\(name).csv", rows: rows.joined(separator: "\n"))
    }
    let base = try base(bases)
    #expect(base.addsUp)
    #expect(base.total.rows == 36)
    #expect(base.counts.reduce(0) { $0 + $1.leftOut } == base.total.leftOut)
    let ids = base.bank.mentors.map(\.id)
    #expect(Set(ids).count == ids.count)
    // An award of a row that is used is somebody's in the base.
    let kept = Set(base.bank.mentors.flatMap(\.awards))
    let written = Set(
      bases.flatMap { $0.rows.split(separator: "\n") }.compactMap { row in
        row.split(separator: ";", omittingEmptySubsequences: false)[5].split(separator: "\n").first
          .map(String.init)
      })
    #expect(kept.isSubset(of: written))
    #expect(written.count - kept.count <= base.total.laureatesLeftOut)
    #expect(base.laureateCount <= base.total.laureatesKept + base.total.laureatesMerged)
    #expect(base.bank.mentors.allSatisfy { $0.awards.isEmpty || $0.isMunicipal })
  }
}
