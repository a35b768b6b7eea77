import Synchronization

/// Lets one report through now and then, whichever thread it comes from: the first after work has
/// gone on for a while.
///
/// ```swift
/// let throttle = Throttle()
/// let limits = SolveLimits { progress in
///   if throttle.admits { print(progress.steps) }
/// }
/// ```
public final class Throttle: Sendable {
  private static let interval: Duration = .milliseconds(200)

  private let next = Mutex(ContinuousClock.now.advanced(by: Throttle.interval))

  /// Creates a throttle whose first interval begins now.
  public init() {}

  /// Whether the time for a report has come; then the next interval begins.
  public var admits: Bool {
    next.withLock { next in
      let now = ContinuousClock.now
      guard now >= next else { return false }
      next = now.advanced(by: Self.interval)
      return true
    }
  }
}
