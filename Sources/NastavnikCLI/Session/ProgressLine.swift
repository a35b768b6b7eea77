import NastavnikKit
import Synchronization
import Wording

/// One line that is written over and over, where standard error is a terminal: counted steps, or
/// texts.
final class ProgressLine: Sendable {
  private let title: Text
  private let session: Session
  private let done = Atomic(0)
  private let throttle = Throttle()

  /// Creates a line with the words before its number.
  init(_ title: Text = Text(same: ""), in session: Session) {
    self.title = title
    self.session = session
  }

  /// Takes the line away.
  func end() { session.progress("") }

  /// One more is done, of so many where that is known.
  func step(of total: Int? = nil) {
    let count = done.add(1, ordering: .relaxed).newValue
    let number = total.map { " \(count) / \($0)" } ?? " \(count)"
    show(title + Text(same: number))
  }

  /// Writes a text over the last one, where that has stood for a while.
  func show(_ text: @autoclosure () -> Text) {
    if throttle.admits { session.progress(text()[session.languages.messages]) }
  }
}
