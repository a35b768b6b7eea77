import MentoringModel
import Wording
import Workbooks

/// What the drop-down lists of a table offer, in the words of a programme.
struct TableChoices {
  private let programme: Programme
  private let terms: Terms

  init(_ programme: Programme) {
    self.programme = programme
    terms = Terms(programme)
  }

  /// The words for a column, and whether only they are allowed; nil where anything may stand.
  func words(for column: Column, in kind: TableKind) -> (words: [String], isStrict: Bool)? {
    switch column {
    case .roles: (roles(in: kind), false)
    case .form: (forms, true)
    case .forms: (forms, false)
    case .competencies, .requests: (programme.vocabulary.entries.map(\.title.ru), false)
    case .formats: (["очно", "дистанционно", "смешанно"], false)
    case .dataConsent, .dutiesConsent: ([CellWords.flag(true), CellWords.flag(false)], false)
    case .available, .trained, .municipal: ([CellWords.flag(true), CellWords.flag(false)], true)
    case .category: (QualificationCategory.allCases.map(CategoryCell.text), true)
    case .kind:
      (
        Decision.Kind.allCases.map(DecisionKindCell.text)
          + Companions.Kind.allCases.map(DecisionKindCell.text), true
      )
    default: nil
    }
  }

  private func roles(in kind: TableKind) -> [String] {
    let used = programme.forms.reduce(into: Set<RoleID>()) { roles, form in
      if kind != .mentees { roles.formUnion(form.mentorRoles) }
      if kind != .mentors { roles.formUnion(form.menteeRoles) }
    }
    return programme.roles.filter { used.contains($0.id) }.map(\.title.ru)
  }

  /// Titles where they name the form, else ids.
  private var forms: [String] { programme.forms.map(name(of:)) }

  /// The title of a form where it names the form, else its id.
  func name(of form: MentoringForm) -> String {
    var flaws: [Flaw] = []
    return terms.form(form.title.ru, &flaws) == form.id ? form.title.ru : form.id.rawValue
  }
}
