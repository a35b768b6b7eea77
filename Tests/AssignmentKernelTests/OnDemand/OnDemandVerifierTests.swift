import AssignmentKernel
import SolverConformance
import Testing

@Suite struct OnDemandVerifierTests {
  @Test(arguments: seeds(8))
  func `finds the same as the verifier that holds all arcs`(block: UInt64) throws {
    for seed in block * 50..<(block + 1) * 50 {
      var source = SplitMix64(seed: seed)
      let problem = AssignmentProblem.random(seed: seed, maxRows: 20, maxColumns: 15, maxTiers: 3)
      var solution = try HungarianSolver().solve(problem)
      for _ in 0..<Int.random(in: 0...2, using: &source) {
        damage(&solution, of: problem, &source)
      }
      let pairs = solution.pairs(in: problem)
      let expected = Verifier.verify(solution, of: problem)
      let found = Verifier.verify(
        pairs: pairs, certificate: solution.certificate, of: try OnDemandProblem(problem))
      #expect(found == expected, "seed \(seed)")
    }
  }

  /// Takes an arc out or in, or moves a potential.
  private func damage(
    _ solution: inout Solution, of problem: AssignmentProblem, _ source: inout SplitMix64
  ) {
    func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &source) }
    let step = Int128(Int.random(in: -3...3, using: &source))
    let wide = Bool.random(using: &source) ? step << 70 : step
    if !solution.certificate.tiers.isEmpty, problem.rowCount > 0, problem.columnCount > 0 {
      let tier = number(below: solution.certificate.tiers.count)
      solution.certificate.tiers[tier].rows[number(below: problem.rowCount)] += wide
      solution.certificate.tiers[tier].columns[number(below: problem.columnCount)] -= step
    }
    if !solution.arcs.isEmpty { solution.arcs.remove(at: number(below: solution.arcs.count)) }
    if problem.arcs.count > 0 {
      solution.arcs = Array(Set(solution.arcs + [number(below: problem.arcs.count)])).sorted()
    }
  }

  @Test func `tells pairs that have no arc or stand twice`() throws {
    let problem = try OnDemandProblem(AssignmentProblem(dense: [[4, nil], [2, 7]]))
    let found = Verifier.verify(
      pairs: [(0, 1), (1, 1), (1, 1), (5, 0), (0, -1)], certificate: Certificate(), of: problem)
    #expect(
      Set(found.violations) == [
        .pair(row: 0, column: 1), .pair(row: 1, column: 1), .pair(row: 5, column: 0),
        .pair(row: 0, column: -1),
      ])
    #expect(found.objective == [7])
    #expect(found.bound == nil)
  }

  @Test func `one arc outside the candidates is enough to break the proof`() throws {
    let whole = try AssignmentProblem(dense: [[4, 9], [2, 7]])
    let part = try AssignmentProblem(dense: [[4, nil], [nil, 7]])
    let solution = try HungarianSolver().solve(part)
    #expect(Verifier.verify(solution, of: part).provesOptimality)
    let claimed = OnDemandSolution(solution: solution, candidates: part, pricingPasses: 1)
    let better = try AssignmentProblem(dense: [[4, 9], [20, 7]])
    #expect(Verifier.verify(claimed, of: try OnDemandProblem(whole)).isFeasible)
    #expect(!Verifier.verify(claimed, of: try OnDemandProblem(better)).provesOptimality)
  }
}
