import Wording

/// What a cell of a report holds, before a format writes it down.
enum ReportValue: Sendable, Hashable {
  /// Nothing.
  case none
  /// Words.
  case text(Text)
  /// Things in order, one after the other or below each other.
  case list([Text])
  /// Names below a heading of their own: the members of a group.
  case members(of: Text?, [Text])
  /// A whole number.
  case number(Int)
  /// A share in hundredths of a percent.
  case percent(Int)

  /// A name, the same in both languages.
  static func name(_ name: String) -> ReportValue { name.isEmpty ? .none : .text(Text(same: name)) }

  /// Yes, or nothing.
  static func mark(_ isSet: Bool) -> ReportValue { isSet ? .text(.yes) : .none }

  /// The share of a whole; nothing where there is no whole.
  static func share(_ part: Int, of whole: Int) -> ReportValue {
    whole > 0 ? .percent(Text.hundredths(part, of: whole)) : .none
  }

  /// The cell in one line.
  func line(in language: Language) -> String {
    switch self {
    case .none: ""
    case .text(let text): text[language]
    case .list(let items): items.map { $0[language] }.joined(separator: "; ")
    case .members(let heading, let names):
      (heading.map { $0[language] + ": " } ?? "")
        + names.map { $0[language] }.joined(separator: ", ")
    case .number(let number): "\(number)"
    case .percent(let share): Text.percent(share)[language]
    }
  }
}

extension Text {
  fileprivate static let yes = Text(ru: "да", en: "yes")
}
