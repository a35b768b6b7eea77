import AssignmentKernel
import MentoringModel
import Wording

extension SolvedMatching {
  /// The plan's change along an exchange, told from the row that was asked about.
  func difference(_ exchange: Exchange, from row: Int? = nil) -> PlanDifference {
    let arcs = problem.assignment.arcs
    var before: [Int: Int] = [:]
    var after: [Int: Int] = [:]
    for arc in problem.pairs(among: exchange.dropped) { before[arcs.row(ofArc: arc)] = arc }
    for arc in problem.pairs(among: exchange.taken) { after[arcs.row(ofArc: arc)] = arc }
    let rows = Set(before.keys).union(after.keys).sorted()
      .filter { $0 == row || !isSameSeat(before[$0], after[$0]) }
    let moves = rows.map { move(ofRow: $0, from: before[$0], to: after[$0]) }
    let first = row.flatMap { rows.firstIndex(of: $0) }.map { moves[$0] }
    let groups = coverageChange(lost: before.keys, found: after.keys)
    let other = exchange.applied(to: solution.arcs)
    return PlanDifference(
      goals: zip(problem.tiers, zip(exchange.change, plan.tiers)).map { goal, numbers in
        let now = numbers.1.value
        let change =
          goal == .worstFit ? worstFit(after: exchange) - now : Int(clamping: numbers.0)
        let plain = PlainChange(
          numbers.1.plain, problem.plain(goal, ofArcs: other, in: matcher.programme))
        return GoalChange(
          goal: goal, before: now, after: now + change,
          text: GoalWording(goal: goal, change: change, groups: groups, plain: plain).text,
          plain: plain)
      },
      moves: moves.chained(from: first))
  }

  /// The fit of the pair that is worst off after an exchange; 0 where none is left.
  private func worstFit(after exchange: Exchange) -> Int {
    problem.pairs(among: exchange.applied(to: solution.arcs)).lazy.map(fit).min() ?? 0
  }

  /// Whether two arcs of a row lead to one mentor and one topic: of the groups that he may have
  /// about it, one is as good as the other.
  private func isSameSeat(_ old: Int?, _ new: Int?) -> Bool {
    guard let old, let new else { return false }
    let arcs = problem.assignment.arcs
    let (left, right) = (
      problem.seats[arcs.column(ofArc: old)], problem.seats[arcs.column(ofArc: new)]
    )
    return left.mentor == right.mentor && left.topic == right.topic
  }

  private func move(ofRow row: Int, from old: Int?, to new: Int?) -> PlanMove {
    let profile = problem.profiles[row]
    return PlanMove(
      form: profile.form, mentees: profile.members, group: profile.group,
      before: old.map(partner), after: new.map(partner))
  }

  func partner(_ arc: Int) -> PlanMove.Partner {
    let row = problem.assignment.arcs.row(ofArc: arc)
    let seat = problem.seats[problem.assignment.arcs.column(ofArc: arc)]
    return PlanMove.Partner(
      mentor: seat.mentor, fit: fit(ofArc: arc),
      isPinned: matcher.pins.fix(seat.mentor, for: place(ofRow: row).profile), topic: seat.topic)
  }

  /// How many more mentees of each priority group find a mentor, then of the rest.
  private func coverageChange(
    lost: some Sequence<Int>, found: some Sequence<Int>
  ) -> [(title: Text, change: Int)] {
    func members(_ rows: some Sequence<Int>) -> [PreparedMentee] {
      rows.flatMap { place(ofRow: $0).profile.members }
    }
    return coverageChange(lost: members(lost), found: members(found))
  }

  /// The same against another matcher's rosters, in which mentees find a mentor.
  func coverageChange(
    lost: [FormMentee], found: [FormMentee], in other: Matcher
  ) -> [(title: Text, change: Int)] {
    coverageChange(lost: matcher.members(lost), found: other.members(found))
  }

  private func coverageChange(
    lost: [PreparedMentee], found: [PreparedMentee]
  ) -> [(title: Text, change: Int)] {
    let groups = matcher.programme.priorityGroups
    var change = [Int](repeating: 0, count: groups.count + 1)
    for (members, unit) in [(lost, -1), (found, 1)] {
      for member in members {
        change[member.priorityGroup(among: groups) ?? groups.count] += unit
      }
    }
    return zip(groups.map(\.title) + [.otherMentees], change).map { ($0, $1) }
  }
}

extension Matcher {
  /// Mentees as the rosters have them.
  fileprivate func members(_ wanted: [FormMentee]) -> [PreparedMentee] {
    let wanted = Set(wanted)
    guard !wanted.isEmpty else { return [] }
    return rosters.flatMap { roster in
      roster.profiles.flatMap(\.members).filter {
        wanted.contains(FormMentee(form: roster.setting.form.id, mentee: $0.mentee.id))
      }
    }
  }
}

extension PreparedMentee {
  /// The first of the priority groups that the mentee belongs to, or nil.
  func priorityGroup(among groups: [PriorityGroup]) -> Int? {
    groups.firstIndex { common.keeps($0.rule, marks: mentee.marks) }
  }
}
