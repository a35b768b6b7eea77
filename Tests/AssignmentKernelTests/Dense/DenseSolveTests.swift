import SolverConformance
import Testing

@testable import AssignmentKernel

@Suite struct DenseSolveTests {
  private let solve: Conformance.Solve = { try HungarianSolver().solve($0) }

  @Test(arguments: DenseKind.allCases)
  func `agrees with brute force on small dense problems`(kind: DenseKind) throws {
    for seed in 0..<40 as Range<UInt64> {
      let problem = try AssignmentProblem.dense(kind, seed: seed, largest: 5)
      #expect(try Conformance.faultsByBruteForce(problem, solve: solve) == [], "seed \(seed)")
    }
  }

  @Test(arguments: DenseKind.allCases)
  func `proves its answers, and finds the value of the other way`(kind: DenseKind) throws {
    for seed in 0..<8 as Range<UInt64> {
      let problem = try AssignmentProblem.dense(kind, seed: seed, largest: 70)
      #expect(try Conformance.faultsByProof(problem, solve: solve) == [], "seed \(seed)")
      let listed = try problem.listed()
      let (dense, other) = try (solve(problem), solve(listed))
      #expect(dense.status == other.status, "seed \(seed)")
      #expect(
        Conformance.totals(of: dense, in: problem) == Conformance.totals(of: other, in: listed),
        "seed \(seed)")
    }
  }

  @Test(arguments: DenseKind.allCases)
  func `solves a changed dense problem from the answer before`(kind: DenseKind) throws {
    for seed in 0..<12 as Range<UInt64> {
      let old = try AssignmentProblem.dense(kind, seed: seed, largest: 30)
      let before = try solve(old)
      var source = SplitMix64(seed: seed)
      var weights = old.tiers[0]
      var loads = old.columnLoad
      for _ in 0..<3 {
        let arc = Int.random(in: weights.indices, using: &source)
        weights[arc] = weights[Int.random(in: weights.indices, using: &source)]
        let column = Int.random(in: loads.indices, using: &source)
        loads[column].upper = min(loads[column].upper + Int.random(in: 0...2, using: &source), 99)
      }
      let new = try AssignmentProblem(
        arcs: old.arcs, tiers: [weights], rowDemand: old.rowDemand, columnLoad: loads)
      let (warm, cold) = try (HungarianSolver().solve(new, from: before), solve(new))
      #expect(warm.status == cold.status, "seed \(seed)")
      #expect(Verifier.verify(warm, of: new).confirms(warm.status), "seed \(seed)")
      #expect(
        Conformance.totals(of: warm, in: new) == Conformance.totals(of: cold, in: new),
        "seed \(seed)")
    }
  }

  @Test func `takes only what it can solve`() throws {
    func isTaken(
      _ weights: [Int64] = [1, 2, 3, 4], rows: [Bounds] = [.upTo(1), .exactly(1)],
      columns: [Bounds] = [.upTo(3), .upTo(1)], group: [NodeGroup] = []
    ) throws -> Bool {
      let problem = try AssignmentProblem(
        arcs: ArcPattern(rows: 2, columns: 2), tiers: [weights], rowDemand: rows,
        columnLoad: columns, columnGroups: group)
      return DenseSolve.solve(problem, from: nil, limits: .none) != nil
    }
    #expect(try isTaken())
    #expect(try isTaken([1 << 40, -(1 << 40), 0, 7]))
    #expect(try !isTaken([1 << 62, -(1 << 62), 0, 7]))
    #expect(try !isTaken([.max, .min, 0, 7]))
    #expect(try !isTaken(rows: [.upTo(2), .upTo(1)]))
    #expect(try !isTaken(columns: [.exactly(1), .upTo(1)]))
    #expect(try !isTaken(rows: [.exactly(1), .exactly(1)], columns: [.upTo(1), .upTo(0)]))
    #expect(try !isTaken(columns: [.upTo(0), .upTo(0)]))
    #expect(try !isTaken(group: [NodeGroup([0, 1], .upTo(1))]))
    let listed = try AssignmentProblem(dense: [[1, 2], [3, 4]]).listed()
    #expect(DenseShape(listed) == nil)
  }

  @Test func `stops when the time is up and hands on how far it came`() throws {
    var isStopped = false
    for seed in 0..<10 as Range<UInt64> {
      let problem = try AssignmentProblem.dense(.profiles, seed: seed, largest: 60)
      let limits = SolveLimits(deadline: .now - .seconds(1))
      if case .stopped(let start) = DenseSolve.solve(problem, from: nil, limits: limits) {
        isStopped = true
        #expect(start.potentials.columns.count == problem.columnCount)
      }
      let solution = try HungarianSolver().solve(problem, limits: limits)
      #expect(Verifier.verify(solution, of: problem).confirms(solution.status), "seed \(seed)")
    }
    #expect(isStopped)
  }
}
