import AssignmentKernel
import SolverConformance
import Testing

@Suite struct GroupObstacleTests {
  private func obstacles(
    rows: Int = 4, load: [Bounds] = [Bounds(lower: 2, upper: 3)], lists: [[Int]]? = nil,
    demand: [Bounds]? = nil, groups: [NodeGroup] = [], rules: [CompositionRule] = [],
    companies: [Company] = [], limits: [OpenLimit] = []
  ) throws -> [GroupObstacle] {
    let lists = lists ?? Array(repeating: Array(load.indices), count: rows)
    return try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(columnsOfRows: lists, columns: load.count),
        tiers: [Array(repeating: 1, count: lists.reduce(0) { $0 + $1.count })],
        rowDemand: demand ?? Array(repeating: .upTo(1), count: lists.count), columnLoad: load,
        columnGroups: groups),
      mayClose: load.map { _ in true }, rules: rules, companies: companies, openLimits: limits
    ).obstacles
  }

  @Test func `nothing stands in the way`() throws {
    #expect(
      try obstacles(rules: [CompositionRule(columns: [0], rows: [0, 1], .exactly(1))]) == [])
  }

  @Test func `too few rows`() throws {
    #expect(try obstacles(lists: [[0], []]) == [.tooFewRows(column: 0, has: 1, needs: 2)])
    #expect(
      try obstacles(lists: [[0], [0]], demand: [.upTo(1), .upTo(0)])
        == [.tooFewRows(column: 0, has: 1, needs: 2)])
  }

  @Test func `a rule asks for more of a kind than can stand there`() throws {
    let rule = CompositionRule(columns: [0], rows: [0, 3], Bounds(lower: 2, upper: 3))
    #expect(
      try obstacles(lists: [[0], [0], [0], []], rules: [rule])
        == [.ruleShort(rule: 0, column: 0, has: 1, needs: 2)])
  }

  @Test func `rules together need more than the column holds`() throws {
    let rules = [
      CompositionRule(columns: [0], rows: [0, 1], Bounds(lower: 2, upper: 2)),
      CompositionRule(columns: [0], rows: [2, 3], Bounds(lower: 2, upper: 2)),
      CompositionRule(columns: [0], rows: [0, 1, 2, 3], Bounds(lower: 1, upper: 4)),
    ]
    #expect(try obstacles(rules: rules) == [.rulesNeedMore(column: 0, needs: 4, has: 3)])
  }

  @Test func `rules that say at most leave too few places`() throws {
    let rules = [
      CompositionRule(columns: [0], rows: [0, 1], .upTo(0)),
      CompositionRule(columns: [0], rows: [0, 1, 2, 3], .upTo(1)),
    ]
    #expect(try obstacles(rules: rules) == [.rulesLeaveTooFew(column: 0, has: 1, needs: 2)])
    #expect(
      try obstacles(rules: [CompositionRule(columns: [0], rows: [0, 1, 2], .upTo(0))])
        == [.rulesLeaveTooFew(column: 0, has: 1, needs: 2)])
  }

  @Test func `two rules contradict each other`() throws {
    let rules = [
      CompositionRule(columns: [0], rows: [0, 1, 2], Bounds(lower: 3, upper: 3)),
      CompositionRule(columns: [0], rows: [1, 2, 3], .upTo(1)),
    ]
    #expect(
      try obstacles(rules: rules)
        == [.rulesContradict(rule: 0, other: 1, column: 0, needs: 2, has: 1)])
  }

  @Test func `a group around the column takes too few`() throws {
    #expect(
      try obstacles(groups: [NodeGroup([0], .upTo(1))])
        == [.groupTooSmall(group: 0, column: 0, has: 1, needs: 2)])
  }

  @Test func `companies too large, apart or nowhere`() throws {
    let company = Company(rows: [0, 1, 2], columns: [0])
    #expect(
      try obstacles(load: [Bounds(lower: 1, upper: 2)], companies: [company])
        == [.companyTooLarge(company: 0, size: 3, columns: [0], most: 2)])
    let apart = CompositionRule(columns: [0], rows: [0, 1], .upTo(1))
    #expect(
      try obstacles(load: [Bounds(lower: 1, upper: 3)], rules: [apart], companies: [company])
        == [.companyApart(company: 0, rule: 0, together: 2, most: 1, columns: [0])])
    let must = [Bounds.exactly(1), .upTo(1), .upTo(1), .upTo(1)]
    #expect(
      try obstacles(
        load: [Bounds(lower: 1, upper: 3)], lists: [[0], [0], [], [0]], demand: must,
        companies: [company])
        == [.companyNowhere(company: 0, row: 0), .rowShort(row: 0, has: 0, needs: 1)])
  }

  @Test func `a company whose size leaves no way to fill the column`() throws {
    let load = Bounds(lower: 3, upper: 3)
    let pairs = [Company(rows: [0, 1], columns: [0]), Company(rows: [2, 3], columns: [0])]
    #expect(try obstacles(load: [load], companies: pairs) == [.noWayToFill(column: 0)])
  }

  @Test func `limits that ask for more open columns than can be`() throws {
    let load = Array(repeating: Bounds(lower: 2, upper: 3), count: 3)
    #expect(
      try obstacles(
        load: load, lists: [[0, 1], [0, 1], [0], [0]],
        limits: [OpenLimit(columns: [0, 1, 2], Bounds(lower: 3, upper: 3))])
        == [.tooFewRows(column: 2, has: 0, needs: 2), .tooFewToOpen(limit: 0, has: 2, needs: 3)])
    #expect(
      try obstacles(load: load, limits: [OpenLimit(columns: [0, 1, 2], .exactly(3))])
        == [.tooFewRowsToOpen(limit: 0, open: 3, has: 4, needs: 6)])
  }

  @Test(arguments: seeds(10))
  func `a column with an obstacle opens in no plan`(block: UInt64) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let problem = GroupProblem.random(seed: seed, maxRows: 5, maxColumns: 3)
      let obstacles = problem.obstacles
      for column in Set(obstacles.compactMap(\.column)) where problem.mayClose[column] {
        let forced = try GroupProblem(
          problem.assignment, mayClose: problem.mayClose, opening: problem.opening,
          rules: problem.rules, companies: problem.companies,
          openLimits: problem.openLimits + [OpenLimit(columns: [column], .exactly(1))])
        #expect(bruteForceAnswer(of: forced) == .infeasible, "seed \(seed), column \(column)")
      }
      let blocks = obstacles.contains { obstacle in
        switch obstacle {
        case .companyTooLarge, .companyApart: false
        default: obstacle.column.map { !problem.mayClose[$0] } ?? true
        }
      }
      if blocks { #expect(bruteForceAnswer(of: problem) == .infeasible, "seed \(seed)") }
    }
  }
}
