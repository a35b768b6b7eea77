import MentoringModel
import Wording

/// A form that the curator has turned down whole proposes nothing.
struct FormRejected: MenteeVeto {
  let code = "formRejectedByCurator"

  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection? {
    guard setting.isRejected else { return nil }
    return Objection(
      reason: Text(
        ru: "форма отклонена куратором целиком", en: "the curator has rejected the whole form"),
      advice: Text(
        ru: "Уберите строку об этой форме из decisions.csv, если форма снова нужна.",
        en: "Remove the row about this form from decisions.csv if the form is wanted again."))
  }
}
