/// Losses of residual edges over all tiers, from the potentials of an optimal solution.
///
/// The loss of taking an arc is π(row) − π(column) − weight, in every tier. Where the potentials
/// prove an optimum, no residual edge has a loss below 0, tuples compared lexicographically.
struct TierLosses<Loss>: EdgeLosses where Loss: AdditiveArithmetic & Comparable & Sendable {
  /// What it loses to take each arc.
  private let arcLoss: [Loss]
  /// What it loses to go from each node up to its parent.
  private let climb: [Loss]

  var none: Loss { .zero }

  init(arcLoss: [Loss], climb: [Loss]) {
    self.arcLoss = arcLoss
    self.climb = climb
  }

  func taking(_ arc: Int) -> Loss { arcLoss[arc] }
  func dropping(_ arc: Int) -> Loss { .zero - arcLoss[arc] }
  func taking(_ arc: Int, row: Int, column: Int) -> Loss? { taking(arc) }
  func dropping(_ arc: Int, row: Int, column: Int) -> Loss? { dropping(arc) }
  func climbing(_ node: Int) -> Loss { climb[node] }
  func descending(_ node: Int) -> Loss { .zero - climb[node] }
  func joined(_ path: Loss, _ edge: Loss) -> Loss { path + edge }
}

/// A loss in every tier, compared lexicographically; without entries it is 0.
struct TierTuple: AdditiveArithmetic, Comparable, Sendable {
  var tiers: [Int128]

  static let zero = TierTuple(tiers: [])

  static func == (a: TierTuple, b: TierTuple) -> Bool {
    (0..<max(a.tiers.count, b.tiers.count)).allSatisfy { a[$0] == b[$0] }
  }

  static func < (a: TierTuple, b: TierTuple) -> Bool {
    for tier in 0..<max(a.tiers.count, b.tiers.count) where a[tier] != b[tier] {
      return a[tier] < b[tier]
    }
    return false
  }

  static func + (a: TierTuple, b: TierTuple) -> TierTuple {
    TierTuple(tiers: (0..<max(a.tiers.count, b.tiers.count)).map { a[$0] + b[$0] })
  }

  static func - (a: TierTuple, b: TierTuple) -> TierTuple {
    TierTuple(tiers: (0..<max(a.tiers.count, b.tiers.count)).map { a[$0] - b[$0] })
  }

  private subscript(tier: Int) -> Int128 { tier < tiers.count ? tiers[tier] : 0 }
}
