import AssignmentKernel
import MentoringModel

/// Collects rows, columns, arcs and weights form by form.
struct ProblemBuilder {
  private let programme: Programme
  private let bank: Bank
  private let pins: Pins
  private let tiers: [ObjectiveTier]
  private let levelWeights: [Int64]
  private var profiles: [PreparedProfile] = []
  private var seats: [Seat] = []
  private var places: [Int] = []
  private var rowStart = [0]
  private var columns: [Int32] = []
  private var weights: [[Int64]]

  init(programme: Programme, bank: Bank, pins: Pins) {
    self.programme = programme
    self.bank = bank
    self.pins = pins
    levelWeights = Self.levelWeights(programme, bank)
    tiers = programme.tiers.filter { $0 != .tieBreak } + [.tieBreak]
    weights = Array(repeating: [], count: tiers.count)
  }

  mutating func add(_ roster: FormRoster) {
    let form = roster.setting.form
    let first = seats.count
    for mentor in roster.mentors {
      seats.append(Seat(mentor: mentor.mentor.id, form: form.id))
      places.append(form.capacity(of: mentor.mentor))
    }
    for profile in roster.profiles {
      let coverage = coverageWeight(of: profile)
      for (index, mentor) in roster.mentors.enumerated()
      where roster.allows(mentor, for: profile) {
        columns.append(Int32(first + index))
        for (tier, goal) in tiers.enumerated() {
          weights[tier].append(weight(goal, of: mentor, for: profile, coverage, in: roster))
        }
      }
      rowStart.append(columns.count)
      profiles.append(profile)
    }
  }

  func makeProblem() throws(ProblemError) -> MatchingProblem {
    let limited = mentorGroups + organizationGroups
    return MatchingProblem(
      assignment: try AssignmentProblem(
        arcs: ArcPattern(rowStart: rowStart, columns: columns, columnCount: seats.count),
        tiers: weights,
        rowDemand: Array(repeating: .upTo(1), count: profiles.count),
        columnLoad: places.map { .upTo($0) },
        rowGroups: menteeGroups, columnGroups: limited.map(\.group)),
      profiles: profiles.map { $0.admittedProfile }, seats: seats, tiers: tiers,
      limits: limited.map(\.limit))
  }

  private func weight(
    _ goal: ObjectiveTier, of mentor: PreparedMentor, for profile: PreparedProfile,
    _ coverage: Int64, in roster: FormRoster
  ) -> Int64 {
    switch goal {
    case .pins: pins.fix(mentor.mentor.id, for: profile) ? 1 : 0
    case .coverage: coverage
    case .ownOrganization:
      Int64(
        profile.members.count {
          $0.common.organization != nil && $0.common.organization == mentor.common.organization
        })
    case .fit: Int64(roster.scoring.total(of: mentor, for: profile, in: roster.setting))
    case .tieBreak: tieBreak(mentor, profile)
    }
  }

  /// The members, each worth more than a whole group of the priority group below his own.
  ///
  /// Profiles that can be matched together form a matroid, so a plan that is best by any weights
  /// in the order of the groups matches as many of the first group as any plan can, then of the
  /// second, and as many profiles in all as any plan can.
  private func coverageWeight(of profile: PreparedProfile) -> Int64 {
    let groups = programme.priorityGroups
    return profile.members.reduce(0) { sum, member in
      let first = member.priorityGroup(among: groups)
      return sum + levelWeights[first.map { groups.count - $0 } ?? 0]
    }
  }

  /// The worth of a mentee for each level of priority, as far as 64 bits hold it.
  private static func levelWeights(_ programme: Programme, _ bank: Bank) -> [Int64] {
    let largest = Int64(bank.profiles.map(\.members.count).max() ?? 1)
    var weights: [Int64] = [1]
    for _ in programme.priorityGroups {
      let last = weights[weights.count - 1]
      weights.append(last < 1 << 20 ? last * (largest + 1) : last + 1)
    }
    return weights
  }

  private func tieBreak(_ mentor: PreparedMentor, _ profile: PreparedProfile) -> Int64 {
    var hash = StableHash()
    hash.combine(profile.profile.form.rawValue)
    hash.combine(mentor.mentor.id.rawValue)
    for member in profile.members { hash.combine(member.mentee.id.rawValue) }
    return Int64(hash.value >> 40)
  }
}

extension ProblemBuilder {
  /// Seats that are limited together, and by whom.
  private typealias LimitedSeats = (limit: SeatLimit, group: NodeGroup)

  /// The profiles of one mentee, where the programme limits his mentors.
  ///
  /// Profiles of groups are not counted: a group takes one mentor together.
  private var menteeGroups: [NodeGroup] {
    guard let limit = programme.mentorsPerMentee else { return [] }
    let singles = profiles.indices.filter { profiles[$0].profile.group == nil }
    let rows = Dictionary(grouping: singles) { profiles[$0].members[0].mentee.id }
    return rows.values.filter { $0.count > limit }.sorted { $0[0] < $1[0] }
      .map { NodeGroup($0, .upTo(limit)) }
  }

  /// The seats of one mentor, where he limits his mentees over all forms.
  private var mentorGroups: [LimitedSeats] {
    let columns = Dictionary(grouping: seats.indices) { seats[$0].mentor }
    return bank.mentors.compactMap { mentor in
      guard let capacity = mentor.capacity, let own = columns[mentor.id],
        own.reduce(0, { $0 + places[$1] }) > capacity
      else { return nil }
      return (.mentor(mentor.id), NodeGroup(own, .upTo(max(0, capacity))))
    }
  }

  /// The seats of an organization with all that belongs to it, where it limits its mentees.
  private var organizationGroups: [LimitedSeats] {
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
