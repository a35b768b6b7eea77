import AssignmentKernel
import MentoringModel
import SolverConformance
import Testing

@testable import Matching

@Suite struct KeptScoresTests {
  private func pairs(seed: UInt64) throws -> ScoredPairs {
    let random = RandomBank(seed: seed, day: try #require(CalendarDate("2024-09-25")))
    let matcher = Matcher(programme: random.programme, bank: random.bank)
    var builder = ProblemBuilder(
      programme: random.programme, bank: random.bank, pins: matcher.pins,
      rosters: matcher.rosters)
    for roster in matcher.rosters { builder.addPeople(of: roster) }
    return ScoredPairs(matcher.rosters, builder)
  }

  @Test(arguments: 0..<4)
  func `the greatest pairs of a row are those among all of its pairs`(block: UInt64) throws {
    var leftOut = 0
    for seed in block * 40..<(block + 1) * 40 {
      let plain = try pairs(seed: seed)
      let kept = plain.keepingFits(mostBytes: .max, limits: .none)
      var random = SplitMix64(seed: seed)
      let value = ArcValue(
        scale: TierScale(
          factors: plain.goals.map { _ in Int64.random(in: 0...3, using: &random) },
          bases: plain.goals.map { _ in 0 }),
        prices: prices(of: plain, in: 0...4_000, &random))
      for row in plain.rows.indices {
        var (all, some) = (arcs(plain), arcs(plain))
        plain.fill(&all, ofRow: row)
        kept.fill(&some, ofRow: row, greatest: 2, by: value)
        let limit = all.gains(value).sorted(by: >).dropFirst(1).first ?? .min
        #expect(all.contains(some), "seed \(seed), row \(row)")
        #expect(
          some.gains(value).count { $0 >= limit } == all.gains(value).count { $0 >= limit },
          "seed \(seed), row \(row)")
        leftOut += all.count - some.count
      }
    }
    #expect(leftOut > 0)
  }

  @Test(arguments: 0..<4)
  func `pairs that could better a plan are never left out, and few others are in`(
    block: UInt64
  ) throws {
    var leftOut = 0
    for seed in block * 40..<(block + 1) * 40 {
      let plain = try pairs(seed: seed)
      let kept = plain.keepingFits(mostBytes: .max, limits: .none)
      var random = SplitMix64(seed: seed)
      let count = plain.goals.count
      let columns = plain.scorers.reduce(0) { $0 + $1.table.count }
      let some: [Int64] = [0, 0, 1, -1, 2_000]
      let prices = NarrowPotentials(
        rows: (0..<plain.rows.count * count).map { _ in some.randomElement(using: &random) ?? 0 },
        columns: (0..<columns * count).map { _ in -(some.randomElement(using: &random) ?? 0) })
      for row in plain.rows.indices {
        var (all, found) = (arcs(plain), arcs(plain))
        plain.fill(&all, ofRow: row)
        kept.fill(&found, ofRow: row, positiveAt: prices)
        #expect(all.contains(found), "seed \(seed), row \(row)")
        let positive = all.columns.indices.filter { arc in
          for tier in 0..<count {
            let column = Int(all.columns[arc])
            let profit = prices.rows[row * count + tier] - prices.columns[column * count + tier]
            let weight: Int64 = all.weights[arc * count + tier]
            if weight != profit { return weight > profit }
          }
          return false
        }
        #expect(
          Set(positive.map { all.columns[$0] }).isSubset(of: found.columns),
          "seed \(seed), row \(row)")
        leftOut += all.count - found.count
      }
    }
    #expect(leftOut > 0)
  }

  @Test(arguments: [0, 100, .max])
  func `the plan does not depend on how many scores are kept`(mostBytes: Int) throws {
    for seed in 0..<30 as Range<UInt64> {
      let plain = try pairs(seed: seed)
      let random = RandomBank(seed: seed, day: try #require(CalendarDate("2024-09-25")))
      let matcher = Matcher(programme: random.programme, bank: random.bank)
      let problem = try matcher.makeOnDemandProblem().problem
      let options = OnDemandOptions(candidateCount: 1, listLength: 2)
      let expected = try HungarianSolver().solve(problem, options: options)
      let found = try HungarianSolver().solve(
        problem.replacingSource(plain.keepingFits(mostBytes: mostBytes, limits: .none)),
        options: options)
      #expect(
        found.pairs.map { [$0.row, $0.column] } == expected.pairs.map { [$0.row, $0.column] },
        "seed \(seed)")
      #expect(Verifier.verify(found, of: problem).provesOptimality, "seed \(seed)")
    }
  }

  @Test func `a fit that two bytes do not hold is scored when it is asked for`() {
    let kept = KeptScores(rowCount: 130, mostBytes: .max, limits: .none) { row in
      ([1, 70, 200], [Int32(row), 7, row == 129 ? 65_536 : 65_535])
    }
    #expect(kept[129] == nil)
    var met: [[Int64]] = []
    kept[65]?.withEach { met.append([Int64($0), $1]) }
    #expect(met == [[1, 65], [70, 7], [200, 65_535]])
  }

  @Test func `nothing is kept beyond the room`() {
    let kept = KeptScores(rowCount: 6_400, mostBytes: 1, limits: .none) { _ in ([0], [1]) }
    // Threads may have begun a run each before the room was full.
    #expect((0..<100).count { kept[$0 * 64] != nil } < 100)
    #expect(kept[0]?.fits == [1])
  }

  private func arcs(_ pairs: ScoredPairs) -> RowArcs { RowArcs(tierCount: pairs.goals.count) }

  private func prices(
    of pairs: ScoredPairs, in range: ClosedRange<Int64>, _ random: inout SplitMix64
  ) -> [Int64] {
    (0..<pairs.scorers.reduce(0) { $0 + $1.table.count }).map { _ in
      Int64.random(in: range, using: &random)
    }
  }
}

extension RowArcs {
  /// Whether all of `other` stand here with the same weights.
  fileprivate func contains(_ other: RowArcs) -> Bool {
    other.columns.indices.allSatisfy { arc in
      guard let place = columns.firstIndex(of: other.columns[arc]) else { return false }
      return weights[place * tierCount..<(place + 1) * tierCount]
        == other.weights[arc * tierCount..<(arc + 1) * tierCount]
    }
  }

  fileprivate func gains(_ value: ArcValue) -> [Int64] {
    columns.indices.map { arc in
      (0..<tierCount).reduce(-value.prices[Int(columns[arc])]) {
        $0 + value.scale.factors[$1] * weights[arc * tierCount + $1]
      }
    }
  }
}
