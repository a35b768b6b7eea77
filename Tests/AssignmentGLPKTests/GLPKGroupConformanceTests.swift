#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Testing

  @Suite struct GLPKGroupConformanceTests {
    private let solve: GroupConformance.Solve = { try GLPKGroupSolver().solve($0) }

    @Test(arguments: NamedGroupInstance.all.filter { $0.name != "weights of nearly 64 bits" })
    func `solves the named instances`(instance: NamedGroupInstance) throws {
      #expect(try GroupConformance.faults(instance, solve: solve) == [])
    }

    @Test(arguments: seeds(16))
    func `agrees with brute force on small random problems`(block: UInt64) throws {
      for seed in block * 40..<(block + 1) * 40 {
        let problem = GroupProblem.random(seed: seed, maxRows: 6, maxColumns: 4, maxTiers: 3)
        #expect(
          try GroupConformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
      }
    }

    @Test(arguments: seeds(4))
    func `proves the tiers that count where the last one is given no time`(block: UInt64) throws {
      for seed in 30_000 + block * 20..<30_000 + (block + 1) * 20 {
        let problem = GroupProblem.random(seed: seed, maxRows: 6, maxColumns: 4, maxTiers: 3)
        let faults = try GroupConformance.faultsWithoutLastTier(problem) {
          try GLPKGroupSolver().solve($0, limits: $1)
        }
        #expect(faults == [], "seed \(seed)")
      }
    }

    @Test(arguments: seeds(16))
    func `agrees with the search of the kernel wherever both prove`(block: UInt64) throws {
      for seed in block * 10..<(block + 1) * 10 {
        let problem = GroupProblem.random(
          seed: seed + 50_000, maxRows: 14, maxColumns: 8, maxTiers: 2)
        let limits = SolveLimits(deadline: .now + .seconds(20))
        let ours = try GroupSearch().solve(problem, limits: limits)
        let theirs = try GLPKGroupSolver().solve(problem, limits: limits)
        #expect(GroupConformance.claimFaults(of: theirs, in: problem) == [], "seed \(seed)")
        let settled: [SolveStatus] = [.optimal, .infeasible]
        guard settled.contains(ours.status), settled.contains(theirs.status) else { continue }
        #expect(ours.status == theirs.status, "seed \(seed)")
        #expect(
          GroupVerifier.verify(ours, of: problem).objective
            == GroupVerifier.verify(theirs, of: problem).objective, "seed \(seed)")
      }
    }
  }
#endif
