import MentoringModel
import Wording

/// A curator's ban stands.
struct DecidedAgainst: PairVeto {
  let code = "forbiddenByCurator"

  func forbids(_ encounter: Encounter) -> Bool {
    guard !encounter.setting.forbidden.isEmpty else { return false }
    return encounter.setting.forbidden.contains(
      ForbiddenPair(
        mentor: encounter.mentor.mentor.id, mentee: encounter.mentee.mentee.id))
  }

  func objection(to encounter: Encounter) -> Objection {
    Objection(
      reason: Text(ru: "пара запрещена куратором", en: "the curator has ruled the pair out"),
      advice: Text(
        ru: "Снимите запрет в decisions.csv, если он больше не нужен.",
        en: "Lift the ban in decisions.csv if it is no longer needed."))
  }
}
