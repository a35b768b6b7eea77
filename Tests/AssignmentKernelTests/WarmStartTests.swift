import AssignmentKernel
import SolverConformance
import Testing

/// A random change of a random problem.
private struct Change {
  let old: AssignmentProblem
  let new: AssignmentProblem
  let change: ProblemChange

  init(seed: UInt64) throws {
    var source = SplitMix64(seed: seed &* 31 &+ 7)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &source) < percent }
    let old = AssignmentProblem.random(seed: seed, maxRows: 25, maxColumns: 20, maxTiers: 3)
    let isRegrouped = chance(30)
    let rows = isRegrouped ? (0..<old.rowCount).filter { _ in chance(85) } : Array(0..<old.rowCount)
    let columns =
      isRegrouped ? (0..<old.columnCount).filter { _ in chance(85) } : Array(0..<old.columnCount)
    var tiers = old.tiers.map { _ in [Int64]() }
    var arcs: [[Int]] = []
    for row in rows {
      var kept: [Int] = []
      for (place, column) in columns.enumerated() {
        guard let arc = old.arcs.arc(row: row, column: column), !chance(5) else { continue }
        kept.append(place)
        for tier in tiers.indices {
          tiers[tier].append(
            old.tiers[tier][arc] + (chance(10) ? Int64.random(in: -3...3, using: &source) : 0))
        }
      }
      arcs.append(kept)
    }
    self.old = old
    new = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: arcs, columns: columns.count), tiers: tiers,
      rowDemand: rows.map { old.rowDemand[$0] },
      columnLoad: columns.map { column in
        let load = old.columnLoad[column]
        return chance(10) ? Bounds(lower: load.lower, upper: load.upper + 1) : load
      },
      rowGroups: isRegrouped ? [] : old.rowGroups.groups(of: old.rowCount),
      columnGroups: isRegrouped ? [] : old.columnGroups.groups(of: old.columnCount))
    change = ProblemChange(rowOrigin: rows, columnOrigin: columns)
  }
}

extension GroupForest {
  /// The groups with their members, inner ones first.
  fileprivate func groups(of memberCount: Int) -> [NodeGroup] {
    (0..<count).map { group in
      let members = (0..<memberCount).filter { member in
        var above = parentOfMember[member]
        while above >= 0, above != Int32(group) { above = parentOfGroup[Int(above)] }
        return above == Int32(group)
      }
      return NodeGroup(members, bounds[group])
    }
  }
}

@Suite struct WarmStartTests {
  @Test(arguments: 0..<16)
  func `an earlier answer leads to the same objective, proved`(block: UInt64) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let change = try Change(seed: seed)
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
