import AssignmentKernel
import MentoringModel

/// A tier of weights as it is known before a pair is weighed in full.
private enum KnownTier {
  /// The same for all pairs of the row.
  case constant(Int64)
  case ownOrganization
  case fit
  /// Only known when it is computed: from 0 up to the number.
  case unknown(Int64)
}

// Where fits are kept, they tell which pairs matter, and only those are weighed in full: what
// settles ties costs more than all the rest.
extension ScoredPairs: ChoosyArcSource {
  func fill(_ arcs: inout RowArcs, ofRow number: Int, greatest count: Int, by value: ArcValue) {
    let row = rows[number]
    guard let kept = kept?[number], let tiers = knownTiers(of: row) else {
      return fill(&arcs, ofRow: number)
    }
    let scorer = scorers[row.scorer]
    var fitFactor: Int64 = 0
    var ownFactor: Int64 = 0
    var slack: Int64 = 0
    for (tier, factor) in zip(tiers, value.scale.factors) {
      switch tier {
      case .constant: continue
      case .ownOrganization: ownFactor = factor
      case .fit: fitFactor = factor
      case .unknown(let most): slack += factor * most
      }
    }
    var gains: [Int64] = []
    gains.reserveCapacity(kept.fits.count)
    let first = Int(scorer.firstColumn)
    value.prices.withUnsafeBufferPointer { prices in
      kept.withEach { place, fit in
        var gain = fitFactor &* fit &- prices[first + Int(place)]
        if ownFactor != 0 {
          gain &+= ownFactor &* scorer.ownMembers(of: row.profile, beside: place)
        }
        gains.append(gain)
      }
    }
    let limit = gains.count > count ? gains.greatest(count) &- slack : .min
    var (places, fits) = ([Int32](), [Int32]())
    var index = 0
    kept.withEach { place, fit in
      if gains[index] >= limit {
        places.append(place)
        fits.append(Int32(truncatingIfNeeded: fit))
      }
      index += 1
    }
    fill(&arcs, row, places, fits: fits)
  }

  func fill(_ arcs: inout RowArcs, ofRow number: Int, positiveAt prices: NarrowPotentials) {
    let row = rows[number]
    guard let kept = kept?[number], let tiers = knownTiers(of: row) else {
      return fill(&arcs, ofRow: number)
    }
    let scorer = scorers[row.scorer]
    let count = tiers.count
    // What a pair is worth to the row in each tier, without its fit and the price of its column; up
    // to the first tier that is not known.
    var offsets: [Int64] = []
    var (fitTier, ownTier) = (-1, -1)
    known: for (index, tier) in tiers.enumerated() {
      var offset = -prices.rows[number * count + index]
      switch tier {
      case .constant(let weight): offset += weight
      case .ownOrganization: ownTier = index
      case .fit: fitTier = index
      case .unknown: break known
      }
      offsets.append(offset)
    }
    let isDecided = offsets.count == count
    var (places, fits) = ([Int32](), [Int32]())
    let first = Int(scorer.firstColumn)
    prices.columns.withUnsafeBufferPointer { columns in
      offsets.withUnsafeBufferPointer { offsets in
        kept.withEach { place, fit in
          let price = (first + Int(place)) * count
          var isIn = !isDecided
          for tier in offsets.indices {
            var reduced = offsets[tier] &+ columns[price + tier]
            if tier == fitTier { reduced &+= fit }
            if tier == ownTier { reduced &+= scorer.ownMembers(of: row.profile, beside: place) }
            if reduced != 0 {
              isIn = reduced > 0
              break
            }
          }
          guard isIn else { return }
          places.append(place)
          fits.append(Int32(truncatingIfNeeded: fit))
        }
      }
    }
    fill(&arcs, row, places, fits: fits)
  }

  /// What is known of each tier, or nil where a decision of the curator tells the pairs apart.
  private func knownTiers(of row: Row) -> [KnownTier]? {
    guard !row.isPinned else { return nil }
    return goals.map { goal in
      switch goal {
      case .pins, .fewestGroups, .fewestMentors, .coverageTargets, .minimumLoad, .balance,
        .worstFit,
        .leximin:
        .constant(0)
      case .coverage: .constant(row.coverage)
      case .ownOrganization: .ownOrganization
      case .fit: .fit
      case .tieBreak: .unknown(StableHash.greatestTieBreak)
      }
    }
  }
}
