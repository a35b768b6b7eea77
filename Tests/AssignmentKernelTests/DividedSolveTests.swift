import AssignmentKernel
import SolverConformance
import Synchronization
import Testing

/// Random problems that have nothing in common, side by side in one problem.
private func sideBySide(_ problems: [AssignmentProblem]) throws -> AssignmentProblem {
  let tierCount = problems.map(\.tiers.count).max() ?? 1
  var columnsOfRows: [[Int]] = []
  var tiers = [[Int64]](repeating: [], count: tierCount)
  var (rowGroups, columnGroups): ([NodeGroup], [NodeGroup]) = ([], [])
  var (rowCount, columnCount) = (0, 0)
  for problem in problems {
    for row in 0..<problem.rowCount {
      let range = problem.arcs.arcs(ofRow: row)
      columnsOfRows.append(range.map { columnCount + problem.arcs.column(ofArc: $0) })
      for tier in tiers.indices {
        tiers[tier] += range.map { tier < problem.tiers.count ? problem.tiers[tier][$0] : 0 }
      }
    }
    rowGroups += problem.rowGroups.groups(of: problem.rowCount, from: rowCount)
    columnGroups += problem.columnGroups.groups(of: problem.columnCount, from: columnCount)
    rowCount += problem.rowCount
    columnCount += problem.columnCount
  }
  return try AssignmentProblem(
    arcs: ArcPattern(columnsOfRows: columnsOfRows, columns: columnCount), tiers: tiers,
    rowDemand: problems.flatMap(\.rowDemand), columnLoad: problems.flatMap(\.columnLoad),
    rowGroups: rowGroups, columnGroups: columnGroups)
}

extension GroupForest {
  fileprivate func groups(of memberCount: Int, from first: Int) -> [NodeGroup] {
    (0..<count).map { group in
      let members = (0..<memberCount).filter { member in
        var above = parentOfMember[member]
        while above >= 0, above != Int32(group) { above = parentOfGroup[Int(above)] }
        return above == Int32(group)
      }
      return NodeGroup(members.map { first + $0 }, bounds[group])
    }
  }
}

/// A problem of two to nine parts; without plan about as often as with one.
private func problemInParts(seed: UInt64) throws -> AssignmentProblem {
  var source = SplitMix64(seed: seed)
  var parts: [AssignmentProblem] = []
  let count = Int.random(in: 2...9, using: &source)
  var next = seed &* 1000
  while parts.count < count {
    let part = AssignmentProblem.random(seed: next, maxRows: 9, maxColumns: 7, maxTiers: 2)
    next += 1
    // Most parts have a plan, so that the whole often has one.
    let hasPlan = try HungarianSolver().solve(part).status == .optimal
    if hasPlan || Int.random(in: 0..<8, using: &source) == 0 { parts.append(part) }
  }
  return try sideBySide(parts)
}

/// Says what stopped it, and counts what it was asked.
private struct FailingSolver: AssignmentSolver {
  let name = "failing"
  let failsAt: Int

  func solveTier(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    guard problem.rowCount < failsAt else {
      throw .breakdown(solver: name, reason: "\(problem.rowCount) rows")
    }
    return try HungarianSolver().solveTier(problem, from: start, limits: limits)
  }
}

@Suite struct DividedSolveTests {
  private let undivided = Division(leastWeight: .max)

  @Test(arguments: seeds(12))
  func `parts solved apart make the optimum of the whole, proved`(block: UInt64) throws {
    for seed in block * 25..<(block + 1) * 25 {
      let problem = try problemInParts(seed: seed)
      let whole = try HungarianSolver().solve(problem, dividing: undivided)
      let divided = try HungarianSolver().solve(problem, dividing: Division(leastWeight: 16))
      #expect(divided.status == whole.status, "seed \(seed)")
      let proof = Verifier.verify(divided, of: problem)
      #expect(proof.confirms(divided.status), "seed \(seed)")
      #expect(proof.objective == Verifier.verify(whole, of: problem).objective, "seed \(seed)")
      #expect(divided.arcs == divided.arcs.sorted(), "seed \(seed)")
    }
  }

  @Test(arguments: seeds(8))
  func `the answer does not depend on the number of threads`(block: UInt64) throws {
    for seed in block * 20..<(block + 1) * 20 {
      let problem = try problemInParts(seed: seed)
      let one = try HungarianSolver().solve(
        problem, dividing: Division(leastWeight: 8, workers: 1))
      for workers in [2, 3, 16] {
        let several = try HungarianSolver().solve(
          problem, dividing: Division(leastWeight: 8, workers: workers))
        #expect(several == one, "seed \(seed), \(workers) threads")
      }
    }
  }

