import WordDocuments
import Wording

/// The templates that are used where the curator has none of his own.
enum BuiltInTemplates {
  static func draft(of kind: DraftKind) -> WordDraft {
    switch kind {
    case .order: order
    case .mentors: list("СПИСОК НАСТАВНИКОВ", mentorColumns)
    case .mentees: list("СПИСОК НАСТАВЛЯЕМЫХ", menteeColumns)
    case .consents: consent
    }
  }

  /// Places for a hand to write a day and a number.
  private static let blankDay = "«____» ______________ 20____ г."

  private static func slot(_ field: DraftField) -> String { "{{\(field.placeholder.ru)}}" }

  private static var order: WordDraft {
    var draft = WordDraft()
    draft.add(.init(slot(.institution), .center, isBold: true, halfPoints: 28, spaceBelow: 360))
    draft.add(.init("П Р И К А З", .center, isBold: true, halfPoints: 28, spaceBelow: 240))
    draft.add(.init("\(blankDay)\t№ __________", spaceBelow: 60))
    draft.add(.init(slot(.place), .center, spaceBelow: 240))
    draft.add(
      .init("О закреплении наставников за наставляемыми", isBold: true, staysWithNext: true))
    draft.add(.init("Форма наставничества: \(slot(.form))", isBold: true, spaceBelow: 240))
    draft.add(
      .init(
        "По программе «\(slot(.programme))» и на основании следующих документов: \(slot(.basis))",
        .both, isSetIn: true, spaceBelow: 120))
    draft.add(.init("П Р И К А З Ы В А Ю:", isBold: true, staysWithNext: true, spaceBelow: 120))
    for (index, point) in points.enumerated() {
      draft.add(.init("\(index + 1). \(point)", .both, isSetIn: true, spaceBelow: 60))
    }
    draft.add(.init("", spaceBelow: 360))
    draft.add(.init("\(slot(.headPosition))\t__________________ \(slot(.headName))"))
    addAnnex(to: &draft)
    addAcquaintance(to: &draft)
    return draft
  }

  private static var points: [String] {
    [
      "Закрепить наставников за наставляемыми согласно приложению 1: всего \(slot(.count)). "
        + "Срок работы \(slot(.period)) Вид наставничества: \(slot(.type)).",
      "Наставникам из приложения 1 до начала встреч согласовать с наставляемыми план работы по "
        + "указанным запросам.",
      "Куратору формы (\(slot(.curator))) вести учёт работы пар и групп и представить её итоги "
        + "после её окончания (\(slot(.end))).",
      "Ознакомить с приказом под подпись всех, кто назван в приложении 1 (приложение 2).",
      "Контроль за исполнением приказа оставляю за собой.",
    ]
  }

  private static func addHeading(_ number: Int, _ title: String, to draft: inout WordDraft) {
    draft.add(.init("Приложение \(number)", .right))
    draft.add(.init("к приказу от \(blankDay) № __________", .right, spaceBelow: 200))
    draft.add(.init(title, .center, isBold: true, staysWithNext: true, spaceBelow: 120))
  }

  private static func addAnnex(to draft: inout WordDraft) {
    typealias Pair = DraftField.Pair
    draft.beginSection(across: true)
    addHeading(1, "Наставники и наставляемые", to: &draft)
    draft.add(
      WordTable(
        [
          .init("№", slot(Pair.number), width: 400),
          .init("ФИО наставника", slot(Pair.mentor), width: 1480),
          .init("Должность", slot(Pair.mentorPost), width: 1660),
          .init("ФИО наставляемого (наставляемых)", slot(Pair.mentees), width: 1760),
          .init("Должность / класс / группа", slot(Pair.menteePosts), width: 1660),
          .init("Форма", slot(.form), width: 1620),
          .init("Направление (запрос)", slot(Pair.request), width: 1680),
          .init("Вид", slot(Pair.type), width: 950),
          .init("Срок", slot(Pair.dates), width: 1160),
          .init("Куратор", slot(.curator), width: 1400),
          .init(
            "Согласие (подпись, дата) наставника, ниже — наставляемых", slot(Pair.consents),
            width: 1350),
        ], halfPoints: 18))
  }

