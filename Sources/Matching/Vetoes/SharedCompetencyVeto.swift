import MentoringModel
import Wording

/// Where the form demands it, the mentor answers at least one request.
struct SharedCompetency: PairVeto {
  let code = "noCompetency"

  func forbids(_ encounter: Encounter) -> Bool {
    guard encounter.setting.form.requiresSharedCompetency, !encounter.profile.requests.isEmpty
    else { return false }
    for request in encounter.profile.requests
    where encounter.mentor.level(of: request.competency) > 0 {
      return false
    }
    return true
  }

  func objection(to encounter: Encounter) -> Objection {
    let asked = encounter.profile.requests
      .map { encounter.setting.vocabulary.title(of: $0.request.competency) }
      .joined(separator: ", ")
    return Objection(
      reason: Text(
        ru: "не владеет ни одной из запрошенных компетенций: \(asked.ru)",
        en: "has none of the competencies asked for: \(asked.en)"),
      advice: Text(
        ru: "Найдите или обучите наставника с одной из этих компетенций.",
        en: "Find or train a mentor with one of these competencies."))
  }
}
