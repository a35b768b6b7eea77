#if GLPK
  public import AssignmentKernel

  /// Solves group problems through GLPK as integer programs, a tier after the other.
  ///
  /// ```swift
  /// let solution = try GLPKGroupSolver().solve(problem)
  /// GroupVerifier.verify(solution, of: problem).confirms(solution.status)  // true
  /// ```
  ///
  /// A linear relaxation with every arc linked to its column, grown by the arcs and links that it
  /// misses, bounds what any plan can reach. GLPK's integer search, on the columns and arcs that can
  /// still be in a better plan, looks for plans; where all columns are decided, a network problem
  /// gives the exact best. A tree of relaxations then proves the optimum: at its leaves stand the
  /// duals in whole numbers, which `GroupVerifier` evaluates. What GLPK claims is not believed.
  ///
  /// - Complexity: exponential in the number of columns that may close, in the worst case. Space:
  ///   O(arcs), of which GLPK sees those that matter.
  public struct GLPKGroupSolver: GroupSolver {
    /// `glpk`.
    public var name: String { GLPKSolver.name }

    /// Creates a solver.
    public init() {}

    /// The best plan found within the limits; see `GroupSolver.solve(_:from:limits:)`.
    public func solve(
      _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
    ) throws(SolverFailure) -> GroupSolution {
      try checkRange(of: problem)
      try limits.require(
        memoryNeeded(for: problem) + problem.assignment.nodeCount * GLPKSolver.bytesOfNode,
        for: name)
      let network = Network(problem.assignment)
      var incumbent = GroupIncumbent(problem)
      if let start { incumbent.offer(start) }
      var proof = GroupProof()
      var reached: [Int128] = []
      for place in problem.assignment.tiers.indices {
        var tier = GroupTier(
          problem, network: network, reached: reached, incumbent: incumbent,
          limits: limits.ofTier(place, of: problem.assignment.tiers.count))
        let isProved = try tier.run()
        incumbent = tier.incumbent
        if !tier.tree.prices.isEmpty {
          let (branches, prices) = tier.tree.stated(offset: proof.prices.count)
          proof.trees.append(branches)
          proof.prices += prices
        }
        guard isProved else { break }
        guard incumbent.arcs != nil else { break }
        reached.append(incumbent.totals[reached.count])
      }
      return Self.answer(incumbent, proof, of: problem)
    }

    /// The plan with the status that its proof bears out.
    private static func answer(
      _ incumbent: GroupIncumbent, _ proof: GroupProof, of problem: GroupProblem
    ) -> GroupSolution {
      let check = GroupVerifier.verify(arcs: incumbent.arcs ?? [], proof: proof, of: problem)
      guard let arcs = incumbent.arcs else {
        return GroupSolution(
          status: check.provesInfeasibility ? .infeasible : .unknown, arcs: [], proof: proof)
      }
      return GroupSolution(
        status: check.provesOptimality ? .optimal : .feasible, arcs: arcs, proof: proof)
    }

    /// The sums of all weights must be exact in doubles.
    private func checkRange(of problem: GroupProblem) throws(SolverFailure) {
      let limit: Int64 = 1 << 53
      for tier in problem.assignment.tiers.indices {
        var sum: UInt64 = 0
        for weights in [problem.assignment.tiers[tier], problem.opening[tier]] {
          for weight in weights {
            let (next, isWide) = sum.addingReportingOverflow(weight.magnitude)
            guard !isWide, weight.magnitude <= limit.magnitude else {
              throw .weightRange(solver: name, weight: weight, limit: limit)
            }
            sum = next
          }
        }
        let most = problem.assignment.tiers[tier].max { $0.magnitude < $1.magnitude } ?? 0
        let uses = problem.assignment.rowDemand.reduce(0) {
          $0 + min($1.upper, problem.assignment.columnCount)
        }
        let (reach, isWide) = most.magnitude.multipliedReportingOverflow(by: UInt64(uses))
        guard !isWide, reach <= limit.magnitude else {
          throw .weightRange(solver: name, weight: most, limit: limit / Int64(max(1, uses)))
        }
      }
    }
  }
#endif
