import MentoringModel
import Wording

/// Puts the change of a goal into words.
struct GoalWording {
  let goal: ObjectiveTier
  let change: Int
  /// For coverage: how many more mentees of each priority group have a mentor, then of the rest.
  var groups: [(title: Text, change: Int)] = []
  /// The goal as a curator counts it, where its sum says little.
  var plain: PlainChange?

  var text: Text? {
    if goal == .coverage { return coverage }
    guard change != 0 else { return nil }
    if let plain, plain.before.text != plain.after.text { return loads(plain) }
    switch goal {
    case .pins: return Noun.fixedPair.compared(change)
    case .ownOrganization:
      return Noun.menteeCounted.compared(change)
        + Text(ru: " с наставником своей организации", en: " with a mentor of their organization")
    case .coverageTargets:
      return Noun.personCounted.compared(change)
        + Text(ru: " в целевом охвате", en: " covered by the targets")
    case .minimumLoad:
      return change < 0
        ? Text(
          ru: "до наименьшей нагрузки не хватает больше",
          en: "more is missing to the minimum load")
        : Text(
          ru: "до наименьшей нагрузки не хватает меньше",
          en: "less is missing to the minimum load")
    case .balance:
      return change < 0
        ? Text(ru: "нагрузка менее ровная", en: "the load is less even")
        : Text(ru: "нагрузка ровнее", en: "the load is more even")
    case .worstFit:
      let points = Text.hundredths(abs(change))
      return change < 0
        ? Text(
          ru: "худшая пара хуже на \(points.ru) пункта",
          en: "the worst-off pair is lower by \(points.en) points")
        : Text(
          ru: "худшая пара лучше на \(points.ru) пункта",
          en: "the worst-off pair is higher by \(points.en) points")
    case .leximin:
      return change < 0
        ? Text(ru: "худшие пары хуже", en: "the worst-off pairs are lower")
        : Text(ru: "худшие пары лучше", en: "the worst-off pairs are higher")
    case .fit:
      let points = Text.hundredths(abs(change))
      return change < 0
        ? Text(
          ru: "сумма соответствий меньше на \(points.ru) пункта",
          en: "the total fit is lower by \(points.en) points")
        : Text(
          ru: "сумма соответствий больше на \(points.ru) пункта",
          en: "the total fit is higher by \(points.en) points")
    case .fewestGroups:
      // Each open group counts minus one.
      return Noun.groupCounted.compared(-change)
    case .fewestMentors:
      return Text(ru: "занято ", en: "") + Noun.mentorCounted.compared(-change)
        + Text(ru: "", en: " with mentees")
    case .coverage, .tieBreak: return nil
    }
  }

  /// «нагрузка наставников от 0 до 3, а не от 1 до 2».
  private func loads(_ plain: PlainChange) -> Text {
    let (before, after) = (plain.before.text, plain.after.text)
    return goal == .balance
      ? Text(
        ru: "нагрузка наставников \(after.ru), а не \(before.ru)",
        en: "loads of \(after.en) instead of \(before.en)")
      : Text(
        ru: "до наименьшей нагрузки не хватает \(after.ru), а не \(before.ru)",
        en: "\(after.en) missing to the minimum load instead of \(before.en)")
  }

  private var coverage: Text? {
    let total = groups.reduce(0) { $0 + $1.change }
    let changed = groups.filter { $0.change != 0 }
    guard !changed.isEmpty else { return nil }
    let detail = changed.map {
      $0.title + Text(same: ": \($0.change > 0 ? "+" : "−")\(abs($0.change))")
    }
    .joined(separator: ", ")
    guard total != 0 else {
      return Text(ru: "другой охват групп (", en: "other groups are covered (") + detail
        + Text(same: ")")
    }
    let count =
      Noun.menteeCounted.compared(total) + Text(ru: " с наставником", en: " with a mentor")
    return groups.count > 1 ? count + Text(same: " (") + detail + Text(same: ")") : count
  }
}

extension Noun {
  /// закреплённую пару, in the accusative.
  fileprivate static let fixedPair = Noun(
    one: "закреплённую пару", few: "закреплённые пары", many: "закреплённых пар",
    singular: "fixed pair", plural: "fixed pairs")
  /// человека, in the accusative.
  fileprivate static let personCounted = Noun(
    one: "человека", few: "человека", many: "человек", singular: "person", plural: "people")
  /// наставника, in the accusative.
  fileprivate static let mentorCounted = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
  /// группу, in the accusative.
  fileprivate static let groupCounted = Noun(
    one: "группу", few: "группы", many: "групп", singular: "group", plural: "groups")
  /// наставляемого, in the accusative.
  fileprivate static let menteeCounted = Noun(
    one: "наставляемого", few: "наставляемых", many: "наставляемых", singular: "mentee",
    plural: "mentees")

  /// «на 2 пары меньше»; the noun is in the accusative.
  fileprivate func compared(_ change: Int) -> Text {
    let count = counted(abs(change))
    return change < 0
      ? Text(ru: "на \(count.ru) меньше", en: "\(count.en) fewer")
      : Text(ru: "на \(count.ru) больше", en: "\(count.en) more")
  }
}

extension Text {
  /// Mentees who stand in no priority group.
  static let otherMentees = Text(ru: "остальные", en: "others")
}
