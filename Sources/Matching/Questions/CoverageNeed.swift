public import AssignmentKernel
public import MentoringModel
public import Wording

/// What a coverage target lacks, and whom it would take.
public struct CoverageNeed: Sendable, Hashable {
  /// How far the plan reaches the target, by organization.
  public var result: CoverageResult
  /// The people of the target who are in no pair, those of the organizations that are furthest
  /// below it first.
  public var outside: [UncoveredPerson]
  /// What the best plan comes to that reaches the target, or covers as many as can be where it is out
  /// of reach; nil where the target is reached, or where some form makes groups.
  public var most: MostCovered?

  /// The people it takes to reach the target.
  public var needed: Int { (result.target.percent * result.total + 99) / 100 }
  /// How many of them are missing.
  public var missing: Int { max(0, needed - result.covered) }
}

/// Somebody whom a target counts and who is in no pair.
public struct UncoveredPerson: Sendable, Hashable {
  /// Who.
  public var person: PersonID
  /// Where, as the roster says.
  public var organization: OrganizationID?
  /// The request that found no mentor; nil where there is none in the forms that are matched.
  public var request: UnmatchedProfile?
  /// Whether the person could take part as a mentor and has nobody.
  public var isIdleMentor: Bool
  /// Why the person cannot take part as a mentor; nil where nothing keeps him away, or he is in no bank
  /// of mentors.
  public var objection: Text?
}

/// How many people of a target can be covered, and the best plan that reaches it or covers most.
public struct MostCovered: Sendable, Hashable {
  /// The people that a plan covers at most.
  public var reach: Int
  /// The people this plan covers: enough for the target, or all that can be covered.
  public var covered: Int
  /// Those of them whom the plan as it is leaves out.
  public var found: [PersonID]
  /// Those whom only the plan as it is covers.
  public var lost: [PersonID]
  /// What the plan as it is comes to.
  public var now: PlanFigures
  /// What this one comes to.
  public var then: PlanFigures
  /// Who moves.
  public var moves: [PlanMove]
}

extension SolvedMatching {
  /// What each coverage target lacks, in the order of the programme.
  ///
  /// - Parameter solver: What finds the plans that cover most.
  /// - Returns: One answer a target.
  /// - Throws: ``QuestionFailure``, ``QuestionFailure/unproved`` where the limits of the matching ended
  ///   first.
  /// - Complexity: a solve for each target that is not reached, and a few more where it can be.
  public func coverageNeeds(
    by solver: any AssignmentSolver = HungarianSolver()
  ) throws(QuestionFailure) -> [CoverageNeed] {
    let involved = Set(plan.matches.flatMap { $0.mentees + [$0.mentor] })
    return try plan.coverage.map { result throws(QuestionFailure) in
      var need = CoverageNeed(result: result, outside: outside(result, involved))
      if !result.isReached, !matcher.isIntegerProgram {
        need.most = try mostCovered(result.target, need.needed, involved, by: solver)
      }
      return need
    }
  }

  private func outside(
    _ result: CoverageResult, _ involved: Set<PersonID>
  ) -> [UncoveredPerson] {
    let requests = Dictionary(
      plan.unmatched.flatMap { profile in profile.mentees.map { ($0, profile) } },
      uniquingKeysWith: { first, _ in first })
    let mentors = Set(plan.reserve)
    let excluded = matcher.rosters.flatMap(\.excludedMentors).filter {
      $0.code != "wrongRole" && $0.code != "formNotOffered"
    }
    let objections = Dictionary(
      excluded.map { ($0.mentor.mentor.id, $0.objection.reason) },
      uniquingKeysWith: { first, _ in first })
    let homes = Dictionary(
      matcher.bank.roster.map { ($0.id, $0.organization) }, uniquingKeysWith: { first, _ in first })
    let order = result.organizations.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.covered * b.total, left.offset) < (b.covered * a.total, right.offset)
    }
    let rank = Dictionary(
      order.enumerated().map { ($0.element.element.organization, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var people: [(rank: Int, person: UncoveredPerson)] = []
    for person in CoverageCount(matcher.programme, matcher.bank).people(of: result.target)
    where involved.isDisjoint(with: person.ids) {
      let organization = homes[person.id] ?? nil
      let request = person.ids.sorted().lazy.compactMap { requests[$0] }.first
      people.append(
        (
          rank[organization] ?? 0,
          UncoveredPerson(
            person: person.id, organization: organization, request: request,
            isIdleMentor: !mentors.isDisjoint(with: person.ids),
            objection: person.ids.sorted().lazy.compactMap { objections[$0] }.first)
        ))
    }
    return people.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.person)
  }

  private func mostCovered(
    _ target: CoverageTarget, _ needed: Int, _ involved: Set<PersonID>,
    by solver: any AssignmentSolver
  ) throws(QuestionFailure) -> MostCovered {
    var programme = matcher.programme
    programme.coverageTargets = [target]
    let rest = programme.tiers.filter { ![.pins, .coverageTargets].contains($0) }
    programme.tiers = [.pins, .coverageTargets] + rest
    let most = try matcher.variant(programme, matcher.bank, by: solver, limits: limits)
    let reach = most.value(of: .coverageTargets) ?? 0
    let best =
      reach > needed ? try enough(needed, of: most, by: solver) ?? most : most
    let now = Variant(
      matcher: matcher, problem: problem, solution: solution, verification: plan.verification)
    let counted = CoverageCount(matcher.programme, matcher.bank).people(of: target)
    let placements = best.placements
    let then = Set(placements.keys.flatMap(\.mentees)).union(placements.values.map(\.mentor))
    return MostCovered(
      reach: reach, covered: counted.count { !then.isDisjoint(with: $0.ids) },
      found: counted.filter { !then.isDisjoint(with: $0.ids) && involved.isDisjoint(with: $0.ids) }
        .map(\.id),
      lost: counted.filter { then.isDisjoint(with: $0.ids) && !involved.isDisjoint(with: $0.ids) }
        .map(\.id),
      now: now.figures, then: best.figures,
      moves: now.placements.moves(to: placements).chained())
  }

  /// The best plan of a variant that covers at least so many people; nil where the search for it ended
  /// unproved.
  private func enough(
    _ needed: Int, of variant: Variant, by solver: any AssignmentSolver
  ) throws(QuestionFailure) -> Variant? {
    let problem = variant.problem
    guard let tier = problem.tiers.firstIndex(of: .coverageTargets) else { return nil }
    do {
      let marks = problem.assignment.tiers[tier].map { Int($0) }
      let others = zip(problem.tiers, problem.assignment.tiers)
        .filter { $0.0 != .coverageTargets && $0.0 != .tieBreak }.map(\.1)
      let plan = try solver.solve(
        problem.assignment.weighted(others), counting: marks,
        atLeast: needed - problem.value(0, ofTier: tier))
      guard let plan, plan.isProved else { return nil }
      return Variant(
        matcher: variant.matcher, problem: problem,
        solution: Solution(status: .optimal, arcs: plan.arcs, certificate: Certificate()),
        verification: variant.verification)
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }
}
