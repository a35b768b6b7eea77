import MentoringModel
import Wording

/// A way to meet and a time to meet in common, half each.
struct ScheduleOverlap: Criterion {
  let id = CriterionID.schedule

  func value(_ encounter: Encounter) -> Int {
    let (mentor, mentee) = (encounter.mentor.common, encounter.mentee.common)
    return half(mentor.formats, mentee.formats) + half(mentor.schedule, mentee.schedule)
  }

  func reason(_ encounter: Encounter) -> Text {
    let (mentor, mentee) = (encounter.mentor.common.person, encounter.mentee.common.person)
    let shared =
      mentor.formats.intersection(mentee.formats).sorted()
      + mentor.schedule.intersection(mentee.schedule).sorted()
    if !shared.isEmpty {
      return Text(ru: "встречи: ", en: "meetings: ") + Text(same: shared.joined(separator: ", "))
    }
    let isStated =
      !(mentor.formats.isEmpty || mentee.formats.isEmpty)
      || !(mentor.schedule.isEmpty || mentee.schedule.isEmpty)
    return isStated
      ? Text(ru: "время и формат встреч не совпадают", en: "no common time or way to meet")
      : .notStated
  }

  private func half(_ a: TagSet, _ b: TagSet) -> Int {
    a.isEmpty || b.isEmpty ? unknown / 2 : a.meets(b) ? 500 : 0
  }
}
