import MentoringModel
import Wording

/// Reads the columns that both banks share.
struct PersonRow {
  /// The words of the programme.
  let terms: Terms
  /// The registry.
  let organizations: OrganizationIndex
  /// The organizations whose bases the files are.
  var homes: [String: OrganizationID] = [:]
  /// Whom ids mean that several bases give.
  var ids = BaseIDs()
  /// What many rows have in common.
  let memos = PersonMemos()

  /// The base whose ids the row uses: that of the file, or else of the row's organization.
  func base(of row: RowReader) -> OrganizationID? {
    homes[row.location.file] ?? organization(of: row)
  }

  /// The group of a row of the bank of mentees.
  func group(_ row: RowReader) -> String? {
    row.text(.group).map { ids.group($0, in: homes[row.location.file]) }
  }

  private func organization(of row: RowReader) -> OrganizationID? {
    row.text(.organization).map {
      memos.organizations.value(of: $0) { organizations.organization(named: $0) }
    }
  }

  /// The person, or nil where the row does not say who it is.
  func read(_ row: inout RowReader) -> Person? {
    let organization = organization(of: row) ?? homes[row.location.file]
    let base = homes[row.location.file] ?? organization
    let birth = row.value(.birth, BirthCell.read)
    guard let name = name(&row), let own = id(&row, name, organization, birth) else { return nil }

    let id = ids.id(own, in: base)
    // Who has no name is called by the id.
    var person = Person(
      id: id, name: name == own.rawValue ? id.rawValue : name, source: row.location)
    person.organization = organization
    person.birth = birth
    person.roles = row.value(.roles, memos.roles, terms.roles) ?? []
    person.position = row.text(.position).map(memos.texts.shared) ?? ""
    person.experience = row.value(.experience, memos.experiences, ExperienceCell.read)
    person.subjects = row.value(.subjects, memos.words, WordSet.read) ?? []
    person.interests = row.value(.interests, memos.words, WordSet.read) ?? []
    person.languages = row.value(.languages, memos.words, WordSet.read) ?? []
    person.formats = row.value(.formats, memos.words, WordSet.read) ?? []
    person.schedule = row.value(.schedule, memos.words, WordSet.read) ?? []
    person.building = row.text(.building).map { memos.texts.shared(folded($0)) }
    person.dataConsent = row.value(.dataConsent, ConsentCell.read) ?? .absent
    person.dutiesConsent = row.value(.dutiesConsent, ConsentCell.read) ?? .absent
    if row.text(.available) != nil {
      person.availableThisCycle = row.value(.available, FlagCell.read) ?? false
    }
    person.availability = period(&row)
    person.preferredPartners = (row.value(.preferred, PersonIDCell.readList) ?? [])
      .map { ids.id($0, in: base) }
    person.lastYearPartners = Set(
      (row.value(.lastYear, PersonIDCell.readList) ?? []).map { ids.id($0, in: base) })
    person.superior = row.value(.superior, PersonIDCell.read).map { ids.id($0, in: base) }
    return person
  }

  private func name(_ row: inout RowReader) -> String? {
    guard row.has(.name) else { return row.text(.id) ?? "" }
    guard let name = row.text(.name) else {
      row.report(.noName, in: .name)
      return nil
    }
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func id(
    _ row: inout RowReader, _ name: String, _ organization: OrganizationID?, _ birth: Birth?
  ) -> PersonID? {
    guard row.text(.id) == nil else { return row.value(.id, PersonIDCell.read) }
    guard !name.isEmpty else {
      row.report(.noName, in: .id)
      return nil
    }
    let id = DerivedID.of(name, organization, birth)
    if row.has(.id) { row.report(.derivedID(id), in: .id) }
    return id
  }

  private func period(_ row: inout RowReader) -> Period {
    let start = row.value(.from, DateCell.read)
    let end = row.value(.until, DateCell.read)
    if let start, let end, end < start {
      row.report(.endBeforeStart(start, end), in: .until)
      return Period(start: start)
    }
    return Period(start: start, end: end)
  }
}

/// The texts that rows of people have in common, and what they mean.
final class PersonMemos {
  let organizations = Memo<OrganizationID>()
  let roles = Memo<Set<RoleID>>()
  let words = Memo<Set<String>>()
  let experiences = Memo<Experience>()
  let texts = Memo<String>()
}

extension RowReader {
  /// Takes the role of the forms where the cell is blank, and says so, or that nothing tells a role.
  ///
  /// A role that is not known was reported; it is never taken for that of a form.
  mutating func settleRoles(
    of person: inout Person, orOnly forms: some Collection<FormID>,
    _ side: KeyPath<MentoringForm, Set<RoleID>>, _ terms: Terms
  ) {
    guard person.roles.isEmpty else { return }
    if let text = text(.roles) {
      if Terms.isNoRole(text) { report(.noRole, in: .roles) }
      return
    }
    person.roles = Set(forms.compactMap { terms.onlyRole(of: $0, side) })
    if person.roles.isEmpty {
      report(.noRole, in: .roles)
    } else if has(.roles) {
      report(.roleOfForm, in: .roles)
    }
  }
}

extension Flaw {
  fileprivate static let noRole = Flaw(
    .error, code: "noRole",
    Text(
      ru: "Роль не указана, и форма её не определяет: пары для этого человека не найдутся.",
      en: "There is no role, and the form does not tell it: nobody can be paired with this person."),
    advice: Text(ru: "Впишите роль, например «учитель».", en: "Write a role such as “учитель”."))

  fileprivate static let roleOfForm = Flaw(
    .note, code: "roleOfForm",
    Text(
      ru: "Роль не указана; взята та, что есть в форме.",
      en: "There is no role; that of the form is used."),
    advice: Text(ru: "Впишите роль, если она другая.", en: "Write the role if it is another."))

  fileprivate static let noName = Flaw(
    .error, code: "noName",
    Text(ru: "Не указано ФИО; строка не учтена.", en: "There is no name; the row is not used."),
    advice: Text(ru: "Впишите ФИО.", en: "Write the full name."))

  fileprivate static func derivedID(_ id: PersonID) -> Flaw {
    Flaw(
      .note, code: "derivedID",
      Text(
        ru: "Код не указан; взят \(id): по ФИО, организации и году рождения.",
        en: "There is no id; \(id) is used, from name, organization and year of birth."),
      advice: Text(
        ru: "Впишите код, если на человека ссылаются другие таблицы.",
        en: "Write an id if other tables refer to the person."))
  }

  fileprivate static func endBeforeStart(_ start: CalendarDate, _ end: CalendarDate) -> Flaw {
    Flaw(
      .error, code: "endBeforeStart", value: end.dotted,
      Text(
        ru: "Завершение \(end.dotted) раньше вхождения \(start.dotted) и не учтено.",
        en: "The end \(end.dotted) is before the start \(start.dotted) and is not used."),
      advice: Text(ru: "Исправьте одну из дат.", en: "Mend one of the dates."))
  }
}
