import MentoringModel

/// Who can take part in a form, and who can't and why.
struct FormRoster: Sendable {
  let setting: FormSetting
  let scoring: Scoring
  /// Mentors without an objection, in the order of the bank.
  var mentors: [PreparedMentor] = []
  /// Mentors with an objection, in the order of the bank.
  var excludedMentors: [(mentor: PreparedMentor, code: String, objection: Objection)] = []
  /// Profiles with at least one member without an objection, less the others.
  var profiles: [PreparedProfile] = []
  /// Members with an objection, by themselves or left out of their group.
  var excludedMembers: [ExcludedMember] = []
  /// The groups that could open, or nil where the form makes pairs alone.
  private(set) var groups: FormGroups?

  init(_ setting: FormSetting) {
    self.setting = setting
    scoring = setting.scoring
  }

  mutating func admit(_ mentor: PreparedMentor) {
    for veto in mentorVetoes {
      if let objection = veto.objection(to: mentor, in: setting) {
        excludedMentors.append((mentor, veto.code, objection))
        return
      }
    }
    mentors.append(mentor)
  }

  mutating func admit(_ profile: PreparedProfile) {
    var admitted: [PreparedMentee] = []
    for member in profile.members {
      if let (code, objection) = objection(to: member) {
        excludedMembers.append(
          ExcludedMember(profile: profile, member: member, code: code, objection: objection))
      } else {
        admitted.append(member)
      }
    }
    guard !admitted.isEmpty else { return }
    profiles.append(
      PreparedProfile(profile.profile, members: admitted, requests: profile.requests))
  }

  /// Looks through the groups that could open; everybody is admitted by then.
  mutating func formGroups(in bank: Bank, asOf: CalendarDate) {
    guard let formation = setting.form.groups else { return }
    groups = FormGroups(
      formation, self, EffectiveCompanions(of: setting.form, in: bank), asOf: asOf)
  }

  /// The first hard rule that forbids the mentor for any member, or nil.
  func veto(
    on mentor: PreparedMentor, for profile: PreparedProfile
  ) -> (code: String, objection: Objection)? {
    for member in profile.members {
      let encounter = Encounter(
        mentor: mentor, mentee: member, profile: profile, setting: setting)
      for veto in pairVetoes where veto.forbids(encounter) {
        return (veto.code, veto.objection(to: encounter))
      }
    }
    return nil
  }

  /// Whether no hard rule forbids the mentor; the same as ``veto(on:for:)`` without its words.
  func allows(_ mentor: PreparedMentor, for profile: PreparedProfile) -> Bool {
    for member in profile.members {
      let encounter = Encounter(
        mentor: mentor, mentee: member, profile: profile, setting: setting)
      for veto in pairVetoes where veto.forbids(encounter) { return false }
    }
    return true
  }

  private func objection(to member: PreparedMentee) -> (String, Objection)? {
    for veto in menteeVetoes {
      if let objection = veto.objection(to: member, in: setting) { return (veto.code, objection) }
    }
    return nil
  }
}

/// A mentee whom a hard rule keeps out of a form.
struct ExcludedMember: Sendable {
  let profile: PreparedProfile
  let member: PreparedMentee
  let code: String
  let objection: Objection
}
