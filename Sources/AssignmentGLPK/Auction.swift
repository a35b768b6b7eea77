import AssignmentKernel

/// A forward auction that finds prices near the optimum before the first linear program.
///
/// Rows bid one after another for the column of greatest weight less price; a column keeps the
/// highest bids it has room for, and once it is full its price is the lowest of them. A few
/// rounds of ever smaller steps are cheap, and a linear program that starts from their pairs and
/// prices has little left to do. Groups and lower bounds of columns are left to the linear program.
///
/// D. P. Bertsekas, "The auction algorithm: a distributed relaxation method for the assignment
/// problem", doi:10.1007/BF02186476. Time: O(sweeps · arcs); space: O(pairs + columns).
struct Auction {
  /// A bid that a column holds.
  struct Bid {
    var amount: Int64
    var arc: Int
    var row: Int
  }

  /// The bids each column holds, a heap with the lowest in front.
  private(set) var held: [[Bid]]
  /// The price of a place in each column, in units of 1 / `scale`.
  private(set) var prices: [Int64]
  /// The units of a price in a unit of weight.
  let scale: Int64

  private let network: Network
  private let weights: [Int64]
  private let limits: SolveLimits
  private let spread: Int64
  /// What a place in each column costs beside its price, and what a row asks for to take one.
  private let tolls: [Int64]
  private let rowTolls: [Int64]
  private var isHeld: [Bool]
  private var count: [Int]
  private var budget: Int

  /// As many times may every arc be looked at before the auction ends unfinished.
  private static let sweepLimit = 100
  /// The same where rows must have more places than there are and prices would rise for ever.
  private static let hopelessSweepLimit = 3
  /// The steps of a price between nothing and the greatest weight, in the last round.
  private static let priceSteps: Int64 = 1 << 14
  /// The steps of a price in the first round.
  private static let firstSteps: Int64 = 32
  /// How much finer a round is than the one before.
  private static let refinement: Int64 = 8
  /// Above this a price is no more than a sign that the rows don't fit.
  private static let priceLimit: Int64 = 1 << 56

  /// Holds auctions with ever smaller steps.
  init(network: Network, weights: [Int64], limits: SolveLimits) {
    self.init(network: network, weights: weights, limits: limits, duals: nil)
    let lastStep = self.lastStep
    var step = lastStep
    while step < spread / Self.firstSteps { step *= Self.refinement }
    sell(step: step)
    while step > lastStep, budget > 0, !limits.isOver {
      let finished = (held, prices)
      release(lowering: step)
      step /= Self.refinement
      sell(step: step)
      if budget <= 0 { (held, prices) = finished }
    }
  }

  /// Holds auctions with the smallest step, from the duals of an earlier answer.
  ///
  /// The duals of groups, and of columns that are paid to take rows, stay as they are. Where prices
  /// were too high for a column to fill they fall and all bid once more, a few times over.
  init(network: Network, weights: [Int64], limits: SolveLimits, near opening: Opening) {
    self.init(network: network, weights: weights, limits: limits, duals: opening.duals)
    sell(step: lastStep)
    for _ in 0..<Self.mendingRounds where hasIdlePrice && budget > 0 && !limits.isOver {
      let finished = (held, prices)
      release(lowering: 0)
      sell(step: lastStep)
      if budget <= 0 { (held, prices) = finished }
    }
  }

  /// How often prices that were too high fall.
  private static let mendingRounds = 4

  private init(network: Network, weights: [Int64], limits: SolveLimits, duals: [Int64]?) {
    self.network = network
    self.weights = weights
    self.limits = limits
    held = Array(repeating: [], count: network.columnCount)
    isHeld = Array(repeating: false, count: weights.count)
    count = Array(repeating: 0, count: network.rowCount)
    let asked = network.bounds[..<network.rowCount].reduce(0) { $0 + $1.lower }
    let room = network.bounds[network.firstColumn..<network.firstColumn + network.columnCount]
      .reduce(0) { $0 + $1.upper }
    budget = (asked > room ? Self.hopelessSweepLimit : Self.sweepLimit) * max(weights.count, 1)
    let scale = Self.scale(of: weights)
    self.scale = scale
    spread = scale * Self.range(of: weights)
    prices = Array(repeating: 0, count: network.columnCount)
    guard let duals else {
      tolls = prices
      rowTolls = Array(repeating: 0, count: network.rowCount)
      return
    }
    func sum(above node: Int) -> Int64 {
      var sum: Int64 = 0
      network.climb(from: Int(network.parent[node])) { sum += duals[$0] }
      return scale * sum
    }
    rowTolls = (0..<network.rowCount).map { sum(above: $0) }
    tolls = (network.firstColumn..<network.firstColumn + network.columnCount).map {
      sum(above: $0) + scale * min(0, duals[$0])
    }
    for column in prices.indices {
      prices[column] = scale * max(0, duals[network.firstColumn + column])
    }
  }

