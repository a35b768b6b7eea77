public import Foundation
import Reports
import Wording

/// The world that a command runs in: where it writes, how wide, in which languages.
public struct Session: Sendable {
  /// The languages of messages and tables.
  public var languages: SessionLanguages
  /// The cells of a line.
  public var width: Int
  /// The clock.
  public var now: @Sendable () -> Date
  private let output: @Sendable (String) -> Void
  private let errors: @Sendable (String) -> Void
  private let showsProgress: Bool

  /// Creates a session that writes results and messages through two closures; whether it also
  /// writes how far long work is, over and over in one line.
  public init(
    languages: SessionLanguages, width: Int, output: @escaping @Sendable (String) -> Void,
    errors: @escaping @Sendable (String) -> Void, showsProgress: Bool = false,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.languages = languages
    self.width = width
    self.now = now
    self.output = output
    self.errors = errors
    self.showsProgress = showsProgress
  }

  /// What a report on the terminal is written on.
  var page: TerminalPage { TerminalPage(languages.tables, width: width) }

  /// Writes a part of the result.
  func print(_ text: String) { output(text) }

  /// Writes a line of the result.
  func print(_ text: Text) { output(text[languages.messages] + "\n") }

  /// Writes what is no result: findings, hints, failures.
  func note(_ text: String) { errors(text) }

  /// Writes a line that is no result.
  func note(_ text: Text) { errors(text[languages.messages] + "\n") }

  /// Writes a line over the one before, without its end; where nobody watches, nothing.
  func progress(_ line: String) {
    if showsProgress { errors("\r" + line + "\u{1B}[K") }
  }
}
