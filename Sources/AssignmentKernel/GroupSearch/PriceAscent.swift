/// Prices that bring the bound of a ``Relaxation`` down: the volume algorithm.
///
/// F. Barahona, R. Anbil, The volume algorithm: producing primal solutions with a subgradient
/// method, doi:10.1007/s101070050002. Beside the prices it gives the share of the time that each
/// column is open, which is near to the optimum of the linear program.
struct PriceAscent {
  /// Prices for the constraints and for the tiers before the one in work.
  struct Prices: Sendable {
    var constraints: [Double]
    var tiers: [Double]
  }

  /// The best prices found, and the bound there.
  private(set) var center: Prices
  private(set) var bound = Double.infinity
  /// How often each column was open, from 0 to 1.
  private(set) var share: [Double]
  /// Whether no plan answers all questions as they were answered.
  private(set) var isEmpty = false
  private(set) var relaxation: Relaxation<Double>

  private let model: GroupModel
  private let tier: Int
  /// What the tiers before are to reach, and how large their weights are.
  private let reached: [Double]
  private let size: [Double]
  private var use: [Double]
  private var totals: [Double]
  /// How far steps go; it falls where they do not help.
  private(set) var pace = 1.0
  private var misses = 0
  private var blend = 0.1

  init(_ model: GroupModel, tier: Int, reached: [Int128], from prices: Prices) {
    self.model = model
    self.tier = tier
    self.reached = reached.prefix(tier).map { Double($0) }
    size = (0...tier).map { tier in
      Double(model.assignment.tiers[tier].lazy.map(\.magnitude).max() ?? 1)
    }
    center = prices
    relaxation = Relaxation(model)
    share = Array(repeating: 0, count: model.columnCount)
    use = Array(repeating: 0, count: model.constraints.count)
    totals = Array(repeating: 0, count: tier)
  }

  /// Starts anew from prices, for what a state leaves open.
  mutating func restart(from prices: Prices, in state: SearchState) {
    center = prices
    regainPace()
    isEmpty = false
    guard let value = evaluate(prices, state) else { return }
    bound = value
    use = relaxation.use().map { Double($0) }
    totals = (0..<tier).map { Double(relaxation.total(of: $0)) }
    for column in share.indices { share[column] = relaxation.isOpen[column] ? 1 : 0 }
  }

  /// Goes on from where it stands, with more settled than before.
  mutating func settle(in state: SearchState) {
    regainPace()
    if let value = evaluate(center, state) { bound = value }
  }

  /// Long steps again, and a mean of what was used that is soon of what is used now.
  private mutating func regainPace() {
    pace = 0.7
    blend = 0.1
    misses = 0
  }

  /// One step, aiming at a bound of `target`.
  mutating func step(in state: SearchState, target: Double) {
    var direction = [Double](repeating: 0, count: use.count)
    var norm = 0.0
    for (constraint, price) in center.constraints.enumerated() {
      let bounds = model.constraints[constraint]
      let (lower, upper) = (Double(bounds.lower), Double(bounds.upper))
      let used = use[constraint]
      var slope = (price > 0 ? upper : lower) - used
      if price == 0 { slope = used < lower ? lower - used : min(0, upper - used) }
      direction[constraint] = slope
      norm += slope * slope
    }
    var tierDirection = [Double](repeating: 0, count: tier)
    for other in 0..<tier {
      tierDirection[other] = (totals[other] - reached[other]) / max(1, size[other])
      norm += tierDirection[other] * tierDirection[other]
    }
    guard norm > 1e-9 else {
      misses += 1
      return
    }
    let length = pace * max(bound - target, 1e-6 * abs(bound)) / norm
    var trial = center
    for (constraint, slope) in direction.enumerated() where slope != 0 {
      var price = trial.constraints[constraint] - length * slope
      if model.constraints[constraint].lower == 0 { price = max(0, price) }
      trial.constraints[constraint] = price
    }
    for other in 0..<tier {
      let price = trial.tiers[other] - length * tierDirection[other] / max(1, size[other])
      trial.tiers[other] = max(0, price)
    }
    guard let value = evaluate(trial, state) else { return }
    mix()
    if value < bound - 1e-12 * abs(bound) {
      if value < bound - 1e-4 * abs(bound - target) { pace = min(1.9, pace * 1.1) }
      bound = value
      center = trial
      misses = 0
    } else {
      misses += 1
      if misses % 5 == 0 {
        pace = max(0.002, pace * 0.6)
        blend = max(0.01, blend * 0.9)
      }
    }
  }

  /// The bound at prices, or nil where nothing is left; then ``isEmpty`` is set.
  private mutating func evaluate(_ prices: Prices, _ state: SearchState) -> Double? {
    if tier > 0 || bound == .infinity {
      relaxation.weigh(prices.tiers + [1]) { Double($0) }
    }
    relaxation.evaluate(prices.constraints, state) { Double($0) }
    guard let value = relaxation.value else {
      isEmpty = true
      return nil
    }
    return zip(prices.tiers, reached).reduce(value) { $0 - $1.0 * $1.1 }
  }

  private mutating func mix() {
    let rate = blend
    for (constraint, used) in relaxation.use().enumerated() {
      use[constraint] += rate * (Double(used) - use[constraint])
    }
    for other in 0..<tier {
      totals[other] += rate * (Double(relaxation.total(of: other)) - totals[other])
    }
    for column in share.indices {
      share[column] += rate * ((relaxation.isOpen[column] ? 1 : 0) - share[column])
    }
  }
}
