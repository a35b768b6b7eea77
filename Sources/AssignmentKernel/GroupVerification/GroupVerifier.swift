/// Checks a choice of arcs and a proof against a ``GroupProblem``, trusting neither.
///
/// It shares no code with the solvers: it counts, adds up, and evaluates the proof (see
/// ``GroupProof``) in 128 bits. What those do not hold proves nothing.
///
/// - Complexity: O(tiers · (arcs + nodes) + members of the rules) time, and for the proof what each
///   leaf's changed columns take: O(arcs of the column · log) without rules, O(arcs · load) with.
public enum GroupVerifier {
  /// What can be said of `solution`, from the problem alone.
  public static func verify(
    _ solution: GroupSolution, of problem: GroupProblem
  ) -> GroupVerification {
    verify(arcs: solution.arcs, proof: solution.proof, of: problem)
  }

  /// What can be said of a choice of arcs and a proof, from the problem alone.
  public static func verify(
    arcs chosen: [Int], proof: GroupProof, of problem: GroupProblem
  ) -> GroupVerification {
    var plan = CountedPlan(problem)
    plan.count(chosen)
    let ranges = problem.assignment.tiers.indices.map { TierRange(of: $0, in: problem) }
    let proved = ProofBound(of: problem, ranges: ranges).bound(by: proof)
    var verification = GroupVerification(
      violations: plan.violations, objective: plan.objective,
      bound: proved ?? ranges.map(\.upper), provesInfeasibility: proved == nil)
    if verification.isFeasible, let proved,
      let first = proved.indices.first(where: { proved[$0] != plan.objective[$0] })
    {
      for tier in proved.indices.dropFirst(first + 1) {
        verification.bound[tier] = ranges[tier].upper
      }
    }
    return verification
  }
}

/// Between which numbers every plan stands in one tier, by its rows alone.
struct TierRange {
  let lower: Int128
  let upper: Int128
  /// The largest magnitude of a weight.
  let largest: UInt64

  init(of tier: Int, in problem: GroupProblem) {
    let assignment = problem.assignment
    var (lower, upper): (Int128, Int128) = (0, 0)
    var largest: UInt64 = 1
    for weight in assignment.tiers[tier] { largest = max(largest, weight.magnitude) }
    for weight in problem.opening[tier] { largest = max(largest, weight.magnitude) }
    self.largest = largest
    for row in 0..<assignment.rowCount {
      let weights = assignment.arcs.arcs(ofRow: row).map { Int128(assignment.tiers[tier][$0]) }
      let demand = assignment.rowDemand[row]
      upper += Self.best(of: weights, within: demand)
      lower -= Self.best(of: weights.map { -$0 }, within: demand)
    }
    for column in problem.mayClose.indices where problem.mayClose[column] {
      upper += Int128(max(0, problem.opening[tier][column]))
      lower += Int128(min(0, problem.opening[tier][column]))
    }
    self.lower = lower
    self.upper = upper
  }

  private static func best(of weights: [Int128], within bounds: Bounds) -> Int128 {
    let sorted = weights.sorted(by: >).prefix(bounds.upper)
    return sorted.enumerated().reduce(0) { sum, entry in
      entry.offset < bounds.lower || entry.element > 0 ? sum + entry.element : sum
    }
  }
}
