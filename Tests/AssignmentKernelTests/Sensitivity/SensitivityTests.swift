import AssignmentKernel
import SolverConformance
import Testing

@Suite struct SensitivityTests {
  @Test(arguments: seeds(16))
  func `answers as a new solve of the changed problem does`(block: UInt64) throws {
    for seed in block * 75..<(block + 1) * 75 {
      let problem = AssignmentProblem.random(
        seed: 10_000 + seed, maxRows: 7, maxColumns: 6, maxTiers: 3)
      guard let check = try SensitivityFaults(problem) else { continue }
      for place in problem.places {
        #expect(try check.ofOneMore(place) == [], "seed \(seed)")
      }
      for arc in problem.arcs.indices {
        #expect(try check.ofForcing(arc) == [], "seed \(seed)")
        #expect(try check.ofForbidding(arc) == [], "seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds(16))
  func `finds the second-best of all plans, and what is open`(block: UInt64) throws {
    for seed in block * 100..<(block + 1) * 100 {
      let problem = AssignmentProblem.random(
        seed: 20_000 + seed, maxRows: 4, maxColumns: 3, maxTiers: 3)
      guard let check = try SensitivityFaults(problem) else { continue }
      #expect(check.ofOtherPlans() == [], "seed \(seed)")
    }
  }

  @Test(arguments: seeds(8))
  func `answers on larger problems`(block: UInt64) throws {
    for seed in block * 3..<(block + 1) * 3 {
      let problem = AssignmentProblem.random(
        seed: 30_000 + seed, maxRows: 40, maxColumns: 25, maxTiers: 3)
      guard let check = try SensitivityFaults(problem) else { continue }
      for place in problem.places.prefix(12) {
        #expect(try check.ofOneMore(place) == [], "seed \(seed)")
      }
      for arc in problem.arcs.indices.prefix(400) where arc % 37 == 0 {
        #expect(try check.ofForcing(arc) == [], "seed \(seed)")
      }
      for arc in check.solution.arcs.prefix(12) {
        #expect(try check.ofForbidding(arc) == [], "seed \(seed)")
      }
    }
  }

  /// Losses of 64 bits a tier and of several tiers fit no single number.
  @Test(arguments: [UInt64(16), 32])
  func `answers in every tier where weights are huge`(bits: UInt64) throws {
    for seed in UInt64(0)..<150 {
      var parts = ProblemParts(
        .random(seed: 40_000 + seed, maxRows: 4, maxColumns: 3, maxTiers: 3))
      parts.tiers = parts.tiers.map { $0.map { $0 << Int64(bits) } }
      guard let check = try SensitivityFaults(parts.problem()) else { continue }
      #expect(check.ofOtherPlans() == [], "seed \(seed)")
      for place in check.problem.places {
        #expect(try check.ofOneMore(place) == [], "seed \(seed)")
      }
      for arc in check.problem.arcs.indices {
        #expect(try check.ofForcing(arc) == [], "seed \(seed)")
        #expect(try check.ofForbidding(arc) == [], "seed \(seed)")
      }
    }
  }
}
