/// The lowest bid inside each group of columns: a tournament among the nodes of each group.
///
/// Columns are numbered from 0, groups after them. Space: O(columns + groups).
struct GroupLowest<Price> where Price: FixedWidthInteger & SignedInteger & Sendable {
  /// The group above each node, or -1; empty where there are no groups.
  private let parent: [Int32]
  /// The first entry of each group's tournament, and how many nodes take part.
  private let first: [Int]
  private let size: [Int]
  /// The place of each node in the tournament of the group above it.
  private let seat: [Int32]
  /// The winner of each match: entry *i* between entries 2*i* and 2*i* + 1, the nodes themselves last.
  private var winner: [Int32]
  private var lowest: [Price]
  private let columnCount: Int

  init(_ network: ResidualNetwork<some FixedWidthInteger & SignedInteger & Sendable>) {
    let (columns, groups) = (network.firstColumn, network.firstColumnGroup)
    columnCount = network.firstRowGroup - columns
    let groupCount = network.root - groups
    guard groupCount > 0 else {
      (parent, first, size, seat, winner, lowest) = ([], [], [], [], [], [])
      return
    }
    var parent: [Int32] = []
    for node in Array(columns..<network.firstRowGroup) + Array(groups..<network.root) {
      let above = Int(network.parent[node])
      parent.append(above == network.root ? -1 : Int32(columnCount + above - groups))
    }
    var size = [Int](repeating: 0, count: groupCount)
    var seat = [Int32](repeating: 0, count: parent.count)
    for (node, above) in parent.enumerated() where above >= 0 {
      seat[node] = Int32(size[Int(above) - columnCount])
      size[Int(above) - columnCount] += 1
    }
    var first: [Int] = []
    var entries = 0
    for size in size {
      first.append(entries)
      entries += 2 * size
    }
    var winner = [Int32](repeating: -1, count: entries)
    for (node, above) in parent.enumerated() where above >= 0 {
      let group = Int(above) - columnCount
      winner[first[group] + size[group] + Int(seat[node])] = Int32(node)
    }
    for group in 0..<groupCount {
      for match in stride(from: size[group] - 1, to: 0, by: -1) {
        winner[first[group] + match] = winner[first[group] + 2 * match]
      }
    }
    (self.parent, self.first, self.size, self.seat, self.winner) = (
      parent, first, size, seat, winner
    )
    lowest = Array(repeating: BidBoard<Price>.unpayable, count: parent.count)
  }

  /// The group around a column or group, or -1.
  @inline(__always)
  func above(_ node: Int) -> Int32 { parent.isEmpty ? -1 : parent[node] }

  @inline(__always)
  func lowest(of node: Int) -> Price { lowest[node] }

  /// The column that holds the group's lowest bid.
  func lowestColumn(in group: Int) -> Int {
    var node = group
    while node >= columnCount { node = Int(champion(of: node)) }
    return node
  }

  /// Takes a column's lowest bid up through the groups around it.
  mutating func setLowest(_ amount: Price, of column: Int) {
    var node = column
    lowest[node] = amount
    while parent[node] >= 0 {
      let group = Int(parent[node])
      replay(node, in: group - columnCount)
      lowest[group] = lowest[Int(champion(of: group))]
      node = group
    }
  }

  /// With one node alone the champion is that node, which stands at entry 1.
  private func champion(of group: Int) -> Int32 { winner[first[group - columnCount] + 1] }

  private mutating func replay(_ node: Int, in group: Int) {
    let base = first[group]
    var match = (size[group] + Int(seat[node])) / 2
    while match > 0 {
      let (one, other) = (winner[base + 2 * match], winner[base + 2 * match + 1])
      winner[base + match] = lowest[Int(other)] < lowest[Int(one)] ? other : one
      match /= 2
    }
  }
}
