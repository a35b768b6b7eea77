import AssignmentKernel
import BankIO
public import Matching
public import MentoringModel
public import Reports

/// All that can be had of several goals in a programme folder.
///
/// ```swift
/// let run = try ParetoRun(MatchRequest(folder: "datasets/tpu-lyceum"), goals: [.fit, .fairness])
/// run.front.points.map(\.values)
/// ```
public struct ParetoRun: Sendable {
  /// The front.
  public let front: ParetoFront
  /// The names of people, organizations and forms.
  public let names: ReportNames
  /// What was found in the data; forms that make groups are left out, and a finding says so.
  public let findings: [Finding]

  /// Reads the folder and finds the front.
  ///
  /// - Parameters:
  ///   - request: What to match.
  ///   - goals: Two or three goals, each once.
  ///   - path: For changes, the `plan.json` of the plan before or the folder that holds it; without
  ///     it every pair is new.
  ///   - progress: Is told the number of solves so far.
  /// - Throws: ``RunFailure``.
  public init(
    _ request: MatchRequest, goals: [ParetoGoal], against path: String? = nil,
    progress: @escaping @Sendable (_ solves: Int) -> Void = { _ in }
  ) throws(RunFailure) {
    let pairs = if let path { try OldPlanFile.pairs(at: path) } else { [OldPair]() }
    try self.init(
      try PreparedPairForms(request), goals, against: pairs, limits: .none, progress)
  }

  init(
    _ prepared: PreparedPairForms, _ goals: [ParetoGoal], against pairs: [OldPair] = [],
    limits: SolveLimits, _ progress: @escaping @Sendable (_ solves: Int) -> Void
  ) throws(RunFailure) {
    names = ReportNames(programme: prepared.programme, bank: prepared.folder.bank)
    findings = prepared.findings
    do {
      front = try prepared.matcher.front(
        of: goals,
        against: Dictionary(
          pairs.map { ($0.profile, $0.mentor) }, uniquingKeysWith: { first, _ in first }),
        limits: limits, progress: progress)
    } catch {
      throw RunFailure(error)
    }
  }
}
