import MentoringModel
import Wording

/// A mentee meets the form's condition on age, experience and marks.
struct MenteeCondition: MenteeVeto {
  let code = "conditionNotMet"

  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection? {
    guard !mentee.common.keeps(setting.form.menteeRule, marks: mentee.mentee.marks) else {
      return nil
    }
    return Objection(
      reason: Text(
        ru: "не отвечает условию формы (возраст, стаж или отметка)",
        en: "does not meet the form's condition (age, experience or mark)"),
      advice: Text(
        ru: "Проверьте дату рождения и стаж в базе или условие mentees в programme.yaml.",
        en: "Check birth and experience in the bank, or the condition mentees in programme.yaml."))
  }
}
