/// The arcs of the rows with weights as prices count them.
struct BiddingArcs<Price>: Sendable where Price: FixedWidthInteger & SignedInteger & Sendable {
  let arcs: ArcPattern
  private let weights: [Int64]
  private let shift: Int
  private let bounds: [Bounds]
  /// What stands among prices for the bonus of a lower bound.
  let limit: Price

  init<Scalar>(_ network: ResidualNetwork<Scalar>) {
    arcs = network.arcs
    weights = network.weights
    shift = network.shift
    bounds = Array(network.bounds[..<network.firstColumn])
    limit = network.bonus > Scalar(clamping: Self.range) ? Self.range : Price(network.bonus)
  }

  /// Scaled weights are to stay within this, so that no price overflows.
  static var range: Price { Price.max / 16 }

  var count: Int { bounds.count }

  /// Whether a row may be used more than once.
  var areShared: Bool { bounds.contains { $0.upper > 1 } }

  /// How often the row can be used.
  func units(of row: Int) -> Int { min(bounds[row].upper, arcs.arcs(ofRow: row).count) }

  /// What the row has without a place: nothing, or less where it has to have one.
  func nothing(for row: Int) -> Price { bounds[row].lower == bounds[row].upper ? -limit : 0 }

  @inline(__always)
  func weight(_ arc: Int) -> Price { scaled(weights[arc]) }

  @inline(__always)
  func scaled(_ weight: Int64) -> Price { Price(truncatingIfNeeded: weight) << shift }

  /// The arc at an offset among those of a row.
  @inline(__always)
  func arc(_ row: Int, _ offset: Int32) -> Int {
    (arcs.isDense ? row * arcs.columnCount : arcs.rowStart[row]) + Int(offset)
  }
}
