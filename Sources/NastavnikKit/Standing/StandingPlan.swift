public import AssignmentKernel
public import BankIO
public import Matching
public import MentoringModel
import Reports

/// A plan that stays in memory, with what can be asked of it without reading or solving it again.
public struct StandingPlan: Sendable {
  /// The run that gave the plan.
  public let result: MatchResult
  /// What can be asked; nil where the time was up before the best plan was proved, or where the
  /// banks are so large that their pairs are not all in memory.
  public let solved: SolvedMatching?
  private let folder: LoadedFolder
  private let request: MatchRequest

  init(
    _ result: MatchResult, _ prepared: PreparedMatching, _ request: MatchRequest
  ) throws(RunFailure) {
    self.result = result
    folder = prepared.folder
    self.request = request
    guard prepared.pairs.areListed, result.subject.plan.isProvedOptimal else {
      solved = nil
      return
    }
    switch result.verified {
    case .pairs(let verified):
      solved = SolvedMatching(result.problem, solution: verified.solution, by: prepared.matcher)
    case .groups(let verified):
      solved = SolvedMatching(
        result.problem, solution: verified.solution, by: prepared.matcher,
        asking: DispatchedGroupSolver(choice: request.solver, seconds: request.timeLimit))
    }
  }

  /// Why nothing can be asked, where ``solved`` is nil.
  public var refusal: RunFailure {
    result.subject.plan.isProvedOptimal
      ? .tooManyPairs(limit: PreparedPairs.askedLimit) : .unproved
  }

  /// The plan itself as a variant that changes nothing.
  public var base: StandingVariant? {
    solved.map { StandingVariant($0.unchanged, against: [:]) }
  }

  /// The best plan with some settings changed, starting from this one.
  ///
  /// - Parameters:
  ///   - draft: The settings, as `whatif` takes them.
  ///   - base: The plan as it is, so that it is not asked for again.
  ///   - needsProof: Whether it must be proved that no plan is better; without, the best that is
  ///     found in time is given (``StandingVariant/isProved`` tells).
  ///   - limits: When to stop.
  /// - Returns: The variant, nil where findings refuse the settings; and the findings.
  /// - Throws: ``RunFailure``, of which ``refusal`` where nothing can be asked.
  /// - Complexity: reading the settings, scoring every pair, and a solve from the plan.
  public func variant(
    _ draft: ScenarioDraft, against base: StandingVariant, needingProof needsProof: Bool = true,
    limits: SolveLimits = .none
  ) throws(RunFailure) -> (variant: StandingVariant?, findings: [Finding]) {
    guard let solved, let scenarios = ScenarioFolder(folder) else { throw refusal }
    let varied = scenarios.vary(draft)
    guard let (programme, bank) = varied.result else { return (nil, varied.findings) }
    do {
      let variant = try solved.asked(within: limits).variant(
        programme, bank, needingProof: needsProof)
      return (StandingVariant(variant, against: base.placements), varied.findings)
    } catch {
      throw RunFailure(error)
    }
  }

  /// All that can be had of two or three goals.
  ///
  /// - Parameters:
  ///   - goals: The goals, each once.
  ///   - limits: When to stop; what is found by then makes an incomplete front.
  ///   - progress: Told the number of solves so far.
  /// - Returns: The front.
  /// - Throws: ``RunFailure``.
  public func front(
    of goals: [ParetoGoal], limits: SolveLimits = .none,
    progress: @escaping @Sendable (_ solves: Int) -> Void = { _ in }
  ) throws(RunFailure) -> ParetoRun {
    try ParetoRun(
      try AskedFolder(request, folder: folder), goals, limits: limits, progress)
  }
}

/// What a variant of a plan comes to.
public struct StandingVariant: Sendable {
  /// The variant.
  public let variant: Variant
  /// The numbers.
  public let figures: PlanFigures
  /// The mentor of each profile that has one.
  public let placements: [ProfileKey: PlanMove.Partner]
  /// Who has another mentor than in the plan as it is, finds one or loses one.
  public let moves: [PlanMove]

  /// Whether it is proved that no plan is better under the settings.
  public var isProved: Bool { variant.isProved }

  init(_ variant: Variant, against base: [ProfileKey: PlanMove.Partner]) {
    self.variant = variant
    figures = variant.figures
    placements = variant.placements
    moves = base.isEmpty ? [] : base.moves(to: placements)
  }
}
