import MentoringModel
import Wording

/// The two worked together last year, as either side's row states.
struct Continuity: Criterion {
  let id = CriterionID.continuity

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return mentor.lastYear.contains(mentee.number) || mentee.lastYear.contains(mentor.number)
      ? 1000 : 0
  }

  func reason(_ encounter: Encounter) -> Text {
    value(encounter) > 0
      ? Text(ru: "работали вместе в прошлом году", en: "worked together last year")
      : Text(ru: "новая пара", en: "a new pair")
  }
}
