import AssignmentKernel
public import MentoringModel
public import Wording

/// Why a pair of the plan stands.
public struct PairExplanation: Sendable, Hashable {
  /// The pair, with the parts of its score.
  public var match: ProposedMatch
  /// What the mentee asks for, and what the mentor offers of it.
  public var requests: [RequestAnswer]
  /// The best plan without this pair against the plan as it is, or nil where there is none.
  public var margin: PlanDifference?
  /// The best mentors with a free place if the pair falls through and nobody else moves.
  public var alternates: [Alternate]

  /// Whether some other plan is as good without this pair.
  public var isTie: Bool { margin?.isTie ?? false }

  /// The margin in a sentence.
  public var marginText: Text {
    guard let margin else {
      return Text(ru: "Без этой пары плана нет.", en: "There is no plan without this pair.")
    }
    if isTie {
      return Text(
        ru: "Есть равноценный план без этой пары: выбрано по правилу для равных.",
        en: "Another plan is as good without this pair: the rule for equals chose.")
    }
    return Text(ru: "Лучший план без этой пары: ", en: "The best plan without this pair: ")
      + margin.text + Text(same: ".")
  }
}

/// One request with what the mentor offers for it.
public struct RequestAnswer: Sendable, Hashable {
  /// The competency asked for.
  public var competency: CompetencyID
  /// Its title.
  public var title: Text
  /// 1 is the most important, 3 the least.
  public var priority: Int
  /// Whether a mentor without it is no mentor for this profile.
  public var isMustHave: Bool
  /// The mentor's level, 1…5, or 0 where the mentor does not have it.
  public var level: Int
}

/// A mentor who could take over without anybody else moving.
public struct Alternate: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// The fit, with its parts.
  public var score: Score
  /// What the plan loses in each goal.
  public var difference: PlanDifference
}

extension SolvedMatching {
  /// Why the pair of a row stands; nil where the row has no mentor.
  ///
  /// - Complexity: O(arcs + nodes · log nodes) for the margin, O(degree · log degree) for the
  ///   alternates.
  func pairExplanation(ofRow row: Int, alternates count: Int) -> PairExplanation? {
    guard let arc = arcOfRow[row], let match = match(ofRow: row) else { return nil }
    return PairExplanation(
      match: match, requests: requestAnswers(ofRow: row, by: arc),
      margin: difference(forbidding(ownArcs(besides: arc, ofRow: row)), from: row),
      alternates: alternates(ofRow: row, count: count))
  }

  /// The arcs of a row to the mentor of one of them.
  private func ownArcs(besides arc: Int, ofRow row: Int) -> [Int] {
    arcs(ofRow: row, to: problem.seats[problem.assignment.arcs.column(ofArc: arc)].mentor)
  }

  /// The proposed match of a row.
  private func match(ofRow row: Int) -> ProposedMatch? {
    let profile = problem.profiles[row]
    return plan.forms.first { $0.form == profile.form }?.matches.first {
      $0.opened == nil
        ? $0.mentees == profile.members && $0.group == profile.group
        : profile.group == nil && $0.mentees.contains(profile.members[0])
    }
  }

  func requestAnswers(ofRow row: Int, by arc: Int) -> [RequestAnswer] {
    let (roster, profile) = place(ofRow: row)
    guard let mentor = mentor(ofArc: arc, in: roster) else { return [] }
    return roster.requestAnswers(of: mentor, to: profile)
  }
}

extension FormRoster {
  func requestAnswers(of mentor: PreparedMentor, to profile: PreparedProfile) -> [RequestAnswer] {
    profile.requests.map { request in
      RequestAnswer(
        competency: request.request.competency,
        title: setting.vocabulary.title(of: request.request.competency),
        priority: request.request.priority, isMustHave: request.request.isMustHave,
        level: mentor.level(of: request.competency))
    }
  }
}
