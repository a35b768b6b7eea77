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
