import MentoringModel
import Wording

/// Without a consent to process personal data a mentor is left out.
struct MentorDataConsent: MentorVeto {
  let code = "noDataConsent"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    .missingConsent(mentor.common.person.dataConsent)
  }
}

/// Without a consent to process personal data a mentee is left out.
struct MenteeDataConsent: MenteeVeto {
  let code = "noDataConsent"

  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection? {
    .missingConsent(mentee.common.person.dataConsent)
  }
}

extension Objection {
  fileprivate static func missingConsent(_ consent: Consent) -> Objection? {
    let advice = Text(
      ru: "Получите письменное согласие и внесите его дату в базу.",
      en: "Obtain the written consent and enter its date in the bank.")
    return switch consent {
    case .given: nil
    case .absent:
      Objection(
        reason: Text(
          ru: "нет согласия на обработку персональных данных",
          en: "no consent to process personal data"),
        advice: advice)
    case .withdrawn:
      Objection(
        reason: Text(
          ru: "согласие на обработку персональных данных отозвано",
          en: "the consent to process personal data was withdrawn"),
        advice: advice)
    }
  }
}
