public import Wording

/// What a report on the terminal is written on: its language and the cells of a line.
public struct TerminalPage: Sendable, Hashable {
  /// The language.
  public var language: Language
  /// The cells of a line.
  public var width: Int

  /// Creates a page.
  public init(_ language: Language, width: Int) {
    self.language = language
    self.width = width
  }
}

/// What is written on a page.
protocol TerminalReport {
  /// The page.
  var page: TerminalPage { get }
}

extension TerminalReport {
  var language: Language { page.language }
  var width: Int { page.width }

  /// A sentence, broken between words.
  func line(_ text: Text) -> String {
    wrapped(text[language].printable, width: width).joined(separator: "\n") + "\n"
  }
}
