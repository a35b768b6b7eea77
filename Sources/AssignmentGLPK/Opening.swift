import AssignmentKernel

/// Pairs and duals to start from: what an auction or an earlier answer leaves.
struct Opening {
  /// The pairs in the order in which they take their places; not all need fit.
  var pairs: [ProgramArc]
  /// The estimated dual of each node but the rows, whose duals follow, in units of 1 / `scale`.
  var duals: [Int64]
  /// What each row hopes to gain, or nil where it takes what it can.
  var hopes: [Int64]?
  /// The units of a dual in a unit of weight.
  let scale: Int64

  /// The bids and prices of an auction; groups have no prices.
  init(_ auction: Auction, network: Network) {
    scale = auction.scale
    duals = Array(repeating: 0, count: network.root)
    pairs = []
    for (column, bids) in auction.held.enumerated() {
      duals[network.firstColumn + column] = auction.prices[column]
      for bid in bids.sorted(by: { ($1.amount, $0.arc) < ($0.amount, $1.arc) }) {
        pairs.append(ProgramArc(arc: bid.arc, row: bid.row, column: column))
      }
    }
  }

  /// The arcs and potentials of an earlier answer, or nil where they do not fit the problem in
  /// number or are beyond exact doubles.
  init?(_ start: WarmStart, of problem: AssignmentProblem, weights: [Int64], network: Network) {
    let given = start.potentials
    let parts = [given.rows, given.rowGroups, given.columns, given.columnGroups]
    let counts = [
      problem.rowCount, problem.rowGroups.count, problem.columnCount, problem.columnGroups.count,
    ]
    let limit = Int128(NodePotentials.limit / Auction.scale(of: weights))
    guard parts.map(\.count) == counts,
      parts.allSatisfy({ $0.allSatisfy { -limit <= $0 && $0 <= limit } })
    else { return nil }
    let values = parts.joined().map { Int64($0) } + [0]
    scale = 1
    hopes = Array(values[..<network.rowCount])
    duals = (0..<network.root).map { node in
      let dual = values[node] - values[Int(network.parent[node])]
      return node < network.firstColumn ? dual : -dual
    }
    let inside = start.arcs.filter(weights.indices.contains)
    pairs = Set(inside).sorted().map {
      ProgramArc(arc: $0, row: problem.arcs.row(ofArc: $0), column: problem.arcs.column(ofArc: $0))
    }
  }

  /// The bids and prices of an auction that began near `start`, with the duals that it leaves alone.
  init(_ auction: Auction, near start: Opening, network: Network) {
    self.init(auction, network: network)
    for node in 0..<network.root {
      let isColumn = (network.firstColumn..<network.firstColumn + network.columnCount).contains(
        node)
      duals[node] += scale * (isColumn ? min(0, start.duals[node]) : start.duals[node])
    }
  }

  /// The share of the rows that would rather have other places, at the prices of this opening.
  ///
  /// Time: O(arcs).
  func unrest(weights: [Int64], network: Network) -> Double {
    let prices = self.prices(in: network)
    var chosen = [[Int]](repeating: [], count: network.rowCount)
    for pair in pairs { chosen[pair.row].append(pair.arc) }
    var restless = 0
    for row in 0..<network.rowCount {
      let bounds = network.bounds[row]
      var above: Int64 = 0
      network.climb(from: Int(network.parent[row])) { above += duals[$0] }
      var worst = Int64.max
      var best = bounds.lower > chosen[row].count ? Int64.min : above
      network.forEachArc(ofRow: row) { arc, column in
        let gain = scale * weights[arc] - prices[column]
        if gain > best || gain < worst {
          if chosen[row].contains(arc) { worst = min(worst, gain) } else { best = max(best, gain) }
        }
      }
      let hasRoom = chosen[row].count < bounds.upper
      if hasRoom && best > above
        || best > worst && (chosen[row].count > bounds.lower || best > above)
      {
        restless += 1
      }
    }
    return Double(restless) / Double(max(1, network.rowCount))
  }

  /// The price of a place in each column with all that stands above it.
  func prices(in network: Network) -> [Int64] {
    (0..<network.columnCount).map { column in
      var sum: Int64 = 0
      network.climb(from: network.firstColumn + column) { sum += duals[$0] }
      return sum
    }
  }
}
