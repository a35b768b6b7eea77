import MentoringModel
import Wording

/// A mentor has the experience that the form asks for.
struct MentorExperience: MentorVeto {
  let code = "notEnoughExperience"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    guard let rule = setting.form.mentorExperience, !mentor.common.keeps(rule) else { return nil }
    return Objection(
      reason: Text(
        ru: "стаж не отвечает правилу «\(rule.limit.text.ru)»",
        en: "experience breaks the rule “\(rule.limit.text.en)”"),
      advice: Text(
        ru: "Проверьте стаж в базе или порог формы в programme.yaml.",
        en: "Check the experience in the bank, or the form's threshold in programme.yaml."))
  }
}

extension PreparedPerson {
  /// Whether the rule holds; who has none of its roles is not bound by it, and experience that
  /// the bank does not state keeps no rule.
  func keeps(_ rule: ExperienceRule) -> Bool {
    guard rule.roles.isEmpty || !rule.roles.isDisjoint(with: person.roles) else { return true }
    return experienceMonths.map { rule.limit.admits(months: $0) } ?? false
  }

  /// Whether all that the rule states holds.
  func keeps(_ rule: PersonRule, marks: Set<String>) -> Bool {
    (rule.roles.isEmpty || !rule.roles.isDisjoint(with: person.roles))
      && (rule.experience.map { keeps($0) } ?? true)
      && (rule.age.map { limit in age.map { limit.admits(age: $0) } ?? false } ?? true)
      && (rule.marks.isEmpty || !rule.marks.isDisjoint(with: marks))
  }
}
