import AssignmentKernel
import Testing

/// Optima at which prices are not unique, or plans are not.
@Suite struct DegenerateSensitivityTests {
  private func sensitivity(of problem: AssignmentProblem) throws -> Sensitivity {
    try #require(Sensitivity(of: HungarianSolver().solve(problem), in: problem))
  }

  @Test func `a full column that nobody else wants is worth nothing more`() throws {
    let problem = try AssignmentProblem(dense: [[5, 0], [0, 5]], rowDemand: .exactly(1))
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.oneMore(.column(0)) == Exchange(change: [0], dropped: [], taken: []))
  }

  @Test func `a place is worth the difference that it makes, not the price`() throws {
    // Any price from 3 to 7 proves the optimum; one place more gains 3.
    let problem = try AssignmentProblem(dense: [[7], [3]])
    let sensitivity = try sensitivity(of: problem)
    #expect(
      sensitivity.oneMore(.column(0)) == Exchange(change: [3], dropped: [], taken: [1]))
    #expect(sensitivity.forcing(1) == Exchange(change: [-4], dropped: [0], taken: [1]))
    #expect(sensitivity.forbidding(0) == Exchange(change: [-4], dropped: [0], taken: [1]))
    #expect(sensitivity.secondBest()?.change == [-4])
    #expect(sensitivity.isUnique)
  }

  @Test func `a place without room in its group is worth nothing, and the group's place is`()
    throws
  {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 2, columns: 2), tiers: [[9, 8, 9, 8]],
      rowDemand: [.upTo(1), .upTo(1)], columnLoad: [.upTo(1), .upTo(1)],
      columnGroups: [NodeGroup([0, 1], .upTo(1))])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.oneMore(.column(0)).change == [0])
    #expect(sensitivity.oneMore(.columnGroup(0)).change == [8])
    #expect(!sensitivity.isUnique)
    #expect(sensitivity.undecidedArcs == [0, 2])
  }

  @Test func `groups inside one another make no second plan of one`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 1, columns: 1), tiers: [[0]], rowDemand: [.exactly(1)],
      columnLoad: [.upTo(3)], rowGroups: [NodeGroup([0], .upTo(3)), NodeGroup([0], .upTo(2))],
      columnGroups: [NodeGroup([0], .upTo(3)), NodeGroup([0], .upTo(3))])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.secondBest() == nil)
    #expect(sensitivity.isUnique)
    #expect(sensitivity.forbidding(0) == nil)
  }

  @Test func `an arc without weight may be left out`() throws {
    let problem = try AssignmentProblem(dense: [[0]])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.secondBest()?.change == [0])
    #expect(sensitivity.undecidedArcs == [0])
  }

  @Test func `every plan of equal weights is the best`() throws {
    let problem = try AssignmentProblem(
      dense: Array(repeating: [4, 4, 4], count: 3), rowDemand: .exactly(1))
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.undecidedArcs == Array(0..<9))
    #expect(sensitivity.secondBest()?.change == [0])
    for arc in 0..<9 { #expect(sensitivity.forcing(arc)?.change == [0]) }
  }

  @Test func `a later tier decides what an earlier one leaves open`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 2, columns: 2), tiers: [[1, 1, 1, 1], [5, 4, 4, 2]],
      rowDemand: [.upTo(1), .upTo(1)], columnLoad: [.upTo(1), .upTo(1)])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.plan == [1, 2])
    #expect(
      sensitivity.forcing(0) == Exchange(change: [0, -1], dropped: [1, 2], taken: [0, 3]))
    #expect(sensitivity.oneMore(.column(0)).change == [0, 1])
    #expect(sensitivity.oneMore(.row(0)).change == [0, 1])
  }

  @Test func `an arc beyond a bound of 0 can't be forced`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 1, columns: 2), tiers: [[3, 9]], rowDemand: [.upTo(2)],
      columnLoad: [.upTo(1), .upTo(0)])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.forcing(1) == nil)
    #expect(sensitivity.oneMore(.column(1)) == Exchange(change: [9], dropped: [], taken: [1]))
  }

  @Test func `a problem without arcs has one plan`() throws {
    let problem = try AssignmentProblem(dense: [])
    let sensitivity = try sensitivity(of: problem)
    #expect(sensitivity.secondBest() == nil)
    #expect(sensitivity.isUnique)
  }

  @Test func `a solution that is not proved to be the best gives no answers`() throws {
    let problem = try AssignmentProblem(dense: [[4, 1], [2, 1]])
    var solution = try HungarianSolver().solve(problem)
    #expect(solution.arcs == [0, 3])
    solution.arcs = [1, 2]
    #expect(Sensitivity(of: solution, in: problem) == nil)
    solution.arcs = [0, 3]
    solution.certificate = Certificate()
    #expect(Sensitivity(of: solution, in: problem) == nil)
  }
}
