import AssignmentKernel
import Testing
import Wording

@Suite struct MemoryBudgetTests {
  @Test func `What needs more than there is is refused with both numbers`() throws {
    let budget = MemoryBudget(bytes: 3 << 20)
    #expect(throws: MemoryShortage(needed: 5 << 20, free: 3 << 20)) {
      try budget.require(5 << 20)
    }
    #expect(
      MemoryShortage(needed: (5 << 20) + 1, free: 3 << 20).text.en.contains(
        "6 MB more are needed and 3 are free"))
    try budget.require(3 << 20)
  }

  @Test func `The system gives what is little and refuses what no machine has`() throws {
    try MemoryBudget.system.require(1 << 20)
    #if os(Linux)
      let shortage = try #require(throws: MemoryShortage.self) {
        try MemoryBudget.system.require(1 << 60)
      }
      #expect(shortage.free > 0)
    #endif
  }

  @Test func `A solver that lacks memory says so before it begins`() throws {
    let row = [Int64?](repeating: 7, count: 400)
    let problem = try AssignmentProblem(dense: Array(repeating: row, count: 400))
    let solver = HungarianSolver()
    let needed = solver.memoryNeeded(for: problem)
    #expect(throws: SolverFailure.memory(solver: "hungarian", .init(needed: needed, free: 1000))) {
      try solver.solve(problem, limits: SolveLimits(memory: MemoryBudget(bytes: 1000)))
    }
    let answer = try solver.solve(
      problem, limits: SolveLimits(memory: MemoryBudget(bytes: needed)))
    #expect(answer.status == .optimal)
  }

  @Test func `A search for groups that lacks memory says so before it begins`() throws {
    let assignment = try AssignmentProblem(
      dense: [[3, 1], [2, 2], [1, 3]], columnLoad: Bounds(lower: 2, upper: 3))
    let problem = try GroupProblem(assignment, mayClose: [true, true])
    let failure = try #require(throws: SolverFailure.self) {
      try GroupSearch().solve(problem, limits: SolveLimits(memory: MemoryBudget(bytes: 100)))
    }
    guard case .memory("hungarian", let shortage) = failure else {
      Issue.record("another failure: \(failure)")
      return
    }
    #expect(shortage.free == 100)
  }

  @Test func `A search on demand that lacks memory says so before it looks at an arc`() throws {
    let problem = try AssignmentProblem(dense: Array(repeating: [1, 2, 3, 4], count: 50))
    let limits = SolveLimits(memory: MemoryBudget(bytes: 20_000))
    #expect(throws: SolverFailure.self) {
      try HungarianSolver().solve(OnDemandProblem(problem), limits: limits)
    }
    let frugal = OnDemandOptions(candidateCount: 1, listLength: 1)
    #expect(
      try HungarianSolver().solve(OnDemandProblem(problem), options: frugal, limits: limits)
        .solution.status == .optimal)
  }
}
