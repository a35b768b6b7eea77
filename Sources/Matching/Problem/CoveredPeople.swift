import MentoringModel

/// Who counts for the coverage targets of a programme, each person once, whichever side he is on.
///
/// A mentee with one request counts by it, one with several counts once, and one who stands in a
/// group formed beforehand by the first such group where he has no request of his own. A mentor who
/// is a mentee as well counts as a mentee.
struct CoveredPeople {
  /// The rows of each mentee who has several requests of his own.
  private(set) var once: [[Int]] = []
  private let counted: Set<PersonID>
  private var ownRows: [PersonID: [Int]] = [:]
  private var firstGroup: [PersonID: ProfileKey] = [:]

  init(_ programme: Programme, _ bank: Bank, _ rosters: [FormRoster]) {
    counted = CoverageCount(programme, bank).countedPeople
    for (row, profile) in rosters.flatMap(\.profiles).enumerated() {
      for member in profile.members where counted.contains(member.mentee.id) {
        if profile.profile.group == nil {
          ownRows[member.mentee.id, default: []].append(row)
        } else if firstGroup[member.mentee.id] == nil {
          firstGroup[member.mentee.id] = ProfileKey(profile.profile)
        }
      }
    }
    once = ownRows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// How many people a profile adds to the targets where it is matched.
  func weight(of profile: PreparedProfile) -> Int64 {
    Int64(
      profile.members.count { member in
        guard counted.contains(member.mentee.id) else { return false }
        let own = ownRows[member.mentee.id]?.count ?? 0
        return profile.profile.group == nil
          ? own == 1
          : own == 0 && firstGroup[member.mentee.id] == ProfileKey(profile.profile)
      })
  }

  /// Whether a mentor counts as soon as he has a mentee.
  func countsAsMentor(_ mentor: PersonID) -> Bool {
    counted.contains(mentor) && ownRows[mentor] == nil && firstGroup[mentor] == nil
  }
}
