import AssignmentKernel
import BankIO
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
    _ request: MatchRequest, on prepared: PreparedMatching, limits: SolveLimits = .none
  ) throws(RunFailure) -> MatchResult {
    var timings = prepared.timings
    let (verified, problem) = try solution(
      of: prepared.pairs, request.solver, limits.ending(unlessLimited: request.timeLimit),
      &timings)
    let plan = verified.plan(by: prepared.matcher, of: problem)
    return MatchResult(
      subject: ReportSubject(
        plan: plan, programme: prepared.programme, bank: prepared.folder.bank),
      bank: prepared.folder.bank, findings: prepared.findings + plan.findings, verified: verified,
      problem: problem,
      hasAllPairs: prepared.pairs.areListed,
      manifest: manifest(of: request, prepared, verified.solver),
      duplicates: .duplicates(of: prepared.folder), matcher: prepared.matcher, timings: timings)
  }

  /// The answer, with the problem over all pairs or over those that were worked on.
  private static func solution(
    of pairs: PreparedPairs, _ solver: SolverChoice, _ limits: SolveLimits,
    _ timings: inout MatchTimings
  ) throws(RunFailure) -> (VerifiedMatching, MatchingProblem) {
    switch pairs {
    case .listed(let problem):
      let verified = try VerifiedMatching.solve(problem, by: solver, limits: limits)
      timings.solving = verified.seconds
      return (verified, problem)
    case .onDemand(let matching):
      let start = ContinuousClock.now
      let scored = matching.scored(limits: limits)
      timings.scoring += start.duration(to: .now)
      let answer = try SolverDispatch(solver).solve(scored.problem, limits: limits)
      timings.solving = answer.verified.seconds
      return (.pairs(answer.verified), scored.matching(over: answer.candidates))
    }
  }

  private static func manifest(
    of request: MatchRequest, _ prepared: PreparedMatching, _ solver: SolverReport
  ) -> RunManifest {
    RunManifest(
      version: NastavnikVersion.current,
      inputs: prepared.folder.inputs.map { .init(file: $0.name, digest: $0.digest) },
      programme: prepared.programme, forms: prepared.forms,
      timeLimit: request.timeLimit.map { "\($0)" },
      requestedSolver: solver.requested.rawValue, usedSolver: solver.used,
      solverReasonCode: solver.reason.code, solverReason: solver.reason.text)
  }
}
