/// The terms of a leaf's value at given prices.
struct PricedColumns {
  /// What does not depend on answers, or nil where the prices don't fit the problem or 128 bits.
  let base: Int128?
  /// What was known of each column when it was priced; -1 before.
  var stamps: [Int]
  /// What each column can make at best, or nil where it can be neither open nor closed.
  private(set) var values: [Int128?]

  private let prices: GroupPrices
  /// What opening a column adds, less what its limits charge.
  private let opening: [Int128]
  private let rulePrices: [Int: [RulePrice]]

  /// Prices and weights beyond this could make a sum pass 128 bits.
  private static var reach: ClosedRange<Int128> { -(1 << 120)...(1 << 120) }

  init(
    _ problem: GroupProblem, _ offers: [ColumnOffer], _ prices: GroupPrices,
    _ ranges: [TierRange]
  ) {
    self.prices = prices
    stamps = Array(repeating: -1, count: offers.count)
    values = Array(repeating: nil, count: offers.count)
    rulePrices = Dictionary(grouping: prices.rules, by: \.column)
    guard prices.fit(problem, ranges), let opening = Self.opening(problem, prices) else {
      (base, self.opening) = (nil, [])
      return
    }
    self.opening = opening
    base = Self.base(of: problem, offers, prices)
  }

  /// The column's value: closed or open, whichever is better and was not ruled out.
  mutating func price(
    _ column: Int, _ offer: ColumnOffer, _ isOpen: Bool?, _ answers: [Int: Bool],
    _ problem: GroupProblem
  ) {
    let isTaken = answers.values.contains(true)
    let closed: Int128? = offer.mayClose && isOpen != true && !isTaken ? 0 : nil
    let open = isOpen == false ? nil : open(column, offer, answers, problem)
    values[column] = closed.map { max($0, open ?? $0) } ?? open
  }

  private func open(
    _ column: Int, _ offer: ColumnOffer, _ answers: [Int: Bool], _ problem: GroupProblem
  ) -> Int128? {
    let assignment = problem.assignment
    let group = Int(assignment.columnGroups.parentOfMember[column])
    let around = group < 0 ? 0 : prices.columnGroups[group]
    var worth = offer.arcs.indices.map { place in
      assignment.tiers.indices.reduce(around - prices.rows[offer.rows[place]]) {
        $0 + prices.tiers[$1] * Int128(assignment.tiers[$1][offer.arcs[place]])
      }
    }
    var sum = opening[column]
    for charge in rulePrices[column] ?? [] {
      guard let rule = offer.rules.first(where: { $0.rule == charge.rule }) else { continue }
      for place in rule.places { worth[place] -= charge.price }
      let end = charge.price > 0 ? rule.bounds.upper : rule.bounds.lower
      sum += charge.price * Int128(min(end, rule.places.count))
    }
    return offer.best(worth, answers).map { sum + $0 }
  }
}

extension PricedColumns {
  private static func opening(_ problem: GroupProblem, _ prices: GroupPrices) -> [Int128]? {
    var opening = problem.mayClose.indices.map { column in
      prices.tiers.indices.reduce(0) {
        $0 + prices.tiers[$1] * Int128(problem.opening[$1][column])
      }
    }
    for (limit, price) in zip(problem.openLimits, prices.openLimits) {
      for column in Set(limit.columns) { opening[column] -= price }
    }
    return opening.allSatisfy(reach.contains) ? opening : nil
  }

  private static func base(
    of problem: GroupProblem, _ offers: [ColumnOffer], _ prices: GroupPrices
  ) -> Int128? {
    let assignment = problem.assignment
    var sum = CarefulSum()
    // No row or group is used more often than it has arcs.
    let arcs = (0..<assignment.rowCount).map { assignment.arcs.arcs(ofRow: $0).count }
    let columnArcs = offers.map(\.arcs.count)
    let (rowGroups, columnGroups) = (assignment.rowGroups, assignment.columnGroups)
    for (row, price) in prices.rows.enumerated() {
      let above = prices.rowGroup(rowGroups.parentOfMember[row])
      sum.add(price - above, assignment.rowDemand[row], most: arcs[row])
    }
    for (group, most) in rowGroups.load(from: arcs).enumerated() {
      let above = prices.rowGroup(rowGroups.parentOfGroup[group])
      sum.add(prices.rowGroups[group] - above, rowGroups.bounds[group], most: most)
    }
    for (group, most) in columnGroups.load(from: columnArcs).enumerated() {
      let above = prices.columnGroup(columnGroups.parentOfGroup[group])
      sum.add(above - prices.columnGroups[group], columnGroups.bounds[group], most: most)
    }
    for (limit, price) in zip(problem.openLimits, prices.openLimits) {
      sum.add(price, limit.bounds, most: limit.columns.count)
    }
    return sum.total
  }
}

/// A sum of the better ends of bounds, or nil where 128 bits do not hold it.
private struct CarefulSum {
  private(set) var total: Int128? = 0

  mutating func add(_ price: Int128, _ bounds: Bounds, most: Int) {
    let end = Int128(price > 0 ? min(bounds.upper, max(most, bounds.lower)) : bounds.lower)
    let (term, isWide) = price.multipliedReportingOverflow(by: end)
    guard let sum = total, !isWide else {
      total = nil
      return
    }
    let (next, isWrapped) = sum.addingReportingOverflow(term)
    total = isWrapped || !(-(1 << 122)...(1 << 122)).contains(next) ? nil : next
  }
}

extension GroupPrices {
  /// Whether the prices are as many as the problem asks, and leave room for sums over its arcs.
  fileprivate func fit(_ problem: GroupProblem, _ ranges: [TierRange]) -> Bool {
    let assignment = problem.assignment
    guard tiers.count == assignment.tiers.count, rows.count == assignment.rowCount,
      rowGroups.count == assignment.rowGroups.count,
      columnGroups.count == assignment.columnGroups.count,
      openLimits.count == problem.openLimits.count
    else { return false }
    for charge in rules {
      guard problem.rules.indices.contains(charge.rule),
        problem.rules[charge.rule].columns.contains(charge.column)
      else { return false }
    }
    let arcs = Int128(assignment.arcs.count + assignment.columnCount + 1)
    let most = (1 << 120) / arcs / Int128(tiers.count + 4 + rules.count + openLimits.count)
    for (tier, unit) in tiers.enumerated() {
      guard unit.magnitude <= most.magnitude / UInt128(ranges[tier].largest) else { return false }
    }
    return [rows, rowGroups, columnGroups, openLimits, rules.map(\.price)].allSatisfy {
      $0.allSatisfy { $0.magnitude <= most.magnitude }
    }
  }

  fileprivate func rowGroup(_ group: Int32) -> Int128 { group < 0 ? 0 : rowGroups[Int(group)] }
  fileprivate func columnGroup(_ group: Int32) -> Int128 {
    group < 0 ? 0 : columnGroups[Int(group)]
  }
}
