#if GLPK
  import AssignmentGLPK
  import AssignmentKernel
  import SolverConformance
  import Synchronization
  import Testing

  @Suite struct GLPKWarmStartTests {
    private let solver = GLPKSolver()

    @Test(arguments: seeds(16))
    func `an earlier answer leads to the same objective, proved`(block: UInt64) throws {
      for seed in block * 50..<(block + 1) * 50 {
        let change = try RandomChange(seed: seed)
        let before = try solver.solve(change.old)
        let start = before.carried(from: change.old, to: change.new, by: change.change)
        let warm = try solver.solve(change.new, from: start)
        let cold = try solver.solve(change.new)
        #expect(warm.status == cold.status, "seed \(seed)")
        let proof = Verifier.verify(warm, of: change.new)
        #expect(proof.confirms(warm.status), "seed \(seed)")
        #expect(proof.objective == Verifier.verify(cold, of: change.new).objective, "seed \(seed)")
      }
    }

    @Test(arguments: seeds(16))
    func `any start leads to the answer that brute force finds`(block: UInt64) throws {
      for seed in block * 50..<(block + 1) * 50 {
        let problem = AssignmentProblem.random(seed: seed, maxRows: 5, maxColumns: 5, maxTiers: 2)
        let start = AnyStart(of: problem, seed: seed).solution
        #expect(
          try Conformance.faultsByBruteForce(problem) { try solver.solve($0, from: start) } == [],
          "seed \(seed)")
      }
    }

    @Test(arguments: NamedInstance.all)
    func `any start leads to the known answer`(instance: NamedInstance) throws {
      for seed in 0..<20 as Range<UInt64> {
        let start = AnyStart(of: instance.problem, seed: seed).solution
        #expect(
          try Conformance.faults(instance) { try solver.solve($0, from: start) } == [],
          "seed \(seed)")
      }
    }

    @Test func `a known answer needs no step of the simplex method`() throws {
      let problem = try AssignmentProblem.crowded()
      for answer in [try solver.solve(problem), try HungarianSolver().solve(problem)] {
        #expect(steps(of: problem, from: answer) == 0)
        #expect(try solver.solve(problem, from: answer).arcs == answer.arcs)
      }
      #expect(steps(of: problem, from: nil) > 100)
    }

    @Test func `a known answer of any problem needs hardly a step`() throws {
      var (solved, stepped) = (0, 0)
      for seed in 0..<400 as Range<UInt64> {
        let problem = AssignmentProblem.random(seed: seed, maxRows: 12, maxColumns: 9)
        let answer = try solver.solve(problem)
        guard answer.status == .optimal else { continue }
        solved += 1
        stepped += steps(of: problem, from: answer) > 0 ? 1 : 0
      }
      #expect(solved > 200)
      #expect(50 * stepped < solved)
    }

    @Test func `a few changed rows need fewer steps than all of them`() throws {
      let answer = try solver.solve(.crowded())
      let changed = try AssignmentProblem.crowded(changedRows: 2)
      #expect(2 * steps(of: changed, from: answer) < steps(of: changed, from: nil))
    }

    @Test func `a start of wrong sizes or beyond doubles does no harm`() throws {
      let problem = try AssignmentProblem(dense: [[5, 4], [3, 6]])
      let starts = [
        Potentials(rows: [], columns: [.max, -7]),
        Potentials(rows: [.max, .min], columns: [.min, .max]),
        Potentials(rows: [1 << 53, 1 << 53], columns: [-(1 << 53), 1 << 53]),
        Potentials(rows: [5, 6], columns: [0, 0], columnGroups: [1]),
        Potentials(rows: [5, 6], columns: [0, 0]),
      ]
      for potentials in starts {
        let start = Solution(
          status: .optimal, arcs: [0, 1, 2, 3, 3, 99, -4],
          certificate: Certificate(tiers: [potentials]))
        let solution = try solver.solve(problem, from: start)
        #expect(solution.arcs == [0, 3])
        #expect(Verifier.verify(solution, of: problem).provesOptimality)
      }
    }

    private func steps(of problem: AssignmentProblem, from start: Solution?) -> Int {
      let steps = Mutex(0)
      let limits = SolveLimits { progress in steps.withLock { $0 = progress.steps } }
      _ = try? solver.solve(problem, from: start, limits: limits)
      return steps.withLock { $0 }
    }
  }

  /// A start that has nothing to do with the problem but its size.
  private struct AnyStart {
    let solution: Solution

    init(of problem: AssignmentProblem, seed: UInt64) {
      var source = SplitMix64(seed: seed ^ 0xABCD)
      let ranges: [ClosedRange<Int64>] = [0...0, -4...6, -1_000_000...1_000_000, .min ... .max]
      let range = ranges[Int.random(in: 0..<ranges.count, using: &source)]
      func values(_ count: Int) -> [Int128] {
        (0..<count).map { _ in Int128(Int64.random(in: range, using: &source)) }
      }
      solution = Solution(
        status: .optimal,
        arcs: (0..<problem.arcs.count).filter { _ in Bool.random(using: &source) },
        certificate: Certificate(
          tiers: problem.tiers.map { _ in
            Potentials(
              rows: values(problem.rowCount), columns: values(problem.columnCount),
              rowGroups: values(problem.rowGroups.count),
              columnGroups: values(problem.columnGroups.count))
          }))
    }
  }
#endif
