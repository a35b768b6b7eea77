import AssignmentKernel
public import MentoringModel
public import Wording

/// The answer to "why not this mentor?", for one request profile.
public struct PairAnswer: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The mentees.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?
  /// The mentor asked about.
  public var mentor: PersonID
  /// The fit the pair would have, with its parts.
  public var score: Score
  /// What the mentee asks for, and what the mentor offers of it.
  public var requests: [RequestAnswer]
  /// What keeps the pair out of the plan.
  public var obstacle: Obstacle

  /// What keeps a pair out of a plan.
  public enum Obstacle: Sendable, Hashable {
    /// Nothing: the pair stands in the plan, for the reasons given.
    case none(PairExplanation)
    /// Hard rules: all that object.
    case rules([RuleObjection])
    /// Of the groups that the mentor could lead, none can take the mentee: why, group by group.
    case noGroup([Text])
    /// A limit of 0 around one of the two, or rules about groups: no plan can have the pair.
    case noPlan
    /// The goals: the best plan with the pair against the plan as it is.
    case cost(PlanDifference)
  }

  /// The answer in a sentence.
  public var text: Text {
    switch obstacle {
    case .none:
      return Text(ru: "Эта пара стоит в плане.", en: "This pair stands in the plan.")
    case .rules(let objections):
      let reasons = objections.map(\.reason).joined(separator: "; ")
      return Text(ru: "Правила запрещают: \(reasons.ru).", en: "Rules forbid it: \(reasons.en).")
    case .noGroup(let reasons):
      let listed = reasons.joined(separator: "; ")
      return Text(
        ru: "Группы у этого наставника ему не собрать: \(listed.ru).",
        en: "The mentor can lead no group for this mentee: \(listed.en).")
    case .noPlan:
      return Text(
        ru: "Такой пары нет ни в одном плане: её не допускают пределы или правила о группах.",
        en: "No plan has this pair: limits or rules about groups forbid it.")
    case .cost(let difference) where difference.isTie:
      return Text(
        ru: "План с этой парой не хуже: выбрано по правилу для равных.",
        en: "A plan with this pair is as good: the rule for equals chose.")
    case .cost(let difference):
      return Text(ru: "Если закрепить эту пару: ", en: "With this pair fixed: ") + difference.text
        + Text(same: ".")
    }
  }
}

extension SolvedMatching {
  /// Why a mentor is not the mentor of a profile; the row is nil where a rule keeps all its members
  /// out.
  ///
  /// - Complexity: O(arcs + nodes · log nodes) where no rule objects.
  func pairAnswer(
    _ profile: PreparedProfile, row: Int?, mentor: PreparedMentor, in roster: FormRoster,
    alternates count: Int
  ) -> PairAnswer {
    PairAnswer(
      form: roster.setting.form.id, mentees: profile.members.map(\.mentee.id),
      group: profile.profile.group, mentor: mentor.mentor.id,
      score: roster.scoring.parts(of: mentor, for: profile, in: roster.setting),
      requests: roster.requestAnswers(of: mentor, to: profile),
      obstacle: obstacle(profile, row, mentor, roster, count))
  }

  private func obstacle(
    _ profile: PreparedProfile, _ row: Int?, _ mentor: PreparedMentor, _ roster: FormRoster,
    _ alternates: Int
  ) -> PairAnswer.Obstacle {
    let objections =
      profile.members.flatMap { roster.objections(to: $0) } + roster.objections(to: mentor)
      + roster.objections(to: mentor, for: profile)
    guard objections.isEmpty, let row else { return .rules(objections) }
    let arcs = arcs(ofRow: row, to: mentor.mentor.id)
    if let own = arcOfRow[row], arcs.contains(own),
      let explanation = pairExplanation(ofRow: row, alternates: alternates)
    {
      return .none(explanation)
    }
    guard !arcs.isEmpty else { return .noGroup(groupsLed(by: mentor, for: profile, in: roster)) }
    return difference(forcing(arcs, ofRow: row), from: row).map { .cost($0) } ?? .noPlan
  }
}
