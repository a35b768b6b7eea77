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
