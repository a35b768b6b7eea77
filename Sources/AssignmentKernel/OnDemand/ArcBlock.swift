/// Arcs of consecutive rows with their weights in all tiers, row by row.
struct ArcBlock: Sendable {
  let tierCount: Int
  /// The number of arcs of each row.
  private(set) var counts: [Int32] = []
  private(set) var columns: [Int32] = []
  /// Arc by arc, as in ``RowArcs``.
  private(set) var weights: [Int64] = []

  init(tierCount: Int) {
    self.tierCount = tierCount
  }

  /// The rows of several blocks, one block after the other.
  init(joining blocks: [ArcBlock], tierCount: Int) {
    self.init(tierCount: tierCount)
    let count = blocks.reduce(0) { $0 + $1.columns.count }
    columns.reserveCapacity(count)
    weights.reserveCapacity(count * tierCount)
    for block in blocks {
      counts += block.counts
      columns += block.columns
      weights += block.weights
    }
  }

  /// Whether no row has an arc.
  var isEmpty: Bool { columns.isEmpty }

  /// Adds a row with all of `arcs`.
  mutating func append(_ arcs: RowArcs) {
    counts.append(Int32(arcs.count))
    columns += arcs.columns
    weights += arcs.weights
  }

  /// Adds a row with some of `arcs`, which are given ascending.
  mutating func append(_ chosen: some Collection<Int>, of arcs: RowArcs) {
    counts.append(Int32(chosen.count))
    for arc in chosen {
      columns.append(arcs.columns[arc])
      weights += arcs.weights(of: arc)
    }
  }
}

extension AssignmentProblem {
  /// The same problem with the arcs of `block` beside its own, of which none stands in both.
  ///
  /// - Complexity: O(tiers · arcs).
  func adding(_ block: ArcBlock) throws(ProblemError) -> AssignmentProblem {
    guard !block.isEmpty else { return self }
    let count = arcs.count + block.columns.count
    var start = [0]
    start.reserveCapacity(rowCount + 1)
    var columns: [Int32] = []
    columns.reserveCapacity(count)
    // For each arc of the new problem its number here, or minus one less its number in the block.
    var origin: [Int] = []
    origin.reserveCapacity(count)
    var new = 0
    for row in 0..<rowCount {
      let own = arcs.arcs(ofRow: row)
      var old = own.lowerBound
      let end = new + Int(block.counts[row])
      while old < own.upperBound || new < end {
        if new == end
          || (old < own.upperBound && Int32(arcs.column(ofArc: old)) < block.columns[new])
        {
          columns.append(Int32(arcs.column(ofArc: old)))
          origin.append(old)
          old += 1
        } else {
          columns.append(block.columns[new])
          origin.append(-1 - new)
          new += 1
        }
      }
      start.append(columns.count)
    }
    return try AssignmentProblem(
      arcs: ArcPattern(rowStart: start, columns: columns, columnCount: columnCount),
      tiers: tiers.indices.map { tier in
        origin.map { $0 >= 0 ? tiers[tier][$0] : block.weights[(-1 - $0) * tiers.count + tier] }
      },
      rowDemand: rowDemand, columnLoad: columnLoad, rowForest: rowGroups,
      columnForest: columnGroups)
  }
}