  /// The units of a price in a unit of weight.
  static func scale(of weights: [Int64]) -> Int64 {
    max(1, priceSteps / max(1, range(of: weights)))
  }

  private static func range(of weights: [Int64]) -> Int64 {
    Int64((weights.max() ?? 0).magnitude + (weights.min() ?? 0).magnitude)
  }

  private var lastStep: Int64 { max(1, spread / Self.priceSteps) }

  /// Whether a column has a price and room at once.
  private var hasIdlePrice: Bool {
    prices.indices.contains {
      prices[$0] > 0 && held[$0].count < network.bounds[network.firstColumn + $0].upper
    }
  }

  /// Lets every row bid until it has what it wants.
  private mutating func sell(step: Int64) {
    var waiting = Array((0..<network.rowCount).reversed())
    while let row = waiting.popLast() {
      guard budget > 0, count[row] < network.bounds[row].upper else { continue }
      if waiting.count % 64 == 0, limits.isOver { return }
      guard let bid = bestBid(ofRow: row, step: step) else { continue }
      isHeld[bid.arc] = true
      count[row] += 1
      if let out = place(bid.bid, in: bid.column) {
        isHeld[out.arc] = false
        count[out.row] -= 1
        waiting.append(out.row)
      }
      if count[row] < network.bounds[row].upper { waiting.append(row) }
    }
  }

  /// What a row bids for the column that it gains most from.
  private mutating func bestBid(
    ofRow row: Int, step: Int64
  ) -> (arc: Int, column: Int, bid: Bid)? {
    budget -= network.arcCount[row] + 1
    var best: (arc: Int, column: Int, gain: Int64)?
    var secondGain = count[row] < network.bounds[row].lower ? .min : rowTolls[row]
    network.forEachArc(ofRow: row) { arc, column in
      let gain = scale * weights[arc] - tolls[column] - prices[column]
      guard gain > secondGain, network.bounds[network.firstColumn + column].upper > 0,
        !isHeld[arc]
      else { return }
      if let last = best, last.gain >= gain {
        secondGain = gain
      } else {
        if let last = best { secondGain = last.gain }
        best = (arc, column, gain)
      }
    }
    guard let best, prices[best.column] < Self.priceLimit else { return nil }
    if secondGain == .min { secondGain = best.gain - spread }
    let amount = prices[best.column] + best.gain - secondGain + step
    return (best.arc, best.column, Bid(amount: amount, arc: best.arc, row: row))
  }

  /// Takes all bids back and lowers the prices by what they may be too high.
  private mutating func release(lowering step: Int64) {
    for column in prices.indices {
      if held[column].count < network.bounds[network.firstColumn + column].upper {
        prices[column] = 0
      }
      prices[column] = max(0, prices[column] - step)
      for bid in held[column] { isHeld[bid.arc] = false }
      held[column].removeAll(keepingCapacity: true)
    }
    count = Array(repeating: 0, count: count.count)
  }

  /// Puts a bid into a column and returns the bid that had to leave.
  private mutating func place(_ bid: Bid, in column: Int) -> Bid? {
    let room = network.bounds[network.firstColumn + column].upper
    var out: Bid?
    if held[column].count < room {
      held[column].append(bid)
      siftUp(in: column)
    } else {
      out = held[column][0]
      held[column][0] = bid
      siftDown(in: column)
    }
    if held[column].count == room { prices[column] = held[column][0].amount }
    return out
  }

  private mutating func siftUp(in column: Int) {
    var child = held[column].count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard held[column][child].amount < held[column][parent].amount else { return }
      held[column].swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown(in column: Int) {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < held[column].count else { return }
      if child + 1 < held[column].count,
        held[column][child + 1].amount < held[column][child].amount
      {
        child += 1
      }
      guard held[column][child].amount < held[column][parent].amount else { return }
      held[column].swapAt(child, parent)
      parent = child
    }
  }
}
