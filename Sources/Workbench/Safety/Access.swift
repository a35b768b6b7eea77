import Synchronization
import Wording

/// One browser that was let in.
struct Visitor: Sendable, Hashable {
  /// The word in its cookie.
  let id: String
  /// The word that every form of its pages carries.
  var formKey: String
  /// The language of its pages.
  var language: Language
  /// Its colours.
  var theme: Theme
}

/// The colours of the pages.
enum Theme: String, Sendable, Hashable, CaseIterable {
  /// As the system has them.
  case auto
  /// Dark on light.
  case light
  /// Light on dark.
  case dark
}

/// Who may look at the pages: those who opened the address that was printed, once, or gave the
/// password.
final class Access: Sendable {
  /// What came of a password.
  enum Answer: Sendable {
    case admitted(Visitor)
    case refused
    case tooOften
  }

  /// More browsers than these share one workbench nowhere; the eldest is forgotten.
  private static let mostVisitors = 100
  private static let mostFailures = 5
  private static let pause: Duration = .seconds(30)

  private struct State {
    var keys: Set<String> = []
    var visitors: [Visitor] = []
    var failures = 0
    var closedUntil: ContinuousClock.Instant?
  }

  /// Whether a password opens the pages too.
  let hasPassword: Bool
  private let language: Language
  private let password: PasswordHash?
  private let state = Mutex(State())

  init(language: Language, password: PasswordHash? = nil) {
    self.language = language
    self.password = password
    hasPassword = password != nil
  }

  /// A word that opens the pages once.
  func makeKey() -> String {
    let key = SecretWords.make()
    state.withLock { _ = $0.keys.insert(key) }
    return key
  }

  /// Lets a browser in that has a key; nil where the key is none or was used.
  func admit(key: String) -> Visitor? {
    state.withLock { state in
      guard let known = state.keys.first(where: { SecretWords.areEqual($0, key) }) else {
        return nil
      }
      state.keys.remove(known)
      return welcome(&state)
    }
  }

  /// Lets a browser in that has the password; after a few wrong ones nobody for a while.
  func admit(password given: String, now: ContinuousClock.Instant = .now) -> Answer {
    let isClosed = state.withLock { state in state.closedUntil.map { now < $0 } ?? false }
    guard !isClosed else { return .tooOften }
    let isRight = password?.admits(given) ?? false
    return state.withLock { state in
      guard isRight else {
        state.failures += 1
        if state.failures >= Self.mostFailures {
          state.failures = 0
          state.closedUntil = now.advanced(by: Self.pause)
        }
        return .refused
      }
      state.failures = 0
      return .admitted(welcome(&state))
    }
  }

  /// The browser with a cookie.
  func visitor(_ id: String) -> Visitor? {
    state.withLock { state in state.visitors.first { SecretWords.areEqual($0.id, id) } }
  }

  /// Keeps what a browser chose.
  func choose(_ language: Language?, _ theme: Theme?, for id: String) {
    state.withLock { state in
      guard let index = state.visitors.firstIndex(where: { $0.id == id }) else { return }
      if let language { state.visitors[index].language = language }
      if let theme { state.visitors[index].theme = theme }
    }
  }

  /// Gives every browser's forms a new word, so that pages that are open can send none any more.
  func renewFormKeys() {
    state.withLock { state in
      for index in state.visitors.indices { state.visitors[index].formKey = SecretWords.make() }
    }
  }

  private func welcome(_ state: inout State) -> Visitor {
    let visitor = Visitor(
      id: SecretWords.make(), formKey: SecretWords.make(), language: language, theme: .auto)
    state.visitors.append(visitor)
    if state.visitors.count > Self.mostVisitors { state.visitors.removeFirst() }
    return visitor
  }
}
