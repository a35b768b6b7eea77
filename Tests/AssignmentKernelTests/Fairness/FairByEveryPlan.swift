import AssignmentKernel

/// The totals and values of the fairest plan, by comparing every plan.
struct FairByEveryPlan: Equatable {
  /// What is compared before the values: the tiers that come first, then the number of arcs.
  var first: [Int128]
  /// What fairness compares of the values.
  var values: [Int128]
  /// The tiers after them.
  var last: [Int128]

  init(_ plan: [Int], in problem: AssignmentProblem, fairness: Fairness, tier: Int) {
    let totals = problem.totals(of: plan)
    let sorted = plan.map { Int128(problem.tiers[tier][$0]) }.sorted()
    first = Array(totals[..<tier])
    last = Array(totals[(tier + 1)...])
    switch fairness {
    case .sum: values = [totals[tier]]
    case .bottleneck: values = Array(sorted.prefix(1))
    case .bottleneckThenSum: values = sorted.prefix(1) + [totals[tier]]
    case .leximin: values = sorted
    }
    if fairness != .sum { first.append(Int128(plan.count)) }
  }

  /// Nil where there is no plan.
  static func best(
    of problem: AssignmentProblem, fairness: Fairness, tier: Int
  ) -> FairByEveryPlan? {
    problem.everyPlan().map {
      FairByEveryPlan($0, in: problem, fairness: fairness, tier: tier)
    }.max {
      ($0.first + $0.values + $0.last).lexicographicallyPrecedes($1.first + $1.values + $1.last)
    }
  }
}
