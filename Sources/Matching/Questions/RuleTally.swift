import MentoringModel
public import Wording

/// How many mentors of a form each hard rule keeps away from a request.
public struct RuleTally: Sendable, Hashable {
  /// The mentors who have a role of the form and offer it, the mentee himself not counted.
  public var mentors: Int
  /// Those whom no rule keeps away.
  public var suitable: Int
  /// The rules, most mentors first; each mentor is counted under the first rule that objects.
  public var rules: [Entry]

  /// One rule.
  public struct Entry: Sendable, Hashable {
    /// The stable code of the rule.
    public var code: String
    /// The rule in words.
    public var reason: Text
    /// How many mentors it keeps away.
    public var count: Int
  }

  /// «4 из 5 наставников исключены: стаж не отвечает правилу «больше 3 лет»», a line a rule.
  public var lines: [Text] {
    let mentors = Noun.amongMentors.counted(mentors)
    return rules.map { rule in
      let excluded = Noun.excluded.russianForm(after: rule.count)
      return Text(
        ru: "\(rule.count) из \(mentors.ru) \(excluded): \(rule.reason.ru)",
        en: "\(rule.count) of \(mentors.en) ruled out: \(rule.reason.en)")
    }
  }
}

extension FormRoster {
  /// How many mentors each rule keeps away from a profile.
  ///
  /// - Complexity: O(mentors · rules).
  func ruleTally(for profile: PreparedProfile) -> RuleTally {
    var objections: [RuleObjection] = []
    for (mentor, code, objection) in excludedMentors
    where code != "wrongRole" && code != "formNotOffered" && !profile.isMember(mentor) {
      objections.append(RuleObjection(code, objection))
    }
    var suitable = 0
    for mentor in mentors where !profile.isMember(mentor) {
      if let (code, objection) = veto(on: mentor, for: profile) {
        objections.append(RuleObjection(code, objection))
      } else {
        suitable += 1
      }
    }
    let entries = Dictionary(grouping: objections) { $0 }.map {
      RuleTally.Entry(code: $0.key.code, reason: $0.key.reason, count: $0.value.count)
    }
    return RuleTally(
      mentors: objections.count + suitable, suitable: suitable,
      rules: entries.sorted {
        ($1.count, $0.code, $0.reason.ru) < ($0.count, $1.code, $1.reason.ru)
      })
  }
}

extension PreparedProfile {
  fileprivate func isMember(_ mentor: PreparedMentor) -> Bool {
    members.contains { $0.common.number == mentor.common.number }
  }
}

extension Noun {
  fileprivate static let amongMentors = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
  fileprivate static let excluded = Noun(
    one: "исключён", few: "исключены", many: "исключены", singular: "ruled out",
    plural: "ruled out")
}
