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
  /// - Parameters:
  ///   - request: What to match.
  ///   - count: The number of weightings.
  ///   - seed: What they are drawn from.
  ///   - progress: Is told each step that is done.
  /// - Throws: ``RunFailure``.
  public init(
    _ request: MatchRequest, over count: Int, seed: UInt64,
    progress: @Sendable (Step) -> Void = { _ in }
  ) throws(RunFailure) {
    let folder = try LoadedFolder.usable(at: request.folder)
    guard let programme = folder.programme,
      !folder.findings.contains(where: { $0.severity == .fatal })
    else { throw .unusableData(folder.findings) }
    let forms = try request.formIDs(of: programme)
    let matcher = Matcher(programme: programme, bank: folder.bank, forms: forms.map { Set($0) })
    let groups = DispatchedGroupSolver(choice: request.solver, seconds: request.timeLimit)
    names = ReportNames(programme: programme, bank: folder.bank)
    findings = folder.findings + matcher.findings
    do {
      robustness = try matcher.robustness(over: count, seed: seed, groupSolver: groups) {
        progress(.weighting(of: count))
      }
      ranges = try matcher.weightRanges(groupSolver: groups) { progress(.weight(of: $0)) }
    } catch {
      throw RunFailure(error)
    }
  }
}
