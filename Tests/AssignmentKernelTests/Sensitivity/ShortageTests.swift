import AssignmentKernel
import SolverConformance
import Testing

@Suite struct ShortageTests {
  @Test(arguments: seeds(16))
  func `what blocks many rows is what blocks each by itself`(block: UInt64) throws {
    for seed in block * 40..<(block + 1) * 40 {
      let problem = AssignmentProblem.random(
        seed: 50_000 + seed, maxRows: 14, maxColumns: 6, maxTiers: 1)
      let solution = try HungarianSolver().solve(problem)
      guard solution.status == .optimal else { continue }
      let used = Set(solution.arcs.map { problem.arcs.row(ofArc: $0) })
      let fixed = Set(solution.arcs.filter { ($0 &+ Int(seed)) % 5 == 0 })
      let search = ShortageSearch(problem, plan: solution.arcs, fixed: fixed)
      let rows = (0..<problem.rowCount).filter { !used.contains($0) }
      let (sets, ofRow) = search.shortages(of: rows)
      for (row, index) in zip(rows, ofRow) {
        #expect(index.map { sets[$0] } == search.shortage(of: row), "seed \(seed)")
      }
      #expect(Set(sets).count == sets.count, "seed \(seed)")
      #expect(Set(ofRow.compactMap { $0 }).count == sets.count, "seed \(seed)")
    }
  }

  @Test(arguments: seeds(16))
  func `a row that can find a place by moves is not blocked, and every other one is`(
    block: UInt64
  ) throws {
    for seed in block * 25..<(block + 1) * 25 {
      var parts = ProblemParts(
        .random(seed: 60_000 + seed, maxRows: 6, maxColumns: 4, maxTiers: 1))
      // A plan that is not the largest: some of the arcs that a random order takes are dropped.
      parts.tiers = [parts.arcs.indices.map { Int64($0 * 7919 % 13) - 6 }]
      parts.rowDemand = parts.rowDemand.map { _ in .upTo(1) }
      parts.columnLoad = parts.columnLoad.map { .upTo($0.upper) }
      parts.rowGroups = []
      parts.columnGroups = []
      let problem = try parts.problem()
      let plan = try HungarianSolver().solve(problem).arcs
      let used = Set(plan.map { problem.arcs.row(ofArc: $0) })
      let rows = (0..<problem.rowCount).filter { !used.contains($0) }
      let (sets, ofRow) = ShortageSearch(problem, plan: plan).shortages(of: rows)
      for (row, index) in zip(rows, ofRow) {
        let isHelped = try matches(problem, [row] + used) > plan.count
        let hasArc = !problem.arcs.arcs(ofRow: row).isEmpty
        #expect((index != nil) == (hasArc && !isHelped), "seed \(seed)")
        guard let index else { continue }
        #expect(sets[index].rows.contains(row) && sets[index].rows.count > sets[index].capacity)
      }
    }
  }

  /// The most of some rows that find a place.
  private func matches(_ problem: AssignmentProblem, _ rows: [Int]) throws -> Int {
    var parts = ProblemParts(problem)
    let some = Set(rows)
    parts.tiers = [
      problem.arcs.indices.map { some.contains(problem.arcs.row(ofArc: $0)) ? 1 : 0 }
    ]
    let arcs = try HungarianSolver().solve(parts.problem()).arcs
    return arcs.count { some.contains(problem.arcs.row(ofArc: $0)) }
  }
}
