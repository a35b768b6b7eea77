import AssignmentKernel
import SolverConformance
import Testing

@Suite struct HungarianSolverTests {
  @Test func `computes in 128 bits where 64 do not suffice`() throws {
    let huge = Int64.max - 5
    let problem = try AssignmentProblem(
      dense: [[huge, 1], [huge - 1, -huge]], rowDemand: .exactly(1))
    let solution = try HungarianSolver().solve(problem)
    #expect(solution.pairs(in: problem).map(\.column) == [1, 0])
    #expect(Verifier.verify(solution, of: problem).provesOptimality)
  }

  @Test func `leaves a row alone where every arc would lose`() throws {
    let problem = try AssignmentProblem(dense: [[-1, -2], [3, -5]])
    #expect(try HungarianSolver().solve(problem).arcs == [2])
  }

  @Test func `stops when the time is up and still bounds what could be reached`() throws {
    let problem = AssignmentProblem.random(seed: 11, maxRows: 40, maxColumns: 40)
    let relaxed = try AssignmentProblem(
      arcs: problem.arcs, tiers: problem.tiers,
      rowDemand: problem.rowDemand.map { .upTo($0.upper) },
      columnLoad: problem.columnLoad.map { .upTo($0.upper) })
    let stopped = try HungarianSolver().solve(
      relaxed, limits: SolveLimits(deadline: .now - .seconds(1)))
    #expect(stopped.status == .feasible)
    let found = Verifier.verify(stopped, of: relaxed)
    let best = Verifier.verify(try HungarianSolver().solve(relaxed), of: relaxed)
    #expect(found.isFeasible)
    let bound = try #require(found.bound)
    #expect(bound[0] >= best.objective[0])
  }

  @Test func `gives the same plan every time`() throws {
    let problem = AssignmentProblem.random(seed: 7, maxRows: 40, maxColumns: 40, maxTiers: 2)
    #expect(try HungarianSolver().solve(problem) == HungarianSolver().solve(problem))
  }

  @Test func `agrees with itself on a dense and a sparse statement of one problem`() throws {
    let matrix: [[Int64?]] = (0..<30).map { row in
      (0..<20).map { Int64((row * 37 + $0 * 101) % 53) }
    }
    let dense = try AssignmentProblem(dense: matrix, columnLoad: .upTo(2))
    let sparse = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: matrix.map { Array($0.indices) }, columns: 20),
      tiers: dense.tiers, rowDemand: dense.rowDemand, columnLoad: dense.columnLoad)
    let inDense = Verifier.verify(try HungarianSolver().solve(dense), of: dense)
    let inSparse = Verifier.verify(try HungarianSolver().solve(sparse), of: sparse)
    #expect(inDense.provesOptimality && inSparse.provesOptimality)
    #expect(inDense.objective == inSparse.objective)
  }
}
