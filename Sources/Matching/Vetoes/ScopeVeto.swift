import MentoringModel
import Wording

/// The mentor's organization is within the form's scope.
struct ScopeOfOrganization: PairVeto {
  let code = "outOfScope"

  func forbids(_ encounter: Encounter) -> Bool {
    let mentor = encounter.mentor.common.organization
    let isOwn = mentor != nil && mentor == encounter.mentee.common.organization
    return switch encounter.setting.form.scope {
    case .any: false
    case .own: !isOwn
    case .municipal: !isOwn && !encounter.mentor.mentor.isMunicipal
    case .other: isOwn
    }
  }

  func objection(to encounter: Encounter) -> Objection {
    encounter.setting.form.scope == .other
      ? Objection(
        reason: Text(ru: "та же организация", en: "the same organization"),
        advice: Text(
          ru: "В этой форме нужен наставник из другой организации.",
          en: "This form needs a mentor from another organization."))
      : Objection(
        reason: Text(ru: "наставник другой организации", en: "a mentor of another organization"),
        advice: Text(
          ru: "Включите наставника в муниципальную базу или расширьте scope формы.",
          en: "Put the mentor into the municipal base, or widen the form's scope."))
  }
}
