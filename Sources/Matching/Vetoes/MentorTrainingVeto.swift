import MentoringModel
import Wording

/// Where the programme says so, a mentor was trained for the work.
struct MentorTraining: MentorVeto {
  let code = "notTrained"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    guard setting.form.training == .block, !mentor.mentor.isTrained else { return nil }
    return Objection(
      reason: Text(ru: "наставник не прошёл обучение", en: "the mentor was not trained"),
      advice: Text(
        ru: "Обучите наставника или смягчите правило training до warn.",
        en: "Train the mentor, or ease the rule training to warn."))
  }
}
