import AssignmentKernel

/// The potentials that follow from the duals of the nodes' bounds, in exact integers.
struct NodePotentials {
  /// The dual of each node's bounds.
  let duals: [Int64]
  /// The potential of each node, with the root's 0 at the end.
  let values: [Int64]

  /// The largest dual whose sums along a path of the network stay exact.
  static let limit: Int64 = 1 << 53

  /// Sums the duals from the root down to each node.
  ///
  /// They count plus on the side of the rows and minus on the side of the columns. Time:
  /// O(nodes · depth).
  init(duals: [Int64], in network: Network) {
    self.duals = duals
    var values = [Int64](repeating: 0, count: network.root + 1)
    for node in 0..<network.root {
      var sum: Int64 = 0
      network.climb(from: node) { sum &+= duals[$0] }
      values[node] = node < network.firstColumn ? sum : -sum
    }
    self.values = values
  }

  /// What no plan's weight can exceed, by weak duality.
  ///
  /// No `weights` means that all are 0. Time: O(nodes + arcs).
  func bound(of weights: [Int64], in network: Network) -> Int128 {
    var total: Int128 = 0
    for (dual, bounds) in zip(duals, network.bounds) where dual != 0 {
      total += Int128(dual) * Int128(dual > 0 ? bounds.upper : bounds.lower)
    }
    for row in 0..<network.rowCount {
      let profit = values[row]
      network.forEachArc(ofRow: row) { arc, column in
        let weight = weights.isEmpty ? 0 : weights[arc]
        let reduced = weight - profit + values[network.firstColumn + column]
        if reduced > 0 { total += Int128(reduced) }
      }
    }
    return total
  }

  /// The potentials as the kernel states them.
  func certificate(in network: Network) -> Certificate {
    func part(_ range: Range<Int>) -> [Int128] { values[range].map { Int128($0) } }
    let lastColumn = network.firstColumn + network.columnCount
    return Certificate(tiers: [
      Potentials(
        rows: part(0..<network.rowCount), columns: part(network.firstColumn..<lastColumn),
        rowGroups: part(network.rowCount..<network.firstColumn),
        columnGroups: part(lastColumn..<network.root))
    ])
  }
}
