import MentoringModel
import Testing

@testable import BankIO

/// What tables contradict each other in.
struct CheckTests {
  private func decisions(_ rows: String...) throws -> LoadedFolder {
    let table = "Решение;Форма;Наставник;Наставляемый\n" + rows.joined(separator: "\n")
    return try Samples.folder(others: [("decisions.csv", table)])
  }

  @Test func `keeps sound decisions`() throws {
    let folder = try decisions(
      "закрепить;учитель – учитель;M-1;T-1", "запретить;;M-2;T-1", "pin;educator-pupil;M-2;P-1",
      "закрепить;educator-pupil;M-2;P-2")
    #expect(folder.remarks == [])
    #expect(folder.bank.decisions.map(\.kind) == [.pin, .forbid, .pin, .pin])
  }

  @Test(arguments: [
    ("закрепить;;M-9;T-1", ["unknownMentor"]), ("закрепить;;M-1;T-9", ["unknownMentee"]),
    ("закрепить;educator-pupil;M-1;T-1", ["pinWithoutRequest"]),
    ("закрепит;учитель;M-1;T-1", ["unknownForm"]), ("решить;;M-1;T-1", ["noDecision"]),
    ("закрепить;;;T-1", ["blankCell"]),
  ])
  func `leaves out a decision about nobody`(row: String, codes: [String]) throws {
    let folder = try decisions(row)
    #expect(folder.codes == codes)
    #expect(folder.bank.decisions == [])
  }

