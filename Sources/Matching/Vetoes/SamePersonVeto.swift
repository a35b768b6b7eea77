import Wording

/// Nobody is matched to himself.
struct SamePerson: PairVeto {
  let code = "samePerson"

  func forbids(_ encounter: Encounter) -> Bool {
    encounter.mentor.common.number == encounter.mentee.common.number
  }

  func objection(to encounter: Encounter) -> Objection {
    Objection(
      reason: Text(ru: "это один и тот же человек", en: "it is the same person"),
      advice: Text(ru: "Нужен другой наставник.", en: "Another mentor is needed."))
  }
}
