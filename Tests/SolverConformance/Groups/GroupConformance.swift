public import AssignmentKernel

/// What every solver of groups must do: give the known answer, and prove it.
///
/// ```swift
/// @Test(arguments: NamedGroupInstance.all)
/// func `solves the named instances`(instance: NamedGroupInstance) throws {
///   #expect(try GroupConformance.faults(instance) { try solver.solve($0) } == [])
/// }
/// ```
public enum GroupConformance {
  /// Gives a problem to a solver.
  public typealias Solve = (GroupProblem) throws -> GroupSolution

  /// What is wrong with a solver's answer to an instance; nothing, if it conforms.
  public static func faults(
    _ instance: NamedGroupInstance, solve: Solve
  ) rethrows -> [String] {
    try faults(instance.problem, answer: instance.answer, solve: solve)
  }

  /// What is wrong with a solver's answer to a small random problem, by trying every plan.
  public static func faultsByBruteForce(
    _ problem: GroupProblem, solve: Solve
  ) rethrows -> [String] {
    try faults(problem, answer: bruteForceAnswer(of: problem), solve: solve)
  }

  /// What is wrong with a solver's answer to a small random problem for whose last tier no time is
  /// given: the tiers before are solved and proved, and a single tier is no last one.
  public static func faultsWithoutLastTier(
    _ problem: GroupProblem, solve: (GroupProblem, SolveLimits) throws -> GroupSolution
  ) rethrows -> [String] {
    let solution = try solve(problem, SolveLimits(lastTier: .zero))
    var faults = claimFaults(of: solution, in: problem)
    guard case .optimal(let best) = bruteForceAnswer(of: problem) else {
      return solution.status == .infeasible ? faults : faults + ["a plan where there is none"]
    }
    let verification = GroupVerifier.verify(solution, of: problem)
    let counted = max(1, best.count - 1)
    if Array(verification.objective.prefix(counted)) != Array(best.prefix(counted)) {
      faults.append("total \(verification.objective) instead of \(best)")
    }
    if verification.gap.prefix(counted).contains(where: { $0 != 0 }) {
      faults.append("a gap of \(verification.gap)")
    }
    if best.count == 1, solution.status != .optimal { faults.append("one tier, not proved") }
    return faults
  }

  private static func faults(
    _ problem: GroupProblem, answer: NamedInstance.Answer, solve: Solve
  ) rethrows -> [String] {
    let solution = try solve(problem)
    var faults = claimFaults(of: solution, in: problem)
    switch (answer, solution.status) {
    case (.infeasible, .infeasible): break
    case (.optimal(let expected), .optimal):
      let found = totals(of: solution.arcs, in: problem)
      if found != expected { faults.append("total \(found as Any) instead of \(expected)") }
    default: faults.append("status \(solution.status) instead of \(answer)")
    }
    return faults + boundFaults(of: solution.proof, in: problem, answer: answer)
  }

  /// What is wrong with an answer whose problem's own is not known: plan, proof and status must
  /// agree, and no gap is negative.
  public static func claimFaults(
    of solution: GroupSolution, in problem: GroupProblem
  ) -> [String] {
    var faults: [String] = []
    for (arc, next) in zip(solution.arcs, solution.arcs.dropFirst()) where arc >= next {
      faults.append("arcs \(arc) and \(next) do not ascend")
    }
    let hasPlan = [.optimal, .feasible].contains(solution.status)
    if !hasPlan, !solution.arcs.isEmpty { faults.append("arcs with status \(solution.status)") }
    if hasPlan, totals(of: solution.arcs, in: problem) == nil { faults.append("no plan") }
    let verification = GroupVerifier.verify(solution, of: problem)
    if !verification.confirms(solution.status) {
      faults.append(
        "status \(solution.status) is not confirmed: \(verification.objective) of at most \(verification.bound), \(verification.violations)"
      )
    }
    if hasPlan, verification.gap.contains(where: { $0 < 0 }) {
      faults.append("a gap below 0: \(verification.gap)")
    }
    return faults
  }

  /// Whether a proof's bound lies below the known answer.
  public static func boundFaults(
    of proof: GroupProof, in problem: GroupProblem, answer: NamedInstance.Answer
  ) -> [String] {
    let verification = GroupVerifier.verify(arcs: [], proof: proof, of: problem)
    guard case .optimal(let best) = answer else { return [] }
    if verification.provesInfeasibility { return ["infeasible by the proof, but \(best) is"] }
    return verification.bound.lexicographicallyPrecedes(best)
      ? ["a bound of \(verification.bound) below \(best)"] : []
  }
}
