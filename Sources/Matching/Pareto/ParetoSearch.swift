import AssignmentKernel
import MentoringModel

/// Finds all points of a front by the ε-constraint method: the first goal is made as great as the
/// others allow, then one of them is asked to be better than it was, until it can't.
///
/// Of fit, travel and changes two at most are weighed: one is what the first goal is, and a sum beside
/// a network is searched with a multiplier, of which two would make too many branches for a front.
///
/// Y. Y. Haimes, L. S. Lasdon, D. A. Wismer, On a bicriterion formulation of the problems of
/// integrated system identification and system optimization, IEEE Transactions on Systems, Man, and
/// Cybernetics SMC-1, 296–297, 1971.
struct ParetoSearch {
  private let model: ParetoModel
  private let first: ParetoGoal
  private let others: [ParetoGoal]
  private let bestHeld: [Int128]
  private let most: Int
  private let progress: @Sendable (Int) -> Void
  private var steps: ParetoSteps
  private var found: [(arcs: [Int], values: [Int])] = []
  private var count = 0
  /// Whether every step so far was taken to its end and proved.
  private var isWhole = true
  /// Of the outermost goal, the last limit within which the search was whole.
  private var settled: Int?

  init(
    _ model: ParetoModel, _ steps: ParetoSteps, most: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) throws {
    self.model = model
    self.most = most
    self.progress = progress
    self.steps = steps
    bestHeld = try self.steps.bestHeld()
    let order: [ParetoGoal] = [.fit, .travel, .changes, .coverage, .fairness, .balance]
    let sorted = order.filter(model.goals.contains)
    first = sorted[0]
    // Fairness and balance are no weights: all levels of both are gone through.
    others = [.fairness, .balance].contains(first) ? sorted : Array(sorted.dropFirst())
  }

  mutating func front() throws -> ParetoFront {
    _ = try sweep(others[...], [:])
    let better = Set(found.map(\.values)).filter { values in
      !found.contains { $0.values != values && dominates($0.values, values) }
    }
    var points: [[Int]: ParetoPoint] = [:]
    for plan in found where better.contains(plan.values) && points[plan.values] == nil {
      points[plan.values] = ParetoPoint(
        values: plan.values, placements: model.placements(plan.arcs),
        isProved: isWhole || isUnbeaten(plan.values))
    }
    let sorted = points.values.sorted { left, right in
      isBefore(left.values, right.values)
    }
    return ParetoFront(goals: model.goals, points: sorted, isComplete: isWhole)
  }

  /// Goes through the levels of one goal after the other; the plans found.
  private mutating func sweep(
    _ goals: ArraySlice<ParetoGoal>, _ limits: ParetoLimits
  ) throws -> [[Int]] {
    guard let goal = goals.first else {
      return try plan(within: limits).map { [$0] } ?? []
    }
    var all: [[Int]] = []
    var limits = limits
    while true {
      let values = try sweep(goals.dropFirst(), limits)
      if goal == others[0], isWhole { settled = limits[goal] }
      all += values
      guard let place = model.goals.firstIndex(of: goal) else { return all }
      let reached = values.map { $0[place] }
      guard let worst = goal.isGain ? reached.min() : reached.max() else { return all }
      if !goal.isGain, worst == 0 { return all }
      limits[goal] = goal.isGain ? worst + 1 : worst - 1
    }
  }

  /// The values of the best plan in the first goal within limits, or nil where none reaches what is
  /// held.
  private mutating func plan(within limits: ParetoLimits) throws -> [Int]? {
    guard count < most, !steps.limits.isOver else {
      isWhole = false
      return nil
    }
    count += 1
    progress(count)
    do {
      guard let step = try steps.best(first, within: limits) else { return nil }
      isWhole = isWhole && step.isProved
      let sums = model.held.map { tier in step.arcs.reduce(0) { $0 + Int128(tier[$1]) } }
      if sums.lexicographicallyPrecedes(bestHeld) { return nil }
      let values = model.values(step.arcs)
      found.append((step.arcs, values))
      return values
    } catch SolverFailure.outOfTime {
      isWhole = false
      return nil
    }
  }

  /// Whether every plan that would beat a point of these values has been looked for: those within
  /// the last limit of the outermost goal that was gone through whole, and before.
  ///
  /// A plan that beats the point is at least as good in the outermost goal. Where the limit leaves
  /// the point out, all such plans stood within a limit that was gone through or stand within this
  /// one, and the points found there are at least as good.
  private func isUnbeaten(_ values: [Int]) -> Bool {
    guard let settled, let place = model.goals.firstIndex(of: others[0]) else { return false }
    return others[0].isGain ? values[place] < settled : values[place] > settled
  }

  private func dominates(_ left: [Int], _ right: [Int]) -> Bool {
    zip(model.goals, zip(left, right)).allSatisfy { goal, values in
      goal.isGain ? values.0 >= values.1 : values.0 <= values.1
    }
  }

  private func isBefore(_ left: [Int], _ right: [Int]) -> Bool {
    for (goal, values) in zip(model.goals, zip(left, right)) where values.0 != values.1 {
      return goal.isGain == (values.0 > values.1)
    }
    return false
  }
}