  @Test(arguments: seeds(8))
  func `an earlier answer is carried into the parts`(block: UInt64) throws {
    for seed in block * 20..<(block + 1) * 20 {
      let problem = try problemInParts(seed: seed)
      let division = Division(leastWeight: 8, workers: 2)
      let first = try HungarianSolver().solve(problem, dividing: division)
      let again = try HungarianSolver().solve(problem, from: first, dividing: division)
      #expect(Verifier.verify(again, of: problem).confirms(first.status), "seed \(seed)")
      // From its own optimum nothing has to move.
      if first.status == .optimal { #expect(again.arcs == first.arcs, "seed \(seed)") }
    }
  }

  @Test func `each part is asked about on its own`() throws {
    let small = try AssignmentProblem(dense: [[1, 2], [3, 4]])
    let problem = try sideBySide([small, small, small])
    let solver = FailingSolver(failsAt: 3)
    #expect(throws: SolverFailure.breakdown(solver: "failing", reason: "6 rows")) {
      try solver.solve(problem, dividing: undivided)
    }
    let divided = try solver.solve(problem, dividing: Division(leastWeight: 1, workers: 2))
    #expect(Verifier.verify(divided, of: problem).provesOptimality)
    #expect(Verifier.verify(divided, of: problem).objective == [15])
  }

  @Test func `the first failure or proof of no plan counts`() throws {
    let small = try AssignmentProblem(dense: [[1, 2], [3, 4]])
    let large = try AssignmentProblem(dense: [[1, 2], [3, 4], [5, 6]])
    let none = try AssignmentProblem(
      dense: [[1], [2]], rowDemand: .exactly(1), columnLoad: .upTo(1))
    let solver = FailingSolver(failsAt: 3)
    for workers in 1...4 {
      let division = Division(leastWeight: 1, workers: workers)
      #expect(throws: SolverFailure.breakdown(solver: "failing", reason: "3 rows")) {
        try solver.solve(try sideBySide([small, large, none, small]), dividing: division)
      }
      let problem = try sideBySide([small, none, large, small])
      let proof = try solver.solve(problem, dividing: division)
      #expect(proof.status == .infeasible)
      #expect(Verifier.verify(proof, of: problem).provesInfeasibility)
    }
  }

  @Test func `rows, columns and groups without arcs belong to some part`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: [[0], [], [2], [], [2]], columns: 5), tiers: [[4, 5, 6]],
      rowDemand: Array(repeating: .upTo(1), count: 5),
      columnLoad: Array(repeating: .upTo(1), count: 5),
      rowGroups: [NodeGroup([1], .upTo(1)), NodeGroup([], .upTo(0))],
      columnGroups: [NodeGroup([3, 4], .upTo(1)), NodeGroup([3], .upTo(1))])
    let solution = try HungarianSolver().solve(problem, dividing: Division(leastWeight: 1))
    #expect(solution.arcs == [0, 2])
    #expect(Verifier.verify(solution, of: problem).provesOptimality)
    let unmet = try AssignmentProblem(
      arcs: problem.arcs, tiers: problem.tiers,
      rowDemand: [.upTo(1), .exactly(1), .upTo(1), .upTo(1), .upTo(1)],
      columnLoad: problem.columnLoad)
    let proof = try HungarianSolver().solve(unmet, dividing: Division(leastWeight: 1))
    #expect(proof.status == .infeasible)
    #expect(Verifier.verify(proof, of: unmet).provesInfeasibility)
  }

  @Test func `a deadline holds for all parts`() throws {
    let small = try AssignmentProblem(dense: [[1, 2], [3, 4]])
    let problem = try sideBySide([small, small, small])
    let stopped = try HungarianSolver().solve(
      problem, limits: SolveLimits(deadline: .now - .seconds(1)),
      dividing: Division(leastWeight: 1, workers: 2))
    #expect(stopped.status == .feasible)
    let found = Verifier.verify(stopped, of: problem)
    #expect(found.isFeasible)
    #expect((found.bound?[0]).map { $0 >= 15 } ?? false)
  }

  @Test func `progress is told once for each part`() throws {
    let small = try AssignmentProblem(dense: [[1, 2], [3, 4]])
    let steps = Steps()
    _ = try HungarianSolver().solve(
      try sideBySide([small, small, small]),
      limits: SolveLimits { steps.note($0.steps) },
      dividing: Division(leastWeight: 1, workers: 2))
    #expect(steps.noted.sorted() == [1, 2, 3])
  }
}

/// What was told, from any thread.
private final class Steps: Sendable {
  private let list = Mutex<[Int]>([])

  var noted: [Int] { list.withLock { $0 } }

  func note(_ step: Int) { list.withLock { $0.append(step) } }
}
