import MentoringModel
import Wording

/// A mentor who names his forms takes part in no other.
struct FormNotOffered: MentorVeto {
  let code = "formNotOffered"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    let forms = mentor.mentor.forms
    guard !forms.isEmpty, !forms.contains(setting.form.id) else { return nil }
    return Objection(
      reason: Text(ru: "наставник не выбрал эту форму", en: "the mentor did not choose this form"),
      advice: Text(
        ru: "Спросите наставника, готов ли он работать и в этой форме.",
        en: "Ask the mentor whether he would work in this form as well."))
  }
}
