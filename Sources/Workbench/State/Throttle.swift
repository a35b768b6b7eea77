import Synchronization

/// Lets one report through now and then, whichever thread it comes from.
final class Throttle: Sendable {
  private let interval: Duration
  private let next = Mutex(ContinuousClock.now)

  init(_ interval: Duration = .milliseconds(250)) { self.interval = interval }

  /// Whether the time for a report has come.
  var admits: Bool {
    next.withLock { next in
      let now = ContinuousClock.now
      guard now >= next else { return false }
      next = now.advanced(by: interval)
      return true
    }
  }
}
