import AssignmentKernel
import SolverConformance
import Testing

@Suite struct LargeFairnessTests {
  @Test(arguments: [Fairness.bottleneckThenSum, .leximin], 0..<3)
  func `serves many rows of different values`(fairness: Fairness, kind: Int) throws {
    var generator = SplitMix64(seed: 5)
    let a = (0..<200).map { _ in Int64.random(in: 0..<1000, using: &generator) }
    let b = (0..<60).map { _ in Int64.random(in: 0..<1000, using: &generator) }
    let problem = try AssignmentProblem(
      dense: (0..<200).map { row in
        (0..<60).map { col -> Int64 in
          kind == 0
            ? Int64.random(in: 0..<1_000_000, using: &generator)
            : kind == 1 ? a[row] * b[col] : 1000 - abs(a[row] - b[col])
        }
      }, rowDemand: .exactly(1), columnLoad: .upTo(4))
    let clock = ContinuousClock()
    var fair: FairSolution?
    let time = try clock.measure {
      fair = try HungarianSolver().solve(problem, fairness: fairness)
    }
    let f = try #require(fair)
    let v = clock.measure { #expect(Verifier.verify(f.solution, of: f.problem).provesOptimality) }
    print(fairness, kind, time, "verify", v, "tiers", f.problem.tiers.count, "worst", f.worst ?? 0)
  }
}
