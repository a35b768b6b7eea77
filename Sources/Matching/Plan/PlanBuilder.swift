import AssignmentKernel
import MentoringModel
import Wording

/// Puts people, reasons and remarks to the chosen arcs.
struct PlanBuilder {
  let matcher: Matcher
  let problem: MatchingProblem
  let status: SolveStatus
  let verification: PlanVerification
  /// The chosen column of each row.
  private let columnOfRow: [Int: Int]

  init(
    matcher: Matcher, problem: MatchingProblem, status: SolveStatus, arcs: [Int],
    verification: PlanVerification
  ) {
    self.matcher = matcher
    self.problem = problem
    self.status = status
    self.verification = verification
    let pattern = problem.assignment.arcs
    columnOfRow = Dictionary(
      problem.pairs(among: arcs).map { (pattern.row(ofArc: $0), pattern.column(ofArc: $0)) }
    ) { first, _ in first }
  }

  /// Whether no plan is better in any goal, so that what is missing can't be had.
  var isBest: Bool { status == .optimal || verification.provesGoals(problem.tiers) }

  func makePlan() -> Plan {
    var row = 0
    var column = 0
    var forms: [FormPlan] = []
    for roster in matcher.rosters {
      forms.append(formPlan(roster, firstRow: row, firstColumn: column))
      row += roster.profiles.count
      column += roster.columnCount
    }
    let matches = forms.flatMap(\.matches)
    return Plan(
      programme: matcher.programme.id, forms: forms, tiers: tierResults,
      coverage: CoverageCount(matcher.programme, matcher.bank).results(for: matches),
      reserve: reserve(beside: matches),
      findings: unmetPins(in: matches) + unmetMinimum(in: matches),
      status: status, verification: verification)
  }

  /// What became of a profile.
  private enum Outcome: Sendable {
    case matched(mentor: Int, ProposedMatch)
    case inGroup
    case unmatched(UnmatchedProfile)
  }

  /// The profiles that one thread works on at a time.
  private static let run = 256

