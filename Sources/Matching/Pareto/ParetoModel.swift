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
  /// 1 for each arc by which an old pair stays.
  let old: [Int]
  /// Old pairs that can stay.
  let possible: Int
  private let matcher: Matcher
  private let profileOfRow: [PreparedProfile]

  init(
    _ matcher: Matcher, _ goals: [ParetoGoal], against old: [ProfileKey: ParetoPartner]
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
    var travel = [Int](repeating: 0, count: problem.assignment.arcs.count)
    var kept = travel
    for (row, profile) in problem.profiles.enumerated() {
      let key = ProfileKey(profile)
      for arc in problem.assignment.arcs.arcs(ofRow: row) {
        let seat = problem.seats[problem.assignment.arcs.column(ofArc: arc)]
        travel[arc] = rows[row].members.count { member in
          guard let own = member.mentee.person.organization, let other = home[seat.mentor] ?? nil
          else { return false }
          return own != other
        }
        kept[arc] =
          old[key].map { $0.mentor == seat.mentor && $0.topic == seat.topic } ?? false ? 1 : 0
      }
    }
    let weights = Dictionary(
      zip(problem.tiers, problem.assignment.tiers), uniquingKeysWith: { first, _ in first })
    self.goals = goals
    self.problem = problem
    self.matcher = plain
    self.travel = travel
    self.old = kept
    profileOfRow = rows
    fit = weights[.fit] ?? []
    held = (goals.contains(.coverage) ? [.pins] : [.pins, .coverage]).compactMap { weights[$0] }
    possible = Set(kept.indices.filter { kept[$0] > 0 }.map(problem.assignment.arcs.row)).count
  }

  /// The arcs of pairs and members of groups, before those of mentors at rest.
  var arcs: Range<Int> { 0..<problem.people.arcs.count }

  /// The value of each goal for chosen arcs.
  func values(_ chosen: [Int]) -> [Int] {
    let arcs = problem.pairs(among: chosen)
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
    for arc in problem.pairs(among: arcs) {
      let row = problem.assignment.arcs.row(ofArc: arc)
      let seat = problem.seats[problem.assignment.arcs.column(ofArc: arc)]
      placements[ProfileKey(problem.profiles[row])] = PlanMove.Partner(
        mentor: seat.mentor, fit: Int(fit[arc]),
        isPinned: matcher.pins.fix(seat.mentor, for: profileOfRow[row]), topic: seat.topic)
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
