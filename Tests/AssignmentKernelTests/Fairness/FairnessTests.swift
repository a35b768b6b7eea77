import AssignmentKernel
import SolverConformance
import Testing

@Suite struct FairnessTests {
  @Test(arguments: Fairness.allCases, 0..<8)
  func `finds the fairest of all plans and proves it`(fairness: Fairness, block: UInt64) throws {
    for seed in block * 60..<(block + 1) * 60 {
      let problem = AssignmentProblem.random(
        seed: 50_000 + seed, maxRows: 4, maxColumns: 3, maxTiers: 3)
      for tier in problem.tiers.indices {
        let expected = FairByEveryPlan.best(of: problem, fairness: fairness, tier: tier)
        let fair = try HungarianSolver().solve(problem, fairness: fairness, tier: tier)
        #expect(Verifier.verify(fair.solution, of: fair.problem).confirms(fair.solution.status))
        guard let expected else {
          #expect(fair.solution.status == .infeasible, "seed \(seed)")
          continue
        }
        let found = FairByEveryPlan(
          fair.solution.arcs, in: problem, fairness: fairness, tier: tier)
        #expect(fair.solution.status == .optimal, "seed \(seed)")
        #expect(found == expected, "seed \(seed), tier \(tier)")
        let again = try HungarianSolver().solve(fair.problem)
        #expect(
          FairByEveryPlan(again.arcs, in: problem, fairness: fairness, tier: tier) == expected,
          "seed \(seed), tier \(tier): the tiers alone say something else")
        if let ceiling = fair.ceiling {
          let proof = Verifier.verify(ceiling.solution, of: ceiling.problem)
          #expect(proof.provesOptimality && proof.objective.last ?? 0 < 0, "seed \(seed)")
        }
        #expect(
          (fair.ceiling != nil)
            == ([.bottleneck, .bottleneckThenSum].contains(fairness)
              && !fair.solution.arcs.isEmpty),
          "seed \(seed)")
      }
    }
  }

  @Test func `the worst-off comes before the total`() throws {
    let problem = try AssignmentProblem(
      dense: [[10, 4], [5, 1]], rowDemand: .exactly(1))
    let sum = try HungarianSolver().solve(problem, fairness: .sum)
    let fair = try HungarianSolver().solve(problem, fairness: .bottleneckThenSum)
    #expect(sum.solution.arcs == [0, 3])
    #expect(sum.worst == 1)
    #expect(fair.solution.arcs == [1, 2])
    #expect(fair.worst == 4)
  }

  @Test func `leximin goes on after the worst-off where the sum would not`() throws {
    let problem = try AssignmentProblem(
      dense: [[1, nil, nil], [nil, 9, 4], [nil, 3, 0]], rowDemand: .exactly(1))
    let bottleneck = try HungarianSolver().solve(problem, fairness: .bottleneckThenSum)
    let leximin = try HungarianSolver().solve(problem, fairness: .leximin)
    #expect(bottleneck.worst == 1)
    #expect(bottleneck.solution.pairs(in: problem).map(\.column) == [0, 2, 1])
    #expect(leximin.solution.pairs(in: problem).map(\.column) == [0, 2, 1])
  }

  @Test func `where somebody is worse off anyway, the sum decides for the rest`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: [[0], [1, 2], [1, 2]], columns: 3),
      tiers: [[1, 1, 1, 1, 1], [0, 10, 4, 5, 1]],
      rowDemand: [.upTo(2), .upTo(1), .upTo(1)], columnLoad: [.upTo(2), .upTo(1), .upTo(1)])
    let bottleneck = try HungarianSolver().solve(problem, fairness: .bottleneckThenSum, tier: 1)
    #expect(bottleneck.solution.arcs == [0, 1, 4])
    #expect(bottleneck.worst == 0)
    #expect(bottleneck.ceiling != nil)
    let leximin = try HungarianSolver().solve(problem, fairness: .leximin, tier: 1)
    #expect(leximin.solution.arcs == [0, 2, 3])
  }

  @Test func `nobody is left out for fairness`() throws {
    let problem = try AssignmentProblem(dense: [[9, 1], [9, 1]])
    for fairness in [Fairness.bottleneckThenSum, .leximin] {
      let fair = try HungarianSolver().solve(problem, fairness: fairness)
      #expect(fair.solution.arcs.count == 2)
      #expect(fair.worst == 1)
    }
  }

  @Test func `a tier before may leave out who is better left alone`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 2, columns: 1), tiers: [[1, -1], [2, 5]],
      rowDemand: [.upTo(1), .upTo(1)], columnLoad: [.upTo(2)])
    let fair = try HungarianSolver().solve(problem, fairness: .leximin, tier: 1)
    #expect(fair.solution.arcs == [0])
  }

  @Test func `an empty plan has no worst-off`() throws {
    let problem = try AssignmentProblem(dense: [[4]], columnLoad: .upTo(0))
    for fairness in Fairness.allCases {
      let fair = try HungarianSolver().solve(problem, fairness: fairness)
      #expect(fair.solution.status == .optimal)
      #expect(fair.worst == nil)
      #expect(fair.ceiling == nil)
    }
  }

  @Test func `values at the ends of 64 bits are only compared`() throws {
    let problem = try AssignmentProblem(
      dense: [[.max, .min], [0, .min + 1]], rowDemand: .exactly(1))
    let fair = try HungarianSolver().solve(problem, fairness: .leximin)
    #expect(fair.solution.arcs == [0, 3])
    #expect(fair.worst == .min + 1)
  }

  @Test(arguments: Fairness.allCases)
  func `a plan found when the time was up keeps all bounds`(fairness: Fairness) throws {
    let problem = try AssignmentProblem(
      dense: (0..<30).map { row in (0..<20).map { Int64((row * 37 + $0 * 101) % 53) } },
      columnLoad: .upTo(2))
    let fair = try HungarianSolver().solve(
      problem, fairness: fairness, limits: SolveLimits(deadline: .now - .seconds(1)))
    #expect(fair.solution.status == .feasible)
    #expect(Verifier.verify(fair.solution, of: fair.problem).confirms(.feasible))
  }

  @Test(arguments: 0..<8)
  func `stops anywhere`(milliseconds: Int) throws {
    let problem = AssignmentProblem.random(seed: 3, maxRows: 60, maxColumns: 40)
    let relaxed = try AssignmentProblem(
      arcs: problem.arcs, tiers: problem.tiers,
      rowDemand: problem.rowDemand.map { .upTo($0.upper) },
      columnLoad: problem.columnLoad.map { .upTo($0.upper) })
    let fair = try HungarianSolver().solve(
      relaxed, fairness: .leximin,
      limits: SolveLimits(deadline: .now + .milliseconds(milliseconds * 5)))
    #expect(Verifier.verify(fair.solution, of: fair.problem).confirms(fair.solution.status))
  }
}
