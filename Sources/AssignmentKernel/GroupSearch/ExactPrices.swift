/// Prices in whole numbers: what a proof holds, by the constraints of a ``GroupModel``.
struct ExactPrices: Sendable {
  /// One a constraint.
  var constraints: [Int128]
  /// What a unit of each tier counts.
  var tiers: [Int128]

  init(constraints: [Int128], tiers: [Int128]) {
    self.constraints = constraints
    self.tiers = tiers
  }

  /// Prices of the search in parts of a unit, rounded.
  init(_ prices: PriceAscent.Prices, tier: Int, unit: Int128, in model: GroupModel) {
    let scale = Double(unit)
    let most = scale * 1e18
    func rounded(_ price: Double) -> Int128 {
      Int128(nearest: max(-most, min(most, price * scale)))
    }
    constraints = prices.constraints.map(rounded)
    tiers = prices.tiers.map(rounded) + [unit]
    tiers += Array(repeating: 0, count: model.tierCount - tier - 1)
  }

  /// The potentials of a network's certificate, its tiers blended by units.
  init?(_ certificate: Certificate, units: [Int128], in model: GroupModel) {
    var sums = [Int128](repeating: 0, count: model.firstLimit)
    for (tier, potentials) in certificate.tiers.enumerated() {
      let columnGroups = potentials.columnGroups.prefix(model.firstLimit - model.firstColumnGroup)
      let all = potentials.rows + potentials.rowGroups + columnGroups.map { -$0 }
      let unit = tier < units.count ? max(1, units[tier]) : 1
      for (constraint, potential) in all.enumerated() {
        let (term, isWide) = potential.multipliedReportingOverflow(by: unit)
        let (sum, isWrapped) = sums[constraint].addingReportingOverflow(term)
        guard !isWide, !isWrapped, sum.magnitude < 1 << 100 else { return nil }
        sums[constraint] = sum
      }
    }
    constraints = (0..<model.firstLimit).map { constraint in
      let around = model.outer[constraint]
      return sums[constraint] - (around < 0 ? 0 : sums[around])
    }
    constraints += Array(repeating: 0, count: model.constraints.count - model.firstLimit)
    tiers = units + Array(repeating: 0, count: model.tierCount - units.count)
  }

  /// The prices as a proof states them.
  func stated(in model: GroupModel) -> GroupPrices {
    let sums = model.summed(constraints)
    return GroupPrices(
      tiers: tiers, rows: Array(sums[..<model.firstRowGroup]),
      rowGroups: Array(sums[model.firstRowGroup..<model.firstColumnGroup]),
      columnGroups: sums[model.firstColumnGroup..<model.firstLimit].map { -$0 },
      openLimits: Array(sums[model.firstLimit..<model.firstRule]),
      rules: zip(model.looseRules, sums[model.firstRule...]).compactMap { entry, price in
        price == 0
          ? nil : RulePrice(rule: entry.rule.number, column: entry.column, price: price)
      })
  }
}

extension Int128 {
  /// The whole number nearest to one of less than 2^120.
  fileprivate init(nearest value: Double) {
    let part = 0x1p60
    guard value.magnitude >= part else {
      self = Int128(Int64(value < 0 ? value - 0.5 : value + 0.5))
      return
    }
    let high = Int64(value / part)
    self = (Int128(high) << 60) + Int128(Int64(value - Double(high) * part))
  }
}
