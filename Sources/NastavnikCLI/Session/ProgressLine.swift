import Synchronization
import Wording

/// Counts steps in one line that is written over and over, where standard error is a terminal.
final class ProgressLine: Sendable {
  private let title: Text
  private let session: Session
  private let done = Atomic(0)
  private let shown = Mutex(ContinuousClock.now)

  /// Creates a line with the words before its number.
  init(_ title: Text, in session: Session) {
    self.title = title
    self.session = session
  }

  /// Takes the line away.
  func end() { session.progress("") }

  /// One more is done, of so many where that is known.
  func step(of total: Int? = nil) {
    let count = done.add(1, ordering: .relaxed).newValue
    let isDue = shown.withLock { last in
      guard ContinuousClock.now - last > .milliseconds(200) else { return false }
      last = .now
      return true
    }
    guard isDue else { return }
    let number = total.map { " \(count) / \($0)" } ?? " \(count)"
    session.progress(title[session.languages.messages] + number)
  }
}