  private static func addAcquaintance(to draft: inout WordDraft) {
    let person = DraftField.People.person
    draft.beginSection(across: false)
    addHeading(2, "Лист ознакомления", to: &draft)
    draft.add(
      WordTable(
        [
          .init("№", slot(person.number), width: 500),
          .init("ФИО", slot(person.name), width: 3300),
          .init("Должность / класс / группа", slot(person.position), width: 2900),
          .init("Дата", "", width: 1200), .init("Подпись", "", width: 1450),
        ], halfPoints: 22))
  }

  private static func list(_ title: String, _ columns: [WordTable.Column]) -> WordDraft {
    var draft = WordDraft(across: true)
    draft.add(.init(slot(.institution), .center, spaceBelow: 120))
    draft.add(.init(title, .center, isBold: true))
    draft.add(.init("программы «\(slot(.programme))»", .center, spaceBelow: 200))
    draft.add(WordTable(columns, halfPoints: 18))
    return draft
  }

  private static var mentorColumns: [WordTable.Column] {
    let mentor = DraftField.People.mentor
    return [
      .init("№", slot(mentor.number), width: 500),
      .init("ФИО", slot(mentor.name), width: 2100),
      .init("Место работы / учёбы", slot(mentor.organization), width: 1800),
      .init("Должность / класс", slot(mentor.position), width: 1600),
      .init("Форма", slot(mentor.form), width: 1700),
      .init("ФИО наставляемых", slot(mentor.partners), width: 2400),
      .init("Дата вхождения", slot(mentor.start), width: 1150),
      .init("Дата завершения", slot(mentor.end), width: 1150),
      .init("Результаты", "", width: 1350), .init("Отзыв", "", width: 1350),
    ]
  }

  private static var menteeColumns: [WordTable.Column] {
    let mentee = DraftField.People.mentee
    return [
      .init("№", slot(mentee.number), width: 450),
      .init("ФИО", slot(mentee.name), width: 1650),
      .init("Место работы / учёбы", slot(mentee.organization), width: 1350),
      .init("Должность / класс", slot(mentee.position), width: 1550),
      .init("Основной запрос", slot(mentee.request), width: 1800),
      .init("ФИО наставника", slot(mentee.partners), width: 1650),
      .init("Форма", slot(mentee.form), width: 1700),
      .init("Место работы / учёбы наставника", slot(mentee.partnerOrganizations), width: 1350),
      .init("Дата вхождения", slot(mentee.start), width: 1150),
      .init("Дата завершения", slot(mentee.end), width: 1150),
      .init("Отметка о прохождении", "", width: 1300),
    ]
  }

  private static var consent: WordDraft {
    typealias Person = DraftField.Consenter
    var draft = WordDraft(numbersPages: false)
    draft.add(.init(slot(.institution), .right, spaceBelow: 480))
    draft.add(.init("С О Г Л А С И Е", .center, isBold: true, halfPoints: 28, spaceBelow: 60))
    draft.add(.init(slot(Person.subject), .center, isBold: true, spaceBelow: 360))
    draft.add(
      .init(
        "Я, \(slot(Person.name)) (\(slot(Person.position))), соглашаюсь участвовать в программе "
          + "«\(slot(.programme))».", .both, isSetIn: true, spaceBelow: 120))
    draft.add(.init("Форма наставничества: \(slot(.form)).", .both, isSetIn: true, spaceBelow: 120))
    draft.add(.init("С кем: \(slot(Person.partners)).", .both, isSetIn: true, spaceBelow: 120))
    draft.add(.init("Срок: \(slot(.period))", .both, isSetIn: true, spaceBelow: 120))
    draft.add(
      .init(
        "Мне известно, что согласие даётся добровольно и что я могу отозвать его в любое время, "
          + "написав об этом куратору (\(slot(.curator))).", .both, isSetIn: true, spaceBelow: 480))
    draft.add(.init("\(blankDay)\t__________________ (подпись)", spaceBelow: 360))
    draft.add(.init(slot(Person.representative)))
    return draft
  }
}
