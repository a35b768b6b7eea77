import MentoringModel
import Wording

/// A mentor takes part this cycle, for the whole period of the form.
struct MentorAvailability: MentorVeto {
  let code = "notAvailable"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    .absence(of: mentor.common.person, in: setting)
  }
}

/// A mentee takes part this cycle, for the whole period of the form.
struct MenteeAvailability: MenteeVeto {
  let code = "notAvailable"

  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection? {
    .absence(of: mentee.common.person, in: setting)
  }
}

extension Objection {
  fileprivate static func absence(of person: Person, in setting: FormSetting) -> Objection? {
    guard person.availableThisCycle else {
      return Objection(
        reason: Text(ru: "не участвует в этом цикле", en: "does not take part this cycle"),
        advice: Text(
          ru: "Оставьте в резерве или отметьте участие в базе.",
          en: "Keep in reserve, or mark as taking part in the bank."))
    }
    guard !person.availability.covers(setting.form.period) else { return nil }
    return Objection(
      reason: Text(
        ru: "не участвует весь срок работы пар", en: "is not there for the whole period"),
      advice: Text(
        ru: "Сверьте даты вхождения и завершения со сроком формы.",
        en: "Compare the dates of entry and leaving with the form's period."))
  }
}
