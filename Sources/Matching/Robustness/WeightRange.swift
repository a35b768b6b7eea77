public import AssignmentKernel
public import MentoringModel

/// How far one weight can go with the plan staying as it is.
public struct WeightRange: Sendable, Hashable {
  /// Where the weight stands.
  public var scope: WeightingScope
  /// The criterion.
  public var criterion: CriterionID
  /// Its share now, in hundredths of a percent.
  public var share: Int
  /// The least share in whole percent at which the plan is the same, as at every whole percent
  /// between; the share itself where the next percent below changes the plan.
  public var lowest: Int
  /// The greatest such share.
  public var highest: Int
  /// Request profiles whose mentor changes at the next percent below, or 0 where it ends at 0 %.
  public var changesBelow: Int
  /// Those at the next percent above, or 0 where it ends at 100 %.
  public var changesAbove: Int
}

extension Matcher {
  /// How far each weight can go with the plan staying as it is, pair by pair.
  ///
  /// One weight changes and the others keep their proportions. From the share as it is the weight
  /// goes down and up to the next whole percents, one by one, each with a proved best plan, until
  /// the plan changes. So the answer holds for every whole percent of the range without any
  /// assumption on what lies between two of them.
  ///
  /// - Parameters:
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - solver: What solves.
  ///   - groupSolver: What solves where some form makes groups.
  ///   - progress: Is told after each weight that is done, of how many.
  /// - Returns: A range for each weight that counts.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: at most a hundred solves for each weight, from the plan as it is; where weights
  ///   decide about rules or groups, as many whole runs.
  public func weightRanges(
    threads: Int? = nil, by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(),
    progress: @Sendable (_ total: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> [WeightRange] {
    let matching = try ReweighedMatching(self, by: solver, groupSolver: groupSolver)
    let questions = programme.weightingScopes(of: forms).flatMap { scope in
      let weights = programme.weights(in: scope)
      return CriterionID.allCases.filter { (1..<CriterionWeights.total).contains(weights[$0]) }
        .map { (scope, $0) }
    }
    let ranges = InParallel.map(questions.count, threads: threads) {
      index -> Result<WeightRange, QuestionFailure> in
      defer { progress(questions.count) }
      let (scope, criterion) = questions[index]
      return Result { () throws(QuestionFailure) in
        try range(of: criterion, in: scope, of: matching)
      }
    }
    return try ranges.map { range throws(QuestionFailure) in try range.get() }
  }

  private func range(
    of criterion: CriterionID, in scope: WeightingScope, of matching: ReweighedMatching
  ) throws(QuestionFailure) -> WeightRange {
    let share = programme.weights(in: scope)[criterion]
    let percent = 100
    let down = stride(from: (share - 1) / percent * percent, through: 0, by: -percent)
    let up = stride(
      from: share / percent * percent + percent, through: CriterionWeights.total, by: percent)
    let (lowest, below) = try reach(down, from: share, criterion, scope, matching)
    let (highest, above) = try reach(up, from: share, criterion, scope, matching)
    return WeightRange(
      scope: scope, criterion: criterion, share: share, lowest: lowest, highest: highest,
      changesBelow: below, changesAbove: above)
  }

  /// The last share along a way with the plan as it is, and how much changes at the next.
  private func reach(
    _ way: StrideThrough<Int>, from share: Int, _ criterion: CriterionID,
    _ scope: WeightingScope, _ matching: ReweighedMatching
  ) throws(QuestionFailure) -> (last: Int, changes: Int) {
    var last = share
    for points in way {
      guard let weights = programme.weights(in: scope).giving(points, to: criterion) else { break }
      let plan = try matching.plan(for: programme.reweighed([scope: weights]))
      let changes = zip(plan, matching.plan).count { $0 != $1 }
      if changes > 0 { return (last, changes) }
      last = points
    }
    return (last, 0)
  }
}
