/// Where the time of a run went.
public struct MatchTimings: Sendable, Hashable {
  /// Reading the files and sorting out who can take part.
  public var reading: Duration
  /// Looking at every pair once: rules and fit.
  public var scoring: Duration
  /// Solving, without the verification.
  public var solving: Duration

  /// Creates timings.
  public init(reading: Duration, scoring: Duration, solving: Duration = .zero) {
    self.reading = reading
    self.scoring = scoring
    self.solving = solving
  }
}
