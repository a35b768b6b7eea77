/// All tiers of a problem in one number an arc and an open column, in which sums compare as the
/// tuples do.
struct CombinedWeights {
  /// One an arc.
  let weights: [Int64]
  /// One a column, or none where no column opens.
  let opening: [Int64]

  /// More than this leaves no room for multipliers.
  private static let limit: Int128 = 1 << 56

  /// - Throws: ``SolverFailure/weightRange(solver:weight:limit:)`` where the tiers do not fit.
  /// - Complexity: O(tiers · (arcs + columns)).
  init(
    _ problem: AssignmentProblem, opening openings: [[Int64]], solver: String
  ) throws(SolverFailure) {
    var weights = [Int128](repeating: 0, count: problem.arcs.count)
    var opening = [Int128](repeating: 0, count: openings.first?.count ?? 0)
    var radix: Int128 = 1
    for (tier, added) in zip(problem.tiers, openings).reversed() {
      var reach = added.reduce(Int128(0)) { $0 + Int128($1.magnitude) }
      for row in 0..<problem.rowCount {
        let most = problem.arcs.arcs(ofRow: row).map { tier[$0].magnitude }.max() ?? 0
        reach += Int128(most) * Int128(problem.rowDemand[row].upper)
      }
      for arc in weights.indices { weights[arc] += radix * Int128(tier[arc]) }
      for column in opening.indices { opening[column] += radix * Int128(added[column]) }
      let (next, isOver) = radix.multipliedReportingOverflow(by: 2 * reach + 1)
      guard !isOver, next < Self.limit else {
        throw .weightRange(
          solver: solver, weight: Int64(clamping: next), limit: Int64(Self.limit))
      }
      radix = next
    }
    self.weights = weights.map { Int64($0) }
    self.opening = opening.map { Int64($0) }
  }
}
