import MentoringModel
import Wording

/// A mentor has a role that the form asks of mentors.
struct MentorRole: MentorVeto {
  let code = "wrongRole"

  func objection(to mentor: PreparedMentor, in setting: FormSetting) -> Objection? {
    mentor.common.person.roles.isDisjoint(with: setting.form.mentorRoles) ? .wrongRole : nil
  }
}

/// A mentee has a role that the form asks of mentees.
struct MenteeRole: MenteeVeto {
  let code = "wrongRole"

  func objection(to mentee: PreparedMentee, in setting: FormSetting) -> Objection? {
    mentee.common.person.roles.isDisjoint(with: setting.form.menteeRoles) ? .wrongRole : nil
  }
}

extension Objection {
  fileprivate static let wrongRole = Objection(
    reason: Text(ru: "роль не подходит к форме", en: "the role does not fit the form"),
    advice: Text(
      ru: "Проверьте роль в базе или роли формы в programme.yaml.",
      en: "Check the role in the bank, or the form's roles in programme.yaml."))
}
