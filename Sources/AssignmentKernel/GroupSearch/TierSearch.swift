/// Branch and bound for one tier, among the plans that reach what the tiers before came to.
struct TierSearch {
  let model: GroupModel
  let tier: Int
  /// What the tiers before come to in every plan that counts.
  let reached: [Int128]
  let range: TierRange
  let limits: SolveLimits
  /// A power of two: how many parts of a unit the prices have.
  let unit: Int128

  var finder: PlanFinder
  var tree = SearchTree()
  var ascent: PriceAscent
  var exact: Relaxation<Int128>
  /// The nodes still to be looked at, the highest bound first.
  var queue = BoundQueue()
  var steps = 0
  /// What the answers about each column have taken off.
  var losses: AnswerLosses
  /// Whether some node was left with a bound above the best plan.
  var isOpenEnded = false

  init(
    _ model: GroupModel, tier: Int, reached: [Int128], finder: PlanFinder, limits: SolveLimits,
    from prices: PriceAscent.Prices
  ) {
    self.model = model
    self.tier = tier
    self.reached = reached
    self.limits = limits
    self.finder = finder
    self.finder.see(tier: tier)
    range = TierRange(of: tier, in: model.problem)
    ascent = PriceAscent(model, tier: tier, reached: reached, from: prices)
    exact = Relaxation(model)
    losses = AnswerLosses(columnCount: model.columnCount)
    unit = Self.unit(of: model)
    let entry = tree.add(.steered(prices))
    tree.addRoot(prices: entry)
  }

  /// So fine that rounding costs little, and so coarse that 128 bits hold every sum.
  private static func unit(of model: GroupModel) -> Int128 {
    let largest = (model.assignment.tiers + model.problem.opening).reduce(UInt64(1)) {
      max($0, $1.lazy.map(\.magnitude).max() ?? 1)
    }
    let terms = UInt128(model.arcs.count + model.columnCount + model.constraints.count + 1)
    var unit: UInt128 = 1
    while unit < 1 << 24,
      unit * 2 * UInt128(largest) * terms * UInt128(model.tierCount + 4)
        < 1 << 112
    { unit *= 2 }
    return Int128(unit)
  }

  /// What the best plan comes to in this tier, or less than any plan where there is none.
  var best: Int128 { finder.best.map { $0.totals[tier] } ?? range.lower - 1 }

  /// The next better sum that a plan could have.
  var better: Int128 { finder.best == nil ? range.lower : best + range.step }

  /// Searches until the bound is reached, all is settled or the time is up.
  mutating func run() {
    queue.push(0, bound: .infinity)
    while let index = queue.pop() {
      var next: Int? = index
      while let node = next {
        if limits.isOver || tree.size > SearchTree.sizeLimit {
          isOpenEnded = true
          return
        }
        steps += 1
        next = process(node)
        report()
      }
    }
  }

  private func report() {
    guard let onProgress = limits.onProgress, steps & 15 == 1 else { return }
    let bound = max(queue.highest ?? -.infinity, Double(best))
    onProgress(
      SolveProgress(
        stage: finder.best == nil ? .searching : .proving, tier: tier,
        objective: finder.best.map { Double($0.totals[tier]) },
        bound: min(bound, Double(range.upper)), steps: steps))
  }

  /// Whether a value of the relaxation leaves no room for a better plan.
  func isCut(_ value: Int128?, _ prices: ExactPrices) -> Bool {
    guard let value else { return true }
    guard let rest = rest(value, prices) else { return false }
    let unit = prices.tiers[tier]
    if unit == 0 { return rest < 0 }
    let (least, isWide) = unit.multipliedReportingOverflow(by: better)
    return !isWide && rest < least
  }

  /// A value less what the tiers before count.
  func rest(_ value: Int128, _ prices: ExactPrices) -> Int128? {
    var rest = value
    for other in 0..<tier {
      let (term, isWide) = prices.tiers[other].multipliedReportingOverflow(by: reached[other])
      let (less, isWrapped) = rest.subtractingReportingOverflow(term)
      guard !isWide, !isWrapped else { return nil }
      rest = less
    }
    return rest
  }

  /// Evaluates exact prices.
  mutating func evaluate(_ prices: ExactPrices, _ state: SearchState) -> Int128? {
    exact.weigh(prices.tiers) { Int128($0) }
    exact.evaluate(prices.constraints, state) { Int128($0) }
    return exact.value
  }
}
