import MentoringModel
import Testing

@testable import BankIO

/// What banks and settings of groups contradict each other in.
struct GroupCheckTests {
  private static let mentees = """
    Код;ФИО;Роль;Организация;Класс;Форма;Запросы
    P-1;А;ученик;Ш-1;9;educator-pupil;проект (1, ур. 2), исследование (2!, уровень 4)
    P-2;Б;ученик;Ш-1;9;educator-pupil;проект
    P-3;В;ученик;Ш-1;9;educator-pupil;проект
    P-4;Г;ученик;Ш-2;10;educator-pupil;проект
    T-1;Д;учитель;Ш-1;;educator-educator;ФГОС
    """

  private func folder(_ groups: String, _ decisions: String...) throws -> LoadedFolder {
    let programme =
      Samples.programme.replacing(
        "    capacity: 5", with: "    capacity: 5\n    mode: groups\n    groups: {\(groups)}")
    let table = "Решение;Форма;Наставник;Наставляемый\n" + decisions.joined(separator: "\n")
    return try Samples.folder(
      programme: programme, mentees: Self.mentees,
      others: decisions.isEmpty ? [] : [("decisions.csv", table)])
  }

  private func codes(_ groups: String, _ decisions: String...) throws -> [String] {
    let folder =
      decisions.isEmpty ? try folder(groups) : try folder(groups, decisions[0])
    return folder.codes
  }

