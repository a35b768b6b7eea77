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

  /// Solves every scenario, each starting from the first one's plan.
  ///
  /// - Parameters:
  ///   - scenarios: The scenarios.
  ///   - forms: The forms to match, or nil for all.
  ///   - solver: What solves them.
  ///   - groupSolver: What solves them where some form makes groups.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: building and solving each; the solves start from a plan that is nearly right.
  public init(
    of scenarios: [Scenario], forms: Set<FormID>? = nil,
    by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch()
  ) throws(QuestionFailure) {
    var results: [ScenarioResult] = []
    var base: Variant?
    for scenario in scenarios {
      let start = ContinuousClock.now
      let variant: Variant
      if let base {
        variant = try base.matcher.variant(
          scenario.programme, scenario.bank, from: (base.problem, base.solution), by: solver,
          groupSolver: groupSolver)
      } else {
        variant = try Matcher(programme: scenario.programme, bank: scenario.bank, forms: forms)
          .variant(scenario.programme, scenario.bank, by: solver, groupSolver: groupSolver)
        base = variant
      }
      let duration = start.duration(to: .now)
      let placements = variant.placements
      results.append(
        ScenarioResult(
          name: scenario.name, figures: variant.figures, placements: placements,
          changes: (results.first?.placements ?? placements).moves(to: placements).count,
          duration: duration))
    }
    self.results = results
  }

  /// The pair-by-pair difference of two scenarios, by their places in ``results``.
  public func moves(from first: Int, to second: Int) -> [PlanMove] {
    results[first].placements.moves(to: results[second].placements).chained()
  }
}
