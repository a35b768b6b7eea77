import AssignmentKernel
import MentoringModel

/// Collects rows, columns, arcs and weights form by form.
struct ProblemBuilder {
  private let programme: Programme
  private let bank: Bank
  let pins: Pins
  let tiers: [ObjectiveTier]
  private let levelWeights: [Int64]
  private(set) var profiles: [PreparedProfile] = []
  private(set) var seats: [Seat] = []
  private(set) var places: [Int] = []
  private var parts: [GroupPart] = []
  private var rowStart = [0]
  private var columns: [Int32] = []
  private var weights: [[Int64]]

  /// Who counts for the coverage targets, where they are a goal.
  private let covered: CoveredPeople?

  init(programme: Programme, bank: Bank, pins: Pins, rosters: [FormRoster]) {
    self.programme = programme
    self.bank = bank
    self.pins = pins
    levelWeights = Self.levelWeights(programme, bank)
    tiers = ObjectiveTier.inOrder(
      of: programme,
      opensFewest: rosters.contains { $0.groups?.formation.opensFewest ?? false },
      makesGroups: rosters.contains { $0.groups != nil })
    covered =
      tiers.contains(.coverageTargets) ? CoveredPeople(programme, bank, rosters) : nil
    weights = Array(repeating: [], count: tiers.count)
  }

  mutating func add(_ roster: FormRoster) {
    let first = seats.count
    addSeats(of: roster)
    let part = roster.groups.map { GroupPart(roster, $0, firstRow: profiles.count, first) }
    for column in part?.groups.columns ?? [] {
      let mentor = roster.mentors[column.mentor].mentor
      let form = roster.setting.form
      seats.append(part?.seat(of: column) ?? Seat(mentor: mentor.id, form: form.id))
      places.append(form.capacity(of: mentor))
    }
    if let part { parts.append(part) }
    let scorer = roster.pairColumnCount > 0 ? RosterScorer(roster, firstColumn: first) : nil
    for (place, profile) in roster.profiles.enumerated() {
      let coverage = coverageWeight(of: profile)
      if let scorer, roster.mayPair(profile) { addPairs(of: profile, scoredBy: scorer, coverage) }
      for index in part?.groups.columnsOfProfile[place] ?? [] {
        guard let part else { continue }
        let column = part.groups.columns[index]
        columns.append(Int32(part.firstColumn + index))
        for (tier, goal) in tiers.enumerated() {
          weights[tier].append(
            weight(
              goal, of: roster.mentors[column.mentor], for: profile, coverage, in: roster,
              as: part.membership(of: place, in: column)))
        }
      }
      rowStart.append(columns.count)
      profiles.append(profile)
    }
  }

  /// Adds the pairs of a profile that no hard rule forbids.
  private mutating func addPairs(
    of profile: PreparedProfile, scoredBy scorer: RosterScorer, _ coverage: Int64
  ) {
    let places = scorer.allowed(for: profile)
    let fits = scorer.fits(of: profile, beside: places)
    columns += places.map { scorer.firstColumn + $0 }
    for (tier, goal) in tiers.enumerated() {
      switch goal {
      case .worstFit, .leximin: weights[tier] += fits.map { Int64($0) }
      case .coverageTargets:
        weights[tier] += Array(repeating: covered?.weight(of: profile) ?? 0, count: places.count)
      default:
        weights[tier] += scorer.weights(
          goal, of: profile, beside: places, fits: fits, coverage: coverage, pins: pins)
      }
    }
  }

  private mutating func addSeats(of roster: FormRoster) {
    let form = roster.setting.form
    for mentor in roster.mentors.prefix(roster.pairColumnCount) {
      seats.append(Seat(mentor: mentor.mentor.id, form: form.id))
      places.append(form.capacity(of: mentor.mentor))
    }
  }

  /// Adds the people of a roster, whose pairs are scored when they are asked for.
  mutating func addPeople(of roster: FormRoster) {
    addSeats(of: roster)
    profiles += roster.profiles
  }

