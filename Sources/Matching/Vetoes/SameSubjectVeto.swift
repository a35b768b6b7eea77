import MentoringModel
import Wording

/// Where the form demands it, the two have a subject or specialty in common.
struct SameSubject: PairVeto {
  let code = "noSharedSubject"

  func forbids(_ encounter: Encounter) -> Bool {
    encounter.setting.form.requiresSameSubject
      && !encounter.mentor.common.subjects.meets(encounter.mentee.common.subjects)
  }

  func objection(to encounter: Encounter) -> Objection {
    Objection(
      reason: Text(ru: "нет общего предмета", en: "no subject in common"),
      advice: Text(
        ru: "Найдите наставника с тем же предметом или отмените правило sameSubject.",
        en: "Find a mentor with the same subject, or lift the rule sameSubject."))
  }
}
