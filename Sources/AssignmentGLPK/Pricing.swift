import AssignmentKernel

/// Finds arcs outside the linear program that would improve it.
struct Pricing {
  /// The most arcs of a row taken in one pass.
  private static let arcsPerRow = 3

  /// The most arcs of a column taken in one pass to meet lower bounds.
  private static let arcsPerColumn = 6

  private var isInside: [Bool]

  init(arcCount: Int) {
    isInside = Array(repeating: false, count: arcCount)
  }

  /// Marks arcs as being in the linear program.
  mutating func enter(_ arcs: some Sequence<Int>) {
    for arc in arcs { isInside[arc] = true }
  }

  /// The best few arcs of each row whose weight is above what its two ends ask for.
  ///
  /// Nil when the time is up. Time: O(arcs).
  func violating(
    _ potentials: NodePotentials, weights: [Int64], in network: Network, limits: SolveLimits
  ) -> [ProgramArc]? {
    let columnValues = Array(
      potentials.values[network.firstColumn..<network.firstColumn + network.columnCount])
    var best = BestArcs(limit: Self.arcsPerRow)
    var found: [ProgramArc] = []
    for row in 0..<network.rowCount {
      if row % 64 == 63, limits.isOver { return nil }
      let profit = potentials.values[row]
      best.removeAll()
      network.forEachArc(ofRow: row) { arc, column in
        let reduced = weights[arc] - profit + columnValues[column]
        if reduced > 0, best.takes(reduced), !isInside[arc] {
          best.offer(arc: arc, end: column, merit: reduced)
        }
      }
      for entry in best.entries {
        found.append(ProgramArc(arc: entry.arc, row: row, column: entry.end))
      }
    }
    return found
  }

  /// The least costly few arcs of each column that would help to meet lower bounds.
  ///
  /// Any arc whose potentials are out of order helps; the plan's estimates say what it costs.
  /// Nil when the time is up. Time: O(arcs).
  func mending(
    _ potentials: NodePotentials, plan: OpeningPlan, weights: [Int64], in network: Network,
    limits: SolveLimits
  ) -> [ProgramArc]? {
    let none = BestArcs(limit: Self.arcsPerColumn)
    var best = Array(repeating: none, count: network.columnCount)
    for row in 0..<network.rowCount {
      if row % 64 == 63, limits.isOver { return nil }
      network.forEachArc(ofRow: row) { arc, column in
        let node = network.firstColumn + column
        guard potentials.values[node] > potentials.values[row], !isInside[arc] else { return }
        let merit = plan.scale * weights[arc] - plan.profits[row] - plan.prices[column]
        best[column].offer(arc: arc, end: row, merit: merit)
      }
    }
    return best.enumerated().flatMap { column, best in
      best.entries.map { ProgramArc(arc: $0.arc, row: $0.end, column: column) }
    }
  }
}

/// An arc of the linear program with its ends.
struct ProgramArc: Hashable {
  var arc: Int
  var row: Int
  var column: Int
}
