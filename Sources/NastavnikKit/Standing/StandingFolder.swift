public import AssignmentKernel
public import BankIO
import Matching
public import MentoringModel
public import Registry
public import Reports
import Wording

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
  /// What people, organizations and forms are called; nil where there is no programme.
  public let names: ReportNames?
  /// What is matched: the files, or the banks of a registry with its decisions.
  private let basis: LoadedFolder
  /// The registry that keeps the runs, with the revision of its bank; nil where there is none.
  private let registry: (file: Registry, revision: Int)?
  private let path: String

  /// Reads and checks the folder at a path.
  ///
  /// - Throws: ``RunFailure/missing(path:)`` where the folder or its programme file is.
  public init(_ path: String) throws(RunFailure) {
    self.path = path
    folder = try LoadedFolder.usable(at: path)
    findings = folder.findingsInAll
    names = ReportNames(of: folder)
    basis = folder
    registry = nil
  }

  /// Reads and checks the folder at a path and imports it into a registry, begun where there is
  /// none: its decisions hold, and it keeps the runs.
  ///
  /// Where findings stop everything, nothing is imported.
  ///
  /// - Throws: ``RunFailure``, of which ``RunFailure/registry(_:)`` where the registry cannot be
  ///   worked with.
  public init(
    _ path: String, keptIn file: String, by user: RegistryUser
  ) throws(RunFailure) {
    self.path = path
    let loaded = try LoadedFolder.usable(at: path)
    let found = loaded.findingsInAll
    folder = loaded
    names = ReportNames(of: loaded)
    guard loaded.programme != nil, !found.contains(where: { $0.severity == .fatal }) else {
      (findings, basis, registry) = (found, loaded, nil)
      return
    }
    let done = try FolderImport(of: loaded, into: file, by: user)
    findings = found + done.findingsAboutErased
    let opened: Registry
    let kept: RegisteredBank
    do {
      opened = try Registry.open(file, by: user)
      kept = try opened.bank()
    } catch {
      throw .registry(error)
    }
    basis = try LoadedFolder(kept)
    registry = (opened, kept.revision)
  }

  /// The decisions that hold, of the table and of the registry.
  public var decisions: [Decision] { basis.bank.decisions }

  /// Whether nothing can be matched until findings are mended.
  public var isFatal: Bool {
    folder.programme == nil || findings.contains { $0.severity == .fatal }
  }

  /// The best plan, verified, and kept in the registry where it is new there.
  ///
  /// - Parameters:
  ///   - solver: The solver.
  ///   - timeLimit: The seconds that solving may take; nil as in `MatchRequest`.
  ///   - limits: Who may stop the work, and who is told how far it has come.
  /// - Returns: The plan, ready to be asked.
  /// - Throws: ``RunFailure``, ``RunFailure/unproved`` where the work was stopped.
  public func matched(
    by solver: SolverChoice = .auto, timeLimit: Double? = nil, limits: SolveLimits = .none
  ) throws(RunFailure) -> StandingPlan {
    try matched(
      by: solver, timeLimit: timeLimit, listedLimit: PreparedPairs.askedLimit, limits: limits)
  }

  func matched(
    by solver: SolverChoice = .auto, timeLimit: Double? = nil, listedLimit: Int,
    limits: SolveLimits = .none
  ) throws(RunFailure) -> StandingPlan {
    let request = MatchRequest(folder: path, solver: solver, timeLimit: timeLimit)
    let prepared = try PreparedMatching(
      request, folder: basis, listedLimit: listedLimit, limits: limits)
    let result = try MatchRun.run(request, on: prepared, limits: limits)
    if limits.stop?.isRaised ?? false { throw .unproved }
    if let registry {
      do {
        try registry.file.recordUnlessKept(
          result, forms: prepared.forms, revision: registry.revision)
      } catch {
        throw .registry(error)
      }
    }
    return try StandingPlan(result, prepared, request)
  }
}

extension ReportNames {
  /// The names in a folder, where it has a programme.
  fileprivate init?(of folder: LoadedFolder) {
    guard let programme = folder.programme else { return nil }
    self.init(programme: programme, bank: folder.bank)
  }
}
