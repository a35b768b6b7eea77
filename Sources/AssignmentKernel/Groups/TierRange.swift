/// Between which numbers every plan stands in one tier, by its rows alone.
struct TierRange {
  let lower: Int128
  let upper: Int128
  /// The largest magnitude of a weight.
  let largest: UInt64
  /// What every plan's sum is a multiple of.
  let step: Int128

  init(of tier: Int, in problem: GroupProblem) {
    let assignment = problem.assignment
    var (lower, upper): (Int128, Int128) = (0, 0)
    var largest: UInt64 = 1
    for weight in assignment.tiers[tier] { largest = max(largest, weight.magnitude) }
    var divisor: UInt64 = 0
    for weight in problem.opening[tier] { largest = max(largest, weight.magnitude) }
    for weight in assignment.tiers[tier] where divisor != 1 {
      divisor = Self.commonDivisor(divisor, weight.magnitude)
    }
    for weight in problem.opening[tier] where divisor != 1 {
      divisor = Self.commonDivisor(divisor, weight.magnitude)
    }
    self.largest = largest
    step = Int128(max(1, divisor))
    for row in 0..<assignment.rowCount {
      let weights = assignment.arcs.arcs(ofRow: row).map { Int128(assignment.tiers[tier][$0]) }
      let demand = assignment.rowDemand[row]
      upper += Self.best(of: weights, within: demand)
      lower -= Self.best(of: weights.map { -$0 }, within: demand)
    }
    for column in problem.mayClose.indices where problem.mayClose[column] {
      upper += Int128(max(0, problem.opening[tier][column]))
      lower += Int128(min(0, problem.opening[tier][column]))
    }
    self.lower = lower
    self.upper = upper
  }

  private static func commonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }

  private static func best(of weights: [Int128], within bounds: Bounds) -> Int128 {
    let sorted = weights.sorted(by: >).prefix(bounds.upper)
    return sorted.enumerated().reduce(0) { sum, entry in
      entry.offset < bounds.lower || entry.element > 0 ? sum + entry.element : sum
    }
  }
}
