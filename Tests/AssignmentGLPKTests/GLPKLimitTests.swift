#if GLPK
  import AssignmentKernel
  import Foundation
  import SolverConformance
  import Synchronization
  import Testing

  @testable import AssignmentGLPK

  @Suite struct GLPKLimitTests {
    @Test func `tells how far it has come, tier by tier`() throws {
      let problem = AssignmentProblem.random(seed: 12, maxRows: 60, maxColumns: 40, maxTiers: 3)
      let told = Mutex<[SolveProgress]>([])
      let limits = SolveLimits { progress in told.withLock { $0.append(progress) } }
      let solution = try GLPKSolver().solve(problem, limits: limits)
      let reports = told.withLock { $0 }
      let totals = Conformance.totals(of: solution, in: problem)
      #expect(problem.tiers.count > 1)
      #expect(Set(reports.map(\.tier)) == Set(problem.tiers.indices))
      #expect(reports.map(\.tier) == reports.map(\.tier).sorted())
      #expect(reports.contains { $0.steps > 0 })
      #expect(reports.last { $0.tier == 0 }?.objective == Double(totals[0]))
    }

    @Test func `reports from within one run of the simplex method`() throws {
      let problem = try AssignmentProblem.crowded()
      let told = Mutex<[Int]>([])
      let limits = SolveLimits { progress in told.withLock { $0.append(progress.steps) } }
      let solution = try GLPKSolver(work: 1).solveTier(problem, limits: limits)
      let steps = told.withLock { $0 }
      #expect(Verifier.verify(solution, of: problem).provesOptimality)
      #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 && $1 <= $0 + 50 })
      #expect(steps.count >= 5)
    }

    @Test func `a deadline within the simplex method leaves a plan and a bound`() throws {
      let problem = try AssignmentProblem.crowded()
      let deadline = ContinuousClock.now + .seconds(2)
      let limits = SolveLimits(deadline: deadline) { _ in
        while ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.05) }
      }
      let solution = try GLPKSolver(work: 1).solveTier(problem, limits: limits)
      #expect(solution.status == .feasible)
      let proof = Verifier.verify(solution, of: problem)
      #expect(proof.isFeasible)
      #expect(proof.gap.map { $0[0] > 0 } == true)
    }

    @Test(arguments: [0, 1, 3, 10, 30, 100, 300])
    func `an answer is true whenever the time is up`(milliseconds: Int) throws {
      for problem in [
        try AssignmentProblem.crowded(), try AssignmentProblem.crowded(columnLower: 2),
      ] {
        let limits = SolveLimits(deadline: .now + .milliseconds(milliseconds))
        let solution = try GLPKSolver().solveTier(problem, limits: limits)
        #expect(Verifier.verify(solution, of: problem).confirms(solution.status))
        #expect(solution.status != .infeasible)
      }
    }
  }
#endif
