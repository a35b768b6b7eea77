import Foundation
import MentoringModel

@testable import BankIO

/// Small files that the tests share.
enum Samples {
  static let programme = """
    format: nastavnik.programme/1
    id: school
    title: {ru: Школа наставника, en: School of mentors}
    institution: Школа № 1
    asOf: 2023-09-25
    vocabulary: [educators, students]
    forms:
      - id: educator-educator
        title: {ru: учитель – учитель, en: teacher–teacher}
        aliases: [педагог-педагог]
        mentorRoles: [educator]
        menteeRoles: [educator]
        capacity: {default: 2, maximum: 3}
      - id: educator-pupil
        title: {ru: учитель – ученик, en: teacher–pupil}
        mentorRoles: [учитель, specialist]
        menteeRoles: [pupil]
        capacity: 5
    """

  static let mentors = """
    Код;ФИО;Роль;Стаж;Компетенции;Сколько наставляемых;Мест по формам;Согласие на обработку ПДн
    M-1;Иванова Анна Петровна;учитель;12;ФГОС (4), олимпиады;2;;01.09.2023
    M-2;Петров Пётр Ильич;преподаватель, методист;5 лет;проектная деятельность (5);;учитель – ученик: 4;да
    """

  static let mentees = """
    Код;ФИО;Роль;Форма;Запросы;Группа;Дата рождения
    T-1;Сидорова Ольга;учитель;педагог–педагог;ФГОС (1!), олимпиады;;1999
    P-1;Котов Илья;ученик;учитель - ученик;проект (1);Робототехника;05.03.2008
    P-2;Лисова Вера;ученик;учитель - ученик;исследование;Робототехника;06.04.2008
    """

  static func folder(
    programme: String? = programme, mentors: String? = mentors, mentees: String? = mentees,
    others: [(name: String, text: String)] = []
  ) throws -> LoadedFolder {
    let files: [(name: String, text: String)] =
      [
        programme.map { ("programme.yaml", $0) }, mentors.map { ("mentors.csv", $0) },
        mentees.map { ("mentees.csv", $0) },
      ].compactMap(\.self) + others
    let scratch = try Scratch(files)
    return withExtendedLifetime(scratch) { ProgrammeFolder.read(at: scratch.path) }
  }
}

extension LoadedFolder {
  /// The findings but those about columns that short samples leave out.
  var remarks: [Finding] { findings.filter { $0.code != "expectedColumn" } }

  /// The codes of the remarks, in their order.
  var codes: [String] { remarks.map(\.code) }
}

extension Bank {
  /// The bank without the places in files.
  var anywhere: Bank {
    var bank = self
    for index in bank.mentors.indices { bank.mentors[index].person.source = SourceLocation() }
    for index in bank.mentees.indices { bank.mentees[index].person.source = SourceLocation() }
    for index in bank.profiles.indices { bank.profiles[index].source = SourceLocation() }
    for index in bank.organizations.indices {
      bank.organizations[index].source = SourceLocation()
    }
    for index in bank.decisions.indices { bank.decisions[index].source = SourceLocation() }
    for index in bank.formDecisions.indices {
      bank.formDecisions[index].source = SourceLocation()
    }
    return bank
  }
}
