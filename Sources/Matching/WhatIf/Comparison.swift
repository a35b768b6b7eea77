public import AssignmentKernel
public import MentoringModel

/// A changed programme or changed banks by name, to be compared with others.
public struct Scenario: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The programme.
  public var programme: Programme
  /// The banks.
  public var bank: Bank

  /// Creates a scenario.
  public init(name: String, programme: Programme, bank: Bank) {
    self.name = name
    self.programme = programme
    self.bank = bank
  }
}

/// What a scenario comes to.
public struct ScenarioResult: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The numbers.
  public var figures: PlanFigures
  /// The mentor of each profile that has one.
  public var placements: [ProfileKey: PlanMove.Partner]
  /// How many profiles have another mentor than in the first scenario, find one or lose one.
  public var changes: Int
  /// Whether the plan is proved the best; else the time was up, and it is the best found.
  public var isProved: Bool
  /// How long building, solving and verifying took.
  public var duration: Duration
}

/// Scenarios side by side, each with its proved best plan.
///
/// ```swift
/// let comparison = try Comparison(of: [base, fewerPlaces, otherWeights])
/// comparison.results[1].figures.matched
/// comparison.moves(from: 0, to: 2)
/// ```
public struct Comparison: Sendable, Hashable {
  /// One result a scenario, in their order; the first is what the others are compared with.
  public let results: [ScenarioResult]

  /// Solves every scenario, each starting from the first one's plan, side by side.
  ///
  /// With groups only the first scenario is chosen among equals by the rule; the others are the best
  /// in all goals.
  ///
  /// - Parameters:
  ///   - scenarios: The scenarios.
  ///   - forms: The forms to match, or nil for all.
  ///   - threads: The most threads at work, or nil for one a core.
  ///   - solver: What solves them.
  ///   - groupSolver: What solves them where some form makes groups.
  ///   - progress: Is told after each scenario that one more is done.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: building and solving each; the solves start from a plan that is nearly right.
  public init(
    of scenarios: [Scenario], forms: Set<FormID>? = nil, threads: Int? = nil,
    by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(), progress: @Sendable () -> Void = {}
  ) throws(QuestionFailure) {
    guard let first = scenarios.first else {
      results = []
      return
    }
    let start = ContinuousClock.now
    let base = try Matcher(programme: first.programme, bank: first.bank, forms: forms)
      .variant(
        first.programme, first.bank, by: solver, groupSolver: groupSolver, needingProof: false)
    let reference = ScenarioResult(
      first.name, base, against: nil, duration: start.duration(to: .now))
    progress()
    let others = InParallel.map(scenarios.count - 1, threads: threads) {
      index -> Result<ScenarioResult, QuestionFailure> in
      defer { progress() }
      let (scenario, start) = (scenarios[index + 1], ContinuousClock.now)
      return Result { () throws(QuestionFailure) in
        let variant = try base.matcher.variant(
          scenario.programme, scenario.bank, from: (base.problem, base.solution), by: solver,
          groupSolver: groupSolver, choosingAmongEquals: false, needingProof: false)
        return ScenarioResult(
          scenario.name, variant, against: reference.placements,
          duration: start.duration(to: .now))
      }
    }
    results =
      [reference] + (try others.map { result throws(QuestionFailure) in try result.get() })
  }

  /// The pair-by-pair difference of two scenarios, by their places in ``results``.
  public func moves(from first: Int, to second: Int) -> [PlanMove] {
    results[first].placements.moves(to: results[second].placements).chained()
  }
}

extension ScenarioResult {
  fileprivate init(
    _ name: String, _ variant: Variant, against base: [ProfileKey: PlanMove.Partner]?,
    duration: Duration
  ) {
    let placements = variant.placements
    self.init(
      name: name, figures: variant.figures(of: placements), placements: placements,
      changes: base?.moves(to: placements).count ?? 0,
      isProved: variant.isProved, duration: duration)
  }
}
