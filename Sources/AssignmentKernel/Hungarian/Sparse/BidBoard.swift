/// The bids that columns hold, and the prices that follow from them.
///
/// A column keeps the highest bids it has room for, and a group of columns the highest of all the
/// bids inside it. Once a node is full its price is the lowest bid it holds; a place costs the
/// highest price on the way from its column to the root. The bids kept only ever rise, and with them
/// the prices, until all bids are taken away.
///
/// Space: O(columns + groups + places), where a column has no more places than arcs.
struct BidBoard<Price> where Price: FixedWidthInteger & SignedInteger & Sendable {
  /// A bid for a place.
  struct Bid {
    var amount: Price
    var row: Int32
    /// Where the arc stands among those of its row.
    var offset: Int32
  }

  /// A column or a group: what it holds, and what a place costs while there is room.
  private struct Node {
    /// Where the bids of a column start.
    var start = 0
    var count: Int32 = 0
    let upper: Int32
    var floor: Price = 0

    var isFull: Bool { count == upper }
  }

  let columnCount: Int
  /// The price of each column by itself, then of each group.
  private(set) var price: [Price]
  private var nodes: [Node]
  /// The bids of all columns, each column's a heap with the lowest in front.
  private var bids: [Bid]
  private var groups: GroupLowest<Price>

  /// More than anyone bids.
  static var unpayable: Price { Price.max / 4 }

  init(_ network: ResidualNetwork<some FixedWidthInteger & SignedInteger & Sendable>) {
    columnCount = network.firstRowGroup - network.firstColumn
    var degree = [Int](
      repeating: network.arcs.isDense ? network.firstColumn : 0, count: columnCount)
    for column in network.arcs.columns { degree[Int(column)] += 1 }
    let columns = network.firstColumn..<network.firstRowGroup
    let groupNodes = network.firstColumnGroup..<network.root
    nodes = [columns, groupNodes].joined().map {
      Node(upper: Int32(max(0, network.bounds[$0].upper)))
    }
    var placeCount = 0
    for column in 0..<columnCount {
      nodes[column].start = placeCount
      placeCount += min(Int(nodes[column].upper), degree[column])
    }
    groups = GroupLowest(network)
    bids = Array(repeating: Bid(amount: 0, row: -1, offset: -1), count: placeCount)
    // Where there is no place, none can be paid for.
    price = nodes.map { $0.upper == 0 ? Self.unpayable : 0 }
  }

  var hasGroups: Bool { nodes.count > columnCount }

  /// What a place in the column costs, its groups taken into account.
  @inline(__always)
  func fullPrice(of column: Int) -> Price {
    var highest = price[column]
    var group = groups.above(column)
    while group >= 0 {
      highest = max(highest, price[Int(group)])
      group = groups.above(Int(group))
    }
    return highest
  }

  /// Puts a bid into a column; the bid that has to leave, where a node on the way up was full.
  mutating func place(_ bid: Bid, in column: Int) -> Bid? {
    guard !nodes[column].isFull else {
      let outbid = bids[nodes[column].start]
      sink(bid, in: column)
      setPrices(from: column)
      return outbid
    }
    var group = groups.above(column)
    while group >= 0, !nodes[Int(group)].isFull { group = groups.above(Int(group)) }
    let outbid = group >= 0 ? removeLowest(of: Int(group)) : nil
    rise(bid, in: column)
    add(1, upFrom: column)
    setPrices(from: column)
    return outbid
  }

  /// Takes all bids away; places cost what they did less `drop`, and never less than nothing.
  mutating func clear(loweringBy drop: Price) {
    for node in nodes.indices where nodes[node].upper > 0 {
      nodes[node].floor = max(0, price[node] - drop)
      price[node] = nodes[node].floor
      nodes[node].count = 0
    }
    if hasGroups { for column in 0..<columnCount { groups.setLowest(Self.unpayable, of: column) } }
  }

  /// Calls `body` with every column and each bid it holds.
  func forEachHeld(_ body: (_ column: Int, _ bid: Bid) -> Void) {
    for column in 0..<columnCount {
      for bid in bids(of: column) { body(column, bid) }
    }
  }
}

extension BidBoard {
  private func bids(of column: Int) -> ArraySlice<Bid> {
    let node = nodes[column]
    return bids[node.start..<node.start + Int(node.count)]
  }

  private mutating func removeLowest(of group: Int) -> Bid {
    let column = groups.lowestColumn(in: group)
    let node = nodes[column]
    let lowest = bids[node.start]
    add(-1, upFrom: column)
    if node.count > 1 { sink(bids[node.start + Int(node.count) - 1], in: column) }
    setPrices(from: column)
    return lowest
  }

  private mutating func add(_ units: Int32, upFrom column: Int) {
    var node = Int32(column)
    while node >= 0 {
      nodes[Int(node)].count += units
      node = groups.above(Int(node))
    }
  }

  /// The prices of a column and of the groups around it, after its bids changed.
  private mutating func setPrices(from column: Int) {
    let node = nodes[column]
    let lowest = node.count > 0 ? bids[node.start].amount : Self.unpayable
    price[column] = node.isFull ? max(node.floor, lowest) : node.floor
    guard hasGroups else { return }
    groups.setLowest(lowest, of: column)
    var group = groups.above(column)
    while group >= 0 {
      let index = Int(group)
      let node = nodes[index]
      price[index] = node.isFull ? max(node.floor, groups.lowest(of: index)) : node.floor
      group = groups.above(index)
    }
  }

  /// Lets a new last bid rise to its place in the column's heap.
  private mutating func rise(_ bid: Bid, in column: Int) {
    let first = nodes[column].start
    var hole = Int(nodes[column].count)
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard bid.amount < bids[first + parent].amount else { break }
      bids[first + hole] = bids[first + parent]
      hole = parent
    }
    bids[first + hole] = bid
  }

  /// Lets a bid sink from the front to its place in the column's heap.
  private mutating func sink(_ bid: Bid, in column: Int) {
    let (first, count) = (nodes[column].start, Int(nodes[column].count))
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < count else { break }
      if child + 1 < count, bids[first + child + 1].amount < bids[first + child].amount {
        child += 1
      }
      guard bids[first + child].amount < bid.amount else { break }
      bids[first + hole] = bids[first + child]
      hole = child
    }
    bids[first + hole] = bid
  }
}

// While columns bid for rows, prices stand for themselves and the order of bids means nothing.
extension BidBoard {
  @inline(__always)
  func load(of column: Int) -> Int { Int(nodes[column].count) }

  @inline(__always)
  func isFull(_ column: Int) -> Bool { nodes[column].isFull }

  mutating func setPrice(_ amount: Price, of column: Int) { price[column] = amount }

  /// Adds a row to a column that has room.
  mutating func add(_ bid: Bid, to column: Int) {
    bids[nodes[column].start + Int(nodes[column].count)] = bid
    nodes[column].count += 1
  }

  /// Takes a row from a column that holds it.
  mutating func remove(_ row: Int32, from column: Int) {
    let first = nodes[column].start
    let last = first + Int(nodes[column].count) - 1
    var index = first
    while bids[index].row != row { index += 1 }
    bids[index] = bids[last]
    nodes[column].count -= 1
  }
}
