import AssignmentKernel
import BankIO
public import Matching
public import MentoringModel
public import Reports

/// A plan for changed banks that stays near a plan made before.
///
/// ```swift
/// let run = try RematchRun("datasets/tpu-lyceum", against: "out/plan.json")
/// let rematch = try run.rematch(within: .most(3))
/// ```
public struct RematchRun: Sendable {
  /// The names of people, organizations and forms.
  public let names: ReportNames
  /// What was found in the data.
  public let findings: [Finding]
  /// What finds the plans.
  public let rematching: Rematching
  private let programme: Programme
  private let bank: Bank

  /// Reads the folder and the old plan.
  ///
  /// - Parameters:
  ///   - request: What to match.
  ///   - path: The `plan.json` of the old plan, or the folder that holds it.
  ///   - isBinding: Whether approved pairs of the old plan stay.
  ///   - progress: Is told of each search for groups before it begins.
  /// - Throws: ``RunFailure``.
  public init(
    _ request: MatchRequest, against path: String, keepingApproved isBinding: Bool = true,
    progress: @escaping @Sendable () -> Void = {}
  ) throws(RunFailure) {
    let prepared = try PreparedMatching(request, listedLimit: .max)
    let pairs = try OldPlanFile.pairs(at: path)
    names = ReportNames(programme: prepared.programme, bank: prepared.folder.bank)
    findings = prepared.findings
    programme = prepared.programme
    bank = prepared.folder.bank
    do {
      rematching = try Rematching(
        prepared.matcher, against: pairs, keepingApproved: isBinding,
        groupSolver: DispatchedGroupSolver(choice: request.solver, seconds: request.timeLimit),
        limits: SolveLimits(of: request, asking: prepared.matcher), progress: progress)
    } catch {
      throw RunFailure(error)
    }
  }

  /// The best plan within a limit.
  public func rematch(within limit: ChangeLimit) throws(RunFailure) -> Rematch {
    do { return try rematching.rematch(within: limit) } catch { throw RunFailure(error) }
  }

  /// What each number of changes buys.
  public func curve() throws(RunFailure) -> ChangeCurve {
    do { return try rematching.curve() } catch { throw RunFailure(error) }
  }

  /// The plan with its names, as `match` writes it.
  public func subject(of rematch: Rematch) -> ReportSubject {
    ReportSubject(plan: rematch.plan, programme: programme, bank: bank)
  }
}
