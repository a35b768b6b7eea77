import Synchronization

/// Tells work in progress that nobody waits for its answer any more; raised once, from any thread.
///
/// ```swift
/// let stop = StopSignal()
/// let limits = SolveLimits(stop: stop)
/// // on another thread
/// stop.raise()
/// ```
///
/// A solver looks at it wherever it looks at the clock, and ends with the best that it has.
public final class StopSignal: Sendable {
  private let raised = Atomic<Bool>(false)

  /// Creates a signal that is not raised.
  public init() {}

  /// Whether the work is to end.
  public var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Ends the work; a second time changes nothing.
  public func raise() { raised.store(true, ordering: .relaxed) }
}
