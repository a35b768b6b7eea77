import AssignmentKernel
import SolverConformance
import Testing

@Suite struct WarmStartTests {
  @Test(arguments: seeds(16))
  func `an earlier answer leads to the same objective, proved`(block: UInt64) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let change = try RandomChange(seed: seed)
      let solver = HungarianSolver()
      let before = try solver.solve(change.old)
      let start = before.carried(from: change.old, to: change.new, by: change.change)
      let warm = try solver.solve(change.new, from: start)
      let cold = try solver.solve(change.new)
      #expect(warm.status == cold.status, "seed \(seed)")
      let proof = Verifier.verify(warm, of: change.new)
      #expect(proof.confirms(warm.status), "seed \(seed)")
      #expect(proof.objective == Verifier.verify(cold, of: change.new).objective, "seed \(seed)")
    }
  }

  @Test func `a solution starts its own problem and stays`() throws {
    for seed in 0..<50 as Range<UInt64> {
      let problem = AssignmentProblem.random(seed: seed, maxRows: 30, maxColumns: 20, maxTiers: 2)
      let solution = try HungarianSolver().solve(problem)
      guard solution.status == .optimal else { continue }
      let again = try HungarianSolver().solve(problem, from: solution)
      #expect(Verifier.verify(again, of: problem).provesOptimality)
    }
  }

  @Test func `a start that makes no sense does no harm`() throws {
    let problem = try AssignmentProblem(dense: [[5, 4], [3, 6]])
    let nonsense = Solution(
      status: .optimal, arcs: [0, 1, 2, 3, 99, -4],
      certificate: Certificate(tiers: [Potentials(rows: [], columns: [.max, -7])]))
    let solution = try HungarianSolver().solve(problem, from: nonsense)
    #expect(solution.arcs == [0, 3])
    #expect(Verifier.verify(solution, of: problem).provesOptimality)
  }
}
