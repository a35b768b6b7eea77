import AssignmentKernel
import BankIO
import Crypto
import Foundation
import Matching
import MentoringModel
import Reports

/// One run: from a programme folder to a verified plan.
///
/// ```swift
/// let result = try MatchRun.run(MatchRequest(folder: "datasets/tpu-lyceum"))
/// print(result.subject.plan.matches.count)
/// ```
public enum MatchRun {
  /// Reads, matches, solves, verifies.
  ///
  /// - Throws: ``RunFailure``; a plan that the verifier does not confirm is never returned.
  public static func run(_ request: MatchRequest) throws(RunFailure) -> MatchResult {
    let (prepared, verified) = try solve(request)
    let plan = prepared.matcher.plan(
      for: verified.solution, verification: verified.verification, of: prepared.problem)
    return MatchResult(
      subject: ReportSubject(
        plan: plan, programme: prepared.programme, bank: prepared.folder.bank),
      findings: prepared.findings + plan.findings, verified: verified, problem: prepared.problem,
      manifest: manifest(of: request, prepared, verified.solver))
  }

  /// Reads, matches and solves, for whoever makes more of it than a plan.
  static func solve(
    _ request: MatchRequest
  ) throws(RunFailure) -> (prepared: PreparedMatching, verified: VerifiedSolution) {
    let prepared = try PreparedMatching(request)
    let verified = try SolverDispatch(request.solver).solve(
      prepared.problem.assignment, limits: SolveLimits(seconds: request.timeLimit))
    return (prepared, verified)
  }

  private static func manifest(
    of request: MatchRequest, _ prepared: PreparedMatching, _ solver: SolverReport
  ) -> RunManifest {
    RunManifest(
      version: NastavnikVersion.current,
      inputs: prepared.folder.inputs.map { .init(file: $0.name, digest: digest(of: $0.data)) },
      programme: prepared.programme, forms: prepared.forms,
      timeLimit: request.timeLimit.map { "\($0)" },
      requestedSolver: solver.requested.rawValue, usedSolver: solver.used,
      solverReasonCode: solver.reason.code, solverReason: solver.reason.text)
  }

  private static func digest(of data: Data) -> String {
    SHA256.hash(data: data).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
