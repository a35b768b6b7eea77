public import AssignmentKernel
public import MentoringModel

/// The pairs of a matching, scored when they are asked for: never all in memory with all weights.
struct ScoredPairs: ArcSource {
  let scorers: [RosterScorer]
  let rows: [Row]
  private let pins: Pins
  let goals: [ObjectiveTier]
  /// The fits that are kept.
  private(set) var kept: KeptScores?

  struct Row: Sendable {
    let scorer: Int
    let profile: PreparedProfile
    let coverage: Int64
    /// Whether a decision of the curator fixes someone.
    let isPinned: Bool
    /// Whether the profile may go to a mentor by itself.
    let mayPair: Bool
  }

  init(_ rosters: [FormRoster], _ builder: ProblemBuilder) {
    var scorers: [RosterScorer] = []
    var rows: [Row] = []
    var column = 0
    for roster in rosters {
      rows += roster.profiles.map {
        Row(
          scorer: scorers.count, profile: $0, coverage: builder.coverageWeight(of: $0),
          isPinned: builder.pins.concern($0), mayPair: roster.mayPair($0))
      }
      scorers.append(RosterScorer(roster, firstColumn: column))
      column += roster.pairColumnCount
    }
    self.scorers = scorers
    self.rows = rows
    pins = builder.pins
    goals = builder.tiers
  }

  func fill(_ arcs: inout RowArcs, ofRow row: Int) {
    fill(&arcs, rows[row], allowed(for: rows[row]), fits: nil)
  }

  private func allowed(for row: Row) -> [Int32] {
    row.mayPair ? scorers[row.scorer].allowed(for: row.profile) : []
  }

  /// Fills in some pairs of a row with their weights for each goal.
  func fill(_ arcs: inout RowArcs, _ row: Row, _ places: [Int32], fits: [Int32]?) {
    scorers[row.scorer].fill(
      &arcs, row.profile, beside: places, fits: fits, coverage: row.coverage, pins: pins,
      goals: goals)
  }

  /// The same pairs, with the fits of all of them kept as far as room and time go.
  ///
  /// - Complexity: O(pairs · criteria) time over all cores.
  func keepingFits(mostBytes: Int, limits: SolveLimits) -> ScoredPairs {
    var pairs = self
    pairs.kept = KeptScores(rowCount: rows.count, mostBytes: mostBytes, limits: limits) { row in
      let row = rows[row]
      let places = allowed(for: row)
      return (places, scorers[row.scorer].fits(of: row.profile, beside: places))
    }
    return pairs
  }
}

/// A matching whose pairs are scored when they are asked for, with the people of its rows and
/// columns.
public struct OnDemandMatching: Sendable {
  /// The mathematics.
  public private(set) var problem: OnDemandProblem
  /// The request profile of each row.
  public let profiles: [RequestProfile]
  /// The seat of each column.
  public let seats: [Seat]
  /// The goal of each tier of weights.
  public let tiers: [ObjectiveTier]

  fileprivate let pairs: ScoredPairs

  /// The most bytes that fits take which are kept.
  private static let mostBytes = 1 << 30

  /// The same matching, with every pair scored once and its fit kept.
  ///
  /// Solving then looks at all pairs in next to no time. Whoever asks for all weights of a row, as the verifier does, has them
  /// scored anew.
  ///
  /// Fits take up to 1 GiB; what is beyond that, or after the time was up, is scored when it is asked
  /// for. The answer does not depend on it.
  ///
  /// - Complexity: O(pairs · criteria) time over all cores; two bytes of space a pair.
  public func scored(limits: SolveLimits = .none) -> OnDemandMatching {
    var matching = self
    matching.problem = problem.replacingSource(
      pairs.keepingFits(mostBytes: Self.mostBytes, limits: limits))
    return matching
  }

  /// The matching over some of its pairs, which `OnDemandSolution.candidates` gives.
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
      profiles: profiles.map { $0.admittedProfile }, seats: seats, tiers: tiers, pairs: pairs)
  }
}
