import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// What a variant comes to beside the plan as it is.
struct VariantFields {
  /// So many moves are listed.
  private static let mostMoves = 60

  let words: Words
  let names: ReportNames
  let base: StandingVariant
  /// The variant, nil where findings refuse its settings.
  let variant: StandingVariant?
  /// What is the matter with the settings.
  let problems: [Text]
  /// Whether nothing is changed.
  let isBase: Bool
  /// Whether the proof is still looked for.
  var isQuick = false

  /// The figures in their order.
  private struct Figure: Sendable {
    var title: Text
    var isPercent = false
    var isBetterMore: Bool? = true
    var value: @Sendable (PlanFigures) -> Int?
  }

  private static let figures: [Figure] = [
    Figure(title: Text(ru: "С наставником", en: "With a mentor")) { $0.matched },
    Figure(title: Text(ru: "В среднем по заявкам", en: "Mean fit of requests"), isPercent: true) {
      $0.meanFit
    },
    Figure(title: Text(ru: "Слабейшая пара", en: "Weakest pair"), isPercent: true) {
      $0.worstFit
    },
    Figure(title: Text(ru: "Занято наставников", en: "Mentors at work"), isBetterMore: nil) {
      $0.mentors
    },
    Figure(title: Text(ru: "Самая большая нагрузка", en: "Largest load"), isBetterMore: false) {
      $0.largestLoad
    },
  ]

  /// The titles of the figures.
  var headings: [String] {
    Self.figures.map { words($0.title) } + [words("Переходят", "Moves")]
  }

  /// The figures of a variant in one row, with their differences to the plan as it is.
  func cells(of result: StandingVariant) -> [Fields] {
    Self.figures.map { figure in
      let (now, before) = (figure.value(result.figures), figure.value(base.figures))
      return [
        "value": shown(now, figure), "change": change(now, before, figure) ?? "",
        "kind": kind(now, before, figure),
      ]
    } + [["value": "\(result.moves.count)", "change": "", "kind": ""]]
  }

  /// The values of the part of the page that follows the sliders.
  var fields: Fields {
    guard let variant else {
      return [
        "problems": problems.map { words($0) }, "hasVariant": false,
        "proving": isQuick && problems.isEmpty
          ? words("Считаю, каким станет план…", "Working out what the plan would be…") : "",
        "unproved": "",
      ]
    }
    let moves = variant.moves
    let tables = AnswerTables(names: names, words: words)
    return [
      "problems": problems.map { words($0) }, "hasVariant": true,
      "variantTitle": isBase
        ? words("План как есть", "The plan as it is") : words("Что изменится", "What changes"),
      "summary": summary(variant),
      "proving": !variant.isProved && isQuick
        ? words(
          "Лучшее, что нашлось сразу. Проверяю, нет ли плана ещё лучше…",
          "The best that was found at once. Looking whether there is a better plan…") : "",
      "unproved": !variant.isProved && !isQuick
        ? words(
          "Лучшее, что нашлось за 10 секунд; что лучше нет, не доказано.",
          "The best that was found within 10 seconds; that there is no better one is not proved.")
        : "",
      "headings": [
        words("План", "The plan"), words("Вариант", "Variant"), words("Разница", "Change"),
      ],
      "figures": rows(variant.figures), "charts": [load(variant)],
      "hasMoves": !moves.isEmpty, "movesTitle": words("Кто переходит", "Who moves"),
      "moves": moves.prefix(Self.mostMoves).map(tables.move),
      "moreMoves": moves.count > Self.mostMoves
        ? words(
          Text(
            ru: "и ещё \(moves.count - Self.mostMoves)",
            en: "and \(moves.count - Self.mostMoves) more")) : "",
    ]
  }

  private func summary(_ variant: StandingVariant) -> String {
    if isBase {
      return words(
        "Пока ничего не изменено.", "Nothing is changed so far.")
    }
    guard !variant.moves.isEmpty else {
      return words("Все остаются на своих местах.", "Everybody stays where they are.")
    }
    let count = Noun.request.counted(variant.moves.count)
    return words(
      Text(
        ru: "Другой наставник у \(variant.moves.count) из "
          + "\(max(base.placements.count, variant.placements.count)) заявок.",
        en: "\(count.en) of \(max(base.placements.count, variant.placements.count)) get another "
          + "mentor, find one or lose one."))
  }

  private func rows(_ figures: PlanFigures) -> [Fields] {
    let rows = Self.figures.map { figure -> Fields in
      let (now, before) = (figure.value(figures), figure.value(base.figures))
      return [
        "name": words(figure.title), "before": shown(before, figure), "after": shown(now, figure),
        "change": change(now, before, figure) ?? "0", "kind": kind(now, before, figure),
      ]
    }
    return rows
      + zip(base.figures.coverage, figures.coverage).map { before, now in
        let figure = Figure(title: now.target.title) { _ in nil }
        return [
          "name": words(now.target.title), "before": "\(before.covered) / \(before.total)",
          "after": "\(now.covered) / \(now.total)",
          "change": change(now.covered, before.covered, figure) ?? "0",
          "kind": kind(now.covered, before.covered, figure),
        ]
      }
  }

  private func shown(_ value: Int?, _ figure: Figure) -> String {
    guard let value else { return "—" }
    return figure.isPercent ? words(.percent(value)) : "\(value)"
  }

  private func change(_ now: Int?, _ before: Int?, _ figure: Figure) -> String? {
    guard let now, let before, now != before else { return nil }
    let size = abs(now - before)
    return (now > before ? "+" : "−") + (figure.isPercent ? words(.percent(size)) : "\(size)")
  }

  private func kind(_ now: Int?, _ before: Int?, _ figure: Figure) -> String {
    guard let now, let before, now != before, let isBetterMore = figure.isBetterMore else {
      return ""
    }
    return (now > before) == isBetterMore ? "better" : "worse"
  }

  /// How many mentors have how many mentees, before and after.
  private func load(_ variant: StandingVariant) -> Fields {
    let (before, after) = (Self.loads(base), Self.loads(variant))
    let title = words(
      "Нагрузка: сколько наставников ведут столько наставляемых (серым — план как есть)",
      "Load: how many mentors have so many mentees (grey: the plan as it is)")
    let chart = BarChart(
      title: title,
      bars: Set(before.keys).union(after.keys).sorted().prefix(12).map { load in
        .init(name: "\(load)", value: after[load] ?? 0, before: before[load] ?? 0)
      }, words: words)
    return ["title": title, "svg": chart.markup]
  }

  private static func loads(_ variant: StandingVariant) -> [Int: Int] {
    var load: [PersonID: Int] = [:]
    for (key, partner) in variant.placements {
      load[partner.mentor, default: 0] += key.mentees.count
    }
    return Dictionary(grouping: load.values) { $0 }.mapValues(\.count)
  }
}
