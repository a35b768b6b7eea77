/// A source that can tell which arcs of a row matter for less than it takes to weigh them all.
///
/// What it leaves out must not matter; what it puts in besides does no harm, for whoever asks looks
/// at the weights.
package protocol ChoosyArcSource: ArcSource {
  /// Puts the arcs of a row that are greatest by `value` into `arcs`, `count` of them at least, or
  /// all where there are no more.
  func fill(_ arcs: inout RowArcs, ofRow row: Int, greatest count: Int, by value: ArcValue)

  /// Puts the arcs of a row whose reduced weights are positive into `arcs`.
  func fill(_ arcs: inout RowArcs, ofRow row: Int, positiveAt prices: NarrowPotentials)
}

/// Which arcs of a row are asked for.
enum ArcChoice: Sendable {
  case all
  /// At least so many, none of them less than any that is left out.
  case greatest(Int, by: ArcValue)
  /// At least those with positive reduced weights.
  case positive(at: ReducedWeights)
}

/// What an arc is worth as one number: its weights by the factors of the tiers, less a price of its
/// column.
package struct ArcValue: Sendable {
  /// What each tier counts for, and from which weight on.
  package let scale: TierScale
  /// The price of each column.
  package let prices: [Int64]

  /// Creates a value.
  package init(scale: TierScale, prices: [Int64]) {
    self.scale = scale
    self.prices = prices
  }
}

/// Potentials of rows and columns that 62 bits hold, tier by tier for each node.
package struct NarrowPotentials: Sendable {
  /// That of row *r* in tier *t* stands at *r* · tiers + *t*.
  package let rows: [Int64]
  /// That of column *c* in tier *t* stands at *c* · tiers + *t*.
  package let columns: [Int64]

  /// Creates potentials.
  package init(rows: [Int64], columns: [Int64]) {
    self.rows = rows
    self.columns = columns
  }
}
