import MentoringModel

/// A competency that groups of a form can be about, with those who ask for it.
final class GroupTopic: Sendable {
  /// The competency.
  let competency: CompetencyID
  /// Its prepared number.
  let number: Int
  /// Those who ask for it alone, by their place in the roster's profiles.
  let members: [Int: TopicMember]
  /// The places of the members, ascending.
  let askers: [Int]

  init(_ competency: CompetencyID, number: Int, askers: [Int], in roster: FormRoster) {
    self.competency = competency
    self.number = number
    self.askers = askers
    let asked = askers.compactMap { place in
      roster.profiles[place].requests.first { $0.competency == number }
        .map { (place: place, profile: roster.profiles[place], request: $0.request) }
    }
    let typical = TypicalAsker(asked.map { ($0.profile, $0.request) })
    members = Dictionary(
      uniqueKeysWithValues: asked.map {
        ($0.place, TopicMember(number, $0.request, typical.nearness(of: $0.profile, $0.request)))
      })
  }
}

/// A mentee as a member of groups about one topic.
final class TopicMember: Sendable {
  /// The topic's prepared number.
  let topic: Int
  /// What he asks about it.
  let request: Request
  /// How near he stands to all who ask for it, in thousandths.
  let cohesion: Int

  init(_ topic: Int, _ request: Request, _ cohesion: Int) {
    self.topic = topic
    self.request = request
    self.cohesion = cohesion
  }
}

/// What those who ask for a topic have in common: the median of their levels, and the interests
/// that two of them share, the three most frequent ones.
struct TypicalAsker: Sendable {
  /// The median of the levels that are stated, twice.
  let doubledLevel: Int?
  let interests: Set<String>

  init(_ asked: [(profile: PreparedProfile, request: Request)]) {
    let levels = asked.compactMap(\.request.level).sorted()
    doubledLevel =
      levels.isEmpty ? nil : levels[(levels.count - 1) / 2] + levels[levels.count / 2]
    var counts: [String: Int] = [:]
    for (profile, _) in asked {
      for interest in profile.members[0].common.person.interests {
        counts[interest, default: 0] += 1
      }
    }
    interests = Set(
      counts.filter { $0.value > 1 }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(3).map(\.key))
  }

  /// Half for the level, half for the interests; 0…1,000.
  func nearness(of profile: PreparedProfile, _ request: Request) -> Int {
    var nearness = unknown
    if let doubledLevel, let level = request.level {
      nearness += max(0, 500 - 125 * abs(2 * level - doubledLevel) / 2) - unknown / 2
    }
    let own = profile.members[0].common.person.interests
    if !interests.isEmpty, !own.isEmpty {
      nearness += 500 * own.intersection(interests).count / interests.count - unknown / 2
    }
    return nearness
  }
}
