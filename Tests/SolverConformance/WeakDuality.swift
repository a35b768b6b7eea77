import AssignmentKernel

/// What no plan can exceed by the potentials of a certificate, or nil where they don't fit.
///
/// Every edge adds the better of its bounds by the sign of its reduced weights, compared tier by
/// tier. Time: O(tiers · (nodes + arcs)).
func weakDualityBound(
  of certificate: Certificate, weights: [[Int64]], in problem: AssignmentProblem
) -> [Int128]? {
  let tiers = certificate.tiers
  guard tiers.count == weights.count,
    tiers.allSatisfy({ tier in
      tier.rows.count == problem.rowCount && tier.columns.count == problem.columnCount
        && tier.rowGroups.count == problem.rowGroups.count
        && tier.columnGroups.count == problem.columnGroups.count
    })
  else { return nil }

  var bound = [Int128](repeating: 0, count: tiers.count)
  func add(_ reduced: [Int128], _ bounds: Bounds) {
    let sign = reduced.first { $0 != 0 } ?? 0
    let flow = Int128(sign > 0 ? bounds.upper : bounds.lower)
    for tier in bound.indices { bound[tier] += reduced[tier] * flow }
  }
  func group(_ index: Int32, _ values: (Potentials) -> [Int128]) -> [Int128] {
    tiers.map { index < 0 ? 0 : values($0)[Int(index)] }
  }
  func minus(_ left: [Int128], _ right: [Int128]) -> [Int128] { zip(left, right).map { $0 - $1 } }

  for (row, bounds) in problem.rowDemand.enumerated() {
    let parent = group(problem.rowGroups.parentOfMember[row], \.rowGroups)
    add(minus(tiers.map { $0.rows[row] }, parent), bounds)
  }
  for (index, bounds) in problem.rowGroups.bounds.enumerated() {
    let parent = group(problem.rowGroups.parentOfGroup[index], \.rowGroups)
    add(minus(tiers.map { $0.rowGroups[index] }, parent), bounds)
  }
  for (column, bounds) in problem.columnLoad.enumerated() {
    let parent = group(problem.columnGroups.parentOfMember[column], \.columnGroups)
    add(minus(parent, tiers.map { $0.columns[column] }), bounds)
  }
  for (index, bounds) in problem.columnGroups.bounds.enumerated() {
    let parent = group(problem.columnGroups.parentOfGroup[index], \.columnGroups)
    add(minus(parent, tiers.map { $0.columnGroups[index] }), bounds)
  }
  for row in 0..<problem.rowCount {
    for arc in problem.arcs.arcs(ofRow: row) {
      let column = problem.arcs.column(ofArc: arc)
      let reduced = tiers.indices.map { tier in
        Int128(weights[tier][arc]) - tiers[tier].rows[row] + tiers[tier].columns[column]
      }
      add(reduced, .upTo(1))
    }
  }
  return bound
}