  func makeProblem() throws(ProblemError) -> MatchingProblem {
    let limited = parts.flatMap { $0.mentorGroups(places) } + mentorGroups + organizationGroups
    var load = places.map { Bounds.upTo($0) }
    for part in parts { part.setLoads(&load) }
    let assignment = try AssignmentProblem(
      arcs: ArcPattern(rowStart: rowStart, columns: columns, columnCount: seats.count),
      tiers: weights,
      rowDemand: Array(repeating: .upTo(1), count: profiles.count), columnLoad: load,
      rowGroups: menteeGroups, columnGroups: limited.map(\.group))
    var problem = MatchingProblem(
      assignment: assignment, profiles: profiles.map { $0.admittedProfile }, seats: seats,
      tiers: tiers, limits: limited.map(\.limit))
    if tiers.contains(where: \.isAboutLoads) { try addIdleUnits(to: &problem) }
    let choice =
      programme.choosesMentors ? MentorChoice(seats, most: programme.maximumMentors) : nil
    if let choice { try add(choice, to: &problem) }
    if choice != nil || !parts.isEmpty {
      (problem.groups, problem.ruleOrigins) = try groupProblem(problem.assignment, choice)
    }
    return problem
  }

  /// Puts columns for mentors at rest beside the seats.
  private func add(
    _ choice: MentorChoice, to problem: inout MatchingProblem
  ) throws(ProblemError) {
    let limited = parts.flatMap { $0.mentorGroups(places) } + mentorGroups + organizationGroups
    problem.withoutIdle = problem.assignment
    problem.assignment = try choice.added(
      to: problem.assignment, tiers: tiers, rowGroups: menteeGroups,
      columnGroups: limited.map(\.group))
    problem.offsets = tiers.map { $0 == .fewestMentors ? choice.offset : 0 }
    problem.idleArcs = choice.arcs(after: problem.people.arcs.count)
  }

  /// The problem with groups, or mentors, that open or stay closed.
  private func groupProblem(
    _ assignment: AssignmentProblem, _ choice: MentorChoice?
  ) throws(ProblemError) -> (GroupProblem, [RuleOrigin]) {
    let mayClose = (0..<assignment.columnCount).map {
      choice != nil || seats[$0].topic != nil
    }
    let opening = tiers.map { tier in
      var opening = [Int64](repeating: 0, count: assignment.columnCount)
      if tier == .fewestGroups {
        for part in parts where part.groups.formation.opensFewest {
          for column in part.columns { opening[column] = -1 }
        }
      }
      return tier == .fewestMentors ? choice?.opening ?? opening : opening
    }
    let rules = parts.flatMap(\.rules)
    let problem = try GroupProblem(
      assignment, mayClose: mayClose, opening: opening, rules: rules.map(\.rule),
      companies: parts.flatMap(\.companies),
      openLimits: parts.flatMap(\.openLimits) + (choice?.limits ?? []))
    return (problem, rules.map(\.origin))
  }

  /// What a member of a group counts for a goal.
  private func weight(
    _ goal: ObjectiveTier, of mentor: PreparedMentor, for profile: PreparedProfile,
    _ coverage: Int64, in roster: FormRoster, as membership: GroupMembership?
  ) -> Int64 {
    switch goal {
    case .pins: pins.fix(mentor.mentor.id, for: profile) ? 1 : 0
    case .coverage: coverage
    case .ownOrganization:
      Int64(
        profile.members.count {
          $0.common.organization != nil && $0.common.organization == mentor.common.organization
        })
    case .fewestGroups, .fewestMentors, .minimumLoad, .balance: 0
    case .coverageTargets: covered?.weight(of: profile) ?? 0
    case .worstFit, .leximin:
      Int64(roster.scoring.total(of: mentor, for: profile, in: roster.setting))
    case .fit:
      Int64(
        roster.scoring.total(
          of: mentor, for: profile, in: roster.setting, as: membership?.member))
    case .tieBreak: tieBreak(mentor, profile, membership?.column)
    }
  }

  /// The members, each worth more than a whole group of the priority group below his own.
  ///
  /// Profiles that can be matched together form a matroid, so a plan that is best by any weights
  /// in the order of the groups matches as many of the first group as any plan can, then of the
  /// second, and as many profiles in all as any plan can.
  func coverageWeight(of profile: PreparedProfile) -> Int64 {
    let groups = programme.priorityGroups
    return profile.members.reduce(0) { sum, member in
      let first = member.priorityGroup(among: groups)
      return sum + levelWeights[first.map { groups.count - $0 } ?? 0]
    }
  }

  /// The worth of a mentee for each level of priority, as far as 64 bits hold it.
  private static func levelWeights(_ programme: Programme, _ bank: Bank) -> [Int64] {
    let largest = Int64(
      max(
        bank.profiles.map(\.members.count).max() ?? 1,
        programme.forms.compactMap { $0.groups?.size.upperBound }.max() ?? 1))
    var weights: [Int64] = [1]
    for _ in programme.priorityGroups {
      let last = weights[weights.count - 1]
      weights.append(last < 1 << 20 ? last * (largest + 1) : last + 1)
    }
    return weights
  }

