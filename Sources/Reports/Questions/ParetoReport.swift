public import Matching
public import Wording

/// All that can be had of several goals, for the terminal.
public struct ParetoReport: TerminalReport, Sendable {
  let page: TerminalPage

  /// Creates a report.
  public init(on page: TerminalPage) { self.page = page }

  /// A line a point, with what it takes to come there from the point above; then what the front
  /// says as a whole.
  public func rendered(_ front: ParetoFront) -> String {
    guard !front.points.isEmpty else { return Self.summary(of: front).map(line).joined() }
    let proof = front.isComplete ? [] : [TextTable.Column(Text.proof[language])]
    var table = TextTable(
      [.init("№", .right)] + front.goals.map { .init($0.title[language], .right) } + proof)
    for (index, point) in front.points.enumerated() {
      table.add(
        ["\(index + 1)"]
          + zip(front.goals, point.values).map { $0.told($1)[language] }
          + proof.map { _ in Text.proof(point.isProved)[language] })
    }
    return table.rendered(width: width) + "\n" + Self.summary(of: front).map(line).joined()
  }

  /// What the front says as a whole, in sentences.
  public static func summary(of front: ParetoFront) -> [Text] {
    guard !front.points.isEmpty else { return [front.isComplete ? .noPoint : .noPointYet] }
    return [front.isComplete ? (front.points.count == 1 ? .onlyOne : .complete) : .open]
      + (front.priceOfFairness.map { [.price($0)] } ?? [])
  }
}

extension ParetoGoal {
  /// A value in the terms of the goal.
  public func told(_ value: Int) -> Text {
    switch self {
    case .fit: .hundredths(value)
    case .fairness: .percent(value)
    case .coverage, .balance, .travel, .changes: Text(same: "\(value)")
    }
  }
}

extension Text {
  fileprivate static let noPoint = Text(ru: "Ни одной пары нет.", en: "There is no pair.")
  fileprivate static let noPointYet = Text(
    ru: "Время вышло раньше, чем найден хотя бы один план: дайте больше времени (--time-limit).",
    en: "The time was up before any plan was found: give it more (--time-limit).")
  fileprivate static let onlyOne = Text(
    ru: "Доказано: этот план лучший сразу по всем целям, выбирать не из чего.",
    en: "Proved: this plan is the best in all goals at once, there is nothing to choose.")
  fileprivate static let complete = Text(
    ru: "Доказано: это все такие планы. Любой другой ни в одной цели не лучше какого-то из них.",
    en: "Proved: these are all. Any other plan is no better in any goal than one of them.")
  fileprivate static let open = Text(
    ru: "Строк может быть больше: перебор остановлен раньше конца. Где лучшего нет, это доказано.",
    en:
      "There may be more lines: the search was stopped before its end. Where none is better, that is "
      + "proved.")

  fileprivate static func price(_ price: Int) -> Text {
    guard price > 0 else {
      return Text(
        ru:
          "Справедливость ничего не стоит: лучшее для худшей пары не уменьшает сумму соответствий.",
        en:
          "Fairness costs nothing: the best for the worst-off pair takes nothing from the total fit."
      )
    }
    let share = Text.percent(price)
    return Text(
      ru: "Цена справедливости: лучшее для худшей пары стоит \(share.ru) суммы соответствий.",
      en:
        "The price of fairness: the best for the worst-off pair costs \(share.en) of the total fit."
    )
  }
}
