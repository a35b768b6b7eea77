public import AssignmentKernel
import MentoringModel

/// A matching with its proved best plan, ready to be asked: why this pair, why not that one, why
/// nobody, what would change it.
///
/// ```swift
/// let solved = SolvedMatching(problem, solution: solution, by: matcher)
/// solved?.answers(about: "E-12")                 // why this mentor, or why none
/// solved?.answers(about: "E-12", with: "M-07")   // why not that one
/// ```
///
/// Every number is exact: a change of the plan is the best exchange in its residual network
/// (`Sensitivity`), and equals the difference of two independent solves. Where forms make groups it
/// is a solve of its own, and says so where the time was up before the best was proved.
///
/// Space: O(arcs + rows + columns) beside the matching.
public struct SolvedMatching: Sendable {
  /// What made the problem.
  public let matcher: Matcher
  /// The problem.
  public let problem: MatchingProblem
  /// Its best solution.
  public let solution: Solution
  /// The plan.
  public let plan: Plan
  /// What answers questions about pairs; nil where some form makes groups.
  private let sensitivity: Sensitivity?
  /// What answers them where some form makes groups, or nil.
  private(set) var exchanges: GroupExchanges?
  /// When answers that take solves are to end.
  private(set) var limits = SolveLimits.none
  /// The chosen arc of each row, or nil.
  let arcOfRow: [Int?]
  /// How often each column is used, and each group of columns.
  let loadOfColumn: [Int]
  let loadOfGroup: [Int]
  private let firstRow: [Int]

  /// Takes a solved problem; nil where the solution is not proved to be the best in every goal.
  ///
  /// - Complexity: O(tiers · arcs + rows + columns).
  public init?(_ problem: MatchingProblem, solution: Solution, by matcher: Matcher) {
    let verification = Verifier.verify(solution, of: problem.assignment)
    guard solution.status == .optimal, problem.groups == nil,
      let sensitivity = Sensitivity(of: solution, in: problem.assignment)
    else { return nil }
    self.init(
      problem, solution, .pairs(verification), matcher, sensitivity: sensitivity, exchanges: nil)
  }

  /// Takes a solved problem with groups; nil where the solution is not proved to be the best in
  /// every goal but the choice among equals.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - solution: Its best solution.
  ///   - matcher: What made the problem.
  ///   - solver: What solves the problem anew for every question.
  /// - Complexity: O(tiers · arcs + rows + columns), and checking the proof.
  public init?(
    _ problem: MatchingProblem, solution: GroupSolution, by matcher: Matcher,
    asking solver: any GroupSolver
  ) {
    guard let groups = problem.groups else { return nil }
    let verification = GroupVerifier.verify(solution, of: groups)
    guard PlanVerification.groups(verification).provesGoals(problem.tiers) else { return nil }
    self.init(
      problem, Solution(status: .optimal, arcs: solution.arcs, certificate: Certificate()),
      .groups(verification), matcher, sensitivity: nil,
      exchanges: GroupExchanges(
        problem: problem.groupsWithoutTies ?? groups, plan: solution.arcs, solver: solver))
  }

  private init(
    _ problem: MatchingProblem, _ solution: Solution, _ verification: PlanVerification,
    _ matcher: Matcher, sensitivity: Sensitivity?, exchanges: GroupExchanges?
  ) {
    self.matcher = matcher
    self.problem = problem
    self.solution = solution
    self.sensitivity = sensitivity
    self.exchanges = exchanges
    plan = matcher.plan(
      of: solution.arcs, status: solution.status, verification: verification, in: problem)
    var arcOfRow = [Int?](repeating: nil, count: problem.assignment.rowCount)
    var load = [Int](repeating: 0, count: problem.people.columnCount)
    for arc in solution.arcs { arcOfRow[problem.assignment.arcs.row(ofArc: arc)] = arc }
    for arc in problem.pairs(among: solution.arcs) {
      load[problem.assignment.arcs.column(ofArc: arc)] += 1
    }
    self.arcOfRow = arcOfRow
    loadOfColumn = load
    loadOfGroup = problem.people.columnGroups.load(from: load)
    var first = [0]
    for roster in matcher.rosters { first.append(first[first.count - 1] + roster.profiles.count) }
    firstRow = first
  }

