public import AssignmentKernel
public import MentoringModel

/// The pairs of a matching, scored when they are asked for: never all in memory.
struct ScoredPairs: ArcSource {
  private let scorers: [RosterScorer]
  private let rows: [Row]
  private let pins: Pins
  private let goals: [ObjectiveTier]

  private struct Row: Sendable {
    let scorer: Int
    let profile: PreparedProfile
    let coverage: Int64
  }

  init(_ rosters: [FormRoster], _ builder: ProblemBuilder) {
    var scorers: [RosterScorer] = []
    var rows: [Row] = []
    var column = 0
    for roster in rosters {
      rows += roster.profiles.map {
        Row(scorer: scorers.count, profile: $0, coverage: builder.coverageWeight(of: $0))
      }
      scorers.append(RosterScorer(roster, firstColumn: column))
      column += roster.mentors.count
    }
    self.scorers = scorers
    self.rows = rows
    pins = builder.pins
    goals = builder.tiers
  }

  func fill(_ arcs: inout RowArcs, ofRow row: Int) {
    let row = rows[row]
    scorers[row.scorer].fill(
      &arcs, row.profile, coverage: row.coverage, pins: pins, goals: goals)
  }
}

/// A matching whose pairs are scored when they are asked for, with the people of its rows and
/// columns.
public struct OnDemandMatching: Sendable {
  /// The mathematics.
  public let problem: OnDemandProblem
  /// The request profile of each row.
  public let profiles: [RequestProfile]
  /// The seat of each column.
  public let seats: [Seat]
  /// The goal of each tier of weights.
  public let tiers: [ObjectiveTier]

  /// The matching over some of its pairs, which ``OnDemandSolution/candidates`` gives.
  public func matching(over pairs: AssignmentProblem) -> MatchingProblem {
    MatchingProblem(assignment: pairs, profiles: profiles, seats: seats, tiers: tiers)
  }
}

extension Matcher {
  /// The pairs of a profile and a mentor of its form, allowed or not.
  ///
  /// - Complexity: O(forms).
  public var pairCount: Int {
    rosters.reduce(0) { $0 + $1.profiles.count * $1.mentors.count }
  }

  /// The same problem as ``makeProblem()``, with pairs that are scored when they are asked for.
  ///
  /// - Precondition: Nothing needs all pairs (``needsListedPairs``).
  /// - Throws: `ProblemError` where capacities are beyond what a problem can hold.
  /// - Complexity: O(people · facts) time and space; no pair is looked at.
  public func makeOnDemandProblem() throws(ProblemError) -> OnDemandMatching {
    precondition(!needsListedPairs, "a goal or a group needs all pairs: call makeProblem()")
    var builder = ProblemBuilder(
      programme: programme, bank: bank, pins: pins, rosters: rosters)
    for roster in rosters { builder.addPeople(of: roster) }
    return try builder.makeOnDemandProblem(ScoredPairs(rosters, builder))
  }
}

extension ProblemBuilder {
  fileprivate func makeOnDemandProblem(
    _ pairs: ScoredPairs
  ) throws(ProblemError) -> OnDemandMatching {
    OnDemandMatching(
      problem: try OnDemandProblem(
        source: pairs, tierCount: tiers.count,
        rowDemand: Array(repeating: .upTo(1), count: profiles.count),
        columnLoad: places.map { .upTo($0) },
        rowGroups: menteeGroups, columnGroups: (mentorGroups + organizationGroups).map(\.group)),
      profiles: profiles.map { $0.admittedProfile }, seats: seats, tiers: tiers)
  }
}
