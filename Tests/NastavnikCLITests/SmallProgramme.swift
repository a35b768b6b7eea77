/// A programme folder that matches without a remark: two mentors, two mentees.
struct SmallProgramme {
  var programme = """
    format: nastavnik.programme/1
    id: small
    title: {ru: Малая программа, en: Small programme}
    asOf: 2023-09-25
    vocabulary: [educators]
    weights: {requests: 50, subject: 10}
    tiers: [pins, coverage, fit]
    forms:
      - id: educator-educator
        title: {ru: учитель – учитель, en: teacher–teacher}
        mentorRoles: [educator]
        menteeRoles: [educator]
        capacity: {default: 1, maximum: 2}
        training: ignore
        scope: any

    """
  var mentors = """
    Код;ФИО;Роль;Организация;Дата рождения;Стаж;Предмет;Компетенции;Сколько наставляемых;Согласие на обработку ПДн;Согласие на доп. обязанности
    M1;Образцов Пётр;educator;S1;1980;12;математика;ФГОС (5), оценивание (3);1;да;да
    M2;Примеров Иван;educator;S1;1975;20;химия;мотивация (4);1;да;да

    """
  var mentees = """
    Код;ФИО;Роль;Организация;Дата рождения;Стаж;Предмет;Форма;Запросы;Согласие на обработку ПДн;Согласие на доп. обязанности
    E1;Тестова Анна;educator;S1;1999;1;математика;educator-educator;ФГОС (1);да;да
    E2;Пробин Олег;educator;S1;1998;2;химия;educator-educator;мотивация (1), оценивание (2);да;да

    """
  var organizations = """
    Код;Название;Вышестоящая
    S1;Школа 1 (пример);
    S2;Школа 2 (пример);S1

    """
  var decisions = ""

  /// Puts the folder into `DIR/programme`.
  func write(to place: Workplace) throws {
    try place.write(programme, to: "programme/programme.yaml")
    try place.write(mentors, to: "programme/mentors.csv")
    try place.write(mentees, to: "programme/mentees.csv")
    try place.write(organizations, to: "programme/organizations.csv")
    guard !decisions.isEmpty else { return }
    try place.write(
      "Решение;Форма;Наставник;Наставляемый\n" + decisions, to: "programme/decisions.csv")
  }
}
