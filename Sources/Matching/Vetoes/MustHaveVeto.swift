import MentoringModel
import Wording

/// The mentor has every must-have competency at the level that the form asks for.
struct MustHaveCompetency: PairVeto {
  let code = "missingMustHave"

  func forbids(_ encounter: Encounter) -> Bool {
    for request in encounter.profile.requests
    where request.request.isMustHave
      && encounter.mentor.level(of: request.competency) < encounter.setting.form.mustHaveLevel
    {
      return true
    }
    return false
  }

  func objection(to encounter: Encounter) -> Objection {
    let level = encounter.setting.form.mustHaveLevel
    let missing = encounter.profile.requests.filter {
      $0.request.isMustHave && encounter.mentor.level(of: $0.competency) < level
    }
    .map { encounter.setting.vocabulary.title(of: $0.request.competency) }
    .joined(separator: ", ")
    return Objection(
      reason: Text(
        ru: "нет обязательной компетенции: \(missing.ru)",
        en: "a must-have competency is missing: \(missing.en)"),
      advice: Text(
        ru: "Найдите наставника с уровнем от \(level) или снимите отметку «!» с запроса.",
        en: "Find a mentor with level \(level) or more, or drop the mark “!” of the request."))
  }
}
