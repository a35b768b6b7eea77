/// A language in which everything a user sees is written.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
  /// Russian, the language of the curators.
  case ru
  /// English.
  case en
}

/// One sentence or label in every language of the program.
///
/// A message is written once, beside the code that emits it, as a named factory:
///
/// ```swift
/// extension Text {
///   static func missing(_ file: String) -> Text {
///     Text(ru: "Нет файла «\(file)».", en: "There is no file “\(file)”.")
///   }
/// }
/// print(Text.missing("mentors.csv")[.en])
/// ```
public struct Text: Sendable, Hashable {
  /// The Russian wording.
  public var ru: String
  /// The English wording.
  public var en: String

  /// Creates a text from its two wordings.
  public init(ru: String, en: String) {
    self.ru = ru
    self.en = en
  }

  /// Creates a text that is the same in both languages: a name, a number, a code.
  public init(same: String) {
    self.init(ru: same, en: same)
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .ru: ru
    case .en: en
    }
  }

  /// The two texts one after the other, language by language.
  public static func + (left: Text, right: Text) -> Text {
    Text(ru: left.ru + right.ru, en: left.en + right.en)
  }
}

extension Sequence<Text> {
  /// The texts in order with `separator` between them, language by language.
  public func joined(separator: String) -> Text {
    Text(
      ru: map(\.ru).joined(separator: separator), en: map(\.en).joined(separator: separator))
  }
}

extension Text: Codable {
  private enum Key: String, CodingKey {
    case ru
    case en
  }

  /// Reads `{"ru": …, "en": …}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      ru: try container.decode(String.self, forKey: .ru),
      en: try container.decode(String.self, forKey: .en))
  }

  /// Writes `{"ru": …, "en": …}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ru, forKey: .ru)
    try container.encode(en, forKey: .en)
  }
}
