/// One number for the weights of an arc in all tiers, as a guide to good candidates.
///
/// A tier counts for more than everything below it, as far as 62 bits go and as far as a sample of
/// rows shows its range. A tier that is the same on all arcs of a row says which rows come first
/// and not which columns they like; it counts from the least that was seen, so that where all rows
/// are alike it adds nothing.
struct ScalarWeights: Sendable {
  let scale: TierScale
  /// How much the best arc of a row is better than the middle one, in the middle over the sample.
  let spread: Int64

  private static var sampleSize: Int { 128 }

  init(_ pass: RowPass) {
    let rowCount = pass.problem.rowCount
    let step = max(1, rowCount / Self.sampleSize)
    var ranges = [WeightRange](repeating: WeightRange(), count: pass.problem.tierCount)
    var arcs = RowArcs(tierCount: pass.problem.tierCount)
    var rows: [RowArcs] = []
    for row in stride(from: 0, to: rowCount, by: step) {
      if pass.limits.isOver { break }
      pass.problem.fill(&arcs, ofRow: row)
      for tier in ranges.indices { ranges[tier].meet(arcs, tier: tier) }
      rows.append(arcs)
    }
    let scale = TierScale(ranges)
    self.scale = scale
    let spreads = rows.compactMap { row -> Int64? in
      guard row.count > 1 else { return nil }
      let values = (0..<row.count).map { scale.value($0, of: row) }.sorted()
      return values[values.count - 1] - values[values.count / 2]
    }
    .filter { $0 > 0 }.sorted()
    spread = spreads.isEmpty ? 1 : spreads[spreads.count / 2]
  }

}

/// What each tier counts for, and from which weight on.
package struct TierScale: Sendable {
  /// The worth of one unit of each tier.
  package let factors: [Int64]
  /// The weight of each tier that counts as 0.
  package let bases: [Int64]

  private static var limit: Int64 { 1 << 50 }

  /// Creates a scale.
  package init(factors: [Int64], bases: [Int64]) {
    self.factors = factors
    self.bases = bases
  }

  fileprivate init(_ ranges: [WeightRange]) {
    var factors = [Int64](repeating: 0, count: ranges.count)
    var bases = factors
    // The last tiers are left out where the first ones already fill the number.
    var factor: Int64 = 1
    for tier in ranges.indices.reversed() {
      let range = ranges[tier]
      guard let span = range.span, span > 0 else { continue }
      if span >= Self.limit / factor {
        for later in tier + 1..<max(tier + 1, ranges.count) { factors[later] = 0 }
        factor = 1
      }
      guard span < Self.limit else { continue }
      factors[tier] = factor
      bases[tier] = range.isSameInRows ? range.least : 0
      factor *= span + 1
    }
    (self.factors, self.bases) = (factors, bases)
  }

  /// The value of an arc.
  @inline(__always)
  func value(_ arc: Int, of arcs: RowArcs) -> Int64 {
    var value: Int64 = 0
    let first = arc * arcs.tierCount
    for tier in factors.indices where factors[tier] != 0 {
      value &+= factors[tier] &* (arcs.weights[first + tier] &- bases[tier])
    }
    return value
  }
}

/// What a sample shows of the weights of a tier.
private struct WeightRange {
  var least = Int64.max
  var greatest = Int64.min
  var isSameInRows = true

  /// The greatest less the least, nil where nothing was seen or 64 bits do not hold it.
  var span: Int64? {
    guard least <= greatest else { return nil }
    let (span, overflow) = greatest.subtractingReportingOverflow(least)
    return overflow ? .max : span
  }

  mutating func meet(_ arcs: RowArcs, tier: Int) {
    for arc in 0..<arcs.count {
      let weight = arcs.weights[arc * arcs.tierCount + tier]
      if weight != arcs.weights[tier] { isSameInRows = false }
      least = min(least, weight)
      greatest = max(greatest, weight)
    }
  }
}
