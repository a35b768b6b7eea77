public import AssignmentKernel

extension SolveLimits {
  /// Limits that end so many seconds from now, or never.
  public init(seconds: Double?) {
    self.init(deadline: seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) })
  }

  /// The part of the first of two solvers: half of the time that is left, and `most` where that is
  /// less or there is no limit.
  func share(atMost most: Duration) -> SolveLimits {
    let now = ContinuousClock.now
    let half = deadline.map { now.duration(to: $0) / 2 } ?? most
    return SolveLimits(deadline: now.advanced(by: min(most, half)), onProgress: onProgress)
  }

  /// The same limits, ending `most` from now where they would never end.
  func ending(within most: Duration) -> SolveLimits {
    SolveLimits(
      deadline: deadline ?? ContinuousClock.now.advanced(by: most), onProgress: onProgress)
  }
}
