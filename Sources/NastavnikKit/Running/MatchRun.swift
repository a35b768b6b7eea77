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
    try run(request, listedLimit: PreparedPairs.listedLimit)
  }

  static func run(
    _ request: MatchRequest, listedLimit: Int
  ) throws(RunFailure) -> MatchResult {
    try run(request, on: try PreparedMatching(request, listedLimit: listedLimit))
  }

  /// Solves and verifies what was read.
  static func run(
    _ request: MatchRequest, on prepared: PreparedMatching
  ) throws(RunFailure) -> MatchResult {
    let (verified, problem) = try solution(of: prepared.pairs, request)
    let plan = verified.plan(by: prepared.matcher, of: problem)
    return MatchResult(
      subject: ReportSubject(
        plan: plan, programme: prepared.programme, bank: prepared.folder.bank),
      findings: prepared.findings + plan.findings, verified: verified, problem: problem,
      hasAllPairs: prepared.pairs.areListed,
      manifest: manifest(of: request, prepared, verified.solver))
  }

  /// The answer, with the problem over all pairs or over those that were worked on.
  private static func solution(
    of pairs: PreparedPairs, _ request: MatchRequest
  ) throws(RunFailure) -> (VerifiedMatching, MatchingProblem) {
    let limits = SolveLimits(seconds: request.timeLimit)
    switch pairs {
    case .listed(let problem):
      return (try VerifiedMatching.solve(problem, by: request.solver, limits: limits), problem)
    case .onDemand(let matching):
      let answer = try SolverDispatch(request.solver).solve(matching.problem, limits: limits)
      return (.pairs(answer.verified), matching.matching(over: answer.candidates))
    }
  }

  /// Reads, matches and solves the forms that make pairs, for whoever makes more of it than a plan.
  static func solvePairs(
    _ request: MatchRequest
  ) throws(RunFailure) -> (prepared: PreparedPairForms, verified: VerifiedSolution) {
    let prepared = try PreparedPairForms(request)
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

  static func digest(of data: Data) -> String {
    SHA256.hash(data: data).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
