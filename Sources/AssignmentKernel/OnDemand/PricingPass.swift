/// A look at all arcs with the potentials of a plan: which arcs outside the candidates would better
/// it, or would break the proof that there is none.
struct PricingPass: Sendable {
  let pass: RowPass
  let candidates: AssignmentProblem
  let prices: ReducedWeights
  /// The most arcs that one row adds.
  let limit: Int

  /// Lists grow faster the longer it takes.
  static func limit(afterPasses passes: Int) -> Int { 8 << min(passes, 6) }

  /// The arcs to be added, the best of each row up to the limit; nil where the time was up.
  ///
  /// - Complexity: one call of the source for each row, and O(tiers · arcs) at most.
  func violators() -> ArcBlock? {
    let found = pass.map(asking: .positive(at: prices)) { row, arcs, found in
      var best = BestArcs(limit: limit)
      prices.forEachPositive(arcs, ofRow: row) { arc, tier, reduced in
        guard best.admits(tier: tier, reduced: reduced),
          candidates.arcs.arc(row: row, column: Int(arcs.columns[arc])) == nil
        else { return }
        best.insert(arc, tier: tier, reduced: reduced)
      }
      found.append(best.ascending, of: arcs)
    }
    return found.map { ArcBlock(joining: $0, tierCount: pass.problem.tierCount) }
  }
}

/// The few best of many arcs: an earlier tier counts before a later one, then the greater reduced
/// weight, then the arc that was seen first.
private struct BestArcs {
  let limit: Int
  private var kept: [(arc: Int, tier: Int, reduced: Int64)] = []

  init(limit: Int) {
    self.limit = limit
  }

  func admits(tier: Int, reduced: Int64) -> Bool {
    guard kept.count == limit, let last = kept.last else { return true }
    return (tier, -reduced) < (last.tier, -last.reduced)
  }

  mutating func insert(_ arc: Int, tier: Int, reduced: Int64) {
    var place = kept.count
    while place > 0, (tier, -reduced) < (kept[place - 1].tier, -kept[place - 1].reduced) {
      place -= 1
    }
    kept.insert((arc, tier, reduced), at: place)
    if kept.count > limit { kept.removeLast() }
  }

  var ascending: [Int] { kept.map(\.arc).sorted() }
}
