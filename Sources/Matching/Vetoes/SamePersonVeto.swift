import Wording

/// Nobody is matched to himself, whichever ids he has in the banks.
struct SamePerson: PairVeto {
  let code = "samePerson"

  func forbids(_ encounter: Encounter) -> Bool {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return mentor.number == mentee.number || mentee.others.contains(mentor.number)
      || mentor.others.contains(mentee.number)
  }

  func objection(to encounter: Encounter) -> Objection {
    guard encounter.mentor.common.number == encounter.mentee.common.number else { return Self.twoIDs }
    return Objection(
      reason: Text(ru: "это один и тот же человек", en: "it is the same person"),
      advice: Text(ru: "Нужен другой наставник.", en: "Another mentor is needed."))
  }

  private static let twoIDs = Objection(
    reason: Text(
      ru: "это один и тот же человек под двумя кодами, или может им быть",
      en: "it is, or may be, the same person under two ids"),
    advice: Text(
      ru: "Если это разные люди, ответьте «нет» в duplicates.csv.",
      en: "If they are two people, answer “no” in duplicates.csv."))
}
