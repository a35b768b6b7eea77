/// The way of a dense problem: candidates, an auction, paths for the rows that are left, and
/// refilling of the places that they leave behind at a price.
enum DenseSolve {
  /// What comes of it.
  enum Answer {
    case optimal(Solution)
    /// The time was up; this is how far it came.
    case stopped(WarmStart)
  }

  /// The optimum of the first tier, or nil where the problem is of another kind or its range too
  /// wide.
  ///
  /// It computes in 32 bits where they suffice, else in 64.
  ///
  /// - Complexity: O(*R* · (*A* + *N* log *N*)) time for *R* rows, *A* arcs and *N* rows and
  ///   columns; in practice a few passes over the arcs. O(*A*) space beside the problem.
  static func solve(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) -> Answer? {
    guard let shape = DenseShape(problem) else { return nil }
    if shape.range.spread <= Int32.costLimit,
      let answer = solve(problem, shape, Int32.self, from: start, limits: limits)
    {
      return answer
    }
    return solve(problem, shape, Int64.self, from: start, limits: limits)
  }

  /// Nil where prices pass the range of `Scalar`.
  private static func solve<Scalar: DenseScalar>(
    _ problem: AssignmentProblem, _ shape: DenseShape, _: Scalar.Type, from start: WarmStart?,
    limits: SolveLimits
  ) -> Answer? {
    var matching = DenseMatching<Scalar>(shape, weights: problem.tiers[0])
    var isInTime = true
    let isWarm = start.map { matching.take($0) } ?? false
    if isWarm { matching.settle() }
    if !isWarm || matching.waiting.count > shape.rowCount / 4 {
      isInTime = matching.auction(limits: limits)
    }
    guard !matching.isBeyondRange else { return nil }
    if isInTime {
      var paths = DensePaths(consume matching)
      isInTime = paths.placeAll(limits: limits)
      matching = paths.matching
    }
    guard !matching.isBeyondRange else { return nil }
    if isInTime {
      var refill = DenseRefill(consume matching)
      isInTime = refill.refillAll(limits: limits)
      matching = refill.matching
    }
    guard isInTime else {
      return .stopped(WarmStart(arcs: matching.arcs, potentials: matching.potentials))
    }
    matching.finish()
    return .optimal(
      Solution(
        status: .optimal, arcs: matching.arcs,
        certificate: Certificate(tiers: [matching.potentials])))
  }
}

extension DenseMatching {
  /// Starts from the pairs and prices of an earlier answer, where they fit; false otherwise.
  fileprivate mutating func take(_ start: WarmStart) -> Bool {
    let prices = start.potentials.columns
    let limit = Int128(Scalar.priceLimit >> 1) >> Int128(shape.range.shift)
    guard prices.count == shape.columnCount, prices.allSatisfy({ -limit <= $0 && $0 <= limit })
    else { return false }
    for (index, potential) in prices.enumerated() {
      price[index] = Scalar(truncatingIfNeeded: max(0, -potential) << Int128(shape.range.shift))
    }
    for arc in start.arcs where arc >= 0 && arc / shape.columnCount < shape.rowCount {
      column[arc / shape.columnCount] = Int32(truncatingIfNeeded: arc % shape.columnCount)
    }
    return true
  }

  /// Brings the numbers that nothing hangs on into the range that the certificate asks for.
  fileprivate mutating func finish() {
    let columns = 0..<shape.columnCount
    if shape.fillsAll {
      // All places are taken, so that their prices may move together.
      var lowest = Scalar.max
      for column in columns where shape.places[column] > 0 { lowest = min(lowest, price[column]) }
      for column in columns { price[column] &-= lowest }
      for row in least.indices { least[row] &-= lowest }
    }
    // A row that may not have a place is priced out of all of them.
    for row in 0..<shape.rowCount where !shape.wants[row] {
      least[row] = Scalar.max
      for column in columns {
        least[row] = min(least[row], costs.cost(row, column) &+ price[column])
      }
    }
    // So is everyone out of a column without places.
    let dearest = max(0, least.max() ?? 0)
    for column in columns where shape.places[column] == 0 { price[column] = dearest }
  }

  /// The arcs that are matched, ascending.
  fileprivate var arcs: [Int] {
    (0..<shape.rowCount).compactMap { row in
      let column = Int(column[row])
      return column < 0 || column >= shape.columnCount ? nil : row * shape.columnCount + column
    }
  }

  /// The certificate's potentials, in units of the weights.
  ///
  /// Rounding down keeps every loss at 0 or above, because the weights are whole.
  fileprivate var potentials: Potentials {
    let shift = Int128(shape.range.shift)
    let highest = Int128(shape.range.highest) << shift
    return Potentials(
      rows: least.map { (highest - Int128($0)) >> shift },
      columns: price[..<shape.columnCount].map { -Int128($0) >> shift })
  }
}