  @Test func `a row that names a form and nobody decides about the whole form`() throws {
    let folder = try decisions(
      "утвердить;учитель – учитель;;", "отклонить;educator-pupil;;", "утвердить;;M-1;T-1")
    #expect(folder.codes == ["wholeFormApproved"])
    #expect(
      folder.bank.formDecisions.map { "\($0.kind) \($0.form)" } == [
        "approve educator-educator", "reject educator-pupil",
      ])
    #expect(folder.bank.decisions.count == 1)
  }

  @Test(arguments: [
    ("закрепить;educator-educator;;", ["nobodyNamed"]),
    ("запретить;educator-educator;;", ["nobodyNamed"]),
    ("утвердить;учитель;;", ["unknownForm"]), (";educator-educator;;", ["blankCell"]),
    ("утвердить;;;", ["blankCell", "blankCell"]),
    ("утвердить;educator-educator;M-1;", ["blankCell"]),
  ])
  func `leaves out a decision about no form`(row: String, codes: [String]) throws {
    let folder = try decisions(row)
    #expect(folder.codes == codes)
    #expect(folder.bank.formDecisions == [] && folder.bank.decisions == [])
  }

  @Test func `lets a rejection beat the approval of a form`() throws {
    let folder = try decisions(
      "утвердить;educator-pupil;;", "отклонить;educator-pupil;;", "отклонить;educator-pupil;;")
    #expect(folder.codes == ["approvedAndRejected", "repeatedDecision"])
    #expect(folder.bank.formDecisions.map(\.kind) == [.reject])
  }

  @Test func `one row decides about all of a group`() throws {
    let folder = try decisions("утвердить;educator-pupil;M-1;P-1, P-2, P-9")
    #expect(folder.codes == ["unknownMentee"])
    #expect(folder.bank.decisions.map(\.mentee) == ["P-1", "P-2"])
    #expect(folder.bank.decisions.allSatisfy { $0.mentor == "M-1" && $0.kind == .approve })
    #expect(folder.bank.decisions.allSatisfy { $0.form == "educator-pupil" })
  }

  @Test func `taking one of a group out of its row leaves the others`() throws {
    let folder = try decisions(
      "утвердить;educator-pupil;M-1;P-1, P-2", "утвердить;educator-educator;;")
    let table = try #require(DecisionTable(of: folder))
    let bytes = table.bytes(after: DecisionEdit(removed: [folder.bank.decisions[0]]))
    let text = String(decoding: try #require(bytes), as: UTF8.self)
    let again = try Samples.folder(others: [("decisions.csv", text)])
    #expect(again.bank.decisions.map(\.mentee) == ["P-2"])
    #expect(again.bank.formDecisions.map(\.form) == ["educator-educator"])
  }

  @Test func `lets a ban beat a pin and the first pin beat the second`() throws {
    let banned = try decisions("закрепить;;M-1;T-1", "запретить;educator-educator;M-1;T-1")
    #expect(banned.codes == ["pinnedAndForbidden"])
    #expect(banned.bank.decisions.map(\.kind) == [.forbid])
    let twice = try decisions("закрепить;;M-1;T-1", "закрепить;;M-2;T-1", "закрепить;;M-1;T-1")
    #expect(twice.codes == ["pinnedTwice", "repeatedDecision"])
    #expect(twice.bank.decisions.map(\.mentor) == ["M-1"])
    let group = try decisions("закрепить;;M-1;P-1", "закрепить;;M-2;P-2")
    #expect(group.codes == ["pinnedTwice"])
  }

  @Test func `reports a mentee on two rows of one form, and rows that differ`() throws {
    let mentees = """
      Код;ФИО;Роль;Форма;Запросы;Класс
      T-1;Сидорова;учитель, ученик;educator-educator;ФГОС;5
      T-1;Сидорова;учитель, ученик;educator-educator;ВПР;5
      T-1;Сидорова;учитель, ученик;educator-pupil;проект;6
      """
    let folder = try Samples.folder(mentees: mentees)
    #expect(folder.codes == ["duplicateProfile", "differingRows"])
    #expect(folder.bank.mentees.count == 1)
    #expect(folder.bank.mentees.first?.person.position == "5")
    #expect(folder.bank.profiles.map(\.form) == ["educator-educator", "educator-pupil"])
  }

  @Test func `lets the same person stand in both banks`() throws {
    let mentees = "Код;ФИО;Роль;Форма\nM-1;Иванова;учитель;educator-educator"
    #expect(try Samples.folder(mentees: mentees).codes == ["formWithoutPeople"])
  }

  @Test func `cuts circles of the registry and names unknown organizations`() throws {
    let registry = """
      Код;Название;Вышестоящая;Мест всего
      А;Школа А;Б;
      Б;Школа Б;Школа В;
      В;Школа В;А;-5
      Г;Школа Г;Г;
      Д;Школа Д;Ж;
      Д;Школа Д;;
      """
    let mentors = """
      Код;ФИО;Роль;Организация
      M-1;И;учитель;Школа Б
      M-2;П;учитель;Школа БВ
      """
    let folder = try Samples.folder(mentors: mentors, others: [("organizations.csv", registry)])
    #expect(
      folder.codes.sorted()
        == [
          "absurdCapacity", "duplicateID", "registryCycle", "registryCycle", "unknownOrganization",
          "unknownOrganization",
        ].sorted())
    #expect(folder.bank.mentors.first?.person.organization == "Б")
    for start in folder.bank.organizations {
      var (here, steps) = (start.parent, 0)
      while let id = here, steps < 10 {
        here = folder.bank.organizations.first { $0.id == id }?.parent
        steps += 1
      }
      #expect(here == nil)
    }
  }

  @Test func `caps the places that a form does not allow`() throws {
    let mentors = "Код;ФИО;Роль;Мест по формам\nM-1;И;учитель;educator-educator: 9"
    let folder = try Samples.folder(mentors: mentors)
    #expect(folder.codes == ["tooManyPlaces"])
    #expect(folder.bank.mentors.first?.capacityByForm == ["educator-educator": 3])
  }

  @Test func `does not use births and service that cannot be`() throws {
    let mentors = """
      Код;ФИО;Роль;Дата рождения;Стаж
      M-1;И;учитель;2090;5
      M-2;П;учитель;1990;40
      M-3;С;учитель;1990;с 01.09.2030
      """
    let folder = try Samples.folder(mentors: mentors)
    #expect(folder.codes == ["badBirth", "serviceAboveAge", "serviceBeginsLater"])
    #expect(folder.bank.mentors[0].person.birth == nil)
    #expect(folder.bank.mentors[1].person.experience == nil)
  }

  @Test func `suspects one person under two ids`() throws {
    let mentors = """
      Код;ФИО;Роль;Дата рождения;Желаемые партнёры;Руководитель
      M-1;Пётр  Ильин;учитель;1990;T-1;
      M-2;ПЕТР ИЛЬИН;учитель;1990;T-11;X-1
      """
    let codes = try Samples.folder(mentors: mentors).codes
    #expect(codes.sorted() == ["possibleDuplicate", "unknownPartner", "unknownSuperior"])
  }

  @Test func `reads a roster with each person once`() throws {
    let roster =
      "Код;Организация;Роль;Дата рождения\nR-1;А;учитель;1995\nR-1;А;учитель;1995\nR-2;А;учитель;01.02.1980"
    let folder = try Samples.folder(others: [("roster.csv", roster)])
    #expect(folder.codes == ["repeatedRow"])
    #expect(folder.bank.roster.map(\.id) == ["R-1", "R-2"])
  }
}
