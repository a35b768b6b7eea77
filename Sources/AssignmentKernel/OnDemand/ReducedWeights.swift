/// The potentials of rows and columns over all tiers, laid out for one look at every arc.
///
/// The reduced weight of an arc is its weight − π(row) + π(column), a number for each tier, compared
/// lexicographically. Numbers that 62 bits do not hold take the wide way, in 128 bits.
struct ReducedWeights: Sendable {
  private let tierCount: Int
  private let potentials: NarrowPotentials
  private let wide: [Potentials]?
  /// Whether the weights count as 0: potentials that prove that there is no plan.
  private let ignoresWeights: Bool

  private static var range: ClosedRange<Int128> { -(1 << 60)...(1 << 60) }

  init(_ certificate: Certificate, ignoresWeights: Bool = false) {
    let tiers = certificate.tiers
    tierCount = tiers.count
    self.ignoresWeights = ignoresWeights
    let isNarrow = tiers.allSatisfy {
      $0.rows.allSatisfy(Self.range.contains) && $0.columns.allSatisfy(Self.range.contains)
    }
    wide = isNarrow ? nil : tiers
    potentials = NarrowPotentials(
      rows: isNarrow ? Self.interleaved(tiers.map(\.rows)) : [],
      columns: isNarrow ? Self.interleaved(tiers.map(\.columns)) : [])
  }

  /// The potentials where they say all of an arc with its weights.
  var narrow: NarrowPotentials? { wide == nil && !ignoresWeights ? potentials : nil }

  private static func interleaved(_ tiers: [[Int128]]) -> [Int64] {
    var result: [Int64] = []
    for node in (tiers.first ?? []).indices {
      for tier in tiers { result.append(Int64(truncatingIfNeeded: tier[node])) }
    }
    return result
  }

  /// Calls `body` with every arc of a row whose reduced weight is positive, and with its first
  /// entry that is not 0 and the tier of that.
  func forEachPositive(
    _ arcs: RowArcs, ofRow row: Int, _ body: (_ arc: Int, _ tier: Int, _ reduced: Int64) -> Void
  ) {
    guard let narrow else {
      for arc in 0..<arcs.count {
        if let (tier, reduced) = leading(arc, arcs, row), reduced > 0 { body(arc, tier, reduced) }
      }
      return
    }
    let (columns, weights, prices) = (arcs.columns.span, arcs.weights.span, narrow.columns.span)
    let first = row * tierCount
    for arc in columns.indices {
      let (weight, price) = (arc * tierCount, Int(columns[arc]) * tierCount)
      for tier in 0..<tierCount {
        let profit = narrow.rows[first + tier] - prices[price + tier]
        let (reduced, overflow) = weights[weight + tier].subtractingReportingOverflow(profit)
        // A difference that 64 bits do not hold has the sign of the weight.
        let sign = overflow ? weights[weight + tier] : reduced
        guard sign != 0 else { continue }
        if sign > 0 { body(arc, tier, sign) }
        break
      }
    }
  }

  private func leading(_ arc: Int, _ arcs: RowArcs, _ row: Int) -> (tier: Int, reduced: Int64)? {
    let column = Int(arcs.columns[arc])
    for tier in 0..<tierCount {
      let weight = ignoresWeights ? 0 : arcs.weights[arc * arcs.tierCount + tier]
      let reduced: Int128
      if let wide {
        reduced = Int128(weight) - wide[tier].rows[row] + wide[tier].columns[column]
      } else {
        reduced =
          Int128(weight) - Int128(potentials.rows[row * tierCount + tier])
          + Int128(potentials.columns[column * tierCount + tier])
      }
      if reduced != 0 { return (tier, Int64(clamping: reduced)) }
    }
    return nil
  }
}
