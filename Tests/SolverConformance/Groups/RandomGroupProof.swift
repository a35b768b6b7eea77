public import AssignmentKernel

extension GroupProof {
  /// Random trees with random prices, the same for the same seed: a proof that is true whatever it
  /// says, and weak.
  public static func random(seed: UInt64, for problem: GroupProblem) -> GroupProof {
    var generator = SplitMix64(seed: seed &+ 0x7072_6F6F)
    let assignment = problem.assignment
    func numbers(_ count: Int, _ range: ClosedRange<Int>) -> [Int128] {
      (0..<count).map { _ in
        Bool.random(using: &generator) ? 0 : Int128(Int.random(in: range, using: &generator))
      }
    }
    func charges() -> [RulePrice] {
      problem.rules.enumerated().flatMap { index, rule in
        rule.columns.filter { _ in Bool.random(using: &generator) }.map {
          RulePrice(
            rule: index, column: $0, price: Int128(Int.random(in: -4...6, using: &generator)))
        }
      }
    }
    let prices = (0..<4).map { _ in
      GroupPrices(
        tiers: numbers(assignment.tiers.count, 0...3), rows: numbers(assignment.rowCount, -3...9),
        rowGroups: numbers(assignment.rowGroups.count, -2...5),
        columnGroups: numbers(assignment.columnGroups.count, -5...2),
        openLimits: numbers(problem.openLimits.count, -4...6), rules: charges())
    }
    func tree(_ depth: Int) -> [Branch] {
      guard depth > 0, Int.random(in: 0..<4, using: &generator) > 0 else {
        return [.leaf(Int.random(in: 0..<prices.count, using: &generator))]
      }
      let asksArc = assignment.arcs.count > 0 && Bool.random(using: &generator)
      let question: Question =
        asksArc
        ? .takes(arc: Int.random(in: 0..<assignment.arcs.count, using: &generator))
        : .opens(column: Int.random(in: 0..<assignment.columnCount, using: &generator))
      return [.question(question)] + tree(depth - 1) + tree(depth - 1)
    }
    return GroupProof(trees: (0..<assignment.tiers.count).map { _ in tree(4) }, prices: prices)
  }
}
