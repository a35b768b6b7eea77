import AssignmentKernel
import Testing

@Suite struct AssignmentProblemTests {
  @Test func `refuses rows of different length`() {
    #expect(throws: ProblemError.rowLength(row: 1, found: 1, expected: 2)) {
      try AssignmentProblem(dense: [[1, 2], [3]])
    }
  }

  @Test func `refuses bounds that no flow can keep`() {
    #expect(throws: ProblemError.bounds(.row, node: 0, Bounds(lower: 2, upper: 1))) {
      try AssignmentProblem(dense: [[1]], rowDemand: Bounds(lower: 2, upper: 1))
    }
    #expect(throws: ProblemError.bounds(.column, node: 0, Bounds(lower: -1, upper: 1))) {
      try AssignmentProblem(dense: [[1]], columnLoad: Bounds(lower: -1, upper: 1))
    }
  }

  @Test(arguments: [[[0, 0]], [[1, 0]], [[2]], [[-1]]])
  func `refuses a row that names a column twice, out of order or out of range`(
    columns: [[Int]]
  ) {
    #expect(throws: ProblemError.arcsOfRow(0)) {
      try AssignmentProblem(
        arcs: ArcPattern(columnsOfRows: columns, columns: 2),
        tiers: [columns[0].map { _ in 1 }], rowDemand: [.upTo(1)],
        columnLoad: [.upTo(1), .upTo(1)])
    }
  }

  @Test func `refuses groups that cross`() {
    #expect(throws: ProblemError.groupsCross(.column, 0, 1)) {
      try AssignmentProblem(
        arcs: ArcPattern(rows: 1, columns: 3), tiers: [[1, 1, 1]], rowDemand: [.upTo(1)],
        columnLoad: Array(repeating: .upTo(1), count: 3),
        columnGroups: [NodeGroup([0, 1], .upTo(1)), NodeGroup([1, 2], .upTo(1))])
    }
  }

  @Test func `refuses a group that names nobody or somebody twice`() {
    for (members, error) in [
      ([3], ProblemError.groupMember(.row, group: 0, member: 3)),
      ([0, 0], .groupMemberTwice(.row, group: 0, member: 0)),
    ] {
      #expect(throws: error) {
        try AssignmentProblem(
          arcs: ArcPattern(rows: 1, columns: 1), tiers: [[1]], rowDemand: [.upTo(1)],
          columnLoad: [.upTo(1)], rowGroups: [NodeGroup(members, .upTo(1))])
      }
    }
  }

  @Test func `nests groups with the same members`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 1, columns: 2), tiers: [[1, 2]], rowDemand: [.upTo(2)],
      columnLoad: [.upTo(1), .upTo(1)],
      columnGroups: [NodeGroup([0, 1], .upTo(2)), NodeGroup([0, 1], .upTo(1))])
    #expect(problem.columnGroups.parentOfGroup == [1, -1])
    #expect(try HungarianSolver().solve(problem).arcs == [1])
  }

  @Test func `refuses a tier with too few weights, or none at all`() {
    #expect(throws: ProblemError.weightCount(tier: 0, found: 1, expected: 2)) {
      try AssignmentProblem(
        arcs: ArcPattern(rows: 1, columns: 2), tiers: [[1]], rowDemand: [.upTo(1)],
        columnLoad: [.upTo(1), .upTo(1)])
    }
    #expect(throws: ProblemError.noTier) {
      try AssignmentProblem(
        arcs: ArcPattern(rows: 0, columns: 0), tiers: [], rowDemand: [], columnLoad: [])
    }
  }

  @Test func `numbers sparse arcs row by row`() {
    let arcs = ArcPattern(columnsOfRows: [[], [1, 3], [], [0]], columns: 4)
    #expect((0..<3).map { arcs.row(ofArc: $0) } == [1, 1, 3])
    #expect(arcs.arc(row: 1, column: 3) == 1)
    #expect(arcs.arc(row: 1, column: 2) == nil)
    #expect(arcs.arc(row: 0, column: 0) == nil)
  }
}
