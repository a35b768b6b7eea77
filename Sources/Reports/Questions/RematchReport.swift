public import Matching
import MentoringModel
import Wording

/// A plan that stays near another, and what changes buy: for the terminal.
public struct RematchReport: TerminalReport, Sendable {
  private let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  /// What stays, what is given up, and who moves.
  public func rendered(_ rematch: Rematch, possible: Int) -> String {
    let proof = rematch.isProved ? Text.proved : .unproved
    let head = line(.stay(possible - rematch.given, of: possible)) + line(proof)
    let lost =
      rematch.impossible.isEmpty
      ? ""
      : "\n" + line(.impossible(rematch.impossible.count))
        + rematch.impossible.map { pair in
          let mentees = names.names(of: pair.profile.mentees, group: pair.profile.group)
          return line(Text(same: "— \(mentees) — \(names.name(of: pair.mentor))"))
        }.joined()
    let tables = DifferenceTables(names: names, page: page)
    let moves =
      rematch.moves.isEmpty
      ? line(.noMove) : tables.moves(rematch.moves, from: .before, other: .now)
    return head + lost + "\n" + moves
  }

  /// What each number of changes buys against the fewest.
  public func rendered(_ curve: ChangeCurve) -> String {
    let missing = curve.isComplete ? "" : line(.missing)
    guard let goals = curve.points.first?.goals.map(\.goal) else { return missing }
    var table = TextTable(
      [.init(Text.givenUp[language], .right)]
        + goals.map { .init($0.title[language], .right) } + [.init(Text.proof[language])])
    for point in curve.points {
      table.add(
        ["\(point.given)"]
          + point.goals.map { $0.afterText[language] } + [
            Text.proof(point.isProved)[language]
          ])
    }
    return line(.curve) + "\n" + table.rendered(width: width)
      + (missing.isEmpty ? "" : "\n" + missing)
  }
}

extension Text {
  static let proof = Text(ru: "Доказательство", en: "Proof")

  /// Whether it is proved that no plan is better.
  static func proof(_ isProved: Bool) -> Text {
    isProved
      ? Text(ru: "лучшего нет", en: "none is better")
      : Text(ru: "возможен лучший", en: "a better one may exist")
  }

  fileprivate static let missing = Text(
    ru: "Время вышло: есть ли планы с меньшим числом изменений и что они дают, не известно. Дайте "
      + "больше времени (--time-limit).",
    en: "The time was up: whether there are plans with fewer changes, and what they bring, is not "
      + "known. Give it more time (--time-limit).")
  fileprivate static let before = Text(ru: "Было", en: "Before")
  fileprivate static let now = Text(ru: "Стало", en: "Now")
  fileprivate static let proved = Text(
    ru: "Доказано: в этих пределах лучшего плана нет.",
    en: "Proved: no plan within the limit is better.")
  fileprivate static let unproved = Text(
    ru: "Возможен лучший план в этих пределах: перебор остановлен.",
    en: "A better plan within the limit may exist: the search was stopped.")
  fileprivate static let noMove = Text(ru: "Все пары прежние.", en: "All pairs are as before.")
  fileprivate static let givenUp = Text(ru: "Изменений", en: "Changes")
  fileprivate static let curve = Text(
    ru: "Сколько изменений что даёт:", en: "What changes buy:")

  fileprivate static func stay(_ count: Int, of possible: Int) -> Text {
    let pairs = Noun.pair.counted(count)
    return Text(
      ru: "Остаются прежними: \(pairs.ru) из \(possible), которые могли остаться.",
      en: "As before: \(pairs.en) of \(possible) that could stay.")
  }

  fileprivate static func impossible(_ count: Int) -> Text {
    let pairs = Noun.pair.counted(count)
    return Text(
      ru: "Не могут остаться (ушёл человек или запрещает правило): \(pairs.ru)",
      en: "Cannot stay (somebody left, or a rule forbids it): \(pairs.en)")
  }
}
