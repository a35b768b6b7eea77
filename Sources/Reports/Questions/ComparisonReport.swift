public import Matching
import MentoringModel
import Wording

/// Variants side by side for the terminal.
public struct ComparisonReport: TerminalReport, Sendable {
  private let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  /// A line a variant; the first is what the changes are counted from.
  public func rendered(_ comparison: Comparison) -> String {
    let targets = comparison.results.first?.figures.coverage ?? []
    var table = TextTable(
      [
        .init(Text.variant[language], .elastic), .init(Text.matched[language], .right),
        .init(Text.meanFit[language], .right), .init(Text.worstFit[language], .right),
        .init(Text.mentors[language], .right), .init(Text.load[language], .right),
      ] + targets.map { .init($0.target.title[language], .right) } + [
        .init(Text.changes[language], .right), .init(Text.time[language], .right),
      ])
    for result in comparison.results {
      let figures = result.figures
      table.add(
        [
          result.isProved ? result.name : result.name + " *",
          "\(figures.matched) / \(figures.asking)", percent(figures.meanFit),
          figures.worstFit.map(percent) ?? "—", "\(figures.mentors)", "\(figures.largestLoad)",
        ]
          + targets.map { target in
            figures.coverage.first { $0.target.id == target.target.id }.map {
              "\($0.covered) / \($0.total)"
            } ?? "—"
          } + ["\(result.changes)", milliseconds(result.duration)])
    }
    let isWhole = comparison.results.allSatisfy(\.isProved)
    return table.rendered(width: width) + (isWhole ? "" : Text.notProved[language] + "\n")
  }

  /// Who has another mentor in the second variant, pair by pair.
  public func rendered(_ moves: [PlanMove], from first: String, to second: String) -> String {
    guard !moves.isEmpty else { return Text.samePlan[language] + "\n" }
    var table = TextTable([
      .init(Text.form[language], .elastic), .init(Text.mentees[language], .elastic),
      .init(first, .elastic), .init(second, .elastic),
    ])
    for move in moves {
      table.add([
        names.title(of: move.form)[language], names.names(of: move.mentees, group: move.group),
        partner(move.before), partner(move.after),
      ])
    }
    return table.rendered(width: width)
  }

  private func partner(_ partner: PlanMove.Partner?) -> String {
    guard let partner else { return "—" }
    let topic = partner.topic.map { ", " + names.quoted($0)[language] } ?? ""
    return names.name(of: partner.mentor) + topic + ", " + percent(partner.fit)
  }

  private func percent(_ hundredths: Int) -> String { Text.percent(hundredths)[language] }

  private func milliseconds(_ duration: Duration) -> String {
    Text.hundredths(Int(clamping: duration.hundredthsOfMillisecond))[language]
  }
}

extension Duration {
  /// The duration in hundredths of a millisecond, rounded down.
  var hundredthsOfMillisecond: Int64 {
    components.seconds * 100_000 + components.attoseconds / 10_000_000_000_000
  }
}

extension Text {
  static let form = Text(ru: "Форма", en: "Form")
  fileprivate static let variant = Text(ru: "Вариант", en: "Variant")
  fileprivate static let matched = Text(ru: "С наставником", en: "Matched")
  fileprivate static let meanFit = Text(ru: "В среднем", en: "Mean fit")
  fileprivate static let worstFit = Text(ru: "Хуже всех", en: "Worst fit")
  fileprivate static let mentors = Text(ru: "Наставников", en: "Mentors")
  fileprivate static let load = Text(ru: "Нагрузка до", en: "Load up to")
  fileprivate static let changes = Text(ru: "Изменений", en: "Changes")
  fileprivate static let time = Text(ru: "мс", en: "ms")
  fileprivate static let notProved = Text(
    ru: "* Не доказано, что лучшего плана нет: время вышло (--time-limit).",
    en: "* Not proved to be the best plan: the time was up (--time-limit).")
  fileprivate static let samePlan = Text(
    ru: "Планы совпадают пара в пару.", en: "The plans are the same, pair by pair.")
}
