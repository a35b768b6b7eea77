import AssignmentKernel
public import Matching
import MentoringModel
public import Wording

/// What a plan comes to: totals, coverage, reserve, the solver and the proof.
public enum PlanSummary {
  private static let worstCount = 5

  /// The lines under the tables of the forms.
  public static func rendered(
    _ subject: ReportSubject, solver: Text, in language: Language, width: Int
  ) -> String {
    lines(of: subject, solver: solver)
      .flatMap { wrapped($0[language].printable, width: width) }
      .joined(separator: "\n") + "\n"
  }

  /// What a plan comes to, a sentence or two a line.
  static func lines(of subject: ReportSubject, solver: Text) -> [Text] {
    let plan = subject.plan
    return [totals(of: plan), tiers(of: plan)] + plan.coverage.flatMap { coverage($0, subject) }
      + [.reserve(plan.reserve.count), .solver(solver), .proof(of: plan)]
  }

  private static func totals(of plan: Plan) -> Text {
    let matches = plan.matches
    let groups = matches.count(where: \.isGroup)
    let mean = matches.isEmpty ? 0 : matches.reduce(0) { $0 + $1.score.total } / matches.count
    let parts = [
      Noun.pair.counted(matches.count - groups), Noun.group.counted(groups),
      Text(ru: "без наставника — ", en: "without a mentor: ")
        + Noun.request.counted(plan.unmatched.count),
      Text(ru: "среднее соответствие ", en: "mean fit ") + .percent(mean),
    ]
    return Text(ru: "Итого: ", en: "Total: ") + parts.joined(separator: ", ") + Text(same: ".")
  }

  private static func tiers(of plan: Plan) -> Text {
    let goals = GoalWords.all(of: plan).map { goal in
      goal.reached.map { goal.title + Text(same: " ") + $0 } ?? goal.title
    }
    return Text(ru: "Цели (достигнуто / возможно): ", en: "Goals (reached / possible): ")
      + goals.joined(separator: ", ") + Text(same: ".")
  }

  private static func coverage(_ result: CoverageResult, _ subject: ReportSubject) -> [Text] {
    let share = result.target.title + Text(same: ": ") + .counts(result.covered, of: result.total)
    let target = Text(
      ru: ", цель \(result.target.percent) % \(result.isReached ? "достигнута" : "не достигнута")",
      en: ", target \(result.target.percent)% \(result.isReached ? "reached" : "not reached")")
    let worst = worst(of: result).map { organization in
      Text(same: "— ")
        + subject.title(of: organization.organization) + Text(same: ": ")
        + .counts(organization.covered, of: organization.total)
    }
    return [share + target + Text(same: ".")] + worst
  }

  /// The few organizations that are furthest below the target.
  private static func worst(of result: CoverageResult) -> [OrganizationCoverage] {
    let below = result.organizations.filter {
      $0.total > 0 && $0.covered * 100 < result.target.percent * $0.total
    }
    let order = below.indices.sorted { left, right in
      let (a, b) = (below[left], below[right])
      return (a.covered * b.total, b.total, left) < (b.covered * a.total, a.total, right)
    }
    return order.prefix(worstCount).map { below[$0] }
  }
}

extension Text {
  static let noOrganization = Text(ru: "без организации", en: "no organization")

  fileprivate static func reserve(_ count: Int) -> Text {
    let mentors = Noun.mentor.counted(count)
    return Text(ru: "В резерве: \(mentors.ru).", en: "In reserve: \(mentors.en).")
  }

  fileprivate static func solver(_ solver: Text) -> Text {
    Text(ru: "Решатель: \(solver.ru).", en: "Solver: \(solver.en).")
  }

  /// What is proved of a plan, in a line.
  public static func proof(of plan: Plan) -> Text {
    let claim = Self.claim(of: plan)
    return Text(ru: "Доказательство: \(claim.ru).", en: "Proof: \(claim.en).")
  }

  /// What is proved of a plan, in a few words.
  static func claim(of plan: Plan) -> Text {
    switch plan.status {
    case .optimal: Text(ru: "оптимально, разрыв 0, проверено", en: "optimal, gap 0, verified")
    case .feasible where plan.isProvedOptimal: .optimalButForEquals
    case .feasible: gap(of: plan)
    case .infeasible:
      Text(ru: "допустимого плана нет, проверено", en: "no plan keeps all bounds, verified")
    case .unknown:
      Text(ru: "план не найден за отведённое время", en: "no plan was found within the time")
    }
  }

  private static let optimalButForEquals = Text(
    ru: "оптимально по всем целям, проверено; выбор среди равных не доказан",
    en: "optimal in every goal, verified; the choice among equals is not proved")

  private static func gap(of plan: Plan) -> Text {
    guard let open = plan.tiers.first(where: { $0.bound != $0.value }), let bound = open.bound
    else {
      return Text(
        ru: "допустимо, граница неизвестна, проверено",
        en: "feasible, bound unknown, verified")
    }
    let (goal, gap) = (open.tier.title, bound - open.value)
    return Text(
      ru: "допустимо, разрыв не больше \(gap) (\(goal.ru)), проверено",
      en: "feasible, gap at most \(gap) (\(goal.en)), verified")
  }
}
