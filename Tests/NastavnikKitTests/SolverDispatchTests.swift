import AssignmentKernel
import Testing

@testable import NastavnikKit

/// A solver that does what a test tells it to.
private struct ScriptedSolver: AssignmentSolver {
  let name = "glpk"
  let script: @Sendable (AssignmentProblem) throws(SolverFailure) -> Solution

  func solveTier(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    try script(problem)
  }
}

@Suite struct SolverDispatchTests {
  private func problem() throws -> AssignmentProblem {
    try AssignmentProblem(dense: [[4, 1, 3], [2, 0, 5], [3, 2, 2]], rowDemand: .exactly(1))
  }

  private func answer(
    of choice: SolverChoice, glpk: (any AssignmentSolver)?
  ) throws -> SolverReport {
    try SolverDispatch(choice, glpk: glpk, hungarian: HungarianSolver()).solve(try problem()).solver
  }

  private let faithful = ScriptedSolver { problem throws(SolverFailure) in
    try HungarianSolver().solveTier(problem, limits: .none)
  }

  private let liar = ScriptedSolver { _ throws(SolverFailure) in
    Solution(status: .optimal, arcs: [0], certificate: Certificate())
  }

  private let broken = ScriptedSolver { _ throws(SolverFailure) in
    throw .breakdown(solver: "glpk", reason: "numerics")
  }

  private let slow = ScriptedSolver { _ throws(SolverFailure) in
    Solution(status: .unknown, arcs: [], certificate: Certificate())
  }

  @Test func `auto takes GLPK where it is built in`() throws {
    let report = try answer(of: .auto, glpk: faithful)
    #expect(report == SolverReport(requested: .auto, used: "glpk", reason: .withinBudget))
  }

  @Test func `auto takes the Hungarian where GLPK is not built in`() throws {
    let report = try answer(of: .auto, glpk: nil)
    #expect(report == SolverReport(requested: .auto, used: "hungarian", reason: .notBuiltIn))
  }

  @Test func `auto turns to the Hungarian where GLPK fails, lies or is slow`() throws {
    #expect(try answer(of: .auto, glpk: liar).reason == .unconfirmed)
    #expect(
      try answer(of: .auto, glpk: broken).reason
        == .failed(.breakdown(solver: "glpk", reason: "numerics")))
    #expect(try answer(of: .auto, glpk: slow).reason == .outOfTime)
    for glpk in [liar, broken, slow] {
      #expect(try answer(of: .auto, glpk: glpk).used == "hungarian")
    }
  }

  @Test func `auto does not ask GLPK beyond its budget`() throws {
    let large = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: Array(repeating: [0], count: 5000), columns: 1),
      tiers: [Array(repeating: 1, count: 5000)],
      rowDemand: Array(repeating: .upTo(1), count: 5000), columnLoad: [.upTo(1)])
    let dispatch = SolverDispatch(.auto, glpk: liar, hungarian: HungarianSolver())
    #expect(try dispatch.solve(large).solver.reason == .beyondBudget)
  }

  @Test func `a claim that the verifier does not confirm is never returned`() throws {
    #expect(throws: RunFailure.self) { try answer(of: .glpk, glpk: liar) }
    do {
      _ = try answer(of: .glpk, glpk: liar)
    } catch let failure as RunFailure {
      guard case .unconfirmed("glpk", .optimal, _) = failure else {
        Issue.record("\(failure)")
        return
      }
    }
  }

  @Test func `a solver that is asked for and not built in is told`() throws {
    #expect(throws: RunFailure.solver(.notBuiltIn(solver: "glpk"))) {
      try answer(of: .glpk, glpk: nil)
    }
  }
}
