#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Synchronization
  import Testing

  @Suite struct GLPKGroupSolverTests {
    private let solver = GLPKGroupSolver()

    @Test func `refuses weights whose sums are beyond exact doubles`() throws {
      for weight in [(1 << 53) + 1, 1 << 52] as [Int64] {
        let assignment = try AssignmentProblem(
          dense: [[weight], [weight], [1]], columnLoad: .upTo(3))
        #expect(throws: SolverFailure.self) {
          try solver.solve(GroupProblem(assignment, mayClose: [true]))
        }
      }
    }

    @Test func `proves the best of forty groups`() throws {
      let problem = try GroupProblem.clubs(rows: 90, columns: 40, seed: 3)
      let solution = try solver.solve(problem)
      let check = GroupVerifier.verify(solution, of: problem)
      #expect(solution.status == .optimal)
      #expect(check.provesOptimality)
      #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
    }

    @Test func `tells how far it has come`() throws {
      let problem = try GroupProblem.clubs(rows: 90, columns: 40, seed: 3)
      let told = Mutex<[SolveProgress]>([])
      let limits = SolveLimits { progress in told.withLock { $0.append(progress) } }
      let solution = try solver.solve(problem, limits: limits)
      let reports = told.withLock { $0 }
      let best = Double(GroupVerifier.verify(solution, of: problem).objective[0])
      #expect(!reports.isEmpty)
      #expect(reports.allSatisfy { ($0.objective ?? best) <= best })
      #expect(reports.allSatisfy { ($0.bound ?? best) >= best - 1e-6 })
    }

    @Test(arguments: [0, 20, 100, 400])
    func `an answer is true whenever the time is up`(milliseconds: Int) throws {
      let problem = try GroupProblem.clubs(rows: 150, columns: 60, seed: 4)
      let limits = SolveLimits(deadline: .now + .milliseconds(milliseconds))
      let solution = try solver.solve(problem, limits: limits)
      #expect(GroupVerifier.verify(solution, of: problem).confirms(solution.status))
      #expect(GroupConformance.claimFaults(of: solution, in: problem) == [])
      #expect(solution.status != .infeasible)
    }

    @Test func `with no time left it keeps the plan that it was given`() throws {
      let problem = try GroupProblem.clubs(rows: 30, columns: 10, seed: 5)
      let best = try solver.solve(problem)
      let limits = SolveLimits(deadline: .now - .seconds(1))
      let kept = try solver.solve(problem, from: best.arcs, limits: limits)
      #expect(kept.status == .feasible)
      #expect(kept.arcs == best.arcs)
      #expect(try solver.solve(problem, limits: limits).status == .unknown)
    }

    @Test func `a start that breaks everything does no harm`() throws {
      let problem = try GroupProblem.clubs(rows: 30, columns: 10, seed: 5)
      let best = GroupVerifier.verify(try solver.solve(problem), of: problem).objective
      for start in [[-1, 5, 5, 1_000_000], Array(0..<problem.assignment.arcs.count)] {
        let solution = try solver.solve(problem, from: start, limits: .none)
        #expect(solution.status == .optimal)
        #expect(GroupVerifier.verify(solution, of: problem).objective == best)
      }
    }
  }

  extension GroupProblem {
    /// Rows with tastes, clubs of three to six whose leaders have room for one club and a half.
    fileprivate static func clubs(rows: Int, columns: Int, seed: UInt64) throws -> GroupProblem {
      var source = SplitMix64(seed: seed)
      let tastes = (0..<rows + columns).map { _ in
        (0..<4).map { _ in Int64.random(in: 0...15, using: &source) }
      }
      var lists: [[Int]] = []
      var weights: [Int64] = []
      for row in 0..<rows {
        let list = (0..<columns).filter { _ in Int.random(in: 0..<3, using: &source) == 0 }
        weights += list.map { column in
          zip(tastes[row], tastes[rows + column]).reduce(1) { $0 + $1.0 * $1.1 }
        }
        lists.append(list)
      }
      let assignment = try AssignmentProblem(
        arcs: ArcPattern(columnsOfRows: lists, columns: columns), tiers: [weights],
        rowDemand: Array(repeating: .upTo(1), count: rows),
        columnLoad: Array(repeating: Bounds(lower: 3, upper: 6), count: columns),
        columnGroups: stride(from: 0, to: columns - 1, by: 2).map {
          NodeGroup([$0, $0 + 1], .upTo(8))
        })
      return try GroupProblem(
        assignment, mayClose: Array(repeating: true, count: columns),
        opening: [Array(repeating: -100, count: columns)])
    }
  }
#endif
