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
    let drawn = line(.drawn(robustness)) + (robustness.wasStopped ? line(.solved(robustness)) : "")
    guard robustness.weightings > 0 else { return drawn }
    let head = drawn + line(.whole(robustness))
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
        partner(standing.partner?.mentor, standing.partner?.topic),
        share(standing.count, robustness),
        standing.others.prefix(2)
          .map { partner($0.mentor, $0.topic) + " " + share($0.count, robustness) }
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
      let edge = [Text.beyond(range.below, .below), .beyond(range.above, .above)]
        .compactMap { $0?[language] }
      table.add([
        title(of: range), percent(range.share),
        "\(percent(range.lowest)) – \(percent(range.highest))",
        edge.isEmpty ? "—" : edge.joined(separator: ", "),
      ])
    }
    let isOpen = ranges.contains(where: \.wasStopped)
    return line(.ranges(makesGroups: names.programme.makesGroups)) + table.rendered(width: width)
      + (isOpen ? "\n" + line(.openRanges) : "")
  }

  private func title(of range: WeightRange) -> String {
    let title = range.criterion.title[language]
    guard case .form(let form) = range.scope else { return title }
    return title + ", " + names.title(of: form)[language]
  }

  private func partner(_ mentor: PersonID?, _ topic: CompetencyID?) -> String {
    guard let mentor else { return Text.nobody[language] }
    let title = topic.map { names.programme.vocabulary.title(of: $0) }
    let group = title.map { Text(ru: " («\($0.ru)»)", en: " (“\($0.en)”)")[language] }
    return names.name(of: mentor) + (group ?? "")
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
  fileprivate static let below = Text(ru: "ниже", en: "below")
  fileprivate static let above = Text(ru: "выше", en: "above")
  fileprivate static let noPairAtAll = Text(
    ru: "Ни при каких весах пар нет.", en: "There are no pairs under any weights.")
  fileprivate static let allSure = Text(
    ru:
      "Все пары надёжны: каждая остаётся не меньше чем в \(Robustness.sureShare) % наборов весов.",
    en: "All pairs are sure: each stands in \(Robustness.sureShare)% of the weightings or more.")
  fileprivate static let look = Text(
    ru: "Сначала посмотрите сами на эти заявки:", en: "Look at these requests by hand first:")
  /// What the ranges are: pairs stay strictly, while a plan with groups may have an equal.
  fileprivate static func ranges(makesGroups: Bool) -> Text {
    let kept =
      makesGroups
      ? Text(ru: "нет плана лучше нынешнего", en: "no plan is better than this one")
      : Text(ru: "план не меняется ни в одной паре", en: "no pair of the plan changes")
    return Text(
      ru:
        "Доля каждого веса, при которой \(kept.ru) (остальные веса — в прежних пропорциях; решено "
        + "для каждого целого процента):",
      en: "The share of each weight at which \(kept.en) (the others keep their proportions; solved "
        + "at every whole percent):")
  }

  fileprivate static let openRanges = Text(
    ru: "«Не известно»: время вышло раньше, чем доказан лучший план на процент дальше. План может "
      + "остаться тем же и там.",
    en:
      "“Not known”: the time was up before the best plan one percent further was proved. The plan may "
      + "be the same there too.")

  fileprivate static func drawn(_ robustness: Robustness) -> Text {
    let sets = Noun.weighting.counted(robustness.asked)
    return Text(
      ru: "\(sets.ru) (seed \(robustness.seed)): каждый вес больше или меньше нынешнего "
        + "не более чем в \(robustness.factor) раза.",
      en: "\(sets.en) (seed \(robustness.seed)): each weight up to \(robustness.factor) times more "
        + "or less.")
  }

  fileprivate static func whole(_ robustness: Robustness) -> Text {
    guard robustness.unchanged > 0 else {
      return Text(
        ru: "Весь план не остаётся как есть ни при одном из них.",
        en: "The whole plan stays as it is in none of them.")
    }
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

  /// What is beyond an end, on the side that is named; nil where nothing is.
  fileprivate static func beyond(_ end: WeightRange.End, _ side: Text) -> Text? {
    switch end {
    case .whole: nil
    case .changes(let count): side + Text(ru: " — ", en: ", ") + Noun.request.counted(count)
    case .unknown: side + Text(ru: " — не известно", en: ", not known")
    }
  }

  fileprivate static func solved(_ robustness: Robustness) -> Text {
    guard robustness.weightings > 0 else {
      return Text(
        ru: "Время вышло раньше, чем доказан лучший план хотя бы для одного из них: дайте больше "
          + "времени (--time-limit).",
        en: "The time was up before the best plan was proved for any of them: give it more "
          + "(--time-limit).")
    }
    return Text(
      ru:
        "Время вышло: лучший план доказан для \(robustness.weightings) из них, только они здесь и "
        + "считаются. Дайте больше времени (--time-limit), чтобы проверить все.",
      en:
        "The time was up: the best plan was proved for \(robustness.weightings) of them, and only "
        + "those count here. Give it more time (--time-limit) to try all.")
  }

}

extension Noun {
  fileprivate static let weighting = Noun(
    one: "набор весов", few: "набора весов", many: "наборов весов", singular: "weighting",
    plural: "weightings")
}
