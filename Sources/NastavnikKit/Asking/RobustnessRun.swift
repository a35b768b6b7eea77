import AssignmentKernel
import BankIO
public import Matching
public import MentoringModel
public import Reports

/// How far the plan of a programme folder depends on its weights.
///
/// ```swift
/// let run = try RobustnessRun(MatchRequest(folder: "datasets/tpu-lyceum"), over: 1000, seed: 1)
/// run.robustness.doubtful.count
/// ```
public struct RobustnessRun: Sendable {
  /// What is done, as far as it is.
  public enum Step: Sendable, Hashable {
    /// One of so many weightings.
    case weighting(of: Int)
    /// One of so many weights, whose range is known.
    case weight(of: Int)
  }

  /// The share of weightings in which each pair stands.
  public let robustness: Robustness
  /// How far each weight can go with the plan staying as it is.
  public let ranges: [WeightRange]
  /// The names of people, organizations and forms.
  public let names: ReportNames
  /// What was found in the data.
  public let findings: [Finding]

  /// Reads the folder and solves it under many weightings.
  ///
  /// One limit holds for the whole question: a third of the time at most for the plan as it is, half of
  /// what is left for the weightings, and the rest for the ranges.
  ///
  /// - Parameters:
  ///   - request: What to match.
  ///   - count: The number of weightings.
  ///   - seed: What they are drawn from.
  ///   - progress: Is told each step that is done.
  /// - Throws: ``RunFailure``, ``RunFailure/unproved`` where the time was up before the plan as it is
  ///   was proved.
  public init(
    _ request: MatchRequest, over count: Int, seed: UInt64,
    progress: @Sendable (Step) -> Void = { _ in }
  ) throws(RunFailure) {
    let folder = try AskedFolder(request)
    names = folder.names
    findings = folder.findings
    let limits = folder.limits
    do {
      let matching = try ReweighedMatching(
        folder.matcher, groupSolver: folder.groupSolver, limits: limits.part(of: 3))
      robustness = try matching.robustness(over: count, seed: seed, limits: limits.part(of: 2)) {
        progress(.weighting(of: count))
      }
      ranges = try matching.weightRanges(limits: limits) { progress(.weight(of: $0)) }
    } catch {
      throw RunFailure(error)
    }
  }

  /// Whether the time was up before all was solved and proved.
  public var wasStopped: Bool {
    robustness.wasStopped || ranges.contains(where: \.wasStopped)
  }
}
