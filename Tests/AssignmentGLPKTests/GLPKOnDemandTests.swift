#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Testing

  @Suite struct GLPKOnDemandTests {
    private let solve: Conformance.Solve = { problem in
      let answer = try GLPKSolver().solve(
        OnDemandProblem(problem), options: OnDemandOptions(candidateCount: 1, listLength: 1))
      return Solution(
        status: answer.solution.status,
        arcs: answer.pairs.compactMap { problem.arcs.arc(row: $0.row, column: $0.column) },
        certificate: answer.solution.certificate)
    }

    @Test(arguments: NamedInstance.all)
    func `solves the named instances whose arcs are asked for`(instance: NamedInstance) throws {
      #expect(try Conformance.faults(instance, solve: solve) == [])
    }

    @Test(arguments: seeds(8))
    func `agrees with brute force where arcs are asked for`(block: UInt64) throws {
      for seed in block * 25..<(block + 1) * 25 {
        let problem = AssignmentProblem.random(seed: seed, maxRows: 5, maxColumns: 5, maxTiers: 3)
        #expect(
          try Conformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
      }
    }
  }
#endif