  private func formPlan(_ roster: FormRoster, firstRow: Int, firstColumn: Int) -> FormPlan {
    let form = roster.setting.form
    let scorer = RosterScorer(roster, firstColumn: firstColumn)
    let limit = MenteeLimit(matcher.programme, problem, matched: columnOfRow)
    let atWork = matcher.programme.maximumMentors.map { most in
      MentorsAtWork(mentors: Set(columnOfRow.values.map { problem.seats[$0].mentor }), most: most)
    }
    let standing = FormStanding(
      roster, columnOfRow: { columnOfRow[firstRow + $0].map { $0 - firstColumn } })
    let outcomes = InParallel.map((roster.profiles.count + Self.run - 1) / Self.run) { run in
      roster.profiles.indices.dropFirst(run * Self.run).prefix(Self.run).map { index in
        let profile = roster.profiles[index]
        guard let column = standing.column[index] else {
          return Outcome.unmatched(
            UnmatchedReason(
              roster: roster, scorer: scorer, profile: profile, place: index, standing: standing,
              isLimited: limit.isReached(by: profile), isStopped: !isBest,
              atWork: atWork
            ).unmatched)
        }
        guard column < roster.pairColumnCount else { return .inGroup }
        return .matched(mentor: column, match(roster.mentors[column], profile, roster))
      }
    }
    var matches: [(mentor: Int, match: ProposedMatch)] = []
    var unmatched = roster.excludedMembers.map(\.unmatched)
    for outcome in outcomes.joined() {
      switch outcome {
      case .matched(let mentor, let match): matches.append((mentor, match))
      case .inGroup: continue
      case .unmatched(let profile): unmatched.append(profile)
      }
    }
    for (column, members) in standing.members.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let groups = roster.groups else { continue }
      let opened = groups.columns[column]
      matches.append((opened.mentor, group(opened, members, groups, roster)))
    }
    return FormPlan(
      form: form.id,
      matches: matches.enumerated().sorted {
        ($0.element.mentor, $0.offset) < ($1.element.mentor, $1.offset)
      }.map(\.element.match),
      unmatched: unmatched, mentorCount: roster.mentors.count,
      placeCount: roster.mentors.reduce(0) { $0 + form.capacity(of: $1.mentor) })
  }

  private func match(
    _ mentor: PreparedMentor, _ profile: PreparedProfile, _ roster: FormRoster
  ) -> ProposedMatch {
    var hash = StableHash()
    hash.combine(matcher.programme.id)
    hash.combine(profile.profile.form.rawValue)
    hash.combine(mentor.mentor.id.rawValue)
    hash.combine(profile.profile.group ?? profile.members[0].mentee.id.rawValue)
    return ProposedMatch(
      id: (profile.profile.group == nil ? "P-" : "G-") + hash.name,
      form: profile.profile.form, mentor: mentor.mentor.id,
      mentees: profile.members.map(\.mentee.id), group: profile.profile.group,
      score: roster.scoring.parts(of: mentor, for: profile, in: roster.setting),
      isPinned: matcher.pins.fix(mentor.mentor.id, for: profile),
      remarks: Remark.remarks(on: mentor, profile.members, in: roster.setting.form))
  }

  private func group(
    _ column: GroupColumn, _ places: [Int], _ groups: FormGroups, _ roster: FormRoster
  ) -> ProposedMatch {
    let (mentor, topic) = (roster.mentors[column.mentor], groups.topics[column.topic])
    let form = roster.setting.form
    let members = places.map { place in
      let profile = roster.profiles[place]
      return GroupMember(
        mentee: profile.members[0].mentee.id,
        score: roster.scoring.parts(
          of: mentor, for: profile, in: roster.setting, as: topic.members[place]),
        isPinned: matcher.pins.fix(mentor.mentor.id, for: profile))
    }
    var hash = StableHash()
    hash.combine(matcher.programme.id)
    hash.combine(form.id.rawValue)
    hash.combine(mentor.mentor.id.rawValue)
    hash.combine(topic.competency.rawValue)
    hash.combine("\(column.number)")
    let title = matcher.programme.vocabulary.title(of: topic.competency)
    return ProposedMatch(
      id: "G-" + hash.name, form: form.id, mentor: mentor.mentor.id,
      mentees: members.map(\.mentee), group: title.ru,
      score: .mean(
        of: members.map(\.score),
        topic: .topic(title, level: mentor.level(of: topic.number))),
      isPinned: members.contains(where: \.isPinned),
      remarks: Remark.remarks(
        on: mentor, places.flatMap { roster.profiles[$0].members }, in: form),
      opened: OpenedGroup(
        topic: topic.competency, title: title, number: column.number, members: members,
        asked: topic.askers.count, eligible: column.askers.count,
        reason: .opened(title, topic, column, groups.formation.size)))
  }

  private var tierResults: [TierResult] {
    let pairs = columnOfRow.map { (row: $0.key, column: $0.value) }
    return problem.tiers.enumerated().map { index, tier in
      TierResult(
        tier: tier, value: problem.value(verification.objective[index], ofTier: index),
        bound: verification.bound.map { problem.value($0[index], ofTier: index) },
        plain: problem.plain(tier, of: pairs, in: matcher.programme))
    }
  }

  /// Mentors in no pair who could be in one now or in a cycle to come.
  private func reserve(beside matches: [ProposedMatch]) -> [PersonID] {
    let busy = Set(matches.map(\.mentor))
    let eligible = Set(matcher.rosters.flatMap { $0.mentors.map(\.mentor.id) })
    return matcher.bank.mentors.filter {
      let isForLater = !$0.person.availableThisCycle && $0.person.dataConsent.isGiven
      return !busy.contains($0.id) && (eligible.contains($0.id) || isForLater)
    }
    .map(\.id)
  }

  /// Fixed pairs that no rule forbids and that still are not in the plan.
  private func unmetPins(in matches: [ProposedMatch]) -> [Finding] {
    guard isBest, !matcher.pins.decisions.isEmpty else { return [] }
    let matchesOf = Dictionary(
      grouping: matches.flatMap { match in match.mentees.map { (id: $0, match: match) } },
      by: \.id)
    let unmet = matcher.pins.decisions.filter { pin in
      let isMet = matchesOf[pin.mentee]?.contains {
        pin.concerns($0.match.form) && $0.match.mentor == pin.mentor
      }
      return isMet != true
    }
    guard !unmet.isEmpty else { return [] }
    let forms = matcher.rosters.map { (id: $0.setting.form.id, judge: PinJudge($0)) }
    return unmet.compactMap { pin in
      let stands = forms.contains { form, judge in
        guard pin.concerns(form), case .stands = judge.standing(of: pin) else { return false }
        return true
      }
      return stands ? .unmetPin(pin) : nil
    }
  }
}

/// Whether a mentee has as many mentors as the programme lets him have.
struct MenteeLimit {
  private let reached: Set<PersonID>

  init(_ programme: Programme, _ problem: MatchingProblem, matched: [Int: Int]) {
    guard let limit = programme.mentorsPerMentee else {
      reached = []
      return
    }
    let singles = matched.keys.filter { problem.profiles[$0].group == nil }
    let counts = Dictionary(grouping: singles) { problem.profiles[$0].members[0] }
    reached = Set(counts.filter { $0.value.count >= limit }.keys)
  }

  func isReached(by profile: PreparedProfile) -> Bool {
    profile.profile.group == nil && reached.contains(profile.members[0].mentee.id)
  }
}
