import MentoringModel
import Wording

/// How far the mentor's competencies answer the requests.
///
/// A request of priority 1, 2, 3 counts for 3, 2, 1; a level of 1…5 answers 20…100 % of it. In a
/// group half goes to its topic: the level by the share of 3 that the mentee gives it.
struct RequestCoverage: Criterion {
  let id = CriterionID.requests

  func value(_ encounter: Encounter) -> Int {
    var asked = 0
    var answered = 0
    for request in encounter.profile.requests {
      let share = max(1, 4 - request.request.priority)
      asked += share
      answered += share * min(5, encounter.mentor.level(of: request.competency)) * 200
    }
    guard asked > 0 else { return unknown }
    guard let membership = encounter.membership else { return answered / asked }
    let share = max(1, 4 - membership.request.priority)
    let topic = share * min(5, encounter.mentor.level(of: membership.topic)) * 200 / 3
    return (topic + answered / asked) / 2
  }

  func reason(_ encounter: Encounter) -> Text {
    guard let membership = encounter.membership else { return answers(encounter) }
    let title = encounter.setting.vocabulary.title(of: membership.request.competency)
    let level = encounter.mentor.level(of: membership.topic)
    return .topic(title, level: level) + Text(same: "; ") + answers(encounter)
  }

  private func answers(_ encounter: Encounter) -> Text {
    let answers = encounter.profile.requests.compactMap { request -> Text? in
      let level = encounter.mentor.level(of: request.competency)
      guard level > 0 else { return nil }
      let title = encounter.setting.vocabulary.title(of: request.request.competency)
      return title + Text(same: " (\(level))")
    }
    guard !encounter.profile.requests.isEmpty else { return .notStated }
    guard !answers.isEmpty else {
      return Text(ru: "запросы не закрыты", en: "no request is answered")
    }
    return Text(ru: "закрывает: ", en: "answers: ") + answers.joined(separator: ", ")
  }
}
