import AssignmentKernel
import SolverConformance
import Testing

/// Many rows, nearly all values different.
@Suite struct LargeFairnessTests {
  /// Values without structure, and products, where all rows want the same columns.
  enum Values: CaseIterable {
    case uniform
    case products
  }

  private func problem(of values: Values) throws -> AssignmentProblem {
    var generator = SplitMix64(seed: 5)
    func draw(_ count: Int, below limit: Int64) -> [Int64] {
      (0..<count).map { _ in Int64.random(in: 0..<limit, using: &generator) }
    }
    let (rows, columns) = (draw(200, below: 1000), draw(60, below: 1000))
    let matrix: [[Int64?]] = rows.map { row in
      switch values {
      case .uniform: draw(60, below: 1_000_000)
      case .products: columns.map { row * $0 }
      }
    }
    return try AssignmentProblem(dense: matrix, rowDemand: .exactly(1), columnLoad: .upTo(4))
  }

  @Test(arguments: Values.allCases)
  func `raises every value of a large plan as far as it goes`(values: Values) throws {
    let problem = try problem(of: values)
    let leximin = try HungarianSolver().solve(problem, fairness: .leximin)
    #expect(Verifier.verify(leximin.solution, of: leximin.problem).provesOptimality)
    #expect(leximin.problem.tiers.count < 60)

    let bottleneck = try HungarianSolver().solve(problem, fairness: .bottleneckThenSum)
    let ceiling = try #require(bottleneck.ceiling)
    #expect(Verifier.verify(bottleneck.solution, of: bottleneck.problem).provesOptimality)
    #expect(Verifier.verify(ceiling.solution, of: ceiling.problem).provesOptimality)
    #expect(bottleneck.worst == leximin.worst)

    let sum = try HungarianSolver().solve(problem)
    let weights = problem.tiers[0]
    func sorted(_ plan: [Int]) -> [Int64] { plan.map { weights[$0] }.sorted() }
    for plan in [bottleneck.solution.arcs, sum.arcs] {
      #expect(!sorted(leximin.solution.arcs).lexicographicallyPrecedes(sorted(plan)))
    }
  }
}
