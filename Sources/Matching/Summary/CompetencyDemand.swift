public import MentoringModel

/// How much a competency is asked for in a form, and how much of it is offered.
public struct CompetencyDemand: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The competency.
  public var competency: CompetencyID
  /// Requests of those who can take part that ask for it.
  public var asked: Int
  /// Those of them with a mentor.
  public var matched: Int
  /// Those of them whose mentor has it.
  public var answered: Int
  /// Mentors who can take part in the form and have it.
  public var mentors: Int
  /// Their places in the form, whatever for.
  public var places: Int

  /// Those who ask for it and have no mentor.
  public var unmatched: Int { asked - matched }
  /// Whether too little of it is offered: somebody who asks for it has no mentor, or one without it.
  public var isShort: Bool { answered < asked }
}

extension Matcher {
  func demands(in plan: Plan) -> [CompetencyDemand] {
    let mentorOf = plan.mentorOfProfile
    let all = rosters.flatMap { demands(of: $0, mentorOf) }
    let order = all.indices.sorted { left, right in
      let (a, b) = (all[left], all[right])
      return (b.unmatched, b.asked - b.answered, left) < (a.unmatched, a.asked - a.answered, right)
    }
    return order.map { all[$0] }
  }

  private func demands(
    of roster: FormRoster, _ mentorOf: [ProfileKey: PersonID]
  ) -> [CompetencyDemand] {
    let form = roster.setting.form
    var demands: [CompetencyID: CompetencyDemand] = [:]
    let levels = Dictionary(
      roster.mentors.map { ($0.mentor.id, $0.mentor.competencies) },
      uniquingKeysWith: { first, _ in first })
    for profile in roster.profiles {
      let mentor = mentorOf[ProfileKey(profile.admittedProfile)]
      for competency in Set(profile.profile.requests.map(\.competency)) {
        let isAnswered = mentor.map { levels[$0]?[competency] ?? 0 > 0 } ?? false
        demands[
          competency,
          default: CompetencyDemand(
            form: form.id, competency: competency, asked: 0, matched: 0, answered: 0, mentors: 0,
            places: 0)
        ].count(isMatched: mentor != nil, isAnswered: isAnswered)
      }
    }
    for mentor in roster.mentors {
      for (competency, level) in mentor.mentor.competencies where level > 0 {
        demands[competency]?.mentors += 1
        demands[competency]?.places += form.capacity(of: mentor.mentor)
      }
    }
    return demands.values.sorted { $0.competency < $1.competency }
  }
}

extension CompetencyDemand {
  fileprivate mutating func count(isMatched: Bool, isAnswered: Bool) {
    asked += 1
    matched += isMatched ? 1 : 0
    answered += isAnswered ? 1 : 0
  }
}

extension Plan {
  /// The mentor of each profile that has one; each member of a group that opened has his own
  /// profile.
  fileprivate var mentorOfProfile: [ProfileKey: PersonID] {
    var mentors: [ProfileKey: PersonID] = [:]
    for match in matches {
      let keys =
        match.opened.map { opened in
          opened.members.map { ProfileKey(form: match.form, mentees: [$0.mentee]) }
        } ?? [ProfileKey(form: match.form, mentees: match.mentees, group: match.group)]
      for key in keys { mentors[key] = match.mentor }
    }
    return mentors
  }
}
