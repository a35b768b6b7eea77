#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Testing

  @Suite struct GLPKConformanceTests {
    private let solve: Conformance.Solve = { try GLPKSolver().solve($0) }

    @Test(arguments: NamedInstance.all)
    func `solves the named instances`(instance: NamedInstance) throws {
      #expect(try Conformance.faults(instance, solve: solve) == [])
    }

    @Test(arguments: seeds(16))
    func `agrees with brute force on small random problems`(block: UInt64) throws {
      for seed in block * 50..<(block + 1) * 50 {
        let problem = AssignmentProblem.random(seed: seed, maxRows: 5, maxColumns: 5, maxTiers: 3)
        #expect(
          try Conformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
      }
    }

    @Test(arguments: seeds(16))
    func `agrees with the Hungarian in every tier`(block: UInt64) throws {
      for seed in block * 25..<(block + 1) * 25 {
        let problem = AssignmentProblem.random(
          seed: seed + 100_000, maxRows: 40, maxColumns: 30, maxTiers: 3)
        let (ours, theirs) = (try HungarianSolver().solve(problem), try GLPKSolver().solve(problem))
        #expect(ours.status == theirs.status, "seed \(seed)")
        #expect(
          Conformance.totals(of: ours, in: problem) == Conformance.totals(of: theirs, in: problem),
          "seed \(seed)")
      }
    }

    @Test(arguments: seeds(16))
    func `proves its answers to larger random problems`(block: UInt64) throws {
      for seed in block * 20..<(block + 1) * 20 {
        let problem = AssignmentProblem.random(seed: seed, maxRows: 60, maxColumns: 40, maxTiers: 3)
        #expect(try Conformance.faultsByProof(problem, solve: solve) == [], "seed \(seed)")
      }
    }
  }
#endif
