import Testing

@testable import AssignmentKernel

@Suite struct ReducedWeightsTests {
  /// The arcs of one row over a column each that are found to be positive.
  private func positive(
    weights: [Int64], row: Int128, columns: [Int128], ignoresWeights: Bool = false
  ) -> [Int] {
    var arcs = RowArcs(tierCount: 1)
    for (column, weight) in weights.enumerated() { arcs.append(column: column, weights: [weight]) }
    let certificate = Certificate(tiers: [Potentials(rows: [row], columns: columns)])
    var found: [Int] = []
    ReducedWeights(certificate, ignoresWeights: ignoresWeights)
      .forEachPositive(arcs, ofRow: 0) { arc, _, _ in found.append(arc) }
    return found
  }

  @Test func `a reduced weight that 64 bits do not hold keeps its sign`() {
    #expect(positive(weights: [.max, .min, 5], row: -5, columns: [0, 0, -10]) == [0])
    #expect(positive(weights: [.max, .min, 5], row: 5, columns: [0, 0, 1]) == [0, 2])
  }

  @Test func `potentials that 64 bits do not hold are compared in full`() {
    let far: Int128 = 1 << 80
    #expect(positive(weights: [3, 3, 3], row: far, columns: [far, far - 3, far - 2]) == [0, 2])
  }

  @Test func `of a proof that there is no plan only the potentials count`() {
    #expect(
      positive(weights: [9, -9, 9], row: 1, columns: [0, 2, 1], ignoresWeights: true) == [1])
  }
}
