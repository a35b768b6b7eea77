#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Testing

  @Suite struct GLPKSolverTests {
    @Test func `refuses weights beyond exact doubles`() throws {
      let problem = try AssignmentProblem(dense: [[1, (1 << 53) + 1]])
      #expect(
        throws: SolverFailure.weightRange(
          solver: "glpk", weight: (1 << 53) + 1, limit: 1 << 53)
      ) { try GLPKSolver().solveTier(problem, limits: .none) }
    }

    @Test func `says that a plan is only feasible when the time is up`() throws {
      let problem = try AssignmentProblem(dense: [[3, 1], [2, 2]])
      let limits = SolveLimits(deadline: .now - .seconds(1))
      let solution = try GLPKSolver().solveTier(problem, limits: limits)
      #expect(solution.status == .feasible)
      #expect(solution.arcs == [0, 3])
    }

    @Test func `knows nothing of lower bounds it had no time for`() throws {
      let problem = try AssignmentProblem(
        arcs: ArcPattern(rows: 1, columns: 1), tiers: [[1]], rowDemand: [.exactly(1)],
        columnLoad: [.upTo(0)])
      let limits = SolveLimits(deadline: .now - .seconds(1))
      let solution = try GLPKSolver().solveTier(problem, limits: limits)
      #expect(solution.status == .unknown)
      #expect(solution.arcs.isEmpty)
    }

    @Test func `gives the same plan every time`() throws {
      let problem = AssignmentProblem.random(seed: 7, maxRows: 40, maxColumns: 40)
      let first = try GLPKSolver().solveTier(problem, limits: .none)
      #expect(try GLPKSolver().solveTier(problem, limits: .none) == first)
    }
  }
#endif
