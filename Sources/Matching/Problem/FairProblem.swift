public import AssignmentKernel
import MentoringModel

extension MatchingProblem {
  /// The problem with the goals of fairness brought down to plain weights, for any solver and any
  /// verifier; the same where the programme has no such goal.
  ///
  /// For the worst-off pair the tier counts pairs below the fit that the best plan gives it, and
  /// its value is told as this fit. That no plan gives it more is proved by the verifier before the
  /// problem is returned. For the fits from the worst upwards a tier stands for every few of them
  /// (`FairSolution`).
  ///
  /// - Parameters:
  ///   - solver: What finds the fair fits.
  ///   - limits: When to stop.
  /// - Returns: The problem with plain tiers in the place of fair ones.
  /// - Throws: ``QuestionFailure`` where the solver failed, or where the time was up before.
  /// - Complexity: see `AssignmentSolver.solve(_:fairness:tier:counted:choosingMost:limits:)`.
  public func settlingFairness(
    by solver: any AssignmentSolver, limits: SolveLimits = .none
  ) throws(QuestionFailure) -> MatchingProblem {
    var problem = self
    var next = 0
    while let tier = problem.tiers[next...].firstIndex(where: \.isFairness) {
      do {
        next = try problem.settle(tier, by: solver, limits: limits)
      } catch {
        throw QuestionFailure(error, solver: solver.name)
      }
    }
    return problem
  }

  /// Puts plain tiers for a fair one; returns the tier after them.
  private mutating func settle(
    _ tier: Int, by solver: any AssignmentSolver, limits: SolveLimits
  ) throws -> Int {
    let goal = tiers[tier]
    let fair = try solver.solve(
      assignment, fairness: goal == .leximin ? .leximin : .bottleneck, tier: tier,
      counted: people.arcs.count, choosingMost: false, limits: limits)
    guard fair.solution.status == .optimal, fair.provesWorst else {
      throw QuestionFailure.unproved
    }
    let added = fair.problem.tiers.count - (tiers.count - 1)
    var plain = fair.problem.tiers
    // Where no fit is below the worst, nothing is to be kept.
    if added == 0 { plain.insert(Array(repeating: 0, count: assignment.arcs.count), at: tier) }
    let names = [ObjectiveTier](repeating: goal, count: max(1, added))
    var offsets = offsets.isEmpty ? Array(repeating: 0, count: tiers.count) : offsets
    let values = names.map { _ in goal == .worstFit ? Int(clamping: fair.worst ?? 0) : 0 }
    tiers.replaceSubrange(tier...tier, with: names)
    offsets.replaceSubrange(tier...tier, with: values)
    self.offsets = offsets
    assignment = try assignment.weighted(plain)
    return tier + names.count
  }
}

extension FairSolution {
  /// Whether the verifier bears out that no plan gives the worst-off arc more.
  fileprivate var provesWorst: Bool {
    guard let ceiling else { return true }
    let proof = Verifier.verify(ceiling.solution, of: ceiling.problem)
    return proof.provesOptimality && (proof.objective.last ?? 0) < 0
  }
}
