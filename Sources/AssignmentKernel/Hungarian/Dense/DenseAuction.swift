/// A forward auction among rows that keep candidates.
///
/// D. P. Bertsekas, The auction algorithm: a distributed relaxation method for the assignment
/// problem, doi:10.1007/BF02186476; with several columns at hand for each row, as in D. P.
/// Bertsekas, D. A. Castanon, The auction algorithm for the transportation problem,
/// doi:10.1007/BF02216923.
extension DenseMatching {
  /// The first step of a price is this part of the range of costs.
  private static var firstSteps: Scalar { 128 }
  /// Each further step is this part of the one before.
  private static var refinement: Scalar { 8 }
  /// The last step is this part of the range.
  private static var lastSteps: Scalar { 8192 }
  /// After so many rounds it is seen whether the last step alone will do.
  private static var trialRounds: Int { 6 }
  /// So many bids a row, and the rest is left to the paths.
  private static var bidLimit: Int { 64 }

  /// Bids until nearly all rows hold a place at nearly right prices; false where the time was up.
  ///
  /// Few rows that wait after some rounds with small steps show that prices hardly have to rise;
  /// otherwise larger steps go before.
  ///
  /// - Complexity: O(*R*) bids for *R* rows, each O(1) or, where the row is scanned, O(*C*) for
  ///   *C* columns.
  mutating func auction(limits: SolveLimits) -> Bool {
    let spread = Scalar(truncatingIfNeeded: shape.range.spread)
    let last = max(1, spread / Self.lastSteps)
    var rows = waiting
    let count = rows.count
    rows = bid(rows, step: last, rounds: Self.trialRounds, limits: limits)
    var step = last
    if rows.count > count / 8 {
      step = max(last, spread / Self.firstSteps)
    }
    while !limits.isOver, !isBeyondRange {
      _ = bid(rows, step: step, rounds: .max, limits: limits)
      if !shape.fillsAll { lowerPrices(by: 2 * step) }
      settle()
      rows = waiting
      guard step > last else { break }
      step = max(last, step / Self.refinement)
    }
    return !limits.isOver
  }

  /// Rows bid in turns until all hold a place or the rounds or bids are used up; those left over.
  private mutating func bid(
    _ rows: [Int32], step: Scalar, rounds: Int, limits: SolveLimits
  ) -> [Int32] {
    var (now, next) = (rows, [Int32]())
    var bids = Self.bidLimit * shape.rowCount
    var round = 0
    while !now.isEmpty, round < rounds, bids > 0, !isBeyondRange {
      if round & 15 == 0, limits.isOver { break }
      for row in now where !isBeyondRange {
        if let outbid = bid(Int(row), step: step) { next.append(outbid) }
      }
      bids -= now.count
      round += 1
      swap(&now, &next)
      next.removeAll(keepingCapacity: true)
    }
    return now
  }

  /// One row bids for its nearest column; the row that has to leave it, where the column was full.
  @inline(__always)
  private mutating func bid(_ row: Int, step: Scalar) -> Int32? {
    let (best, sum, second) = nearest(row)
    let amount = price[best] &+ min(second &- sum, Scalar.costLimit) &+ step
    offer[row] = amount
    column[row] = Int32(truncatingIfNeeded: best)
    var outbid: Int32?
    if load[best] < shape.places[best] {
      siftUp(Int32(truncatingIfNeeded: row), in: best)
    } else {
      outbid = holder[start[best]]
      siftDown(Int32(truncatingIfNeeded: row), in: best)
    }
    if load[best] == shape.places[best], best < shape.columnCount {
      price[best] = max(price[best], offer[Int(holder[start[best]])])
      if price[best] > Scalar.priceLimit { isBeyondRange = true }
    }
    if let outbid { column[Int(outbid)] = -1 }
    return outbid
  }

  /// A further row into a column, whose holders are a heap with the lowest offer in front.
  @inline(__always)
  mutating func siftUp(_ row: Int32, in column: Int) {
    let first = start[column]
    var hole = Int(load[column])
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard offer[Int(row)] < offer[Int(holder[first + parent])] else { break }
      holder[first + hole] = holder[first + parent]
      hole = parent
    }
    holder[first + hole] = row
    load[column] += 1
  }

  /// A row into the place of the lowest offer.
  @inline(__always)
  private mutating func siftDown(_ row: Int32, in column: Int) {
    let (first, room) = (start[column], Int(load[column]))
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < room else { break }
      if child + 1 < room,
        offer[Int(holder[first + child + 1])] < offer[Int(holder[first + child])]
      {
        child += 1
      }
      guard offer[Int(holder[first + child])] < offer[Int(row)] else { break }
      holder[first + hole] = holder[first + child]
      hole = child
    }
    holder[first + hole] = row
  }

  /// Takes back by how much prices may be too high; where places are left over in the end, too
  /// high a price keeps rows out.
  private mutating func lowerPrices(by amount: Scalar) {
    for column in 0..<shape.columnCount { price[column] = max(0, price[column] &- amount) }
    for row in 0..<shape.rowCount { bound[row] = max(bound[row], 0) &- amount }
  }
}
