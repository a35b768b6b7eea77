/// How long a solver may work, what memory it may take, who may stop it, and who is told how far it
/// has come.
public struct SolveLimits: Sendable {
  /// The moment to stop, or nil for no limit.
  public var deadline: ContinuousClock.Instant?
  /// Raised by whoever does not want the answer any more, or nil: the work ends as at the deadline.
  public var stop: StopSignal?
  /// The memory that one step may take.
  public var memory: MemoryBudget
  /// Told now and then how far the work has come, on the thread that works, which may be one of
  /// several; or nil.
  public var onProgress: (@Sendable (SolveProgress) -> Void)?

  /// Creates limits.
  public init(
    deadline: ContinuousClock.Instant? = nil, stop: StopSignal? = nil,
    memory: MemoryBudget = .system, onProgress: (@Sendable (SolveProgress) -> Void)? = nil
  ) {
    self.deadline = deadline
    self.stop = stop
    self.memory = memory
    self.onProgress = onProgress
  }

  /// No limits.
  public static let none = SolveLimits()

  /// The same limits, with reports of a solver that sees one tier told as those of tier `tier`.
  public func inTier(_ tier: Int) -> SolveLimits {
    guard let onProgress else { return self }
    var limits = self
    limits.onProgress = { progress in
      var progress = progress
      progress.tier = tier
      onProgress(progress)
    }
    return limits
  }

  /// The same limits, with nobody told: for a part of the work that is no step of its own.
  public var untold: SolveLimits {
    var limits = self
    limits.onProgress = nil
    return limits
  }

  /// The same limits, ending `most` from now where they would end later or never.
  public func ending(within most: Duration) -> SolveLimits {
    let end = ContinuousClock.now.advanced(by: most)
    var limits = self
    limits.deadline = deadline.map { min($0, end) } ?? end
    return limits
  }

  /// The same limits, ending when one of so many equal parts of the time that is left is over; the
  /// same where they never end.
  public func part(of parts: Int) -> SolveLimits {
    firstPart(1, of: parts)
  }

  /// The same limits, ending when so many of the equal parts of the time that is left are over; the
  /// same where they never end.
  public func firstPart(_ count: Int, of parts: Int) -> SolveLimits {
    deadline.map { ending(within: ContinuousClock.now.duration(to: $0) * count / parts) } ?? self
  }

  /// Whether the time is up, or somebody has stopped the work.
  public var isOver: Bool {
    if let stop, stop.isRaised { return true }
    return deadline.map { ContinuousClock.now >= $0 } ?? false
  }
}

/// How far a solver has come.
public struct SolveProgress: Sendable, Hashable {
  /// What the solver is busy with.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Looking for a plan.
    case searching
    /// Proving that the plan can't be bettered.
    case proving
  }

  /// What the solver is busy with.
  public var stage: Stage
  /// The tier in work, the most important being 0.
  public var tier: Int
  /// The best objective known in that tier, or nil.
  public var objective: Double?
  /// What no plan can pass in that tier as far as is known, or nil.
  public var bound: Double?
  /// The steps done: pricing passes, nodes of a search, or parts of a problem that were solved.
  public var steps: Int

  /// Creates a report.
  public init(
    stage: Stage, tier: Int, objective: Double? = nil, bound: Double? = nil, steps: Int
  ) {
    self.stage = stage
    self.tier = tier
    self.objective = objective
    self.bound = bound
    self.steps = steps
  }
}
