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
  /// What was found in the data.
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
    let folder = try AskedFolder(request)
    try self.init(folder, goals, against: pairs, limits: folder.limits, progress)
  }

  init(
    _ folder: AskedFolder, _ goals: [ParetoGoal], against pairs: [OldPair] = [],
    limits: SolveLimits, _ progress: @escaping @Sendable (_ solves: Int) -> Void
  ) throws(RunFailure) {
    names = folder.names
    findings = folder.findings
    do {
      front = try folder.matcher.front(
        of: goals,
        against: Dictionary(
          pairs.map { ($0.profile, ParetoPartner($0.mentor, topic: $0.topic)) },
          uniquingKeysWith: { first, _ in first }),
        groupSolver: folder.groupSolver, limits: limits, progress: progress)
    } catch {
      throw RunFailure(error)
    }
  }
}
