public import MentoringModel
public import Wording

/// A hard rule that keeps two people apart, or one of them out of a form.
public struct RuleObjection: Sendable, Hashable {
  /// The stable code of the rule: `noDataConsent`, `outOfScope`, ….
  public var code: String
  /// The person whom the rule keeps out of the form, or nil where it is about the pair.
  public var person: PersonID?
  /// Why, in words.
  public var reason: Text
  /// What would change that.
  public var advice: Text

  init(_ code: String, of person: PersonID? = nil, _ objection: Objection) {
    self.code = code
    self.person = person
    reason = objection.reason
    advice = objection.advice
  }
}

extension FormRoster {
  /// Every hard rule that keeps a mentor out of the form.
  func objections(to mentor: PreparedMentor) -> [RuleObjection] {
    mentorVetoes.compactMap { veto in
      veto.objection(to: mentor, in: setting)
        .map { RuleObjection(veto.code, of: mentor.mentor.id, $0) }
    }
  }

  /// Every hard rule that keeps a mentee out of the form.
  func objections(to mentee: PreparedMentee) -> [RuleObjection] {
    menteeVetoes.compactMap { veto in
      veto.objection(to: mentee, in: setting)
        .map { RuleObjection(veto.code, of: mentee.mentee.id, $0) }
    }
  }

  /// Every hard rule that forbids the mentor for some member, each once.
  func objections(to mentor: PreparedMentor, for profile: PreparedProfile) -> [RuleObjection] {
    pairVetoes.compactMap { veto in
      for member in profile.members {
        let encounter = Encounter(
          mentor: mentor, mentee: member, profile: profile, setting: setting)
        if veto.forbids(encounter) {
          return RuleObjection(veto.code, veto.objection(to: encounter))
        }
      }
      return nil
    }
  }

  /// The codes of the rules that forbid the mentor for some member.
  func objectionCodes(to mentor: PreparedMentor, for profile: PreparedProfile) -> [String] {
    let encounters = profile.members.map {
      Encounter(mentor: mentor, mentee: $0, profile: profile, setting: setting)
    }
    return pairVetoes.filter { encounters.contains(where: $0.forbids) }.map(\.code)
  }
}
