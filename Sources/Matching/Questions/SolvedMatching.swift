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
/// (`Sensitivity`), and equals the difference of two independent solves.
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
  let sensitivity: Sensitivity
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
    self.matcher = matcher
    self.problem = problem
    self.solution = solution
    self.sensitivity = sensitivity
    plan = matcher.plan(for: solution, verification: verification, of: problem)
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

  /// The roster and the prepared profile of a row.
  func place(ofRow row: Int) -> (roster: FormRoster, profile: PreparedProfile) {
    var roster = matcher.rosters.count - 1
    while firstRow[roster] > row { roster -= 1 }
    return (matcher.rosters[roster], matcher.rosters[roster].profiles[row - firstRow[roster]])
  }

  /// The rows in which a mentee stands, form by form.
  func rows(of mentee: PersonID, in form: FormID?) -> [Int] {
    problem.profiles.indices.filter {
      problem.profiles[$0].members.contains(mentee)
        && (form == nil || form == problem.profiles[$0].form)
    }
  }

  /// The column of a mentor in a form, or nil where he takes no part.
  func column(of mentor: PersonID, in form: FormID) -> Int? {
    problem.seats.firstIndex(of: Seat(mentor: mentor, form: form))
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
