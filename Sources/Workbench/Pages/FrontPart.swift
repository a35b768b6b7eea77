import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// All that can be had of two or three goals: the goals to choose from, a chart, and a row for each
/// plan that no other beats.
struct FrontPart {
  /// What is known of the front.
  enum Answer: Sendable {
    /// Nobody has asked.
    case none
    /// Not two or three goals were chosen.
    case wrongCount
    case awaited
    case found(Result<ParetoRun, RunFailure>)
  }

  /// The goals that a page weighs; changes need an older plan.
  static let goals: [ParetoGoal] = [.fit, .fairness, .balance, .coverage, .travel]
  /// More rows nobody reads.
  private static let mostRows = 200

  let words: Words
  let key: String
  let chosen: [ParetoGoal]
  let answer: Answer
  /// The plan as it is, to tell how many would move.
  let base: StandingVariant

  /// The goals that a query names.
  static func goals(of query: PageQuery) -> [ParetoGoal] {
    query.all("goal").compactMap(ParetoGoal.init(rawValue:)).filter(goals.contains)
  }

  /// What is asked for, in a few words.
  private static func question(_ goal: ParetoGoal) -> Text {
    switch goal {
    case .coverage: Text(ru: "больше заявок с наставником", en: "more requests with a mentor")
    case .fit: Text(ru: "больше сумма соответствий", en: "a greater total fit")
    case .fairness: Text(ru: "лучше худшая пара", en: "a better worst-off pair")
    case .balance: Text(ru: "меньше наибольшая нагрузка", en: "a smaller largest load")
    case .travel:
      Text(ru: "меньше наставников из других организаций", en: "fewer mentors from elsewhere")
    case .changes: Text(ru: "меньше изменений", en: "fewer changes")
    }
  }

  var fields: Fields {
    let shown = chosen.isEmpty ? [ParetoGoal.fit, .fairness] : chosen
    var fields: Fields = [
      "frontTitle": words("Что можно получить", "What can be had"),
      "frontLead": words(
        "Выберите две или три цели: программа найдёт все планы, в которых ни одну цель нельзя "
          + "улучшить, не ухудшив другую.",
        "Choose two or three goals: the program finds every plan in which no goal can be bettered "
          + "without worsening another."),
      "frontLegend": words("Цели", "Goals"), "frontShow": words("Найти", "Find"),
      "frontGoals": Self.goals.map { goal -> Fields in
        [
          "id": goal.rawValue, "title": words(Self.question(goal)),
          "isChosen": shown.contains(goal),
        ]
      },
      "front": false, "frontProblem": "", "frontWaits": false,
    ]
    switch answer {
    case .none: break
    case .wrongCount:
      fields["frontProblem"] = words("Выберите две или три цели.", "Choose two or three goals.")
    case .awaited:
      fields["frontWaits"] =
        [
          "waits": words(.studying),
          "stop": words("Хватит, показать найденное", "Stop, show what is found"),
          "key": key,
        ] as Fields
    case .found(.failure(let failure)): fields["frontProblem"] = words(failure.text)
    case .found(.success(let run)): fields["front"] = front(run)
    }
    return fields
  }

  private func front(_ run: ParetoRun) -> Fields {
    let front = run.front
    let chart = ScatterChart(front: front, words: words)
    return [
      "chart": front.points.count > 1 ? ["svg": chart.markup] as Fields : false,
      "headings": front.goals.map { words($0.title) } + [words("переходят", "move")],
      "points": front.points.prefix(Self.mostRows).enumerated().map { place, point -> Fields in
        [
          "number": place + 1,
          "cells": zip(front.goals, point.values).map { words($0.told($1)) }
            + ["\(moves(point))"],
        ]
      },
      "summary": ParetoReport.summary(of: front).map { words($0) },
    ]
  }

  /// How many requests have another mentor than in the plan as it is, among those that the front
  /// speaks of.
  private func moves(_ point: ParetoPoint) -> Int {
    let forms = Set(point.placements.keys.map(\.form))
    return base.placements.filter { forms.contains($0.key.form) }.moves(to: point.placements).count
  }
}
