import MentoringModel
import Wording

/// The words that a programme gives meaning to: roles, forms, competencies.
final class Terms {
  /// The competencies.
  let vocabulary: Vocabulary
  /// The items of lists of requests and of competencies, as they were read.
  let requests = Memo<Request>()
  let levels = Memo<CompetencyLevel>()
  private let roles = WordIndex<RoleID>()
  private let forms = WordIndex<FormID>()
  private let competencies = WordIndex<CompetencyID>()
  private let acceptsAnyForm: Bool
  private let formByID: [FormID: MentoringForm]

  /// The words of a programme; without one, of the built-in catalogues, and any form passes.
  init(_ programme: Programme?) {
    vocabulary =
      programme?.vocabulary
      ?? Vocabulary(BuiltIn.vocabularyNames.flatMap { BuiltIn.vocabulary(named: $0) ?? [] })
    acceptsAnyForm = programme == nil
    for word in vocabulary.words {
      if let id = vocabulary.competency(named: word) { competencies.add(word, for: id) }
    }
    let known = programme?.roles ?? BuiltIn.roles
    for role in known { roles.add(role.id.rawValue, for: role.id) }
    for role in known {
      for word in [role.title.ru, role.title.en] + role.aliases { roles.add(word, for: role.id) }
    }
    let catalogue = programme?.forms ?? []
    formByID = Dictionary(catalogue.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for form in catalogue { forms.add(form.id.rawValue, for: form.id) }
    for form in catalogue {
      for word in [form.title.ru, form.title.en] + form.aliases {
        forms.add(plain(word), for: form.id)
      }
    }
  }

  /// The role that a word names, or nil with a flaw.
  func role(_ word: String, _ flaws: inout [Flaw]) -> RoleID? {
    if let role = roles[word] { return role }
    flaws.append(.unknownRole(word, nearest: roles.nearest(to: word)))
    return nil
  }

  /// The cell of somebody who has no role, not even that of a form.
  static let noRole = "—"

  /// Whether a cell says that there is no role.
  static func isNoRole(_ text: String) -> Bool { ["-", "–", "—", "−"].contains(text) }

  /// The roles of a list that are known.
  func roles(_ text: String, _ flaws: inout [Flaw]) -> Set<RoleID>? {
    guard !Self.isNoRole(text) else { return [] }
    var result: Set<RoleID> = []
    for item in CellList.items(text) {
      if let role = role(item, &flaws) { result.insert(role) }
    }
    return result
  }

  /// The form that a word names, or nil with a flaw.
  func form(_ word: String, _ flaws: inout [Flaw]) -> FormID? {
    if let form = forms[word] ?? forms[plain(word)] { return form }
    if acceptsAnyForm { return FormID(rawValue: word) }
    flaws.append(.unknownForm(word, nearest: forms.nearest(to: plain(word))))
    return nil
  }

  /// The forms of a list that are known.
  func forms(_ text: String, _ flaws: inout [Flaw]) -> Set<FormID>? {
    var result: Set<FormID> = []
    for item in CellList.items(text) {
      if let form = form(item, &flaws) { result.insert(form) }
    }
    return result
  }

  /// The one role that a side of a form has, or nil where there are several.
  func onlyRole(of form: FormID, _ side: KeyPath<MentoringForm, Set<RoleID>>) -> RoleID? {
    guard let roles = formByID[form]?[keyPath: side], roles.count == 1 else { return nil }
    return roles.first
  }

  /// The competency that a word names, or nil with a flaw.
  func competency(_ word: String, isMustHave: Bool, _ flaws: inout [Flaw]) -> CompetencyID? {
    if let competency = vocabulary.competency(named: word) { return competency }
    flaws.append(
      .unknownCompetency(word, isMustHave: isMustHave, nearest: competencies.nearest(to: word)))
    return nil
  }

  /// The dashes of «учитель – учитель» are written in all lengths and with or without spaces.
  private func plain(_ word: String) -> String {
    folded(word).split(omittingEmptySubsequences: false) { "-‐‑–—−".contains($0) }
      .map(\.trimmed).joined(separator: "-")
  }
}

extension Flaw {
  fileprivate static func unknownRole(_ word: String, nearest: String?) -> Flaw {
    Flaw(
      .error, code: "unknownRole", value: word,
      Text(
        ru: "Роль «\(quoted(word))» не известна и не учтена.",
        en: "The role “\(quoted(word))” is not known and not used."),
      advice: Text(
        ru: "Исправьте её или добавьте в programme.yaml, ключ roles.",
        en: "Mend it or add it to programme.yaml under roles.") + suggestion(nearest))
  }

  fileprivate static func unknownForm(_ word: String, nearest: String?) -> Flaw {
    Flaw(
      .error, code: "unknownForm", value: word,
      Text(
        ru: "Формы «\(quoted(word))» в программе нет.",
        en: "The programme has no form “\(quoted(word))”."),
      advice: Text(
        ru: "Исправьте её или добавьте псевдоним формы в programme.yaml.",
        en: "Mend it or add an alias of the form to programme.yaml.") + suggestion(nearest))
  }

  fileprivate static func unknownCompetency(
    _ word: String, isMustHave: Bool, nearest: String?
  ) -> Flaw {
    Flaw(
      isMustHave ? .error : .warning, code: "unknownCompetency", value: word,
      Text(
        ru: "Компетенция «\(quoted(word))» не известна и не учтена.",
        en: "The competency “\(quoted(word))” is not known and not used."),
      advice: Text(
        ru: "Исправьте её или добавьте в programme.yaml, ключ competencies.",
        en: "Mend it or add it to programme.yaml under competencies.") + suggestion(nearest))
  }

  static func noFormCapacity(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noFormCapacity", value: text,
      Text(
        ru: "«\(quoted(text))» — не форма с числом мест.",
        en: "“\(quoted(text))” is not a form with a number of places."),
      advice: Text(
        ru: "Напишите, например, «учитель – учитель: 2».",
        en: "Write, for example, “educator-educator: 2”."))
  }
}
