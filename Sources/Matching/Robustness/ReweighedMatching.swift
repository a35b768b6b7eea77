import AssignmentKernel
import MentoringModel

/// A matching under other weights: who would stand with whom, each time in a proved best plan.
struct ReweighedMatching: Sendable {
  /// A mentor, with what the group is about where it is one.
  struct Partner: Sendable, Hashable {
    var mentor: PersonID
    var topic: CompetencyID?
  }

  /// The plan under the weights as they are.
  let base: Variant
  /// The partner of each profile of ``base``, by its place in ``partners``; −1 for none.
  let plan: [Int32]
  let partners: [Partner]
  private let values: CriterionValues?
  private let partnerOfColumn: [Int32]
  private let place: [Partner: Int32]
  private let solver: any AssignmentSolver
  private let groupSolver: any GroupSolver

  init(
    _ matcher: Matcher, by solver: any AssignmentSolver, groupSolver: any GroupSolver
  ) throws(QuestionFailure) {
    base = try matcher.variant(
      matcher.programme, matcher.bank, by: solver, groupSolver: groupSolver)
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

  /// The partner of each profile in the best plan under the weights of a programme.
  func plan(for programme: Programme) throws(QuestionFailure) -> [Int32] {
    guard let values else {
      let variant = try base.matcher.variant(
        programme, base.matcher.bank, from: (base.problem, base.solution), by: solver,
        groupSolver: groupSolver)
      return Self.partners(variant.solution.arcs, in: variant.problem) { column in
        let seat = variant.problem.seats[column]
        return place[Partner(mentor: seat.mentor, topic: seat.topic)] ?? -1
      }
    }
    let arcs = try quickArcs(values.fits(in: programme))
    return Self.partners(arcs, in: base.problem) { partnerOfColumn[$0] }
  }

  private func quickArcs(_ fits: [Int64]) throws(QuestionFailure) -> [Int] {
    do {
      let problem = base.problem
      let idle = problem.assignment.arcs.count - fits.count
      let tiers = zip(problem.tiers, problem.assignment.tiers).map { goal, weights in
        goal == .fit ? fits + Array(repeating: 0, count: idle) : weights
      }
      let weighed = try problem.assignment.weighted(tiers)
      let solution = try solver.solve(weighed, from: base.solution)
      guard Verifier.verify(solution, of: weighed).confirms(.optimal) else {
        throw SolverFailure.breakdown(solver: solver.name, reason: "unconfirmed")
      }
      return solution.arcs
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