  @Test func `reads the mentee's own level beside the priority`() throws {
    let folder = try folder("size: 2")
    #expect(folder.remarks == [])
    #expect(
      folder.bank.profiles[0].requests == [
        Request("проект", priority: 1, level: 2),
        Request("исследование", priority: 2, isMustHave: true, level: 4),
      ])
    let flawed = try Samples.folder(
      mentees: "Код;ФИО;Роль;Форма;Запросы\nP-1;А;ученик;educator-pupil;проект (1, ур. 7)")
    #expect(flawed.codes == ["noPriority", "formWithoutPeople"])
  }

  @Test func `reads who keeps together and who apart`() throws {
    let folder = try folder(
      "size: 2", "вместе;;;P-1, P-4", "Врозь;учитель – ученик;;P-1, P-2, P-3", "закрепить;;M-2;P-1")
    #expect(folder.remarks == [])
    #expect(folder.bank.companions.map(\.kind) == [.together, .apart])
    #expect(folder.bank.companions.map(\.form) == [nil, "educator-pupil"])
    #expect(folder.bank.companions.map(\.people) == [["P-1", "P-4"], ["P-1", "P-2", "P-3"]])
    #expect(folder.bank.companions.map(\.source.row) == [2, 3])
    #expect(folder.bank.decisions.count == 1)
  }

  @Test(arguments: [
    ("вместе;;;P-1", "companionAlone"), ("врозь;;;", "companionAlone"),
    ("вместе;;;P-1, P-9", "unknownCompanion"), ("вместе;нет;;P-1, P-2", "unknownForm"),
    ("вместе;educator-educator;;P-1, P-2", "companionsWithoutGroups"),
  ])
  func `leaves out companions that cannot be`(row: String, code: String) throws {
    let folder = try folder("size: 2", row)
    #expect(folder.codes == [code])
    #expect(folder.bank.companions == [])
    #expect(folder.findings.first { $0.code == code }?.location.row == 2)
  }

  @Test func `keeps the rest of a list when somebody is unknown`() throws {
    let folder = try folder("size: 2", "вместе;;;P-1, P-2, P-11")
    #expect(folder.codes == ["unknownCompanion"])
    #expect(folder.bank.companions.map(\.people) == [["P-1", "P-2"]])
  }

  @Test func `warns of a mentor in a row about mentees`() throws {
    let folder = try folder("size: 2", "вместе;;M-2;P-1, P-2")
    #expect(folder.codes == ["mentorOfCompanions"])
    #expect(folder.bank.companions.count == 1)
  }

  @Test func `needs a form with groups for companions`() throws {
    let table = "Решение;Форма;Наставник;Наставляемый\nвместе;;;P-1, P-2"
    let folder = try Samples.folder(others: [("decisions.csv", table)])
    #expect(folder.codes == ["companionsWithoutGroups"])
    #expect(folder.bank.companions == [])
  }

  @Test func `tells who is to keep both together and apart`() throws {
    let folder = try folder("size: 2", "врозь;;;P-1, P-2", "вместе;;;P-2, P-1")
    #expect(folder.codes == ["togetherAndApart"])
    #expect(folder.remarks.first?.location.row == 2)
    #expect(
      try codes("size: 3, apart: [P-1, P-2], together: [P-1, P-2]") == ["togetherAndApart"])
  }

  @Test func `tells of companions who do not fit into a group`() throws {
    let folder = try folder("size: 2", "вместе;;;P-1, P-2", "вместе;;;P-2, P-3")
    #expect(folder.codes == ["companyTooLarge"])
    #expect(
      try codes(
        "size: {minimum: 2, maximum: 4}, composition: [{kind: organization, atMost: 1}]",
        "вместе;;;P-1, P-2") == ["companyAgainstRule"])
  }

  @Test func `tells of people in the programme file whom no bank has`() throws {
    let folder = try folder("size: 2, apart: [P-1, P-99]")
    #expect(folder.codes == ["unknownCompanion"])
    #expect(folder.remarks.first?.location.file == "programme.yaml")
    #expect(folder.remarks.first?.location.row != nil)
  }

  @Test(arguments: [
    ("size: 2, topics: [проект]", []),
    ("size: 2, topics: [олимпиада]", ["topicOfNobody", "topicNotAsked"]),
    ("size: 2, topics: [исследование]", ["topicOfNobody"]),
    ("size: 2, topics: [проектная деятельность]", ["topicNotAsked"]),
    ("size: 2, composition: [{kind: organization, value: Ш-9, atMost: 1}]", ["valueOfNobody"]),
    ("size: 2, composition: [{kind: year, value: 10, atLeast: 1}]", []),
    ("size: 2, composition: [{kind: year, value: 11, atLeast: 1}]", ["valueOfNobody"]),
    ("size: 2, composition: [{kind: level, value: 4, atLeast: 1}]", []),
    ("size: 2, composition: [{kind: level, value: 5, atLeast: 1}]", ["valueOfNobody"]),
    ("size: 3, composition: [{kind: organization, atMost: 1}]", ["tooFewValues"]),
    ("size: 2, composition: [{kind: organization, atMost: 1}]", []),
  ])
  func `tells of topics and values that are nobody's`(groups: String, codes: [String]) throws {
    let mentors = Samples.mentors.replacing(
      "проектная деятельность (5)", with: "проект (5), проектная деятельность (4)")
    let programme = Samples.programme.replacing(
      "    capacity: 5", with: "    capacity: 5\n    mode: groups\n    groups: {\(groups)}")
    let folder = try Samples.folder(
      programme: programme, mentors: mentors, mentees: Self.mentees)
    #expect(folder.codes == codes)
    for finding in folder.remarks { #expect(finding.location.row == 20) }
  }

  @Test func `writes companions and levels as they are read`() throws {
    let folder = try folder("size: 2", "вместе;;;P-1, P-4", "врозь;educator-pupil;;P-1, P-2")
    let programme = try #require(folder.programme)
    let files = BankWriter.files(for: folder.bank, of: programme)
    let decisions = try #require(files.first { $0.name == "decisions.csv" }).text
    #expect(
      decisions == """
        \u{FEFF}Решение;Форма;Наставник;Наставляемый\r
        вместе;;;P-1, P-4\r
        врозь;educator-pupil;;P-1, P-2\r

        """)
    let mentees = try #require(files.first { $0.name == "mentees.csv" }).text
    #expect(mentees.contains("проект (1, ур. 2), исследование (2!, ур. 4)"))
  }
}
