/// A programme folder with groups: one opens, one lacks a member.
struct GroupProgramme {
  var groups = [
    "mode: groups", "groups:", "  size: {minimum: 3, maximum: 4}", "  fewest: true",
    "  composition:", "    - {kind: organization, atMost: 2}",
  ]
  var decisions = ""

  /// Puts the folder into `DIR/programme`.
  func write(to place: Workplace) throws {
    try place.write(
      """
      format: nastavnik.programme/1
      id: small
      title: {ru: Малая программа, en: Small programme}
      asOf: 2023-09-25
      vocabulary: [students]
      weights: {requests: 50, interests: 10, cohesion: 10}
      forms:
        - id: educator-pupil
          title: {ru: учитель – ученик, en: teacher–pupil}
          mentorRoles: [educator]
          menteeRoles: [pupil]
          capacity: 5
          training: ignore

      """ + groups.map { "    \($0)\n" }.joined(),
      to: "programme/programme.yaml")
    try place.write(
      """
      Код;ФИО;Роль;Организация;Дата рождения;Стаж;Предмет;Компетенции;Сколько наставляемых;Согласие на обработку ПДн;Согласие на доп. обязанности
      M1;Образцов Пётр;educator;S1;1980;12;физика;проект (5), олимпиада (4);5;да;да
      M2;Примеров Иван;educator;S1;1975;20;химия;олимпиада (5);5;да;да

      """, to: "programme/mentors.csv")
    let pupils = ["Тестова Анна", "Пробин Олег", "Шаблонов Илья", "Черновикова Яна", "Эскизов Ким"]
    let rows = pupils.enumerated().map { index, name in
      let requests = index < 4 ? "проект (1, ур. \(index + 1))" : "олимпиада (1)"
      return "P\(index + 1);\(name);pupil;S\(index % 2 + 1);2008;;физика;educator-pupil;"
        + "\(requests);шахматы;да;да\n"
    }
    try place.write(
      "Код;ФИО;Роль;Организация;Дата рождения;Стаж;Предмет;Форма;Запросы;Интересы;"
        + "Согласие на обработку ПДн;Согласие на доп. обязанности\n" + rows.joined(),
      to: "programme/mentees.csv")
    guard !decisions.isEmpty else { return }
    try place.write(
      "Решение;Форма;Наставник;Наставляемый\n" + decisions, to: "programme/decisions.csv")
  }
}
