import MentoringModel
import Wording

/// Interests in common: three, or all that the mentee has, are all that can be wished for.
struct SharedInterests: Criterion {
  let id = CriterionID.interests

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common.interests, encounter.mentee.common.interests)
    guard !mentor.isEmpty, !mentee.isEmpty else { return unknown }
    let wished = min(3, mentee.count)
    return min(wished, mentor.sharedCount(with: mentee)) * 1000 / wished
  }

  func reason(_ encounter: Encounter) -> Text {
    let mentor = encounter.mentor.common.person.interests
    let mentee = encounter.mentee.common.person.interests
    guard !mentor.isEmpty, !mentee.isEmpty else { return .notStated }
    let shared = mentor.intersection(mentee).sorted()
    return shared.isEmpty
      ? Text(ru: "общих интересов нет", en: "no shared interests")
      : Text(ru: "общие интересы: ", en: "shared interests: ")
        + Text(same: shared.joined(separator: ", "))
  }
}