  /// The same matching, with answers that take solves ending at limits: what is not proved by then
  /// is told to be unproved.
  public func asked(within limits: SolveLimits) -> SolvedMatching {
    var matching = self
    matching.limits = limits
    matching.exchanges?.limits = limits
    return matching
  }

  /// The roster and the prepared profile of a row.
  func place(ofRow row: Int) -> (roster: FormRoster, profile: PreparedProfile) {
    var roster = matcher.rosters.count - 1
    while firstRow[roster] > row { roster -= 1 }
    return (matcher.rosters[roster], matcher.rosters[roster].profiles[row - firstRow[roster]])
  }

  /// The first row of a form.
  func firstRow(of form: FormID) -> Int {
    matcher.rosters.firstIndex { $0.setting.form.id == form }.map { firstRow[$0] } ?? 0
  }

  /// The rows in which a mentee stands, form by form.
  func rows(of mentee: PersonID, in form: FormID?) -> [Int] {
    problem.profiles.indices.filter {
      problem.profiles[$0].members.contains(mentee)
        && (form == nil || form == problem.profiles[$0].form)
    }
  }

  /// The arcs from a row to a mentor: to his pairs, and to each of his groups.
  func arcs(ofRow row: Int, to mentor: PersonID) -> [Int] {
    problem.assignment.arcs.arcs(ofRow: row).filter {
      problem.seats[problem.assignment.arcs.column(ofArc: $0)].mentor == mentor
    }
  }

  /// The best plan in which a row stands in one of its arcs.
  func forcing(_ arcs: [Int], ofRow row: Int) -> FoundExchange {
    if let exchanges { return exchanges.forcing(arcs, ofRow: row) }
    return arcs.first.flatMap { sensitivity?.forcing($0) }
      .map { .found($0, isProved: true) } ?? .none
  }

  /// The best plan in which a row is not with a mentor.
  func forbidding(_ arcs: [Int]) -> FoundExchange {
    if let exchanges { return exchanges.forbidding(arcs) }
    return arcs.first.flatMap { sensitivity?.forbidding($0) }
      .map { .found($0, isProved: true) } ?? .none
  }

  /// The difference that another plan makes, told from a row; nil where there is none.
  func difference(_ found: FoundExchange, from row: Int? = nil) -> PlanDifference? {
    switch found {
    case .found(let exchange, let isProved):
      var difference = difference(exchange, from: row)
      difference.isProved = isProved
      return difference
    case .none: return nil
    case .unknown: return PlanDifference(goals: [], moves: [], isProved: false)
    }
  }

  /// What an arc adds to a goal.
  func weight(_ arc: Int, in goal: ObjectiveTier) -> Int64? {
    problem.tiers.firstIndex(of: goal).map { problem.assignment.tiers[$0][arc] }
  }

  /// The fit of the pair that an arc stands for.
  func fit(ofArc arc: Int) -> Int {
    if let fit = weight(arc, in: .fit) { return Int(fit) }
    let (roster, profile) = place(ofRow: problem.assignment.arcs.row(ofArc: arc))
    guard let mentor = mentor(ofArc: arc, in: roster) else { return 0 }
    return roster.scoring.total(of: mentor, for: profile, in: roster.setting)
  }

  /// The prepared mentor of an arc.
  func mentor(ofArc arc: Int, in roster: FormRoster) -> PreparedMentor? {
    let seat = problem.seats[problem.assignment.arcs.column(ofArc: arc)]
    return roster.mentors.first { $0.mentor.id == seat.mentor }
  }
}
