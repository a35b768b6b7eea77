import AssignmentKernel

/// A plan within all upper bounds to start from, the arcs worth a first look, and their prices.
struct OpeningPlan {
  /// An arc of the first linear program.
  struct Candidate {
    var arc: Int
    var row: Int
    var column: Int
    /// Whether the plan uses it.
    var isChosen: Bool
    /// Its weight less the row's profit and the column's price, in units of the estimates.
    var reducedWeight: Int64

    /// The arc with its ends.
    var programArc: ProgramArc { ProgramArc(arc: arc, row: row, column: column) }
  }

  /// The arcs of the first linear program, row by row.
  private(set) var candidates: [Candidate] = []
  /// How often each node is used.
  private(set) var use: [Int]
  /// The estimated dual of each node, in units of 1 / `scale`.
  private(set) var estimates: [Int64]
  /// What each row gains, its groups' duals with it.
  private(set) var profits: [Int64]
  /// What a place in each column costs, its groups' duals with it.
  private(set) var prices: [Int64]
  /// The units of an estimate in a unit of weight.
  let scale: Int64

  /// How many arcs of each row are looked at first.
  private static let candidatesPerRow = 6

  /// Takes the pairs of an opening that fit, then fills what has room.
  ///
  /// When the time is up, the rows that are left keep what they have. Time: O(arcs), and O(arcs of
  /// a row) for each place that is filled.
  init(_ opening: Opening, network: Network, weights: [Int64], limits: SolveLimits) {
    scale = opening.scale
    use = Array(repeating: 0, count: network.root)
    estimates = opening.duals
    prices = opening.prices(in: network)
    profits = Array(repeating: 0, count: network.rowCount)

    var chosen = [[Pair]](repeating: [], count: network.rowCount)
    for pair in opening.pairs {
      guard take(row: pair.row, column: pair.column, in: network) else { continue }
      chosen[pair.row].append(Pair(arc: pair.arc, column: pair.column))
    }

    var best = BestArcs(limit: Self.candidatesPerRow)
    var isLate = false
    for row in 0..<network.rowCount {
      if row % 64 == 63, !isLate { isLate = limits.isOver }
      best.removeAll()
      guard !isLate else {
        append(row: row, chosen: chosen[row], best: [], weights: weights, in: network)
        continue
      }
      let isOpen = use[row] < network.bounds[row].upper
      network.forEachArc(ofRow: row) { arc, column in
        let gain = scale * weights[arc] - prices[column]
        if best.takes(gain) { best.offer(arc: arc, end: column, merit: gain) }
      }
      if isOpen {
        fill(row: row, weights: weights, chosen: &chosen[row], in: network)
      }
      setProfit(of: row, hope: opening.hopes?[row], best: best.entries, in: network)
      append(
        row: row, chosen: chosen[row], best: best.entries, weights: weights, in: network)
    }
  }

  /// A row gains what its best place leaves it; or what it hopes for, but no less than the best of
  /// the places beyond its demand and no more than the worst of those within.
  private mutating func setProfit(
    of row: Int, hope: Int64?, best: [BestArcs.Entry], in network: Network
  ) {
    let bounds = network.bounds[row]
    var above: Int64 = 0
    network.climb(from: Int(network.parent[row])) { above += estimates[$0] }
    var profit = hope ?? best.first?.merit ?? above
    if hope != nil {
      if bounds.upper < best.count { profit = max(profit, best[bounds.upper].merit) }
      if 0 < bounds.upper, bounds.upper <= best.count {
        profit = min(profit, best[bounds.upper - 1].merit)
      }
    }
    profits[row] = bounds.lower > 0 ? profit : max(profit, above)
    estimates[row] = profits[row] - above
  }

  /// The same estimates with another plan, which keeps all bounds.
  ///
  /// A column that is held at its lower bound has to be paid for: its price becomes the loss on
  /// its worst arc. Time: O(nodes + arcs of the program).
  func moved(to arcs: [ProgramArc], chosen: [ProgramArc], weights: [Int64], in network: Network)
    -> OpeningPlan
  {
    var plan = self
    let isChosen = Set(chosen.lazy.map(\.arc))
    plan.use = network.use(of: chosen.lazy.map { ($0.row, $0.column) })
    for arc in chosen {
      let node = network.firstColumn + arc.column
      guard plan.use[node] == network.bounds[node].lower else { continue }
      let gain = scale * weights[arc.arc] - profits[arc.row]
      let excess = plan.prices[arc.column] - gain
      guard excess > 0 else { continue }
      plan.prices[arc.column] -= excess
      plan.estimates[node] -= excess
    }
    plan.candidates = arcs.map { arc in
      Candidate(
        arc: arc.arc, row: arc.row, column: arc.column, isChosen: isChosen.contains(arc.arc),
        reducedWeight: scale * weights[arc.arc] - profits[arc.row] - plan.prices[arc.column])
    }
    return plan
  }

  /// Uses an arc if every node on its way has room.
  private mutating func take(row: Int, column: Int, in network: Network) -> Bool {
    guard hasRoom(from: row, in: network), hasRoom(from: network.firstColumn + column, in: network)
    else { return false }
    network.climb(from: row) { use[$0] += 1 }
    network.climb(from: network.firstColumn + column) { use[$0] += 1 }
    return true
  }

  private func hasRoom(from node: Int, in network: Network) -> Bool {
    var hasRoom = true
    network.climb(from: node) { hasRoom = hasRoom && use[$0] < network.bounds[$0].upper }
    return hasRoom
  }

  /// Gives a row the heaviest arcs that still have room.
  private mutating func fill(
    row: Int, weights: [Int64], chosen: inout [Pair], in network: Network
  ) {
    let lower = network.bounds[row].lower
    while use[row] < network.bounds[row].upper {
      var best: (arc: Int, column: Int, weight: Int64)?
      network.forEachArc(ofRow: row) { arc, column in
        guard
          use[network.firstColumn + column] < network.bounds[network.firstColumn + column].upper,
          weights[arc] > best?.weight ?? (use[row] < lower ? .min : 0),
          !chosen.contains(where: { $0.arc == arc })
        else { return }
        best = (arc, column, weights[arc])
      }
      guard let best, take(row: row, column: best.column, in: network) else { return }
      chosen.append(Pair(arc: best.arc, column: best.column))
    }
  }

  private mutating func append(
    row: Int, chosen: [Pair], best: [BestArcs.Entry], weights: [Int64], in network: Network
  ) {
    var pairs = best.map { Pair(arc: $0.arc, column: $0.end) }
    for pair in chosen where !pairs.contains(pair) { pairs.append(pair) }
    pairs.sort { $0.arc < $1.arc }
    for pair in pairs {
      candidates.append(
        Candidate(
          arc: pair.arc, row: row, column: pair.column, isChosen: chosen.contains(pair),
          reducedWeight: scale * weights[pair.arc] - profits[row] - prices[pair.column]))
    }
  }
}

private struct Pair: Hashable {
  var arc: Int
  var column: Int
}
