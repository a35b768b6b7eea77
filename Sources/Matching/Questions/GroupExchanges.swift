import AssignmentKernel
import MentoringModel

/// Finds what a plan with groups would be with an arc, without one, or with a group open, each by
/// a solve of its own that starts from the plan.
///
/// The choice among equals, the last goal, takes no part: it is of no interest here, and proving it
/// can take longer than all that is.
struct GroupExchanges: Sendable {
  let problem: GroupProblem
  /// The arcs of the plan, ascending.
  let plan: [Int]
  let solver: any GroupSolver
  /// When an answer is to end.
  var limits = SolveLimits.none

  /// The best plan in which a row stands in one of its arcs.
  func forcing(_ arcs: [Int], ofRow row: Int) -> FoundExchange {
    let others = Set(problem.assignment.arcs.arcs(ofRow: row)).subtracting(arcs)
    return solve { () throws(ProblemError) in
      try problem.restricted(by: ArcRestriction(forbidden: others), using: [row])
    }
  }

  /// The best plan without some arcs.
  func forbidding(_ arcs: [Int]) -> FoundExchange {
    solve { () throws(ProblemError) in
      try problem.restricted(by: ArcRestriction(forbidden: Set(arcs)))
    }
  }

  /// The best plan in which one at least of some columns is open.
  func opening(_ columns: [Int]) -> FoundExchange {
    let limit = OpenLimit(columns: columns, Bounds(lower: 1, upper: columns.count))
    return solve { () throws(ProblemError) in try problem.restricted(openLimits: [limit]) }
  }

  private func solve(
    _ restricted: () throws(ProblemError) -> (problem: GroupProblem, arcs: [Int])
  ) -> FoundExchange {
    let old = Set(plan)
    guard let part = try? restricted(),
      let (solution, verification) = try? solver.confirmed(
        within: part, from: old, limits: limits)
    else { return .unknown }
    switch solution.status {
    case .infeasible: return .none
    case .unknown: return .unknown
    case .optimal, .feasible:
      let new = Set(solution.arcs)
      let before = GroupVerifier.verify(arcs: plan, proof: GroupProof(), of: problem).objective
      return .found(
        Exchange(
          change: zip(verification.objective, before).map { $0 - $1 },
          dropped: old.subtracting(new).sorted(), taken: new.subtracting(old).sorted()),
        isProved: solution.status == .optimal)
    }
  }
}

/// Another plan, as far as one was found.
enum FoundExchange {
  /// The way to it from the plan as it is, and whether no such plan is better.
  case found(Exchange, isProved: Bool)
  /// There is none.
  case none
  /// The time was up before one was found.
  case unknown
}

extension MatchingProblem {
  /// Leaves the choice among equals to the solver, where groups open or stay closed.
  mutating func leaveGroupTies() {
    guard let groups = groupsWithoutTies else { return }
    let kept = tiers.indices.filter { tiers[$0] != .tieBreak }
    self.groups = groups
    assignment = groups.assignment
    if !offsets.isEmpty { offsets = kept.map { offsets[$0] } }
    tiers = kept.map { tiers[$0] }
  }

  /// The problem with groups, without the choice among equals; nil where no form makes groups.
  var groupsWithoutTies: GroupProblem? {
    groups.flatMap { groups in
      let kept = tiers.indices.filter { tiers[$0] != .tieBreak }
      guard
        let assignment = try? groups.assignment.weighted(kept.map { groups.assignment.tiers[$0] })
      else { return nil }
      return try? GroupProblem(
        assignment, mayClose: groups.mayClose, opening: kept.map { groups.opening[$0] },
        rules: groups.rules, companies: groups.companies, openLimits: groups.openLimits)
    }
  }
}
