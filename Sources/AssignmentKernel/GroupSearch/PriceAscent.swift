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
  /// Whether no plan answers all questions as they were answered.
  private(set) var isEmpty = false
  private(set) var relaxation: Relaxation<Double>

  private let model: GroupModel
  private let tier: Int
  /// What the tiers before are to reach, and how large their weights are.
  private let reached: [Double]
  private let size: [Double]
  /// The mean of what was used lately, near to the optimum of the linear program.
  private var mean: Use
  /// How far steps go; it falls where they do not help.
  private(set) var pace = 1.0
  private var misses = 0
  /// The most that the mean moves in a step.
  private var blend = 0.1
  private static let leastBlend = 0.3

  init(_ model: GroupModel, tier: Int, reached: [Int128], from prices: Prices) {
    self.model = model
    self.tier = tier
    self.reached = reached.prefix(tier).map { Double($0) }
    size = (0...tier).map { tier in
      Double(model.assignment.tiers[tier].lazy.map(\.magnitude).max() ?? 1)
    }
    center = prices
    relaxation = Relaxation(model)
    mean = Use(
      constraints: Array(repeating: 0, count: model.constraints.count),
      totals: Array(repeating: 0, count: tier),
      share: Array(repeating: 0, count: model.columnCount))
  }

  /// How often each column was open, from 0 to 1.
  var share: [Double] { mean.share }

  /// Starts anew from prices, for what a state leaves open.
  mutating func restart(from prices: Prices, in state: SearchState) {
    center = prices
    regainPace()
    isEmpty = false
    guard let value = evaluate(prices, state) else { return }
    bound = value
    mean = use()
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
    let slopes = slopes(of: mean)
    let norm = slopes.reduce(0) { $0 + $1 * $1 }
    guard norm > 1e-9 else {
      misses += 1
      return
    }
    let length = pace * max(bound - target, 1e-6 * abs(bound)) / norm
    var trial = center
    for (constraint, bounds) in model.constraints.enumerated() where slopes[constraint] != 0 {
      let price = trial.constraints[constraint] - length * slopes[constraint]
      trial.constraints[constraint] = bounds.lower == 0 ? max(0, price) : price
    }
    for (other, slope) in slopes[model.constraints.count...].enumerated() {
      trial.tiers[other] = max(0, trial.tiers[other] - length * slope / max(1, size[other]))
    }
    guard let value = evaluate(trial, state) else { return }
    mix(slopes)
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
}

extension PriceAscent {
  /// What a choice, or a mean of choices, takes of the constraints and makes of the tiers.
  private struct Use {
    var constraints: [Double]
    var totals: [Double]
    /// How far each column is open.
    var share: [Double]

    /// Moves towards another by a rate from 0 to 1.
    mutating func move(to other: Use, by rate: Double) {
      func move(_ values: inout [Double], to others: [Double]) {
        for index in values.indices { values[index] += rate * (others[index] - values[index]) }
      }
      move(&constraints, to: other.constraints)
      move(&totals, to: other.totals)
      move(&share, to: other.share)
    }
  }

  /// What the present choice uses.
  private func use() -> Use {
    Use(
      constraints: relaxation.use().map { Double($0) },
      totals: (0..<tier).map { Double(relaxation.total(of: $0)) },
      share: relaxation.isOpen.map { $0 ? 1 : 0 })
  }

  /// How far each constraint, and then each tier before, is from what it is to be.
  private func slopes(of use: Use) -> [Double] {
    var slopes: [Double] = []
    slopes.reserveCapacity(model.constraints.count + tier)
    for (constraint, bounds) in model.constraints.enumerated() {
      let share = constraint < model.firstRule ? 1 : use.share[model.column(ofRule: constraint)]
      let (lower, upper) = (share * Double(bounds.lower), share * Double(bounds.upper))
      let (price, used) = (center.constraints[constraint], use.constraints[constraint])
      if price == 0 {
        slopes.append(used < lower ? lower - used : min(0, upper - used))
      } else {
        slopes.append((price > 0 ? upper : lower) - used)
      }
    }
    for other in 0..<tier {
      slopes.append((use.totals[other] - reached[other]) / max(1, size[other]))
    }
    return slopes
  }

  /// Moves the mean towards the present choice, so far that its slopes become least.
  private mutating func mix(_ slopes: [Double]) {
    let now = use()
    var (along, across) = (0.0, 0.0)
    for (old, new) in zip(slopes, self.slopes(of: now)) {
      along += old * (old - new)
      across += (old - new) * (old - new)
    }
    let best = across > 0 ? along / across : 1
    mean.move(to: now, by: min(blend, max(Self.leastBlend * blend, best)))
  }
}
