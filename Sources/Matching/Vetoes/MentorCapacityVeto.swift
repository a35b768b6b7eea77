public import MentoringModel
import Wording

/// A mentor has a place in the form at all.
struct MentorCapacity: MentorVeto {
  let code = "noPlaces"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    guard setting.form.capacity(of: mentor.mentor) <= 0 else { return nil }
    return Objection(
      reason: Text(ru: "у наставника нет мест", en: "the mentor has no places"),
      advice: Text(
        ru: "Увеличьте число наставляемых в базе наставников.",
        en: "Raise the number of mentees in the bank of mentors."))
  }
}

extension MentoringForm {
  /// Mentees that a mentor may take in this form: what his row states for the form, else what it
  /// states over all, else the form's usual number; never above the form's maximum.
  public func capacity(of mentor: Mentor) -> Int {
    let stated = mentor.capacityByForm[id] ?? mentor.capacity ?? defaultCapacity
    return max(0, min(stated, mentor.capacity ?? stated, maximumCapacity))
  }
}
