public import Wording

/// What plans are weighed against each other in.
public enum ParetoGoal: String, Sendable, Hashable, CaseIterable {
  /// Request profiles with a mentor: as many as possible.
  case coverage
  /// The sum of the fits, in hundredths of a percent: as great as possible.
  case fit
  /// The fit of the pair that is worst off: as great as possible; 0 for a plan without pairs.
  case fairness
  /// Requests of the mentor who has most: as few as possible.
  case balance
  /// Mentees whose mentor is of another organization: as few as possible.
  case travel
  /// Pairs of the plan before that are given up: as few as possible.
  case changes

  /// Whether more is better.
  public var isGain: Bool {
    switch self {
    case .coverage, .fit, .fairness: true
    case .balance, .travel, .changes: false
    }
  }

  /// Whether values are hundredths of a percent.
  public var isPercent: Bool { self == .fit || self == .fairness }

  /// The goal in a few words.
  public var title: Text {
    switch self {
    case .coverage: Text(ru: "заявок с наставником", en: "requests matched")
    case .fit: Text(ru: "сумма соответствий", en: "total fit")
    case .fairness: Text(ru: "худшая пара", en: "worst-off pair")
    case .balance: Text(ru: "нагрузка до", en: "load up to")
    case .travel: Text(ru: "с чужим наставником", en: "mentor from elsewhere")
    case .changes: Text(ru: "изменений", en: "changes")
    }
  }
}

/// A plan that no other plan beats in one of the goals without being worse in another.
public struct ParetoPoint: Sendable, Hashable {
  /// The value of each goal, in the order of the goals.
  public var values: [Int]
  /// The mentor of each profile that has one, in a plan with these values.
  public var placements: [ProfileKey: PlanMove.Partner]
  /// Whether it is proved that no plan is as good in every goal and better in one.
  public var isProved: Bool

  /// Creates a point.
  public init(
    values: [Int], placements: [ProfileKey: PlanMove.Partner], isProved: Bool
  ) {
    self.values = values
    self.placements = placements
    self.isProved = isProved
  }
}

/// All that can be had of several goals: for each plan there is a point that is at least as good in
/// every goal, and no point is as good as another in every goal.
///
/// Where the time was up before (``isComplete``), points may be missing, and those that are not proved
/// may be beaten.
public struct ParetoFront: Sendable, Hashable {
  /// The goals.
  public var goals: [ParetoGoal]
  /// The points, the best in the first goal first.
  public var points: [ParetoPoint]
  /// Whether no point is missing: every step was taken to its end and proved.
  public var isComplete: Bool

  /// Creates a front.
  public init(goals: [ParetoGoal], points: [ParetoPoint], isComplete: Bool) {
    self.goals = goals
    self.points = points
    self.isComplete = isComplete
  }

  /// What the fairest plan costs of the greatest total fit, in hundredths of a percent, rounded
  /// down; nil where one of the two is no goal, or where points may be missing.
  ///
  /// D. Bertsimas, V. Farias, N. Trichakis, The Price of Fairness, doi:10.1287/opre.1100.0865.
  public var priceOfFairness: Int? {
    guard isComplete, let fit = goals.firstIndex(of: .fit),
      let fair = goals.firstIndex(of: .fairness),
      let best = points.map({ $0.values[fit] }).max(), best > 0,
      let fairest = points.max(by: {
        ($0.values[fair], $0.values[fit]) < ($1.values[fair], $1.values[fit])
      })
    else { return nil }
    return (best - fairest.values[fit]) * 10_000 / best
  }
}
