import AssignmentKernel
import Wording

/// The solvers for groups as one, each answer within a time of its own and confirmed.
struct DispatchedGroupSolver: GroupSolver {
  let choice: SolverChoice
  /// The seconds for one answer, or nil for ``GroupDispatch/defaultTimeLimit``.
  let seconds: Double?

  var name: String { choice.rawValue }

  func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution {
    try verified(problem, start, limits).solution
  }

  func confirmed(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> (solution: GroupSolution, verification: GroupVerification) {
    let answer = try verified(problem, start, limits)
    return (answer.solution, answer.verification)
  }

  private func verified(
    _ problem: GroupProblem, _ start: [Int]?, _ limits: SolveLimits
  ) throws(SolverFailure) -> VerifiedGroupSolution {
    let limits = limits.ending(unlessLimited: seconds)
    do {
      return try GroupDispatch(choice).solve(problem, from: start, limits: limits)
    } catch .solver(let failure) {
      throw failure
    } catch {
      throw .breakdown(solver: name, reason: error.text[.en])
    }
  }
}
