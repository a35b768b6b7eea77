import AssignmentKernel
import SolverConformance
import Testing

/// What the search answers when the time is up before it begins.
struct GroupSearchWithoutTimeTests {
  private let over = SolveLimits(deadline: .now)

  /// Six rows, each with the weights of two closed columns of two or three rows.
  private func problem(
    _ first: [Int64], _ second: [Int64], rules: [CompositionRule] = [],
    companies: [Company] = [], openLimits: [OpenLimit] = [], together: Bounds = .upTo(6)
  ) throws -> GroupProblem {
    try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 6, columns: 2), tiers: [zip(first, second).flatMap { [$0, $1] }],
        rowDemand: Array(repeating: .upTo(1), count: 6),
        columnLoad: Array(repeating: Bounds(lower: 2, upper: 3), count: 2),
        columnGroups: [NodeGroup([0, 1], together)]),
      mayClose: [true, true], rules: rules, companies: companies, openLimits: openLimits)
  }

  private func pairs(_ problem: GroupProblem) throws -> [[Int]] {
    let solution = try GroupSearch().solve(problem, from: nil, limits: over)
    #expect(solution.status == .feasible)
    #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
    return (0..<2).map { column in
      solution.arcs.filter { $0 % 2 == column }.map { $0 / 2 }
    }
  }

  private let falling: [Int64] = [9, 8, 7, 6, 5, 4]
  private let ones: [Int64] = [1, 1, 1, 1, 1, 1]

  @Test func `the best rows stand in the best column, the others in the next`() throws {
    #expect(try pairs(problem(falling, ones)) == [[0, 1, 2], [3, 4, 5]])
    #expect(try pairs(problem(ones, falling)) == [[3, 4, 5], [0, 1, 2]])
  }

  @Test func `a column stays closed where it costs more than it brings or can't be filled`() throws
  {
    let costs: [Int64] = [-1, -1, -1, -1, -1, -1]
    #expect(try pairs(problem(falling, costs)) == [[0, 1, 2], []])
    #expect(try pairs(problem(falling, ones, together: .upTo(4))) == [[0, 1, 2], []])
  }

  @Test func `rules, companies and limits hold`() throws {
    let apart = CompositionRule(columns: [0, 1], rows: [0, 1], .upTo(1))
    #expect(try pairs(problem(falling, ones, rules: [apart])) == [[0, 2, 3], [1, 4, 5]])
    let some = CompositionRule(columns: [0], rows: [5], .exactly(1))
    #expect(try pairs(problem(falling, ones, rules: [some])) == [[], [0, 1, 2]])
    let company = Company(rows: [2, 3], columns: [0, 1])
    #expect(try pairs(problem(falling, ones, companies: [company])) == [[0, 1, 4], [2, 3, 5]])
    let one = OpenLimit(columns: [0, 1], .upTo(1))
    #expect(try pairs(problem(falling, ones, openLimits: [one])) == [[0, 1, 2], []])
  }

  @Test func `a better start is kept`() throws {
    let problem = try problem(falling, [8, 8, 8, 1, 1, 1])
    let best = try GroupSearch().solve(problem)
    #expect(try GroupSearch().solve(problem, from: best.arcs, limits: over).arcs == best.arcs)
  }

  @Test(arguments: seeds(8))
  func `what is claimed holds for random problems, most of which have a plan`(
    block: UInt64
  ) throws {
    var planned = 0
    for seed in block * 100..<(block + 1) * 100 {
      let problem = GroupProblem.random(seed: seed, maxRows: 8, maxColumns: 5, maxTiers: 3)
      let solution = try GroupSearch().solve(problem, from: nil, limits: over)
      #expect(GroupConformance.claimFaults(of: solution, in: problem) == [], "seed \(seed)")
      if solution.status == .feasible { planned += 1 }
    }
    #expect(planned > 50)
  }
}
