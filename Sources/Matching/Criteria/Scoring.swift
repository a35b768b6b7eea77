import MentoringModel

/// Scores a mentor for a profile by the weights of a form.
///
/// A criterion earns its points times the mean value over the members, rounded down; the score is
/// the sum. A pass over a pair allocates nothing.
struct Scoring: Sendable {
  let counted: [(criterion: any Criterion, points: Int)]

  init(_ weights: CriterionWeights) {
    counted = criteria.compactMap { weights[$0.id] > 0 ? ($0, weights[$0.id]) : nil }
  }

  /// The total, 0…10,000.
  func total(
    of mentor: PreparedMentor, for profile: PreparedProfile, in setting: FormSetting,
    as membership: TopicMember? = nil
  ) -> Int {
    var total = 0
    for (criterion, points) in counted {
      var sum = 0
      for member in profile.members {
        sum += criterion.value(
          Encounter(
            mentor: mentor, mentee: member, profile: profile, setting: setting,
            membership: membership))
      }
      total += points * (sum / max(1, profile.members.count)) / 1000
    }
    return total
  }

  /// The total of two people.
  func total(of encounter: Encounter) -> Int {
    counted.reduce(0) { $0 + $1.points * $1.criterion.value(encounter) / 1000 }
  }

  /// The total with its parts and their reasons.
  func parts(
    of mentor: PreparedMentor, for profile: PreparedProfile, in setting: FormSetting,
    as membership: TopicMember? = nil
  ) -> Score {
    let encounters = profile.members.map {
      Encounter(
        mentor: mentor, mentee: $0, profile: profile, setting: setting, membership: membership)
    }
    guard let first = encounters.first else { return Score([]) }
    return Score(
      counted.map { criterion, points in
        let sum = encounters.reduce(0) { $0 + criterion.value($1) }
        return ScorePart(
          criterion: criterion.id, possible: points,
          earned: points * (sum / encounters.count) / 1000, reason: criterion.reason(first))
      })
  }
}
