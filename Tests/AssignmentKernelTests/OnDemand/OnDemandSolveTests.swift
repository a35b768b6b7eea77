import AssignmentKernel
import SolverConformance
import Testing

@Suite struct OnDemandSolveTests {
  @Test func `works on a small part of the arcs and looks at each a few times`() throws {
    let (rows, columns) = (3000, 500)
    let watched = WatchedSource(TraitSource(columns: columns))
    let problem = try TraitSource(columns: columns).problem(rows: rows, load: 4, watched: watched)
    let answer = try HungarianSolver().solve(problem)
    #expect(answer.solution.status == .optimal)
    #expect(answer.candidates.arcs.count < rows * columns / 10)
    #expect(watched.callCount < 20 * rows)
    #expect(answer.pairs.count == 4 * columns)
    #expect(Verifier.verify(answer, of: problem).provesOptimality)
  }

  @Test func `gives the same answer whatever the number of threads`() throws {
    let problem = try TraitSource(columns: 60).problem(rows: 400, load: 3)
    let answers = try [1, 2, 7].map {
      try HungarianSolver().solve(
        problem, options: OnDemandOptions(candidateCount: 3, listLength: 8, threads: $0))
    }
    #expect(Set(answers.map(\.solution)).count == 1)
    #expect(Set(answers.map(\.candidates)).count == 1)
    let proofs = [1, 2, 7].map { Verifier.verify(answers[0], of: problem, threads: $0) }
    #expect(Set(proofs).count == 1)
    #expect(proofs[0].provesOptimality)
  }

  @Test func `arcs that the caller insists on are candidates`() throws {
    let problem = try TraitSource(columns: 40).problem(rows: 100, load: 1)
    let wanted = [(row: 3, column: 39), (row: 3, column: 0), (row: 99, column: 20)]
    let answer = try HungarianSolver().solve(
      problem,
      options: OnDemandOptions(
        candidateCount: 1, listLength: 1,
        insisted: wanted + [(row: 5, column: 400), (row: -1, column: 0)]))
    for pair in wanted {
      #expect(answer.candidates.arcs.arc(row: pair.row, column: pair.column) != nil)
    }
    #expect(Verifier.verify(answer, of: problem).provesOptimality)
  }

  @Test func `with no time at all nothing is claimed that is not proved`() throws {
    var stopped = 0
    for seed in 0..<200 as Range<UInt64> {
      let whole = AssignmentProblem.random(seed: seed, maxRows: 20, maxColumns: 15, maxTiers: 3)
      let problem = try OnDemandProblem(whole)
      let answer = try HungarianSolver().solve(
        problem, limits: SolveLimits(deadline: .now.advanced(by: .seconds(-1))))
      let proof = Verifier.verify(answer, of: problem)
      #expect(proof.confirms(answer.solution.status), "seed \(seed)")
      guard case .optimal(let best) = try whole.answer() else { continue }
      #expect(answer.solution.status != .infeasible, "seed \(seed)")
      if let bound = proof.bound { #expect(!bound.lexicographicallyPrecedes(best), "seed \(seed)") }
      if answer.solution.status == .feasible { stopped += 1 }
    }
    #expect(stopped > 50)
  }

  @Test(arguments: [1, 2, 3])
  func `stopped while arcs are priced, the plan so far stands with a proved bound`(
    looks: Int
  ) throws {
    let rows = 300
    let traits = TraitSource(columns: 50)
    let best = Verifier.verify(
      try HungarianSolver().solve(traits.problem(rows: rows, load: 3)),
      of: try traits.problem(rows: rows, load: 3)
    ).objective
    let deadline = ContinuousClock.now.advanced(by: .seconds(4))
    let watched = WatchedSource(traits) { call in
      // The sample, then so many looks at every row; from then on the time is up.
      guard call > rows / 2 + looks * rows else { return }
      while ContinuousClock.now < deadline {}
    }
    let problem = try traits.problem(rows: rows, load: 3, watched: watched)
    let answer = try HungarianSolver().solve(
      problem, options: OnDemandOptions(candidateCount: 1, listLength: 50),
      limits: SolveLimits(deadline: deadline))
    #expect(answer.solution.status == .feasible)
    let proof = Verifier.verify(answer, of: try traits.problem(rows: rows, load: 3))
    #expect(proof.isFeasible)
    let bound = try #require(proof.bound)
    #expect(!bound.lexicographicallyPrecedes(best))
    #expect(!best.lexicographicallyPrecedes(proof.objective))
  }

  @Test func `progress is told after every look at all arcs`() throws {
    let told = Told()
    let problem = try TraitSource(columns: 60).problem(rows: 400, load: 3)
    let answer = try HungarianSolver().solve(
      problem, options: OnDemandOptions(candidateCount: 1, listLength: 1),
      limits: SolveLimits(onProgress: { progress in
        if progress.stage == .proving { told.add(progress.steps) }
      }))
    #expect(answer.pricingPasses > 1)
    #expect(told.all == Array(1...answer.pricingPasses))
  }

  @Test func `all arcs can be put into memory`() throws {
    for seed in 0..<50 as Range<UInt64> {
      let whole = AssignmentProblem.random(seed: seed, maxRows: 20, maxColumns: 15, maxTiers: 3)
      let copy = try OnDemandProblem(whole).withAllArcs()
      #expect(copy.tiers == whole.tiers && copy.arcs.count == whole.arcs.count)
      #expect(copy.rowGroups == whole.rowGroups && copy.columnLoad == whole.columnLoad)
    }
  }

  @Test func `a part of a problem is told from another problem`() throws {
    let source = try OnDemandProblem(AssignmentProblem(dense: [[4, 1], [2, 7]]))
    let matrix: ([[Int64?]]) throws -> AssignmentProblem = { try AssignmentProblem(dense: $0) }
    #expect(source.contains(try matrix([[4, nil], [nil, 7]])))
    #expect(!source.contains(try matrix([[4, nil], [nil, 6]])))
    #expect(!source.contains(try matrix([[4, 1, 0], [2, 7, 0]])))
    #expect(
      !source.contains(try AssignmentProblem(dense: [[4, 1], [2, 7]], rowDemand: .exactly(1))))
    let sparse = try OnDemandProblem(matrix([[4, nil], [2, 7]]))
    #expect(!sparse.contains(try matrix([[4, 1], [2, 7]])))
  }
}

extension AssignmentProblem {
  fileprivate func answer() throws -> NamedInstance.Answer {
    let solution = try HungarianSolver().solve(self)
    return solution.status == .infeasible
      ? .infeasible : .optimal(Conformance.totals(of: solution, in: self))
  }
}
