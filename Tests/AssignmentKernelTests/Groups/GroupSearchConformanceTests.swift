import AssignmentKernel
import SolverConformance
import Testing

@Suite struct GroupSearchConformanceTests {
  private let solve: GroupConformance.Solve = { try GroupSearch().solve($0) }

  @Test(arguments: NamedGroupInstance.all)
  func `solves the named instances of groups`(instance: NamedGroupInstance) throws {
    #expect(try GroupConformance.faults(instance, solve: solve) == [])
  }

  @Test(arguments: seeds(20))
  func `agrees with brute force on small random groups`(block: UInt64) throws {
    for seed in block * 100..<(block + 1) * 100 {
      let problem = GroupProblem.random(seed: seed, maxRows: 5, maxColumns: 4, maxTiers: 1)
      #expect(try GroupConformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
    }
  }

  @Test(arguments: seeds(4))
  func `proves the tiers that count where the last one is given no time`(block: UInt64) throws {
    for seed in 20_000 + block * 50..<20_000 + (block + 1) * 50 {
      let problem = GroupProblem.random(seed: seed, maxRows: 5, maxColumns: 4, maxTiers: 3)
      let faults = try GroupConformance.faultsWithoutLastTier(problem) {
        try GroupSearch().solve($0, limits: $1)
      }
      #expect(faults == [], "seed \(seed)")
    }
  }

  @Test(arguments: seeds(10))
  func `agrees with brute force on small random groups of several tiers`(block: UInt64) throws {
    for seed in 10_000 + block * 50..<10_000 + (block + 1) * 50 {
      let problem = GroupProblem.random(seed: seed, maxRows: 5, maxColumns: 4, maxTiers: 3)
      #expect(try GroupConformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
    }
  }
}
