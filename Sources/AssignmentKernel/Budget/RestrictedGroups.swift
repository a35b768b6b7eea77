extension GroupSolver {
  /// The best plan of a part of a problem, told in the arcs of the whole.
  ///
  /// - Parameters:
  ///   - part: The part, with the arc of the whole that each of its arcs stands for; see
  ///     ``GroupProblem/restricted(by:using:openLimits:tiers:opening:)``.
  ///   - start: Arcs of the whole to start from; those that the part has not are left out.
  ///   - limits: When to stop.
  /// - Returns: The confirmed answer with its arcs in the whole, ascending, and what the verifier found
  ///   of it in the part.
  /// - Throws: ``SolverFailure``, also where the answer is not borne out.
  package func confirmed(
    within part: (problem: GroupProblem, arcs: [Int]), from start: Set<Int>,
    limits: SolveLimits = .none
  ) throws(SolverFailure) -> (solution: GroupSolution, verification: GroupVerification) {
    let first = part.arcs.indices.filter { start.contains(part.arcs[$0]) }
    var (solution, verification) = try confirmed(part.problem, from: first, limits: limits)
    solution.arcs = solution.arcs.map { part.arcs[$0] }.sorted()
    return (solution, verification)
  }
}
