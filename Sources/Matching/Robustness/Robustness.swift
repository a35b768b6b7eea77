public import AssignmentKernel
public import MentoringModel

/// How far a plan depends on weights that could as well be somewhat different.
public struct Robustness: Sendable, Hashable {
  /// What becomes of one request profile.
  public struct Standing: Sendable, Hashable {
    /// A mentor, with the number of weightings in which he is the one; nil for nobody.
    public struct Other: Sendable, Hashable {
      /// The mentor, or nil where the profile stays without one.
      public var mentor: PersonID?
      /// What the group is about, where it is one.
      public var topic: CompetencyID?
      /// The number of weightings.
      public var count: Int
    }

    /// The profile.
    public var profile: ProfileKey
    /// Its mentor in the plan as it is, or nil.
    public var partner: PlanMove.Partner?
    /// The number of weightings in which it has this mentor, or none as now.
    public var count: Int
    /// Whom it has in the others, the most frequent first.
    public var others: [Other]
  }

  /// The number of weightings that were asked for.
  public var asked: Int
  /// The number of those that were solved and proved before the time was up.
  public var weightings: Int
  /// What the weightings were drawn from.
  public var seed: UInt64
  /// Each weight was multiplied or divided by a number from 1 to this one.
  public var factor: Int
  /// The number of weightings in which the whole plan stays as it is.
  public var unchanged: Int
  /// All profiles that have a mentor now or in some weighting, those that stand least often first.
  public var standings: [Standing]

  /// Whether the time was up before all weightings were solved and proved.
  public var wasStopped: Bool { weightings < asked }

  /// A pair that stands in a smaller share of the weightings is to be looked at by hand.
  public static let sureShare = 80

  /// Those to be looked at by hand, the least sure first.
  public var doubtful: [Standing] { standings.filter(doubts) }

  /// Whether a profile is to be looked at by hand.
  public func doubts(_ standing: Standing) -> Bool {
    standing.count * 100 < Self.sureShare * weightings
  }
}

extension ReweighedMatching {
  /// The share of plausible weightings in which each pair stands.
  ///
  /// In each weighting every weight is multiplied or divided by a number drawn evenly from 1 to
  /// `factor`, a criterion alike in all forms. The numbers come from a hash of the seed, so that
  /// the same seed gives the same answer on every machine, unless the time is up before.
  ///
  /// ```swift
  /// let robustness = try matching.robustness(over: 1000, seed: 1)
  /// robustness.doubtful.first?.others  // who else it might be
  /// ```
  ///
  /// - Parameters:
  ///   - count: The number of weightings.
  ///   - seed: What they are drawn from.
  ///   - factor: How far a weight may be off, 2 for half to double.
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - limits: When to stop: weightings that are not proved by then do not count. None takes more than
  ///     a quarter of the time that is left.
  ///   - progress: Is told after each weighting that one more is done.
  /// - Returns: The share of each pair.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve from the plan as it is for each weighting; where weights decide about rules
  ///   or groups, a whole run for each.
  public func robustness(
    over count: Int, seed: UInt64, factor: Int = 2, threads: Int? = nil,
    limits: SolveLimits = .none, progress: @Sendable () -> Void = {}
  ) throws(QuestionFailure) -> Robustness {
    precondition(count > 0 && factor > 1, "nothing to draw")
    let scopes = programme.weightingScopes(of: base.matcher.forms)
    let plans = InParallel.map(count, threads: threads) {
      draw -> Result<[Int32]?, QuestionFailure> in
      guard !limits.isOver else { return .success(nil) }
      defer { progress() }
      let weights = scopes.map {
        ($0, programme.weights(in: $0).doubted(by: factor, seed: seed, draw: draw))
      }
      return Result { () throws(QuestionFailure) in
        try plan(
          for: programme.reweighed(Dictionary(uniqueKeysWithValues: weights)),
          limits: limits.part(of: 4))
      }
    }
    var solved: [[Int32]] = []
    for plan in plans { if let plan = try plan.get() { solved.append(plan) } }
    return Robustness(self, solved, of: count, seed: seed, factor: factor)
  }
}

extension Robustness {
  fileprivate init(
    _ matching: ReweighedMatching, _ plans: [[Int32]], of count: Int, seed: UInt64, factor: Int
  ) {
    let placements = matching.base.placements
    var standings: [Standing] = []
    for (row, profile) in matching.base.problem.profiles.enumerated() where !plans.isEmpty {
      var counts: [Int32: Int] = [:]
      for plan in plans { counts[plan[row], default: 0] += 1 }
      let own = matching.plan[row]
      if own < 0, counts.keys.allSatisfy({ $0 < 0 }) { continue }
      let others = counts.filter { $0.key != own }
        .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      let key = ProfileKey(profile)
      standings.append(
        Standing(
          profile: key, partner: placements[key], count: counts[own] ?? 0,
          others: others.map { partner, count in
            let partner = partner < 0 ? nil : matching.partners[Int(partner)]
            return Standing.Other(mentor: partner?.mentor, topic: partner?.topic, count: count)
          }))
    }
    self.init(
      asked: count, weightings: plans.count, seed: seed, factor: factor,
      unchanged: plans.count { $0 == matching.plan },
      standings: standings.enumerated()
        .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
        .map(\.element))
  }
}
