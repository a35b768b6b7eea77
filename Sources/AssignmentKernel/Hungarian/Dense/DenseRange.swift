/// The least and the greatest weight of a dense problem, as a range of costs from 0 up.
///
/// A cost is the greatest weight less the weight, times two to the power ``shift``: small ranges are
/// scaled up, so that a price can move by a small part of a unit.
struct DenseRange {
  /// The weight whose cost is 0.
  let highest: Int64
  /// The greatest cost.
  let spread: Int64
  let shift: Int

  /// Ranges are scaled to about this size.
  private static var wanted: Int64 { 1 << 24 }
  private static var mostShift: Int { 12 }

  /// The range of weights and, where a row may stay without a place, of 0.
  ///
  /// - Returns: Nil where 64 bits do not suffice for `rowCount` rows.
  /// - Complexity: O(*A*) time for *A* weights.
  init?(_ bounds: ClosedRange<Int64>, includingZero: Bool, rowCount: Int) {
    let low = includingZero ? min(0, bounds.lowerBound) : bounds.lowerBound
    let high = includingZero ? max(0, bounds.upperBound) : bounds.upperBound
    let (width, isTooWide) = high.subtractingReportingOverflow(low)
    guard !isTooWide else { return nil }
    // A price is a sum of costs along a path through the rows.
    let (reach, isTooFar) = width.multipliedReportingOverflow(by: Int64(2 * rowCount + 4))
    guard !isTooFar, reach < Int64.priceLimit else { return nil }
    var shift = 0
    while shift < Self.mostShift, width << Int64(shift + 1) <= Self.wanted,
      reach << Int64(shift + 1) < Int64.priceLimit
    {
      shift += 1
    }
    highest = high
    spread = width << Int64(shift)
    self.shift = shift
  }

  /// The least and the greatest of the weights; there must be one.
  static func bounds(of weights: [Int64]) -> ClosedRange<Int64> {
    weights.withUnsafeBufferPointer { weights in
      // Four of each, so that the comparisons need not wait for each other.
      var low = (weights[0], weights[0], weights[0], weights[0])
      var high = low
      let whole = weights.count & ~3
      for index in stride(from: 0, to: whole, by: 4) {
        low.0 = min(low.0, weights[index])
        low.1 = min(low.1, weights[index + 1])
        low.2 = min(low.2, weights[index + 2])
        low.3 = min(low.3, weights[index + 3])
        high.0 = max(high.0, weights[index])
        high.1 = max(high.1, weights[index + 1])
        high.2 = max(high.2, weights[index + 2])
        high.3 = max(high.3, weights[index + 3])
      }
      for index in whole..<weights.count {
        low.0 = min(low.0, weights[index])
        high.0 = max(high.0, weights[index])
      }
      return min(
        min(low.0, low.1), min(low.2, low.3))...max(
          max(high.0, high.1), max(high.2, high.3))
    }
  }
}
