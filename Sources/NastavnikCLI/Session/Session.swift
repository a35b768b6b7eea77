public import Foundation
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

  /// Creates a session that writes results and messages through two closures.
  public init(
    languages: SessionLanguages, width: Int, output: @escaping @Sendable (String) -> Void,
    errors: @escaping @Sendable (String) -> Void,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.languages = languages
    self.width = width
    self.now = now
    self.output = output
    self.errors = errors
  }

  /// Writes a part of the result.
  func print(_ text: String) { output(text) }

  /// Writes a line of the result.
  func print(_ text: Text) { output(text[languages.messages] + "\n") }

  /// Writes what is no result: findings, hints, failures.
  func note(_ text: String) { errors(text) }

  /// Writes a line that is no result.
  func note(_ text: Text) { errors(text[languages.messages] + "\n") }
}
