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

/// Prices to start from: the duals of the network in which every column is open from 0 places up.
struct StartPrices {
  let prices: PriceAscent.Prices

  init(_ model: GroupModel, tier: Int, _ limits: SolveLimits) {
    let tiers = model.assignment.tiers
    let size = tiers.map { $0.lazy.map(\.magnitude).max() ?? 0 }
    // A unit of a tier before outweighs any two weights of this one.
    let earlier = (0..<tier).map { size[$0] == 0 ? 0.0 : Double(2 * Int128(size[tier]) + 1) }
    let weights = tiers[tier].indices.map { arc in
      (0..<tier).reduce(Double(tiers[tier][arc])) { $0 + earlier[$1] * Double(tiers[$1][arc]) }
    }
    let largest = weights.lazy.map(abs).max() ?? 0
    let scale = largest > 0x1p40 ? 0x1p40 / largest : 1
    var constraints = [Double](repeating: 0, count: model.constraints.count)
    let network = OpenNetwork(
      model, isOpen: Array(repeating: true, count: model.columnCount), state: SearchState(model),
      keepsLower: false, tiers: [weights.map { Int64($0 * scale) }])
    if let problem = network.problem,
      let solution = try? HungarianSolver().solveTier(
        problem, limits: limits.untold), solution.status == .optimal,
      let exact = ExactPrices(solution.certificate, units: [1], in: model)
    {
      constraints = exact.constraints.map { Double($0) / scale }
    }
    prices = PriceAscent.Prices(constraints: constraints, tiers: earlier)
  }
}
