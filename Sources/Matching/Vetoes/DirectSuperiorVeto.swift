import MentoringModel
import Wording

/// A direct superior is no mentor, unless the form is made for that.
struct DirectSuperior: PairVeto {
  let code = "directSuperior"

  func forbids(_ encounter: Encounter) -> Bool {
    !encounter.setting.form.allowsSuperior
      && encounter.mentee.common.superior == encounter.mentor.common.number
  }

  func objection(to encounter: Encounter) -> Objection {
    Objection(
      reason: Text(
        ru: "наставник — непосредственный руководитель", en: "the mentor is the direct superior"),
      advice: Text(ru: "Нужен другой наставник.", en: "Another mentor is needed."))
  }
}
