import Synchronization
import Wording

/// Tells every open window that something changed.
final class EventHub: Sendable {
  /// What is told.
  struct Event: Sendable, Hashable {
    /// The number of the state.
    var revision: Int
    /// What is being done, or nil.
    var job: Text?
    /// How often an answer was found that pages wait for.
    var studied = 0
    /// How far the search for such an answer has come, or nil.
    var study: Text?
  }

  private struct State {
    var next = 0
    var listeners: [Int: AsyncStream<Event>.Continuation] = [:]
    var last = Event(revision: 0)
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Events from now on, the state as it is first.
  ///
  /// A slow window misses what is out of date.
  func events() -> AsyncStream<Event> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let number: Int? = state.withLock { state in
        guard !state.isClosed else { return nil }
        state.next += 1
        state.listeners[state.next] = continuation
        continuation.yield(state.last)
        return state.next
      }
      guard let number else { return continuation.finish() }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
      }
    }
  }

  /// Tells all windows.
  func tell(_ event: Event) {
    state.withLock { state in
      state.last = event
      for listener in state.listeners.values { listener.yield(event) }
    }
  }

  /// Ends all streams, so that the server can end.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  /// How many windows listen.
  var count: Int { state.withLock { $0.listeners.count } }
}
