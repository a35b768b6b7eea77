import AssignmentKernel
import SolverConformance
import Testing

@Suite struct VerifierTests {
  private static func instance() throws -> (AssignmentProblem, Solution) {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 3, columns: 2), tiers: [[5, 4, 3, 6, 2, 2]],
      rowDemand: [.upTo(1), .upTo(1), .upTo(1)], columnLoad: [.upTo(1), .upTo(2)],
      columnGroups: [NodeGroup([0, 1], .upTo(2))])
    return (problem, try HungarianSolver().solve(problem))
  }

  @Test func `confirms an optimal plan with a gap of zero`() throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(solution, of: problem)
    #expect(found.provesOptimality)
    #expect(found.gap == [0])
    #expect(found.objective == [11])
  }

  @Test func `finds a column used too often`() throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(
      arcs: [0, 2], certificate: solution.certificate, of: problem)
    #expect(found.violations == [.node(.column, 0, used: 2, .upTo(1))])
    #expect(!found.confirms(.feasible))
  }

  @Test func `finds a row used too often`() throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(
      arcs: [0, 1], certificate: solution.certificate, of: problem)
    #expect(found.violations == [.node(.row, 0, used: 2, .upTo(1))])
  }

  @Test func `finds a group used too often`() throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(
      arcs: [0, 3, 5], certificate: solution.certificate, of: problem)
    #expect(found.violations == [.group(.column, 0, used: 3, .upTo(2))])
  }

  @Test func `finds a lower bound that is not met`() throws {
    let problem = try AssignmentProblem(dense: [[1]], rowDemand: .exactly(1))
    let found = Verifier.verify(arcs: [], certificate: Certificate(), of: problem)
    #expect(found.violations == [.node(.row, 0, used: 0, .exactly(1))])
  }

  @Test(arguments: [[0, 0], [-1], [6]])
  func `finds an arc that stands twice or does not exist`(arcs: [Int]) throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(arcs: arcs, certificate: solution.certificate, of: problem)
    #expect(found.violations == [.arc(arcs[arcs.count - 1])])
  }

  @Test func `shows the gap of a plan that is not the best`() throws {
    let (problem, solution) = try Self.instance()
    let found = Verifier.verify(
      arcs: [1, 2], certificate: solution.certificate, of: problem)
    #expect(found.isFeasible)
    #expect(!found.provesOptimality)
    #expect(found.gap == [4])
  }

  @Test func `is not convinced by wrong potentials`() throws {
    let (problem, solution) = try Self.instance()
    for row in 0..<3 {
      var wrong = solution
      wrong.certificate.tiers[0].rows[row] += 100
      let found = Verifier.verify(wrong, of: problem)
      #expect(!found.provesOptimality)
      #expect((found.gap?[0] ?? 0) > 0)
    }
  }

  @Test func `is not convinced by a certificate of the wrong shape`() throws {
    let (problem, solution) = try Self.instance()
    var short = solution
    short.certificate.tiers[0].columns.removeLast()
    #expect(Verifier.verify(short, of: problem).bound == nil)
    #expect(!Verifier.verify(short, of: problem).provesOptimality)
  }

  @Test func `refuses potentials whose sums would wrap`() throws {
    let (problem, solution) = try Self.instance()
    var huge = solution
    huge.certificate.tiers[0].rows[0] = .max
    #expect(Verifier.verify(huge, of: problem).bound == nil)
  }

  @Test func `proves infeasibility only where there is no plan`() throws {
    let impossible = try AssignmentProblem(dense: [[1], [1]], rowDemand: .exactly(1))
    let answer = try HungarianSolver().solve(impossible)
    #expect(answer.status == .infeasible)
    #expect(Verifier.verify(answer, of: impossible).provesInfeasibility)
    let possible = try AssignmentProblem(
      dense: [[1], [1]], rowDemand: .exactly(1), columnLoad: .upTo(2))
    #expect(!Verifier.verify(answer, of: possible).provesInfeasibility)
  }

  @Test func `compares tiers lexicographically`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 1, columns: 2), tiers: [[2, 1], [0, 1000]],
      rowDemand: [.upTo(1)], columnLoad: [.upTo(1), .upTo(1)])
    let solution = try HungarianSolver().solve(problem)
    #expect(solution.arcs == [0])
    let second = Verifier.verify(arcs: [1], certificate: solution.certificate, of: problem)
    #expect(second.gap == [1, -1000])
    #expect(!second.provesOptimality)
  }

  @Test func `finds a group used too rarely`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 2, columns: 2), tiers: [[1, 1, 1, 1]],
      rowDemand: [.upTo(1), .upTo(1)], columnLoad: [.upTo(1), .upTo(1)],
      rowGroups: [NodeGroup([0, 1], Bounds(lower: 2, upper: 2))])
    let found = Verifier.verify(arcs: [0], certificate: Certificate(), of: problem)
    #expect(found.violations == [.group(.row, 0, used: 1, Bounds(lower: 2, upper: 2))])
  }

  @Test func `lets a later tier decide only where the first is silent`() throws {
    let problem = try AssignmentProblem(
      arcs: ArcPattern(rows: 1, columns: 2), tiers: [[1, 1], [7, 9]], rowDemand: [.upTo(1)],
      columnLoad: [.upTo(1), .upTo(1)])
    let certificate = Certificate(tiers: [
      Potentials(rows: [1], columns: [0, 0]), Potentials(rows: [0], columns: [0, 0]),
    ])
    let found = Verifier.verify(arcs: [1], certificate: certificate, of: problem)
    #expect(found.bound == [1, 16])
    #expect(!found.provesOptimality)
  }

  @Test func `gives no bound where the sums pass 128 bits`() throws {
    let problem = try AssignmentProblem(
      dense: [[1]], rowDemand: .upTo(Int(Int32.max)), columnLoad: .upTo(Int(Int32.max)))
    let certificate = Certificate(tiers: [
      Potentials(rows: [1 << 100], columns: [-(1 << 100)])
    ])
    #expect(Verifier.verify(arcs: [], certificate: certificate, of: problem).bound == nil)
  }
}
