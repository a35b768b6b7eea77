import MentoringModel
import Wording

/// Wishes for each other; who states no wish counts half on his side.
struct MutualPreference: Criterion {
  let id = CriterionID.preference

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return side(mentor, wishes: mentee) + side(mentee, wishes: mentor)
  }

  func reason(_ encounter: Encounter) -> Text {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return
      switch (mentor.preferred.contains(mentee.number), mentee.preferred.contains(mentor.number))
    {
    case (true, true): Text(ru: "взаимное желание", en: "both wish it")
    case (true, false): Text(ru: "желание наставника", en: "the mentor wishes it")
    case (false, true): Text(ru: "желание наставляемого", en: "the mentee wishes it")
    case (false, false):
      mentor.preferred.isEmpty && mentee.preferred.isEmpty
        ? .notStated : Text(ru: "желали других", en: "others were wished for")
    }
  }

  private func side(_ one: PreparedPerson, wishes other: PreparedPerson) -> Int {
    one.preferred.isEmpty ? unknown / 2 : one.preferred.contains(other.number) ? 500 : 0
  }
}
