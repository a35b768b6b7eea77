import AssignmentKernel

/// A forward auction that finds prices near the optimum before the first linear program.
///
/// Rows bid one after another for the column of greatest weight less price; a column keeps the
/// highest bids it has room for, and once it is full its price is the lowest of them. One coarse
/// pass is cheap, and a linear program that starts from its pairs and prices has little left to
/// do. Groups and lower bounds of columns are left to the linear program.
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
  /// The price of a place in each column: 0 while it has room.
  private(set) var prices: [Int64]

  /// As many times may every arc be looked at before the auction ends unfinished.
  private static let sweepLimit = 12
  /// The steps of a price between nothing and the greatest weight.
  private static let priceSteps: Int64 = 1024
  /// Above this a price is no more than a sign that the rows don't fit.
  private static let priceLimit: Int64 = 1 << 56

  init(network: Network, weights: [Int64], limits: SolveLimits) {
    held = Array(repeating: [], count: network.columnCount)
    prices = Array(repeating: 0, count: network.columnCount)
    let spread = (weights.max() ?? 0).magnitude + (weights.min() ?? 0).magnitude
    let step = max(1, Int64(spread) / Self.priceSteps)
    var budget = Self.sweepLimit * max(weights.count, 1)

    var isHeld = [Bool](repeating: false, count: weights.count)
    var count = [Int](repeating: 0, count: network.rowCount)
    var waiting = Array((0..<network.rowCount).reversed())
    while let row = waiting.popLast() {
      guard budget > 0, count[row] < network.bounds[row].upper else { continue }
      budget -= network.arcCount[row] + 1
      var best: (arc: Int, column: Int, gain: Int64)?
      var secondGain: Int64 = .min
      let isOptional = count[row] >= network.bounds[row].lower
      if isOptional { secondGain = 0 }
      network.forEachArc(ofRow: row) { arc, column in
        let gain = weights[arc] - prices[column]
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
      guard let best, prices[best.column] < Self.priceLimit else { continue }
      if secondGain == .min { secondGain = best.gain - Int64(spread) }
      let amount = prices[best.column] + best.gain - secondGain + step
      isHeld[best.arc] = true
      count[row] += 1
      if let out = place(
        Bid(amount: amount, arc: best.arc, row: row), in: best.column,
        room: network.bounds[network.firstColumn + best.column].upper)
      {
        isHeld[out.arc] = false
        count[out.row] -= 1
        waiting.append(out.row)
      }
      if count[row] < network.bounds[row].upper { waiting.append(row) }
      if waiting.count % 64 == 0, limits.isOver { return }
    }
  }

  /// Puts a bid into a column and returns the bid that had to leave.
  private mutating func place(_ bid: Bid, in column: Int, room: Int) -> Bid? {
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
