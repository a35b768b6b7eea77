import MentoringModel
import Wording

/// A subject or specialty in common.
struct SubjectMatch: Criterion {
  let id = CriterionID.subject

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common.subjects, encounter.mentee.common.subjects)
    guard !mentor.isEmpty, !mentee.isEmpty else { return unknown }
    return mentor.meets(mentee) ? 1000 : 0
  }

  func reason(_ encounter: Encounter) -> Text {
    let mentor = encounter.mentor.common.person.subjects
    let mentee = encounter.mentee.common.person.subjects
    guard !mentor.isEmpty, !mentee.isEmpty else { return .notStated }
    let shared = mentor.intersection(mentee).sorted()
    return shared.isEmpty
      ? Text(ru: "разные предметы", en: "different subjects")
      : Text(ru: "общий предмет: ", en: "same subject: ")
        + Text(same: shared.joined(separator: ", "))
  }
}
