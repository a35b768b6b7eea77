import AssignmentKernel
import SolverConformance
import Testing

@Suite struct OnDemandConformanceTests {
  /// Few candidates, so that most of what is needed is found by pricing.
  private static let frugal = [
    OnDemandOptions(candidateCount: 0), OnDemandOptions(candidateCount: 1, listLength: 1),
    OnDemandOptions(candidateCount: 2, listLength: 3), OnDemandOptions(),
  ]

  private func solve(_ options: OnDemandOptions) -> Conformance.Solve {
    { problem in
      try HungarianSolver().solve(OnDemandProblem(problem), options: options)
        .solution(in: problem)
    }
  }

  @Test(arguments: NamedInstance.all)
  func `solves the named instances`(instance: NamedInstance) throws {
    for options in Self.frugal {
      #expect(try Conformance.faults(instance, solve: solve(options)) == [])
    }
  }

  @Test(arguments: seeds(16))
  func `agrees with brute force on small random problems of several tiers`(block: UInt64) throws {
    for seed in block * 60..<(block + 1) * 60 {
      let problem = AssignmentProblem.random(seed: seed, maxRows: 5, maxColumns: 5, maxTiers: 3)
      for options in Self.frugal.prefix(3) {
        #expect(
          try Conformance.faultsByBruteForce(problem, solve: solve(options)) == [], "seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds(16))
  func `agrees with the solver that holds all arcs`(block: UInt64) throws {
    for seed in block * 40..<(block + 1) * 40 {
      let problem = AssignmentProblem.random(
        seed: seed + 7000, maxRows: 40, maxColumns: 40, maxTiers: 3)
      let whole = try HungarianSolver().solve(problem)
      let options = Self.frugal[Int(seed % 3)]
      let answer = try HungarianSolver().solve(OnDemandProblem(problem), options: options)
      #expect(answer.solution.status == whole.status, "seed \(seed)")
      #expect(
        Conformance.totals(of: answer.solution, in: answer.candidates)
          == Conformance.totals(of: whole, in: problem), "seed \(seed)")
      #expect(
        try Verifier.verify(answer, of: OnDemandProblem(problem)).confirms(whole.status),
        "seed \(seed)")
      #expect(
        Verifier.verify(answer.solution(in: problem), of: problem).confirms(whole.status),
        "seed \(seed)")
    }
  }

  @Test func `weights and potentials at the end of the range are priced exactly`() throws {
    let (most, least) = (Int64.max, Int64.min)
    let matrices: [[[Int64?]]] = [
      [[most, most - 1, least], [most, 0, 7], [most - 5, most, most]],
      [[least, most, 3], [most, least, 1], [least, least, least]],
      [[1 << 61, (1 << 61) + 1, 0], [1 << 61, 0, -(1 << 61)], [(1 << 61) - 1, 5, 1 << 62]],
    ]
    for (number, weights) in matrices.enumerated() {
      for demand in [Bounds.upTo(1), .exactly(1)] {
        let problem = try AssignmentProblem(dense: weights, rowDemand: demand)
        #expect(
          try Conformance.faultsByBruteForce(problem, solve: solve(Self.frugal[0])) == [],
          "matrix \(number)")
      }
    }
  }
}
