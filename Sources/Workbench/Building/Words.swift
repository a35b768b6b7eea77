import Wording

/// Says texts in the language of a page.
struct Words: Sendable {
  let language: Language

  /// A text in both languages, in that of the page.
  func callAsFunction(_ ru: String, _ en: String) -> String { Text(ru: ru, en: en)[language] }

  /// A text, in that of the page.
  func callAsFunction(_ text: Text) -> String { text[language] }
}

/// The values of a template by the names of its places.
typealias Fields = [String: Any]

extension Fields {
  /// Puts further values in; of two under a name the new one holds.
  func with(_ others: Fields) -> Fields { merging(others) { _, new in new } }
}
