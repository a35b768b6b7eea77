public import AssignmentKernel
import MentoringModel

/// A matching under other weights: who would stand with whom, each time in a proved best plan.
///
/// ```swift
/// let matching = try ReweighedMatching(matcher, limits: limits.part(of: 3))
/// let robustness = try matching.robustness(over: 1000, seed: 1, limits: limits.part(of: 2))
/// let ranges = try matching.weightRanges(limits: limits)
/// ```
///
/// A plan of pairs is the same only where it is the one that the rule for equals chooses. With groups,
/// where that choice can take longer to prove than all goals, a plan stays as it is as long as no
/// other is better in the goals.
public struct ReweighedMatching: Sendable {
  /// A mentor, with what the group is about where it is one.
  struct Partner: Sendable, Hashable {
    var mentor: PersonID
    var topic: CompetencyID?
  }

  /// The plan under the weights as they are.
  public let base: Variant
  /// The partner of each profile of ``base``, by its place in ``partners``; −1 for none.
  let plan: [Int32]
  let partners: [Partner]
  private let values: CriterionValues?
  private let partnerOfColumn: [Int32]
  private let place: [Partner: Int32]
  private let solver: any AssignmentSolver
  private let groupSolver: any GroupSolver

  /// Finds the plan under the weights as they are.
  ///
  /// - Parameters:
  ///   - matcher: The programme and the banks.
  ///   - solver: What solves.
  ///   - groupSolver: What solves where some form makes groups.
  ///   - limits: When to stop.
  /// - Throws: ``QuestionFailure``, ``QuestionFailure/unproved`` where the time was up before the plan
  ///   was proved.
  /// - Complexity: a whole run, and scoring all pairs once by every criterion.
  public init(
    _ matcher: Matcher, by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(), limits: SolveLimits = .none
  ) throws(QuestionFailure) {
    base = try matcher.variant(
      matcher.programme, matcher.bank, by: solver, groupSolver: groupSolver, needingProof: false,
      limits: limits)
    guard base.isProved else { throw .unproved }
    var place: [Partner: Int32] = [:]
    var partners: [Partner] = []
    partnerOfColumn = base.problem.seats.map { seat in
      let partner = Partner(mentor: seat.mentor, topic: seat.topic)
      if let known = place[partner] { return known }
      place[partner] = Int32(partners.count)
      partners.append(partner)
      return Int32(partners.count - 1)
    }
    self.place = place
    self.partners = partners
    self.solver = solver
    self.groupSolver = groupSolver
    // Elsewhere weights decide which pairs are allowed, or which fits are to be kept.
    let isPlain =
      base.problem.groups == nil && base.problem.tiers.contains(.fit)
      && !base.problem.tiers.contains(where: \.isFairness)
      && matcher.rosters.allSatisfy { $0.setting.form.minimumFit == 0 }
    values = isPlain ? CriterionValues(base.problem, of: base.matcher) : nil
    plan = Self.partners(base.solution.arcs, in: base.problem) { [partnerOfColumn] in
      partnerOfColumn[$0]
    }
  }

  var programme: Programme { base.matcher.programme }

  /// The partner of each profile in the best plan under the weights of a programme; nil where the time
  /// was up before it was proved.
  func plan(
    for programme: Programme, limits: SolveLimits
  ) throws(QuestionFailure) -> [Int32]? {
    guard !limits.isOver else { return nil }
    do {
      guard let values else { return try wholePlan(for: programme, limits) }
      return try quickPlan(values.fits(in: programme), limits)
    } catch .unproved {
      return nil
    }
  }

  /// A run from the plan as it is.
  private func wholePlan(
    for programme: Programme, _ limits: SolveLimits
  ) throws(QuestionFailure) -> [Int32] {
    let variant = try base.matcher.variant(
      programme, base.matcher.bank, from: (base.problem, base.solution), by: solver,
      groupSolver: groupSolver, choosingAmongEquals: false, limits: limits)
    guard !base.isAsGood(as: variant) else { return plan }
    return Self.partners(variant.solution.arcs, in: variant.problem) { column in
      let seat = variant.problem.seats[column]
      return place[Partner(mentor: seat.mentor, topic: seat.topic)] ?? -1
    }
  }

  /// A solve with other fits.
  private func quickPlan(
    _ fits: [Int64], _ limits: SolveLimits
  ) throws(QuestionFailure) -> [Int32] {
    do {
      let problem = base.problem
      let idle = problem.assignment.arcs.count - fits.count
      let tiers = zip(problem.tiers, problem.assignment.tiers).map { goal, weights in
        goal == .fit ? fits + Array(repeating: 0, count: idle) : weights
      }
      let (solution, _) = try solver.confirmed(
        problem.assignment.weighted(tiers), from: base.solution, limits: limits)
      guard solution.status == .optimal else { throw QuestionFailure.unproved }
      return Self.partners(solution.arcs, in: problem) { partnerOfColumn[$0] }
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  private static func partners(
    _ arcs: [Int], in problem: MatchingProblem, _ partner: (Int) -> Int32
  ) -> [Int32] {
    var plan = [Int32](repeating: -1, count: problem.profiles.count)
    for arc in problem.pairs(among: arcs) {
      plan[problem.assignment.arcs.row(ofArc: arc)] =
        partner(problem.assignment.arcs.column(ofArc: arc))
    }
    return plan
  }
}

extension Variant {
  /// Whether the same plan is allowed in the problem of a variant with groups and reaches what its
  /// plan does in every goal.
  fileprivate func isAsGood(as other: Variant) -> Bool {
    guard let groups = other.problem.groups else { return false }
    let arcs = other.problem.arcs(standingFor: solution.arcs, of: problem)
    guard arcs.count == solution.arcs.count else { return false }
    let verification = GroupVerifier.verify(arcs: arcs, proof: GroupProof(), of: groups)
    return verification.isFeasible && verification.objective == other.verification.objective
  }
}
