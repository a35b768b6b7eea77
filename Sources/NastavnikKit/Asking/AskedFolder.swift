import AssignmentKernel
import BankIO
import Matching
import MentoringModel
import Reports

/// A folder that was read, with the matching that questions solve anew.
struct AskedFolder {
  let names: ReportNames
  let matcher: Matcher
  /// What was found in the files and in their making sense together.
  let findings: [Finding]
  /// When all that is asked is to end: at the limit of the request; where it is part of the answer what
  /// opens, at ``GroupDispatch/defaultTimeLimit`` unless another is given.
  let limits: SolveLimits
  let groupSolver: DispatchedGroupSolver

  init(_ request: MatchRequest) throws(RunFailure) {
    try self.init(request, folder: try LoadedFolder.usable(at: request.folder))
  }

  init(_ request: MatchRequest, folder: LoadedFolder) throws(RunFailure) {
    matcher = try folder.matcher(for: request).0
    names = ReportNames(programme: matcher.programme, bank: folder.bank)
    findings = folder.findings + matcher.findings
    limits = SolveLimits(of: request, asking: matcher)
    groupSolver = DispatchedGroupSolver(choice: request.solver, seconds: request.timeLimit)
  }
}

extension SolveLimits {
  /// The limits of a question of many solves about a matching.
  init(of request: MatchRequest, asking matcher: Matcher) {
    let given = SolveLimits(seconds: request.timeLimit)
    self =
      matcher.isIntegerProgram
      ? given.ending(unlessLimited: GroupDispatch.defaultTimeLimit) : given
  }
}
