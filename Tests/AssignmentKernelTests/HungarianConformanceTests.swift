import AssignmentKernel
import SolverConformance
import Testing

@Suite struct HungarianConformanceTests {
  private let solve: Conformance.Solve = { try HungarianSolver().solve($0) }

  @Test(arguments: NamedInstance.all)
  func `solves the named instances`(instance: NamedInstance) throws {
    #expect(try Conformance.faults(instance, solve: solve) == [])
  }

  @Test(arguments: seeds(16))
  func `agrees with brute force on small random problems of several tiers`(block: UInt64) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let problem = AssignmentProblem.random(seed: seed, maxRows: 5, maxColumns: 5, maxTiers: 3)
      #expect(try Conformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
    }
  }

  @Test(arguments: seeds(16))
  func `proves its answers to larger random problems`(block: UInt64) throws {
    for seed in block * 25..<(block + 1) * 25 {
      let problem = AssignmentProblem.random(seed: seed, maxRows: 60, maxColumns: 40, maxTiers: 3)
      #expect(try Conformance.faultsByProof(problem, solve: solve) == [], "seed \(seed)")
    }
  }
}
