import MentoringModel
import Wording

/// How far the mentor's competencies answer the requests.
///
/// A request of priority 1, 2, 3 counts for 3, 2, 1; a level of 1…5 answers 20…100 % of it.
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
    return asked == 0 ? unknown : answered / asked
  }

  func reason(_ encounter: Encounter) -> Text {
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
