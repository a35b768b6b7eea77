import Wording

/// Nobody is matched to himself, whichever ids he has in the banks.
struct SamePerson: PairVeto {
  let code = "samePerson"

  func forbids(_ encounter: Encounter) -> Bool {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return mentor.number == mentee.number || mentee.others.contains(mentor.number)
      || mentor.others.contains(mentee.number)
      || mentor.crowds.contains { mentee.crowds.contains($0) }
  }

  func objection(to encounter: Encounter) -> Objection {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    guard mentor.number == mentee.number else {
      return mentor.others.contains(mentee.number) || mentee.others.contains(mentor.number)
        ? Self.twoIDs : Self.namesakes
    }
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

  private static let namesakes = Objection(
    reason: Text(
      ru: "у слишком многих то же имя, и это может быть один и тот же человек",
      en: "too many have the same name, and it may be the same person"),
    advice: Text(
      ru: "Впишите даты рождения и организации: по ним людей можно различить.",
      en: "Write their dates of birth and organizations: these tell people apart."))
}
