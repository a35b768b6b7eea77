/// A forward auction that places most rows at nearly right prices before any path is searched.
///
/// Rows bid one after another for the column that leaves them most; a column keeps the highest
/// bids it has room for, and once it is full its price is the lowest of them. Prices start at 0 and
/// only full columns have one, so what is left to mend is little: rows whose place is not quite the
/// best, and places that they leave behind (``AugmentingPathSearch/mend(_:limits:)``).
///
/// D. P. Bertsekas, The auction algorithm: a distributed relaxation method for the assignment
/// problem, doi:10.1007/BF02186476.
///
/// - Complexity: O(*sweeps* · *A*) time for *A* arcs, where the sweeps are limited; O(*P*) space
///   for *P* places.
struct ForwardAuction<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  /// A bid that a column holds.
  struct Bid {
    var amount: Scalar
    var row: Int32
    var arc: Int
  }

  /// The bids of all columns, each column's a heap with the lowest in front.
  private var bids: [Bid] = []
  private let start: [Int]
  private var count: [Int32]
  private(set) var price: [Scalar]
  private let increment: Scalar
  /// Which arcs hold a bid; empty where no row bids more than once.
  private var isHeld: [Bool]
  private let lower: [Int32]
  private let reward: Scalar

  /// As many times may every arc be looked at before the rest is left to path searches.
  private static var sweepLimit: Int { 64 }

  init(_ network: ResidualNetwork<Scalar>, increment: Int64) {
    var degree = [Int](
      repeating: network.arcs.isDense ? network.firstColumn : 0,
      count: network.firstRowGroup - network.firstColumn)
    for column in network.arcs.columns { degree[Int(column)] += 1 }
    var start = [0]
    start.reserveCapacity(degree.count + 1)
    for (column, degree) in degree.enumerated() {
      let upper = network.bounds[network.firstColumn + column].upper
      start.append(start[column] + min(upper, degree))
    }
    self.start = start
    self.increment = Scalar(increment)
    count = Array(repeating: 0, count: start.count - 1)
    lower = network.bounds[network.firstColumn..<network.firstRowGroup].map {
      Int32(max(0, min($0.lower, $0.upper)))
    }
    reward = network.bonus
    price = lower.map { $0 > 0 ? -network.bonus : 0 }
    // Where there is no place, none can be paid for.
    for column in price.indices where start[column] == start[column + 1] {
      price[column] = Scalar.max / 4
    }
    bids = Array(repeating: Bid(amount: 0, row: -1, arc: -1), count: start[start.count - 1])
    let isShared = network.bounds[..<network.firstColumn].contains { $0.upper > 1 }
    isHeld = isShared ? Array(repeating: false, count: network.arcs.count) : []
  }

  /// Bids until every row has a place or is better off without, or the sweeps are used up.
  mutating func run(on network: ResidualNetwork<Scalar>, limits: SolveLimits) {
    var budget = Self.sweepLimit * network.arcs.count
    var waiting: [Int32] = []
    for row in (0..<network.firstColumn).reversed() {
      let units = min(network.bounds[row].upper, network.arcs.arcs(ofRow: row).count)
      for _ in 0..<units { waiting.append(Int32(row)) }
    }
    var turns = 0
    while let row = waiting.popLast(), budget > 0 {
      let arcs = network.arcs.arcs(ofRow: Int(row))
      budget -= arcs.count
      turns += 1
      if turns & 0xFFF == 0, limits.isOver { return }
      guard let choice = choice(of: Int(row), among: arcs, in: network) else { continue }
      let bid = Bid(amount: choice.amount, row: row, arc: choice.arc)
      let outbid = place(bid, in: choice.column)
      if !isHeld.isEmpty { isHeld[bid.arc] = true }
      guard let outbid else { continue }
      if !isHeld.isEmpty { isHeld[outbid.arc] = false }
      waiting.append(outbid.row)
    }
  }

  /// The column that leaves the row most at the present prices, and what the row can bid for it.
  private func choice(
    of row: Int, among arcs: Range<Int>, in network: ResidualNetwork<Scalar>
  ) -> (arc: Int, column: Int, amount: Scalar)? {
    let bounds = network.bounds[row]
    // What a row has without a place: nothing, or the loss of the bonus where it must have one.
    var best = Best<Scalar>(bounds.lower == bounds.upper ? -network.bonus : 0)
    if isHeld.isEmpty {
      for arc in arcs { best.meet(arc, network.gain(arc, in: arcs, at: price)) }
    } else {
      for arc in arcs where !isHeld[arc] { best.meet(arc, network.gain(arc, in: arcs, at: price)) }
    }
    guard best.arc >= 0 else { return nil }
    let column = network.column(best.arc, in: arcs)
    return (best.arc, column, price[column] + best.gain - best.second + increment)
  }

  /// Puts a bid into a column; the bid that has to leave, where the column was full.
  private mutating func place(_ bid: Bid, in column: Int) -> Bid? {
    let first = start[column]
    let room = Int32(start[column + 1] - first)
    var outbid: Bid?
    if count[column] < room {
      var hole = Int(count[column])
      while hole > 0 {
        let parent = (hole - 1) / 2
        guard bid.amount < bids[first + parent].amount else { break }
        bids[first + hole] = bids[first + parent]
        hole = parent
      }
      bids[first + hole] = bid
      count[column] += 1
    } else {
      outbid = bids[first]
      var hole = 0
      while true {
        var child = 2 * hole + 1
        guard child < room else { break }
        if child + 1 < room, bids[first + child + 1].amount < bids[first + child].amount {
          child += 1
        }
        guard bids[first + child].amount < bid.amount else { break }
        bids[first + hole] = bids[first + child]
        hole = child
      }
      bids[first + hole] = bid
    }
    setPrice(of: column, isFull: count[column] == room)
    return outbid
  }

  /// Below its lower bound a place earns a bonus, above it costs no less than nothing.
  private mutating func setPrice(of column: Int, isFull: Bool) {
    let isShort = count[column] < lower[column]
    let isBound = Int(lower[column]) >= start[column + 1] - start[column]
    guard isFull else {
      price[column] = isShort ? -reward : 0
      return
    }
    let lowest = bids[start[column]].amount
    price[column] = isBound ? lowest : max(0, lowest)
  }

  /// Calls `body` with every column and each bid it holds.
  func forEachHeld(_ body: (_ column: Int, _ bid: Bid) -> Void) {
    for column in count.indices {
      for index in start[column]..<start[column] + Int(count[column]) { body(column, bids[index]) }
    }
  }
}

extension ResidualNetwork {
  /// What an arc of a row leaves it at the prices.
  @inline(__always)
  fileprivate func gain(_ arc: Int, in range: Range<Int>, at price: [Scalar]) -> Scalar {
    weight(arc) - price[column(arc, in: range)]
  }
}

/// The best arc of a row and the gain of the second best.
private struct Best<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var arc = -1
  var gain: Scalar
  var second: Scalar

  /// Nothing better met yet than to have no place.
  init(_ nothing: Scalar) {
    gain = nothing
    second = nothing
  }

  @inline(__always)
  mutating func meet(_ newArc: Int, _ newGain: Scalar) {
    guard newGain > second else { return }
    if newGain > gain {
      second = gain
      gain = newGain
      arc = newArc
    } else {
      second = newGain
    }
  }
}