  private func tieBreak(
    _ mentor: PreparedMentor, _ profile: PreparedProfile, _ column: Seat?
  ) -> Int64 {
    var hash = StableHash()
    hash.combine(profile.profile.form.rawValue)
    hash.combine(mentor.mentor.id.rawValue)
    if let topic = column?.topic { hash.combine(topic.rawValue) }
    if let number = column?.number, number > 1 { hash.combine("\(number)") }
    for member in profile.members { hash.combine(member.mentee.id.rawValue) }
    return hash.tieBreak
  }
}

extension ProblemBuilder {
  /// Seats that are limited together, and by whom.
  typealias LimitedSeats = (limit: SeatLimit, group: NodeGroup)

  /// The profiles of one mentee, where the programme limits his mentors.
  ///
  /// Profiles of groups are not counted: a group takes one mentor together.
  var menteeGroups: [NodeGroup] {
    guard let limit = programme.mentorsPerMentee else { return [] }
    let singles = profiles.indices.filter { profiles[$0].profile.group == nil }
    let rows = Dictionary(grouping: singles) { profiles[$0].members[0].mentee.id }
    return rows.values.filter { $0.count > limit }.sorted { $0[0] < $1[0] }
      .map { NodeGroup($0, .upTo(limit)) }
  }

  /// The seats of one mentor, where he limits his mentees over all forms.
  var mentorGroups: [LimitedSeats] {
    let columns = Dictionary(grouping: seats.indices) { seats[$0].mentor }
    return bank.mentors.compactMap { mentor in
      guard let capacity = limit(of: mentor), let own = columns[mentor.id],
        own.reduce(0, { $0 + places[$1] }) > capacity
      else { return nil }
      return (.mentor(mentor.id), NodeGroup(own, .upTo(max(0, capacity))))
    }
  }

  /// Mentees that a mentor may have over all forms, or nil for no limit.
  private func limit(of mentor: Mentor) -> Int? {
    guard let most = programme.maximumLoad else { return mentor.capacity }
    return min(most, mentor.capacity ?? most)
  }

  /// Puts idle units beside the mentors, for goals about loads.
  private func addIdleUnits(to problem: inout MatchingProblem) throws(ProblemError) {
    let columns = Dictionary(grouping: seats.indices) { seats[$0].mentor }
    var seen: Set<PersonID> = []
    let owners = bank.mentors.compactMap { mentor -> IdleUnits.Owner? in
      guard let own = columns[mentor.id], seen.insert(mentor.id).inserted else { return nil }
      let most = min(own.reduce(0) { $0 + places[$1] }, limit(of: mentor) ?? .max)
      return IdleUnits.Owner(
        mentor: mentor.id, columns: own, places: max(0, most),
        minimum: programme.minimumLoad ?? 0,
        isCounted: covered?.countsAsMentor(mentor.id) ?? false)
    }
    let units = IdleUnits(
      owners: owners, once: covered?.once.map { IdleUnits.Once(rows: $0) } ?? [],
      organizations: organizationGroups.map(\.group), tiers: tiers)
    problem.withoutIdle = problem.assignment
    problem.assignment = try units.added(to: problem.assignment, rowGroups: menteeGroups)
    problem.offsets = units.offsets
    problem.idleArcs = units.arcs(after: problem.people)
  }

  /// The seats of an organization with all that belongs to it, where it limits its mentees.
  var organizationGroups: [LimitedSeats] {
    let limited = bank.organizations.filter { $0.capacity != nil }
    guard !limited.isEmpty else { return [] }
    let home = Dictionary(
      bank.mentors.map { ($0.id, $0.person.organization) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      bank.organizations.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var members: [OrganizationID: [Int]] = [:]
    for (column, seat) in seats.enumerated() {
      var seen: Set<OrganizationID> = []
      var next = home[seat.mentor] ?? nil
      while let organization = next, seen.insert(organization).inserted {
        members[organization, default: []].append(column)
        next = parents[organization] ?? nil
      }
    }
    return limited.compactMap { organization in
      guard let capacity = organization.capacity, let columns = members[organization.id] else {
        return nil
      }
      return (.organization(organization.id), NodeGroup(columns, .upTo(max(0, capacity))))
    }
  }
}

extension PreparedProfile {
  /// The profile with the members that take part.
  var admittedProfile: RequestProfile {
    var admitted = profile
    admitted.members = members.map(\.mentee.id)
    return admitted
  }
}
