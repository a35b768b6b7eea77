import MentoringModel
import Wording

extension Organization {
  /// Reads a row of the registry; nil where it has no sound id.
  init?(_ row: inout RowReader) {
    guard let id = row.value(.id, PersonIDCell.read) else {
      if row.text(.id) == nil { row.report(.noID, in: .id) }
      return nil
    }
    self.init(
      id: OrganizationID(rawValue: id.rawValue), name: row.text(.name) ?? id.rawValue,
      parent: row.text(.parent).map { OrganizationID(rawValue: $0) },
      curator: row.text(.curator) ?? "", capacity: row.value(.capacity, CapacityCell.read),
      source: row.location)
  }
}

extension RosterEntry {
  /// Reads a row of the roster; nil where it has no sound id.
  init?(_ row: inout RowReader, person: PersonRow) {
    guard let id = row.value(.id, PersonIDCell.read) else {
      if row.text(.id) == nil { row.report(.noID, in: .id) }
      return nil
    }
    self.init(
      id: id, organization: row.text(.organization).map(person.organizations.organization),
      roles: row.value(.roles, person.terms.roles) ?? [],
      birth: row.value(.birth, BirthCell.read))
  }
}

extension Decision {
  /// Reads a row of decisions, one for each mentee whom it names; none where it lacks the kind, the
  /// mentor or the mentee.
  static func all(_ row: inout RowReader, terms: Terms) -> [Decision] {
    let kind = row.value(.kind, DecisionKindCell.read)
    let mentor = row.value(.mentor, PersonIDCell.read)
    let mentees = row.value(.mentee, PersonIDCell.readList) ?? []
    for column in [Column.kind, .mentor, .mentee] where row.text(column) == nil {
      row.report(.blankCell, in: column)
    }
    let form = row.value(.form, terms.form)
    guard let kind, let mentor, form != nil || row.text(.form) == nil else { return [] }
    let (by, day) = (row.text(.decidedBy) ?? "", row.value(.decidedOn, DateCell.read))
    return mentees.map { mentee in
      var one = Decision(kind, form: form, mentor: mentor, mentee: mentee, source: row.location)
      one.decidedBy = by
      one.decidedOn = day
      return one
    }
  }
}

extension FormDecision {
  /// Reads a row of decisions that names a form and nobody; nil where it says nothing of a form.
  init?(_ row: inout RowReader, terms: Terms) {
    let read = row.value(.kind, DecisionKindCell.read)
    if row.text(.kind) == nil { row.report(.blankCell, in: .kind) }
    guard let read, let form = row.value(.form, terms.form) else { return nil }
    guard let kind = Kind(rawValue: read.rawValue) else {
      row.report(.nobodyNamed, in: .mentor)
      return nil
    }
    self.init(kind, form: form, source: row.location)
    decidedBy = row.text(.decidedBy) ?? ""
    decidedOn = row.value(.decidedOn, DateCell.read)
  }
}

extension Companions {
  /// Reads a row of decisions that keeps mentees together or apart; nil where it says too little.
  init?(_ row: inout RowReader, kind: Companions.Kind, terms: Terms) {
    let people = row.value(.mentee, PersonIDCell.readList) ?? []
    let form = row.value(.form, terms.form)
    guard people.count > 1 else {
      row.report(.companionAlone, in: .mentee)
      return nil
    }
    if row.text(.mentor) != nil { row.report(.mentorOfCompanions, in: .mentor) }
    guard form != nil || row.text(.form) == nil else { return nil }
    self.init(kind, form: form, people: people, source: row.location)
  }
}

extension Flaw {
  fileprivate static let mentorOfCompanions = Flaw(
    .warning, code: "mentorOfCompanions",
    Text(
      ru: "Вместе и врозь держат наставляемых; наставник здесь не учтён.",
      en: "Mentees keep together or apart; the mentor is not used here."),
    advice: Text(
      ru: "Очистите ячейку; пару с наставником закрепляют отдельной строкой.",
      en: "Clear the cell; fix a pair with a mentor in a row of its own."))

  fileprivate static let nobodyNamed = Flaw(
    .error, code: "nobodyNamed",
    Text(
      ru: "Форму целиком можно утвердить или отклонить, но не закрепить и не запретить; строка не "
        + "учтена.",
      en: "A whole form can be approved or rejected, but neither pinned nor forbidden; the row is "
        + "not used."),
    advice: Text(
      ru: "Укажите коды наставника и наставляемого или напишите «утвердить» либо «отклонить».",
      en: "Write the ids of the mentor and the mentee, or “утвердить” or “отклонить”."))

  fileprivate static let noID = Flaw(
    .error, code: "noID",
    Text(ru: "Не указан код; строка не учтена.", en: "There is no id; the row is not used."),
    advice: Text(ru: "Впишите код.", en: "Write an id."))

  fileprivate static let blankCell = Flaw(
    .error, code: "blankCell",
    Text(ru: "Ячейка пуста; строка не учтена.", en: "The cell is blank; the row is not used."),
    advice: Text(
      ru: "Укажите решение и коды наставника и наставляемого; чтобы утвердить или отклонить форму "
        + "целиком, укажите форму, а коды оставьте пустыми.",
      en:
        "Write the decision and the ids of the mentor and the mentee; to approve or reject a whole "
        + "form, write the form and leave both ids blank."))
}
