import MentoringModel

/// Whom each rule of composition counts: for a topic, sets of profiles and the bounds on each.
struct CompositionKinds: Sendable {
  /// Profiles that a rule counts together.
  struct Kind: Sendable, Hashable {
    /// The rule's place in the form's list.
    let rule: Int
    /// The values that they share; several where the rule counts them together.
    let values: [String]
    /// The profiles, ascending.
    let profiles: [Int]
  }

  let rules: [CompositionRequirement]
  /// For each topic, what its rules count.
  let ofTopic: [[Kind]]

  init(
    _ rules: [CompositionRequirement], _ topics: [GroupTopic], _ roster: FormRoster,
    asOf: CalendarDate
  ) {
    self.rules = rules
    ofTopic = topics.map { topic in
      rules.enumerated().flatMap { index, rule -> [Kind] in
        var profiles: [String: [Int]] = [:]
        var any: [Int] = []
        for place in topic.askers {
          let mentee = roster.profiles[place].members[0].mentee
          let values = rule.values(of: mentee, topic: topic.members[place]?.request, asOf: asOf)
          if rule.values.isEmpty {
            for value in values { profiles[value, default: []].append(place) }
          } else if !Set(values).isDisjoint(with: rule.values) {
            any.append(place)
          }
        }
        guard rule.values.isEmpty else {
          return [Kind(rule: index, values: rule.values, profiles: any)]
        }
        return profiles.sorted { $0.key < $1.key }
          .map { Kind(rule: index, values: [$0.key], profiles: $0.value) }
      }
    }
  }

  /// Why these profiles can't fill a group about a topic, or nil where no rule alone forbids it.
  func bar(topic: Int, askers: Set<Int>, minimum: Int) -> GroupBar? {
    for (index, rule) in rules.enumerated() {
      let kinds = ofTopic[topic].filter { $0.rule == index }
      if let needed = rule.atLeast {
        let found = kinds.reduce(0) { $0 + $1.profiles.count(where: askers.contains) }
        if found < needed { return .tooFewOfKind(rule: index, found: found, needed: needed) }
      }
      guard let most = rule.atMost, rule.kind.isExclusive || !rule.values.isEmpty else { continue }
      let counts = kinds.map { $0.profiles.count(where: askers.contains) }
      let reach = askers.count - counts.reduce(0, +) + counts.reduce(0) { $0 + min($1, most) }
      if reach < minimum { return .tooManyAlike(rule: index, most: reach) }
    }
    return nil
  }
}
