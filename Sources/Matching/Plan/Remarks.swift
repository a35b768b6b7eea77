import MentoringModel
import Wording

extension Remark {
  /// What is to be seen to before the pair can stand in an order.
  static func remarks(
    on mentor: PreparedMentor, _ mentees: [PreparedMentee], in form: MentoringForm
  ) -> [Remark] {
    var remarks: [Remark] = []
    if form.training == .warn, !mentor.mentor.isTrained {
      remarks.append(
        Remark(
          code: "mentorUntrained", person: mentor.mentor.id,
          text: Text(ru: "наставника нужно обучить", en: "the mentor is to be trained")))
    }
    if !mentor.common.person.dutiesConsent.isGiven {
      remarks.append(
        Remark(
          code: "dutiesConsentMissing", person: mentor.mentor.id,
          text: Text(
            ru: "нет письменного согласия наставника на доп. обязанности",
            en: "the mentor's written consent to extra duties is missing")))
    }
    for member in mentees where !member.common.person.dutiesConsent.isGiven {
      remarks.append(
        Remark(
          code: "dutiesConsentMissing", person: member.mentee.id,
          text: Text(
            ru: "нет письменного согласия наставляемого",
            en: "the mentee's written consent is missing")))
    }
    return remarks
  }
}
