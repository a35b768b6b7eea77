/// What a programme asks for and offers beside what its plan makes of it: counts alone, no solve.
public struct PlanBalance: Sendable, Hashable {
  /// How many mentees each mentor takes who can take part in some form, in the order of the bank.
  public var loads: [MentorLoad]
  /// What is asked for in each form, that first of which most is short.
  public var demands: [CompetencyDemand]
  /// How many find a mentor in each organization, in the order of the registry.
  public var organizations: [OrganizationBalance]
}

extension Matcher {
  /// Counts demand, offer and load of a plan of this matcher.
  ///
  /// - Complexity: O(*m* + *r*) time and space for *m* mentors and *r* requests, form by form.
  public func balance(of plan: Plan) -> PlanBalance {
    let loads = loads(of: plan)
    return PlanBalance(
      loads: loads, demands: demands(in: plan), organizations: organizations(in: plan, loads))
  }
}

extension ProposedMatch {
  /// The places that the match takes of its mentor.
  ///
  /// One for each member of a group that opened, else one: a group formed beforehand takes one
  /// mentor together.
  public var placesTaken: Int { opened.map(\.members.count) ?? 1 }
}
