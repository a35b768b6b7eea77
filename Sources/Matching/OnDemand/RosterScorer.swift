import AssignmentKernel
import MentoringModel

/// The mentors whom one rule forbids for a profile before any other rule does.
struct ForbiddenMentors: Sendable {
  /// The code of the rule.
  let code: String
  /// The mentors' places in the roster, ascending.
  var mentors: [Int32]
}

/// Scores one profile beside all mentors of its form at once.
struct RosterScorer: Sendable {
  let table: MentorTable
  private let scoring: Scoring
  /// The number of the first mentor's column.
  let firstColumn: Int32
  /// What ties are settled by, with form and mentor taken in.
  private let hashes: [StableHash]
  /// The places of each mentor in the form.
  let capacity: [Int]

  init(_ roster: FormRoster, firstColumn: Int) {
    table = MentorTable(roster.mentors, in: roster.setting)
    scoring = roster.scoring
    self.firstColumn = Int32(firstColumn)
    capacity = roster.mentors.map { roster.setting.form.capacity(of: $0.mentor) }
    hashes = roster.mentors.map { mentor in
      var hash = StableHash()
      hash.combine(roster.setting.form.id.rawValue)
      hash.combine(mentor.mentor.id.rawValue)
      return hash
    }
  }

  /// The mentors whom no hard rule forbids, ascending.
  func allowed(for profile: PreparedProfile) -> [Int32] {
    var mentors = MentorSet(allOf: table.count)
    for member in profile.members {
      for veto in pairVetoes { veto.strike(&mentors, for: member, of: profile, in: table) }
    }
    return mentors.places
  }

  /// All other mentors, by the first rule that forbids them for a member.
  func forbidden(for profile: PreparedProfile) -> [ForbiddenMentors] {
    var mentors = MentorSet(allOf: table.count)
    var found: [ForbiddenMentors] = []
    for member in profile.members {
      for veto in pairVetoes {
        var struck = mentors
        veto.strike(&mentors, for: member, of: profile, in: table)
        struck.subtract(mentors)
        let places = struck.places
        if places.isEmpty { continue }
        if let index = found.firstIndex(where: { $0.code == veto.code }) {
          found[index].mentors = (found[index].mentors + places).sorted()
        } else {
          found.append(ForbiddenMentors(code: veto.code, mentors: places))
        }
      }
    }
    return found
  }

  /// The total fit of each of some mentors: the same as ``Scoring/total(of:for:in:)``.
  func fits(of profile: PreparedProfile, beside places: [Int32]) -> [Int32] {
    var totals = [Int32](repeating: 0, count: places.count)
    for (criterion, points) in scoring.counted {
      var values: [Int32] = []
      for member in profile.members {
        let own = criterion.values(for: member, of: profile, beside: places, in: table)
        guard !values.isEmpty else {
          values = own
          continue
        }
        for index in own.indices { values[index] += own[index] }
      }
      let (members, points) = (Int32(profile.members.count), Int32(points))
      if members > 1 { for index in values.indices { values[index] /= members } }
      for index in totals.indices { totals[index] += points * values[index] / 1000 }
    }
    return totals
  }

  /// Fills in pairs of a profile with their weights for each goal; where no fits are given, they are
  /// scored.
  func fill(
    _ arcs: inout RowArcs, _ profile: PreparedProfile, beside places: [Int32], fits: [Int32]?,
    coverage: Int64, pins: Pins, goals: [ObjectiveTier]
  ) {
    arcs.resize(to: places.count)
    for (index, place) in places.enumerated() { arcs.columns[index] = firstColumn + place }
    for (tier, goal) in goals.enumerated() {
      let weights = weights(
        goal, of: profile, beside: places, fits: fits, coverage: coverage, pins: pins)
      for (index, weight) in weights.enumerated() {
        arcs.weights[index * goals.count + tier] = weight
      }
    }
  }

  /// How many members belong to the mentor's organization.
  func ownMembers(of profile: PreparedProfile, beside place: Int32) -> Int64 {
    let home = table.organization[Int(place)]
    return Int64(
      profile.members.count {
        $0.common.organization != nil && $0.common.organization == home
      })
  }

  /// What the pairs with some mentors count for a goal that no other pairs decide.
  func weights(
    _ goal: ObjectiveTier, of profile: PreparedProfile, beside places: [Int32], fits: [Int32]?,
    coverage: Int64, pins: Pins
  ) -> [Int64] {
    switch goal {
    case .pins:
      guard pins.concern(profile) else { return Array(repeating: 0, count: places.count) }
      return places.map {
        pins.fix(table.mentors[Int($0)].mentor.id, for: profile) ? 1 : 0
      }
    case .coverage: return Array(repeating: coverage, count: places.count)
    case .ownOrganization: return places.map { ownMembers(of: profile, beside: $0) }
    case .fewestGroups, .fewestMentors, .coverageTargets, .minimumLoad, .balance, .worstFit,
      .leximin:
      return Array(repeating: 0, count: places.count)
    case .fit: return (fits ?? self.fits(of: profile, beside: places)).map { Int64($0) }
    case .tieBreak:
      var bytes: [UInt8] = []
      for member in profile.members { bytes += Array(member.mentee.id.rawValue.utf8) + [0] }
      return places.map { place in
        var hash = hashes[Int(place)]
        hash.combine(bytes)
        return hash.tieBreak
      }
    }
  }
}
