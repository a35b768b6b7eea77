import AssignmentKernel
import SolverConformance
import Testing

@Suite struct GroupVerifierTests {
  /// Four rows and two columns that may close, with one of everything.
  private static func problem() throws -> GroupProblem {
    try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 4, columns: 3),
        tiers: [[5, 4, 1, 5, 4, 1, 3, 4, 1, 2, 4, 1]],
        rowDemand: [.upTo(1), .upTo(1), .upTo(1), .upTo(2)],
        columnLoad: [Bounds(lower: 2, upper: 3), Bounds(lower: 2, upper: 3), .upTo(1)],
        rowGroups: [NodeGroup([0, 1, 2], .upTo(2))], columnGroups: [NodeGroup([0, 1], .upTo(3))]),
      mayClose: [true, true, false], opening: [[10, 0, 0]],
      rules: [CompositionRule(columns: [0], rows: [0, 3], .upTo(1))],
      companies: [Company(rows: [1, 2], columns: [1])],
      openLimits: [OpenLimit(columns: [0, 1], .upTo(1))])
  }

  private func found(_ arcs: [Int]) throws -> [GroupViolation] {
    GroupVerifier.verify(arcs: arcs, proof: GroupProof(), of: try Self.problem()).violations
  }

  @Test func `a choice that keeps everything is feasible, and its opening weights count`() throws {
    let verification = GroupVerifier.verify(
      arcs: [0, 3], proof: GroupProof(), of: try Self.problem())
    #expect(verification.violations == [])
    #expect(verification.objective == [20])
    #expect(verification.confirms(.feasible))
    #expect(!verification.confirms(.optimal))
    #expect(!verification.confirms(.infeasible))
  }

  @Test func `without a proof the rows bound the plan`() throws {
    let verification = GroupVerifier.verify(
      arcs: [], proof: GroupProof(), of: try Self.problem())
    #expect(verification.bound == [5 + 5 + 4 + (4 + 2) + 10])
    #expect(verification.gap == [30])
  }

  static let broken: [([Int], GroupViolation)] = [
    ([0, 0, 3], .assignment(.arc(0))),
    ([0, 3, 12], .assignment(.arc(12))),
    ([0, 1, 3, 4], .assignment(.node(.row, 0, used: 2, .upTo(1)))),
    ([2, 5], .assignment(.node(.column, 2, used: 2, .upTo(1)))),
    ([0, 3, 6], .assignment(.group(.row, 0, used: 3, .upTo(2)))),
    ([0, 3, 7, 10], .assignment(.group(.column, 0, used: 4, .upTo(3)))),
    ([0], .openColumn(0, load: 1, Bounds(lower: 2, upper: 3))),
    ([0, 9], .rule(0, column: 0, count: 2, .upTo(1))),
    ([4, 10], .company(0, column: 1, count: 1, size: 2)),
    ([0, 3, 7, 10], .openLimit(0, open: 2, .upTo(1))),
  ]

  @Test(arguments: broken)
  func `names what is broken`(arcs: [Int], violation: GroupViolation) throws {
    let found = try found(arcs)
    #expect(found.contains(violation), "\(found)")
  }

  @Test func `a rule holds in a column that never closes, even when it is empty`() throws {
    let problem = try GroupProblem(
      AssignmentProblem(dense: [[1]], columnLoad: .upTo(1)), mayClose: [false],
      rules: [CompositionRule(columns: [0], rows: [0], .exactly(1))])
    let verification = GroupVerifier.verify(arcs: [], proof: GroupProof(), of: problem)
    #expect(verification.violations == [.rule(0, column: 0, count: 0, .exactly(1))])
  }

  @Test(arguments: seeds(20))
  func `no proof bounds below the best plan, whatever it says`(block: UInt64) throws {
    for seed in block * 60..<(block + 1) * 60 {
      let problem = GroupProblem.random(seed: seed, maxRows: 5, maxColumns: 4, maxTiers: 2)
      let answer = bruteForceAnswer(of: problem)
      for variant in 0..<12 {
        let proof = GroupProof.random(seed: seed * 12 + UInt64(variant), for: problem)
        let faults = GroupConformance.boundFaults(of: proof, in: problem, answer: answer)
        #expect(faults == [], "seed \(seed), variant \(variant)")
      }
    }
  }

  @Test(arguments: NamedGroupInstance.nearlyAlike)
  func `that one column is closed says nothing of one that is nearly like it`(
    instance: NamedGroupInstance
  ) {
    let assignment = instance.problem.assignment
    var free = GroupPrices(tiers: [1], rows: [0, 0, 0, 0])
    free.columnGroups = assignment.columnGroups.bounds.map { _ in 0 }
    free.openLimits = instance.problem.openLimits.map { _ in 0 }
    // Prices at which column 0 is not worth opening, where it can open at all.
    var dear = free
    if !dear.openLimits.isEmpty { dear.openLimits[0] = 100 }
    if assignment.columnGroups.bounds.first?.upper == 2 { dear.columnGroups[0] = -100 }
    let proof = GroupProof(
      trees: [[.question(.opens(column: 0)), .leaf(1), .leaf(0)]], prices: [free, dear])
    let found = GroupVerifier.verify(arcs: [], proof: proof, of: instance.problem)
    #expect(found.bound == [12])
  }

  @Test func `prices of 0 are evaluated by columns`() throws {
    let problem = try Self.problem()
    let zero = GroupPrices(
      tiers: [1], rows: [0, 0, 0, 0], rowGroups: [0], columnGroups: [0], openLimits: [0])
    // Column 0: rows 0, 1, 2 or 1, 2, 3 by the rule, and 10; column 1: three fours; column 2: 1.
    let bound = GroupVerifier.verify(arcs: [], proof: GroupProof(zero), of: problem).bound
    #expect(bound == [23 + 12 + 1].map { min($0, 30) })
    var closed = GroupProof(zero)
    closed.trees = [[.question(.opens(column: 0)), .leaf(0), .leaf(0)]]
    closed.prices[0].openLimits = [20]
    // Open: 23 − 20 + 20 + 1 or less; closed: 20 + 0 + 1.
    #expect(GroupVerifier.verify(arcs: [], proof: closed, of: problem).bound == [24])
  }

  static let malformed: [[GroupProof.Branch]] = [
    [], [.leaf(1)], [.leaf(-1)], [.leaf(0), .leaf(0)], [.question(.opens(column: 0))],
    [.question(.opens(column: 0)), .leaf(0)], [.question(.opens(column: 3)), .leaf(0), .leaf(0)],
    [.question(.takes(arc: 12)), .leaf(0), .leaf(0)],
    [.question(.takes(arc: -1)), .leaf(0), .leaf(0)],
  ]

  @Test(arguments: malformed)
  func `a damaged tree proves nothing`(tree: [GroupProof.Branch]) throws {
    let problem = try Self.problem()
    var proof = GroupProof(
      GroupPrices(
        tiers: [1], rows: [9, 9, 9, 9], rowGroups: [0], columnGroups: [0], openLimits: [0]))
    proof.trees = [tree]
    let verification = GroupVerifier.verify(arcs: [], proof: proof, of: problem)
    #expect(verification.bound == [30])
    #expect(!verification.provesInfeasibility)
  }

  @Test func `prices that do not fit the problem or 128 bits prove nothing`() throws {
    let problem = try Self.problem()
    let good = GroupPrices(
      tiers: [1], rows: [5, 5, 4, 4], rowGroups: [4], columnGroups: [0], openLimits: [0])
    #expect(GroupVerifier.verify(arcs: [], proof: GroupProof(good), of: problem).bound == [28])
    let spoilt: [(inout GroupPrices) -> Void] = [
      { $0.rows.removeLast() }, { $0.tiers = [] }, { $0.tiers = [1, 1] }, { $0.rowGroups = [] },
      { $0.columnGroups = [] }, { $0.openLimits = [] }, { $0.rows[0] = .max },
      { $0.tiers[0] = .max }, { $0.tiers[0] = -1 }, { $0.openLimits[0] = .min },
      { $0.rules = [RulePrice(rule: 1, column: 0, price: 1)] },
      { $0.rules = [RulePrice(rule: 0, column: 1, price: 1)] },
      { $0.rules = [RulePrice(rule: 0, column: 0, price: .max)] },
    ]
    for spoil in spoilt {
      var prices = good
      spoil(&prices)
      let verification = GroupVerifier.verify(arcs: [], proof: GroupProof(prices), of: problem)
      #expect(verification.bound == [30])
      #expect(!verification.provesInfeasibility)
    }
  }

  @Test func `after a tier that falls short the others are bounded by themselves`() throws {
    let problem = try GroupProblem(
      AssignmentProblem(
        arcs: ArcPattern(rows: 2, columns: 1), tiers: [[1, 1], [7, 9]],
        rowDemand: [.upTo(1), .upTo(1)], columnLoad: [Bounds(lower: 1, upper: 2)]),
      mayClose: [true])
    let verification = GroupVerifier.verify(arcs: [1], proof: GroupProof(), of: problem)
    #expect(verification.objective == [1, 9])
    #expect(verification.gap == [1, 7])
  }
}
