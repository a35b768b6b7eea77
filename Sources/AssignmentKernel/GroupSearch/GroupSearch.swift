/// Branch and bound over open and closed groups with Lagrangian and network bounds, in pure Swift.
///
/// ```swift
/// let solution = try GroupSearch().solve(problem, limits: SolveLimits(deadline: deadline))
/// GroupVerifier.verify(solution, of: problem).confirms(solution.status)  // true
/// ```
///
/// Prices for rows, groups and limits split the problem into its columns, each of which is then
/// solved exactly: closed, or open with its best choice. The volume algorithm finds prices whose
/// bound is near to that of the strong linear program; columns whose other state can't be part of a
/// better plan are settled; sets of open columns make plans by network flows, which local search
/// improves; what is left is branched on. Where all columns are settled, the network's own duals
/// bound the node exactly. Tiers are solved one after the other.
///
/// - Complexity: O(*A*) for a step of the prices, *A* arcs, times the load where rules or companies
///   ask; the number of nodes is exponential in the worst case. Space: O(*A*) and what the proof
///   holds, which is limited.
public struct GroupSearch: GroupSolver {
  /// `hungarian`.
  public let name = "hungarian"

  /// Creates the solver.
  public init() {}

  /// The best plan found within the limits; see ``GroupSolver/solve(_:from:limits:)``.
  public func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution {
    try limits.require(memoryNeeded(for: problem), for: name)
    let model = GroupModel(problem)
    var finder = PlanFinder(model, limits: limits)
    if let start { finder.take(start) }
    for order in GreedyPlan.Order.allCases { finder.offer(GreedyPlan(model, order).arcs) }
    if model.tierCount > 1, !limits.isOver {
      let last = model.tierCount - 1
      var scout = TierSearch(
        model, tier: last,
        reached: (0..<last).map { TierRange(of: $0, in: problem).upper }, finder: finder,
        limits: limits, from: StartPrices(model, tier: last, limits).prices)
      scout.scout()
      finder = scout.finder
      finder.polish()
    }
    var proof = GroupProof()
    var reached: [Int128] = []
    for tier in 0..<model.tierCount {
      let limits = limits.ofTier(tier, of: model.tierCount)
      if limits.isOver { return Self.answer(finder, proof, isProved: false) }
      let prices = StartPrices(model, tier: tier, limits).prices
      var search = TierSearch(
        model, tier: tier, reached: reached, finder: finder, limits: limits, from: prices)
      search.run()
      finder = search.finder
      search.append(to: &proof)
      guard !search.isOpenEnded else { return Self.answer(finder, proof, isProved: false) }
      guard let best = finder.best else {
        return GroupSolution(status: .infeasible, arcs: [], proof: proof)
      }
      reached.append(best.totals[tier])
    }
    return Self.answer(finder, proof, isProved: true)
  }

  private static func answer(
    _ finder: PlanFinder, _ proof: GroupProof, isProved: Bool
  ) -> GroupSolution {
    guard let best = finder.best else {
      return GroupSolution(status: .unknown, arcs: [], proof: proof)
    }
    return GroupSolution(
      status: isProved ? .optimal : .feasible, arcs: best.arcs, proof: proof)
  }
}

extension TierSearch {
  /// Adds this tier's tree and its prices to a proof.
  func append(to proof: inout GroupProof) {
    let offset = proof.prices.count
    proof.trees.append(tree.branches(offset: offset))
    for entry in tree.entries {
      switch entry {
      case .steered(let prices):
        let exact = ExactPrices(prices, tier: tier, unit: unit, in: model)
        proof.prices.append(exact.stated(in: model))
      case .exact(let prices): proof.prices.append(prices.stated(in: model))
      }
    }
  }
}

extension PlanFinder {
  /// Takes a start: as it is where it keeps everything, else with its columns open.
  mutating func take(_ start: [Int]) {
    let arcs = Set(start).filter { (0..<model.assignment.arcs.count).contains($0) }.sorted()
    guard !offer(arcs) else { return }
    var isOpen = [Bool](repeating: false, count: model.columnCount)
    for arc in arcs { isOpen[model.assignment.arcs.column(ofArc: arc)] = true }
    if let plan = plan(opening: isOpen, in: SearchState(model)) { offer(plan) }
  }
}
