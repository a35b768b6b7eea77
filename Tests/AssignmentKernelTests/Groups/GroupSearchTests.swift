import AssignmentKernel
import SolverConformance
import Synchronization
import Testing

@Suite struct GroupSearchTests {
  /// Rows that ask for topics, and columns that offer them from three rows up.
  private static func topics(
    rows: Int, columns: Int, seed: UInt64, tiers: Int = 1
  ) throws -> GroupProblem {
    var generator = SplitMix64(seed: seed)
    let offered = (0..<columns).map { _ in Int.random(in: 0..<6, using: &generator) }
    let lists = (0..<rows).map { _ in
      let wanted = Set((0..<2).map { _ in Int.random(in: 0..<6, using: &generator) })
      return (0..<columns).filter { wanted.contains(offered[$0]) }
    }
    let count = lists.reduce(0) { $0 + $1.count }
    let fit = (0..<count).map { _ in Int64.random(in: 100...900, using: &generator) }
    return try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(columnsOfRows: lists, columns: columns),
        tiers: tiers == 1 ? [fit] : [fit.map { _ in 1 }, fit],
        rowDemand: Array(repeating: .upTo(1), count: rows),
        columnLoad: Array(repeating: Bounds(lower: 3, upper: 6), count: columns),
        columnGroups: stride(from: 0, to: columns - 1, by: 2).map {
          NodeGroup([$0, $0 + 1], .upTo(7))
        }),
      mayClose: Array(repeating: true, count: columns))
  }

  @Test(arguments: seeds(6))
  func `proves larger groups, and the same problem gives the same arcs`(seed: UInt64) throws {
    let problem = try Self.topics(rows: 30, columns: 12, seed: seed, tiers: 1 + Int(seed % 2))
    let solution = try GroupSearch().solve(problem)
    #expect(solution.status == .optimal)
    #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
    #expect(try GroupSearch().solve(problem) == solution)
  }

  @Test func `a few questions prove a hundred mentees`() throws {
    let prices = try (1...4 as ClosedRange<UInt64>).map { seed in
      let problem = try Self.topics(rows: 100, columns: 40, seed: seed)
      let solution = try GroupSearch().solve(problem)
      #expect(solution.status == .optimal)
      return solution.proof.prices.count
    }
    #expect(prices.reduce(0, +) < 40, "\(prices)")
  }

  @Test func `rules that cross are priced, so that few questions prove what they cost`() throws {
    let prices = try (1...2 as ClosedRange<UInt64>).map { seed in
      let problem = try Self.topics(rows: 36, columns: 12, seed: seed)
      let columns = Array(0..<12)
      var generator = SplitMix64(seed: seed)
      let traits = (0..<2).map { _ in
        (0..<36).map { _ in Bool.random(using: &generator) }
      }
      let rules = traits.flatMap { trait in
        [true, false].map { kind in
          CompositionRule(
            columns: columns, rows: trait.indices.filter { trait[$0] == kind },
            Bounds(lower: 1, upper: 3))
        }
      }
      let ruled = try GroupProblem(
        problem.assignment, mayClose: problem.mayClose, rules: rules)
      let solution = try GroupSearch().solve(ruled)
      #expect(solution.status == .optimal)
      #expect(GroupConformance.claimFaults(of: solution, in: ruled) == [])
      return solution.proof.prices.count
    }
    #expect(prices.reduce(0, +) < 300, "\(prices)")
  }

  @Test func `stopped, it gives a plan with a bound and a gap`() throws {
    let problem = try Self.topics(rows: 160, columns: 90, seed: 3, tiers: 2)
    let solution = try GroupSearch().solve(
      problem, limits: SolveLimits(deadline: .now.advanced(by: .seconds(1))))
    #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
  }

  @Test func `a start is never made worse, and a bad one does no harm`() throws {
    let problem = try Self.topics(rows: 24, columns: 8, seed: 5)
    let best = try GroupSearch().solve(problem)
    let weight = GroupVerifier.verify(best, of: problem).objective
    for start in [
      best.arcs, [0, 0, -4, 1_000_000], [2, 1], Array(0..<problem.assignment.arcs.count),
    ] {
      let solution = try GroupSearch().solve(problem, from: start, limits: .none)
      #expect(solution.status == .optimal)
      #expect(GroupVerifier.verify(solution, of: problem).objective == weight)
    }
  }

  @Test func `like groups do not multiply the work`() throws {
    let problem = try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 31, columns: 14),
        tiers: [(0..<31 * 14).map { Int64(100 + $0 / 14 % 7) }],
        rowDemand: Array(repeating: .upTo(1), count: 31),
        columnLoad: Array(repeating: Bounds(lower: 4, upper: 5), count: 14)),
      mayClose: Array(repeating: true, count: 14), opening: [Array(repeating: -30, count: 14)])
    let solution = try GroupSearch().solve(problem)
    #expect(solution.status == .optimal)
    #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
    #expect(solution.proof.trees[0].count < 200)
  }

  @Test func `tells how far it has come`() throws {
    let problem = try Self.topics(rows: 30, columns: 12, seed: 2)
    let reports = Mutex<[SolveProgress]>([])
    let solution = try GroupSearch().solve(
      problem,
      limits: SolveLimits(onProgress: { report in reports.withLock { $0.append(report) } }))
    let told = reports.withLock { $0 }
    #expect(!told.isEmpty)
    let best = Double(GroupVerifier.verify(solution, of: problem).objective[0])
    for report in told {
      #expect(report.bound ?? .infinity >= best)
      #expect(report.objective ?? 0 <= best)
    }
  }
}
