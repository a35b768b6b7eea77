import AssignmentKernel
import Synchronization
import Testing

@testable import NastavnikKit

/// A solver of groups that does what a test tells it to.
private struct ScriptedGroupSolver: GroupSolver {
  let name = "glpk"
  let script: @Sendable (GroupProblem, [Int]?) throws(SolverFailure) -> GroupSolution
  var onLimits: @Sendable (SolveLimits) -> Void = { _ in }

  init(_ script: @escaping @Sendable (GroupProblem, [Int]?) throws(SolverFailure) -> GroupSolution)
  {
    self.script = script
  }

  func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution {
    onLimits(limits)
    return try script(problem, start)
  }
}

@Suite struct GroupChoiceTests {
  /// Four rows, two groups of two; the best plan is 10.
  private func problem() throws -> GroupProblem {
    let assignment = try AssignmentProblem(
      dense: [[3, 1], [3, 1], [1, 2], [1, 2]], columnLoad: .exactly(2))
    return try GroupProblem(assignment, mayClose: [true, true])
  }

  private func answer(
    _ choice: SolverChoice, glpk: (any GroupSolver)?, hungarian: any GroupSolver = GroupSearch()
  ) throws -> VerifiedGroupSolution {
    try GroupDispatch(choice, glpk: glpk, hungarian: hungarian).solve(try problem())
  }

  /// A plan of one group, with no proof.
  private let halfway = ScriptedGroupSolver { _, _ throws(SolverFailure) in
    GroupSolution(status: .feasible, arcs: [0, 2], proof: GroupProof())
  }

  private let worse = ScriptedGroupSolver { _, _ throws(SolverFailure) in
    GroupSolution(status: .feasible, arcs: [5, 7], proof: GroupProof())
  }

  private let empty = ScriptedGroupSolver { _, _ throws(SolverFailure) in
    GroupSolution(status: .unknown, arcs: [], proof: GroupProof())
  }

  @Test func `auto takes GLPK where it is built in`() throws {
    let report = try answer(.auto, glpk: GroupSearch()).solver
    #expect(report.reason == .withinBudget)
    #expect(report.requested == .auto)
  }

  @Test func `auto turns to the search where GLPK fails, lies or is slow`() throws {
    let liar = ScriptedGroupSolver { _, _ throws(SolverFailure) in
      GroupSolution(status: .optimal, arcs: [0, 2], proof: GroupProof())
    }
    let failure = SolverFailure.breakdown(solver: "glpk", reason: "numerics")
    let broken = ScriptedGroupSolver { _, _ throws(SolverFailure) in throw failure }
    for (glpk, reason) in [
      (liar, SolverReason.unconfirmed), (broken, .failed(failure)), (halfway, .outOfTime),
      (empty, .outOfTime),
    ] {
      let found = try answer(.auto, glpk: glpk)
      #expect(found.solver.reason == reason)
      #expect(found.solution.status == .optimal)
      #expect(found.verification.objective == [10])
    }
  }

  @Test func `the search begins with what GLPK found`() throws {
    let follower = ScriptedGroupSolver { _, start throws(SolverFailure) in
      GroupSolution(status: .feasible, arcs: start ?? [], proof: GroupProof())
    }
    #expect(try answer(.auto, glpk: halfway, hungarian: follower).solution.arcs == [0, 2])
  }

  @Test func `the better of two unproved answers counts`() throws {
    #expect(try answer(.auto, glpk: halfway, hungarian: worse).solution.arcs == [0, 2])
    #expect(try answer(.auto, glpk: worse, hungarian: halfway).solution.arcs == [0, 2])
    #expect(try answer(.auto, glpk: halfway, hungarian: empty).solution.arcs == [0, 2])
    #expect(try answer(.auto, glpk: empty, hungarian: halfway).solution.arcs == [0, 2])
  }

  @Test func `a search that is given no limit ends by itself, GLPK after half of the time`() throws
  {
    let seen = Mutex<[Duration]>([])
    func watched(_ solver: ScriptedGroupSolver) -> ScriptedGroupSolver {
      var solver = solver
      solver.onLimits = { limits in
        let left = limits.deadline.map { ContinuousClock.now.duration(to: $0) }
        seen.withLock { $0.append(left ?? .seconds(1 << 40)) }
      }
      return solver
    }
    let dispatch = GroupDispatch(
      .auto, glpk: watched(halfway), hungarian: watched(worse), defaultTimeLimit: .seconds(40))
    #expect(try dispatch.solve(try problem()).wasStopped)
    let granted = seen.withLock { $0 }
    try #require(granted.count == 2)
    #expect(granted[0] > .seconds(10) && granted[0] <= .seconds(20))
    #expect(granted[1] > .seconds(20) && granted[1] <= .seconds(40))
    _ = try dispatch.solve(try problem(), limits: SolveLimits(seconds: 400))
    let last = try #require(seen.withLock { $0.last })
    #expect(last > .seconds(300))
  }

  @Test func `a part of the time hands the progress on`() {
    let told = Mutex(0)
    let limits = SolveLimits { _ in told.withLock { $0 += 1 } }
    let progress = SolveProgress(stage: .proving, tier: 0, steps: 1)
    limits.share(atMost: .seconds(1)).onProgress?(progress)
    limits.ending(within: .seconds(1)).onProgress?(progress)
    let count = told.withLock { $0 }
    #expect(count == 2)
  }

  @Test func `solvers that are built in agree`() throws {
    for choice in [SolverChoice.auto, .hungarian] {
      let found = try GroupDispatch(choice).solve(try problem())
      #expect(found.verification.provesOptimality)
      #expect(found.verification.objective == [10])
    }
  }
}
