import MentoringModel
import Wording

extension Finding {
  /// A finding for each row of people who were erased from a registry; where somebody stands in no
  /// row of his own, one for the id, which others name.
  static func aboutErased(_ people: [PersonID], in bank: Bank) -> [Finding] {
    guard !people.isEmpty else { return [] }
    let erased = Set(people)
    var rows: [PersonID: [SourceLocation]] = [:]
    func note(_ id: PersonID, _ place: SourceLocation) {
      guard erased.contains(id), rows[id]?.contains(place) != true else { return }
      rows[id, default: []].append(place)
    }
    for mentor in bank.mentors { note(mentor.id, mentor.person.source) }
    for mentee in bank.mentees { note(mentee.id, mentee.person.source) }
    for profile in bank.profiles {
      // The row of a group's other members is not known.
      if let first = profile.members.first { note(first, profile.source) }
    }
    for entry in bank.roster { note(entry.id, SourceLocation(file: "roster.csv")) }
    return people.flatMap { id in
      (rows[id] ?? [SourceLocation()]).map { erasedIsBack(id, at: $0) }
    }
  }

  private static func erasedIsBack(_ person: PersonID, at place: SourceLocation) -> Finding {
    Finding(
      .error, code: "erasedIsBack", at: place, value: person.rawValue,
      Text(
        ru: "Человек с кодом «\(person)» стёрт из реестра; его строки не внесены.",
        en: "Whoever had the id “\(person)” was erased from the registry; the rows were not "
          + "imported."),
      advice: Text(
        ru: "Уберите его из таблиц. Если он снова дал согласие или это код другого человека, "
          + "дайте команду registry admit \(person) и внесите папку ещё раз.",
        en: "Take the rows out of the tables. If the person consented anew, or the id is now "
          + "somebody else's, give the command registry admit \(person) and import again."))
  }
}
