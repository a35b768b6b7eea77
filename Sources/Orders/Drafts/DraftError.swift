public import Wording

/// Why no document can be made.
public enum DraftError: Error, Sendable, Hashable {
  /// A template is no document of Word 2007 or later.
  case notATemplate(DraftKind)
  /// A template uses placeholders that there are not.
  case unknownPlaceholders(DraftKind, [String], suggestion: String?)
  /// A template lacks placeholders without which the document says nothing.
  case missingPlaceholders(DraftKind, [String])
  /// Memory does not suffice.
  case noMemory

  /// What is the matter and what to do.
  public var text: Text {
    switch self {
    case .notATemplate(let kind):
      Text(
        ru:
          "\(kind.templateName): это не документ Word (.docx) или он повреждён. Сохраните образец "
          + "в формате .docx без пароля.",
        en: "\(kind.templateName): this is no Word document (.docx), or it is damaged. Save the "
          + "template as .docx without a password.")
    case .unknownPlaceholders(let kind, let names, let suggestion):
      Text(
        ru: "\(kind.templateName): неизвестные вставки \(Self.list(names))"
          + (suggestion.map { "; может быть, {{\($0)}}?" } ?? "."),
        en: "\(kind.templateName): unknown placeholders \(Self.list(names))"
          + (suggestion.map { "; {{\($0)}}?" } ?? "."))
    case .missingPlaceholders(let kind, let names):
      Text(
        ru:
          "\(kind.templateName): в образце нет вставок \(Self.list(names)), без них документ пуст.",
        en: "\(kind.templateName): the template lacks \(Self.list(names)), without which it says "
          + "nothing.")
    case .noMemory:
      Text(ru: "Не хватает памяти для документа.", en: "There is no memory for the document.")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).map { "{{\($0)}}" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }
}
