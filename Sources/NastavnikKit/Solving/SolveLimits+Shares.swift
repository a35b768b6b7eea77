public import AssignmentKernel

extension SolveLimits {
  /// Limits that end so many seconds from now, or never.
  public init(seconds: Double?) {
    self.init(deadline: seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) })
  }

  /// The part of the first of two solvers: half of the time that is left, and `most` where that is
  /// less or there is no limit.
  func share(atMost most: Duration) -> SolveLimits {
    part(of: 2).ending(within: most)
  }

  /// The same limits, ending `most` from now where they would never end.
  func ending(unlessLimited most: Duration) -> SolveLimits {
    deadline == nil ? ending(within: most) : self
  }

  /// The same limits, ending so many seconds from now where they would never end and seconds are
  /// given.
  func ending(unlessLimited seconds: Double?) -> SolveLimits {
    seconds.map { ending(unlessLimited: .seconds($0)) } ?? self
  }
}
