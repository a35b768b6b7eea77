import MentoringModel

/// Who counts for the coverage targets of a programme, each person once, whichever side he is on.
///
/// A mentee with one request counts by it, one with several counts once, and one who stands in a
/// group formed beforehand by the first such group where he has no request of his own. A mentor who
/// is a mentee as well counts as a mentee.
struct CoveredPeople {
  /// The rows of each mentee who has several requests of his own.
  private(set) var once: [[Int]] = []
  private let counted: [PersonID: PersonID]
  private var ownRows: [PersonID: [Int]] = [:]
  private var firstGroup: [PersonID: ProfileKey] = [:]

  init(_ programme: Programme, _ bank: Bank, _ rosters: [FormRoster]) {
    counted = CoverageCount(programme, bank).countedPeople
    for (row, profile) in rosters.flatMap(\.profiles).enumerated() {
      for member in profile.members {
        guard let person = counted[member.mentee.id] else { continue }
        if profile.profile.group == nil {
          ownRows[person, default: []].append(row)
        } else if firstGroup[person] == nil {
          firstGroup[person] = ProfileKey(profile.profile)
        }
      }
    }
    once = ownRows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// How many people a profile adds to the targets where it is matched.
  func weight(of profile: PreparedProfile) -> Int64 {
    Int64(
      profile.members.count { member in
        guard let person = counted[member.mentee.id] else { return false }
        let own = ownRows[person]?.count ?? 0
        return profile.profile.group == nil
          ? own == 1
          : own == 0 && firstGroup[person] == ProfileKey(profile.profile)
      })
  }

  /// Whether a mentor counts as soon as he has a mentee.
  func countsAsMentor(_ mentor: PersonID) -> Bool {
    counted[mentor].map { ownRows[$0] == nil && firstGroup[$0] == nil } ?? false
  }
}
