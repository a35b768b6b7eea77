import MentoringModel
import Wording

/// Reads a row of the bank of mentors.
struct MentorRow {
  /// The columns that both banks share.
  let person: PersonRow

  /// The mentor, or nil where the row says too little.
  func read(_ row: inout RowReader) -> Mentor? {
    let terms = person.terms
    guard let someone = person.read(&row) else { return nil }
    var mentor = Mentor(someone)
    mentor.competencies = row.value(.competencies) { CompetencyCell.read($0, terms, &$1) } ?? [:]
    mentor.forms = row.value(.forms, terms.forms) ?? []
    if mentor.forms.isEmpty, let text = row.text(.forms) {
      // No form at all would read as every form.
      row.report(.noKnownForm(text), in: .forms)
      return nil
    }
    row.settleRoles(of: &mentor.person, orOnly: mentor.forms, \.mentorRoles, terms)
    mentor.capacity = row.value(.capacity, CapacityCell.read)
    mentor.capacityByForm =
      row.value(.capacityByForm) { FormCapacityCell.read($0, terms, &$1) } ?? [:]
    mentor.isTrained = row.value(.trained, FlagCell.read) ?? false
    mentor.isMunicipal = row.value(.municipal, FlagCell.read) ?? false
    mentor.awards = row.value(.awards) { text, _ in CellList.items(text) } ?? []
    mentor.category = row.value(.category, CategoryCell.read) ?? .none
    mentor.preferredAges = row.value(.preferredAges, AgeRangeCell.read)
    return mentor
  }
}

extension Flaw {
  fileprivate static func noKnownForm(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noKnownForm", value: text,
      Text(
        ru: "Ни одной формы из «\(quoted(text))» в программе нет; строка не учтена.",
        en: "The programme has none of the forms “\(quoted(text))”; the row is not used."),
      advice: Text(
        ru: "Исправьте формы; пустая ячейка означает все формы, где подходит роль.",
        en: "Mend the forms; a blank cell means every form that the role fits."))
  }
}
