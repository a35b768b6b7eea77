public import BankIO
import Matching
public import MentoringModel
public import Reports

/// A programme folder that was read once and stays in memory, for a program that shows it for long.
///
/// ```swift
/// let folder = try StandingFolder("datasets/tpu-lyceum")
/// let plan = try folder.matched()
/// plan.result.subject.plan.matches.count
/// ```
public struct StandingFolder: Sendable {
  /// What the files hold.
  public let folder: LoadedFolder
  /// The findings of the files, and of their making sense together.
  public let findings: [Finding]
  private let path: String

  /// Reads and checks the folder at a path.
  ///
  /// - Throws: ``RunFailure/missing(path:)`` where the folder or its programme file is.
  public init(_ path: String) throws(RunFailure) {
    self.path = path
    folder = try LoadedFolder.usable(at: path)
    findings = folder.findingsInAll
  }

  /// Whether nothing can be matched until findings are mended.
  public var isFatal: Bool {
    folder.programme == nil || findings.contains { $0.severity == .fatal }
  }

  /// What people, organizations and forms are called; nil where there is no programme.
  public var names: ReportNames? {
    folder.programme.map { ReportNames(programme: $0, bank: folder.bank) }
  }

  /// The best plan, verified.
  ///
  /// - Parameters:
  ///   - solver: The solver.
  ///   - timeLimit: The seconds that solving may take; nil as in `MatchRequest`.
  /// - Returns: The plan, ready to be asked.
  /// - Throws: ``RunFailure``.
  public func matched(
    by solver: SolverChoice = .auto, timeLimit: Double? = nil
  ) throws(RunFailure) -> StandingPlan {
    let request = MatchRequest(folder: path, solver: solver, timeLimit: timeLimit)
    let prepared = try PreparedMatching(request, folder: folder)
    return try StandingPlan(try MatchRun.run(request, on: prepared), prepared, request)
  }
}
