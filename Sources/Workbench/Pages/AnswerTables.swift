import Matching
import MentoringModel
import Reports
import Wording

/// The tables of an answer as the values of a template.
struct AnswerTables {
  let names: ReportNames
  let words: Words

  /// What a score is the sum of.
  func parts(_ score: Score) -> Fields {
    let possible = score.parts.reduce(0) { $0 + $1.possible }
    let most = max(1, score.parts.map(\.possible).max() ?? 1)
    return [
      "partsTitle": words("Из чего сложилась оценка", "What the fit is the sum of"),
      "criterionTitle": words("Критерий", "Criterion"), "earnedTitle": words("Получено", "Earned"),
      "possibleTitle": words("Возможно", "Possible"), "reasonTitle": words("Почему", "Why"),
      "list": score.parts.map { part -> Fields in
        [
          "criterion": words(part.criterion.title), "earned": words(.percent(part.earned)),
          "possible": words(.percent(part.possible)), "reason": words(part.reason),
          "possibleWidth": part.possible * 100 / most, "earnedWidth": part.earned * 100 / most,
        ]
      },
      "total": words("Итого", "Total"), "totalEarned": words(.percent(score.total)),
      "totalPossible": words(.percent(possible)),
    ]
  }

  /// What is asked and what is offered of it.
  func requests(_ answers: [RequestAnswer]) -> Any {
    guard !answers.isEmpty else { return false }
    return [
      "requestsTitle": words("Запросы и наставник", "Requests and the mentor"),
      "requestTitle": words("Запрос", "Request"), "priorityTitle": words("Важность", "Priority"),
      "levelTitle": words("Уровень наставника", "Mentor's level"),
      "list": answers.map { answer -> Fields in
        [
          "title": words(answer.title), "priority": answer.priority,
          "level": answer.level == 0 ? "—" : "\(answer.level)",
          "must": answer.isMustHave ? words("обязателен", "must-have") : "",
        ]
      },
    ] as Fields
  }

  /// Two plans: what each goal reaches, and who moves.
  func difference(_ difference: PlanDifference, other: String) -> Fields {
    [
      "goal": words("Цель", "Goal"), "before": words("План", "The plan"), "after": other,
      "change": words("Разница", "Change"),
      "goals": difference.goals.filter { $0.goal != .tieBreak }.map { goal -> Fields in
        [
          "name": words(goal.goal.title), "before": words(goal.beforeText),
          "after": words(goal.afterText), "change": words(goal.changeText),
          "kind": goal.change > 0 ? "better" : goal.change < 0 ? "worse" : "",
        ]
      },
      "hasMoves": !difference.moves.isEmpty, "movesTitle": words("Кто переходит", "Who moves"),
      "moves": difference.moves.map(move),
    ]
  }

  /// Who moves from whom to whom.
  func move(_ move: PlanMove) -> Fields {
    [
      "who": names.names(of: move.mentees, group: move.group), "from": partner(move.before),
      "to": partner(move.after),
    ]
  }

  private func partner(_ partner: PlanMove.Partner?) -> String {
    guard let partner else { return words("без наставника", "no mentor") }
    let topic = partner.topic.map { ", «\(words(names.programme.vocabulary.title(of: $0)))»" } ?? ""
    return names.name(of: partner.mentor) + topic + ", " + words(.percent(partner.fit))
  }
}
