import AssignmentKernel
import Testing

@testable import NastavnikKit

@Suite struct GroupDispatchTests {
  /// Answers what it is told to, whatever the problem.
  private struct Oracle: GroupSolver {
    var name = "oracle"
    var answer: GroupSolution

    func solve(
      _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
    ) throws(SolverFailure) -> GroupSolution { answer }
  }

  private static func problem() throws -> GroupProblem {
    try GroupProblem(
      AssignmentProblem(
        dense: [[4, 1], [3, 2]], columnLoad: Bounds(lower: 2, upper: 2)),
      mayClose: [true, true])
  }

  @Test func `the search in pure Swift answers where nothing else is built in`() throws {
    let dispatch = GroupDispatch(.auto, glpk: nil, hungarian: GroupSearch())
    let answer = try dispatch.solve(try Self.problem())
    #expect(answer.verification.objective == [7])
    #expect(answer.solver.reason == .notBuiltIn)
    #expect(!answer.wasStopped)
  }

  @Test func `a solver that is not built in is told`() throws {
    let dispatch = GroupDispatch(.glpk, glpk: nil, hungarian: GroupSearch())
    let failure = #expect(throws: RunFailure.self) { try dispatch.solve(try Self.problem()) }
    #expect(failure == .solver(.notBuiltIn(solver: "glpk")))
  }

  @Test(arguments: [
    GroupSolution(status: .optimal, arcs: [1, 3], proof: GroupProof()),
    GroupSolution(status: .infeasible, arcs: [], proof: GroupProof()),
    GroupSolution(status: .feasible, arcs: [0], proof: GroupProof()),
  ])
  func `what the verifier does not confirm does not pass`(answer: GroupSolution) throws {
    let dispatch = GroupDispatch(
      .hungarian, glpk: nil, hungarian: Oracle(answer: answer))
    let failure = #expect(throws: RunFailure.self) { try dispatch.solve(try Self.problem()) }
    guard case .unconfirmed(let solver, let status, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(solver == "oracle")
    #expect(status == answer.status)
  }

  @Test func `a stopped answer passes with its gap`() throws {
    let oracle = Oracle(
      answer: GroupSolution(status: .feasible, arcs: [1, 3], proof: GroupProof()))
    let answer = try GroupDispatch(.glpk, glpk: oracle, hungarian: GroupSearch()).solve(
      try Self.problem())
    #expect(answer.wasStopped)
    #expect(answer.verification.gap == [4])
  }

  @Test func `an answer is whole when all tiers but one that chooses among equals are proved`()
    throws
  {
    let problem = try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 2, columns: 2), tiers: [[4, 1, 3, 2], [1, 2, 3, 4]],
        rowDemand: [.upTo(1), .upTo(1)],
        columnLoad: Array(repeating: Bounds(lower: 2, upper: 2), count: 2)),
      mayClose: [true, true])
    let limits = SolveLimits(lastTier: .zero)
    let first = try GroupSearch().solve(problem, limits: limits)
    #expect(first.status == .feasible)
    let dispatch = GroupDispatch(
      .auto, glpk: Oracle(name: "first", answer: first), hungarian: Oracle(answer: first))
    let whole = try dispatch.solve(problem, limits: limits)
    #expect(!whole.wasStopped && whole.solver.used == "first")
    let cut = try dispatch.solve(problem)
    #expect(cut.wasStopped && cut.solver.reason == .outOfTime)
  }
}
