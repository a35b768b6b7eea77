import AssignmentKernel

/// Finds arcs outside the linear program that would improve it.
struct Pricing {
  /// The most arcs of a row taken in one pass.
  private static let arcsPerRow = 3

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
  /// No `weights` means that all are 0. Time: O(arcs).
  func violating(
    _ potentials: NodePotentials, weights: [Int64], in network: Network
  ) -> [ProgramArc] {
    let columnValues = Array(
      potentials.values[network.firstColumn..<network.firstColumn + network.columnCount])
    var best = BestArcs(limit: Self.arcsPerRow)
    var found: [ProgramArc] = []
    for row in 0..<network.rowCount {
      let profit = potentials.values[row]
      best.removeAll()
      network.forEachArc(ofRow: row) { arc, column in
        let reduced = (weights.isEmpty ? 0 : weights[arc]) - profit + columnValues[column]
        if reduced > 0, best.takes(reduced), !isInside[arc] {
          best.offer(arc: arc, column: column, merit: reduced)
        }
      }
      for entry in best.entries {
        found.append(ProgramArc(arc: entry.arc, row: row, column: entry.column))
      }
    }
    return found
  }
}

/// An arc of the linear program with its ends.
struct ProgramArc: Hashable {
  var arc: Int
  var row: Int
  var column: Int
}
