public import Matching
import MentoringModel
import Wording

/// How far a plan depends on its weights, for the terminal.
public struct RobustnessReport: TerminalReport, Sendable {
  private let names: ReportNames
  let page: TerminalPage

  /// Creates a report that calls people by these names.
  public init(_ names: ReportNames, on page: TerminalPage) {
    self.names = names
    self.page = page
  }

  /// The whole, then the pairs to be looked at by hand, then all others in a line.
  public func rendered(_ robustness: Robustness) -> String {
    let head = line(.drawn(robustness)) + line(.whole(robustness))
    guard !robustness.standings.isEmpty else { return head + line(.noPairAtAll) }
    let doubtful = robustness.doubtful
    let sure = robustness.standings.count - doubtful.count
    guard !doubtful.isEmpty else { return head + line(.allSure) }
    var table = TextTable([
      .init(Text.mentees[language], .elastic), .init(Text.mentorHeading[language], .elastic),
      .init(Text.stands[language], .right), .init(Text.instead[language], .elastic),
    ])
    for standing in doubtful {
      table.add([
        names.names(of: standing.profile.mentees, group: standing.profile.group),
        mentor(standing.partner?.mentor), share(standing.count, robustness),
        standing.others.prefix(2)
          .map { mentor($0.mentor) + " " + share($0.count, robustness) }
          .joined(separator: ", "),
      ])
    }
    return head + "\n" + line(.look) + table.rendered(width: width)
      + (sure > 0 ? "\n" + line(.rest(sure)) : "")
  }

  /// A line a weight.
  public func rendered(_ ranges: [WeightRange]) -> String {
    guard !ranges.isEmpty else { return "" }
    var table = TextTable([
      .init(Text.weight[language], .elastic), .init(Text.share[language], .right),
      .init(Text.same[language], .right), .init(Text.beyond[language], .elastic),
    ])
    for range in ranges {
      let edge = [
        range.changesBelow > 0 ? Text.below(range.changesBelow) : nil,
        range.changesAbove > 0 ? Text.above(range.changesAbove) : nil,
      ].compactMap { $0?[language] }
      table.add([
        range.path, percent(range.share), "\(percent(range.lowest)) – \(percent(range.highest))",
        edge.isEmpty ? "—" : edge.joined(separator: ", "),
      ])
    }
    return line(.ranges) + table.rendered(width: width)
  }

  private func mentor(_ mentor: PersonID?) -> String {
    mentor.map(names.name(of:)) ?? Text.nobody[language]
  }

  private func share(_ count: Int, _ robustness: Robustness) -> String {
    percent(Text.hundredths(count, of: robustness.weightings))
  }

  private func percent(_ hundredths: Int) -> String { Text.percent(hundredths)[language] }
}

extension Text {
  fileprivate static let stands = Text(ru: "Остаётся", en: "Stands")
  fileprivate static let instead = Text(ru: "Иначе", en: "Otherwise")
  fileprivate static let nobody = Text(ru: "никого", en: "nobody")
  fileprivate static let weight = Text(ru: "Вес", en: "Weight")
  fileprivate static let share = Text(ru: "Сейчас", en: "Now")
  fileprivate static let same = Text(ru: "План тот же", en: "Same plan")
  fileprivate static let beyond = Text(ru: "За краем меняются", en: "Beyond, these change")
  fileprivate static let noPairAtAll = Text(
    ru: "Ни при каких весах пар нет.", en: "There are no pairs under any weights.")
  fileprivate static let allSure = Text(
    ru:
      "Все пары надёжны: каждая остаётся не меньше чем в \(Robustness.sureShare) % наборов весов.",
    en: "All pairs are sure: each stands in \(Robustness.sureShare)% of the weightings or more.")
  fileprivate static let look = Text(
    ru: "Сначала посмотрите сами на эти заявки:", en: "Look at these requests by hand first:")
  fileprivate static let ranges = Text(
    ru:
      "Доля каждого веса, при которой план не меняется ни в одной паре (остальные веса — в прежних "
      + "пропорциях; решено для каждого целого процента):",
    en: "The share of each weight at which no pair of the plan changes (the others keep their "
      + "proportions; solved at every whole percent):")

  fileprivate static func drawn(_ robustness: Robustness) -> Text {
    let sets = Noun.weighting.counted(robustness.weightings)
    return Text(
      ru: "\(sets.ru) (seed \(robustness.seed)): каждый вес больше или меньше нынешнего "
        + "не более чем в \(robustness.factor) раза.",
      en: "\(sets.en) (seed \(robustness.seed)): each weight up to \(robustness.factor) times more "
        + "or less.")
  }

  fileprivate static func whole(_ robustness: Robustness) -> Text {
    let share = Text.percent(hundredths(robustness.unchanged, of: robustness.weightings))
    return Text(
      ru: "Весь план остаётся как есть в \(share.ru) из них.",
      en: "The whole plan stays as it is in \(share.en) of them.")
  }

  fileprivate static func rest(_ count: Int) -> Text {
    let requests = Noun.request.counted(count)
    return Text(
      ru:
        "Ещё \(requests.ru): решение то же не меньше чем в \(Robustness.sureShare) % наборов весов.",
      en: "\(requests.en) more: the same in \(Robustness.sureShare)% of the weightings or more.")
  }

  fileprivate static func below(_ count: Int) -> Text {
    let requests = Noun.request.counted(count)
    return Text(ru: "ниже — \(requests.ru)", en: "below, \(requests.en)")
  }

  fileprivate static func above(_ count: Int) -> Text {
    let requests = Noun.request.counted(count)
    return Text(ru: "выше — \(requests.ru)", en: "above, \(requests.en)")
  }
}

extension Noun {
  fileprivate static let weighting = Noun(
    one: "набор весов", few: "набора весов", many: "наборов весов", singular: "weighting",
    plural: "weightings")
}
