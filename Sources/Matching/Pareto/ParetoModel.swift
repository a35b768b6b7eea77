import AssignmentKernel
import MentoringModel

/// The plans that are weighed against each other, by the goals in which they are.
///
/// All keep what the best plan keeps of fixed pairs and, where coverage is no goal, of coverage.
struct ParetoModel {
  let goals: [ParetoGoal]
  let problem: MatchingProblem
  /// Goals that every plan reaches as the best one does, as weights, with their best sums.
  let held: [[Int64]]
  /// The fit of each arc.
  let fit: [Int64]
  /// Mentees of each arc whose mentor is of another organization.
  let travel: [Int]
  /// 1 for each arc that is an old pair.
  let old: [Int]
  private let matcher: Matcher
  private let profileOfRow: [PreparedProfile]

  init(
    _ matcher: Matcher, _ goals: [ParetoGoal], against old: [ProfileKey: PersonID]
  ) throws(ProblemError) {
    var programme = matcher.programme
    programme.tiers = [.pins, .coverage, .fit]
    programme.minimumLoad = nil
    let plain = Matcher(programme: programme, bank: matcher.bank, forms: matcher.forms)
    let problem = try plain.makeProblem()
    let rows = plain.rosters.flatMap(\.profiles)
    let home = Dictionary(
      matcher.bank.mentors.map { ($0.id, $0.person.organization) },
      uniquingKeysWith: { first, _ in first })
    var (travel, kept) = ([Int](), [Int]())
    for row in 0..<problem.assignment.rowCount {
      let key = ProfileKey(problem.profiles[row])
      for arc in problem.assignment.arcs.arcs(ofRow: row) {
        let mentor = problem.seats[problem.assignment.arcs.column(ofArc: arc)].mentor
        travel.append(
          rows[row].members.count { member in
            guard let own = member.mentee.person.organization, let other = home[mentor] ?? nil
            else { return false }
            return own != other
          })
        kept.append(old[key] == mentor ? 1 : 0)
      }
    }
    self.goals = goals
    self.problem = problem
    self.matcher = plain
    self.travel = travel
    self.old = kept
    profileOfRow = rows
    fit = problem.assignment.tiers[2]
    held = Array(problem.assignment.tiers[..<(goals.contains(.coverage) ? 1 : 2)])
  }

  /// Old pairs that can stay.
  var possible: Int { old.reduce(0, +) }

  /// The value of each goal for chosen arcs.
  func values(_ arcs: [Int]) -> [Int] {
    var load: [PersonID: Int] = [:]
    for arc in arcs {
      load[problem.seats[problem.assignment.arcs.column(ofArc: arc)].mentor, default: 0] += 1
    }
    return goals.map { goal in
      switch goal {
      case .coverage: arcs.count
      case .fit: arcs.reduce(0) { $0 + Int(fit[$1]) }
      case .fairness: Int(arcs.map { fit[$0] }.min() ?? 0)
      case .balance: load.values.max() ?? 0
      case .travel: arcs.reduce(0) { $0 + travel[$1] }
      case .changes: possible - arcs.reduce(0) { $0 + old[$1] }
      }
    }
  }

  /// The mentor of each profile in chosen arcs.
  func placements(_ arcs: [Int]) -> [ProfileKey: PlanMove.Partner] {
    var placements: [ProfileKey: PlanMove.Partner] = [:]
    for arc in arcs {
      let row = problem.assignment.arcs.row(ofArc: arc)
      let mentor = problem.seats[problem.assignment.arcs.column(ofArc: arc)].mentor
      placements[ProfileKey(problem.profiles[row])] = PlanMove.Partner(
        mentor: mentor, fit: Int(fit[arc]),
        isPinned: matcher.pins.fix(mentor, for: profileOfRow[row]))
    }
    return placements
  }

  /// The groups of columns with no mentor above a load.
  func columnGroups(loadedUpTo most: Int) throws(ProblemError) -> GroupForest {
    var programme = matcher.programme
    programme.maximumLoad = min(most, programme.maximumLoad ?? most)
    return try Matcher(programme: programme, bank: matcher.bank, forms: matcher.forms)
      .makeProblem().assignment.columnGroups
  }
}
