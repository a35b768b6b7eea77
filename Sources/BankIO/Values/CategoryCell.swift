import MentoringModel
import Wording

/// Qualification categories: нет, первая, высшая, in the many ways they are written.
enum CategoryCell {
  /// The category, or nil with a flaw.
  static func read(_ text: String, _ flaws: inout [Flaw]) -> QualificationCategory? {
    let word = folded(text)
    if word.hasPrefix("высш") || word == "вкк" || word == "highest" { return .highest }
    if word.hasPrefix("перв") || word.hasPrefix("1") || word == "i" || word == "first" {
      return .first
    }
    let none = ["нет", "без", "не ", "соответств", "сзд", "none", "-", "–", "—"]
    if none.contains(where: { word.hasPrefix($0) }) { return QualificationCategory.none }
    flaws.append(.noCategory(text))
    return nil
  }

  /// The text that reads as a category.
  static func text(_ category: QualificationCategory) -> String {
    switch category {
    case .none: "нет"
    case .first: "первая"
    case .highest: "высшая"
    }
  }
}

extension Flaw {
  fileprivate static func noCategory(_ text: String) -> Flaw {
    Flaw(
      .warning, code: "noCategory", value: text,
      Text(
        ru: "Категория «\(quoted(text))» не распознана и не учитывается.",
        en: "The category “\(quoted(text))” is not known and is not used."),
      advice: Text(
        ru: "Напишите «нет», «первая» или «высшая».",
        en: "Write “нет”, “первая” or “высшая”."))
  }
}
