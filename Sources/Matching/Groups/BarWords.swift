import MentoringModel
import Wording

/// Words for what bars a group from ever opening.
struct BarWords {
  private let groups: FormGroups
  private let minimum: Int

  init(_ groups: FormGroups, minimum: Int) {
    self.groups = groups
    self.minimum = minimum
  }

  /// The code that programs see.
  func code(_ bar: GroupBar) -> String {
    switch bar {
    case .tooFewAskers: "groupTooSmall"
    case .companies: "companyKeptOut"
    case .tooFewPlaces: "capacityExhausted"
    case .tooFewOfKind, .tooManyAlike: "composition"
    }
  }

  /// What keeps the group closed, by name and number.
  func reason(_ bar: GroupBar, _ title: Text, _ topic: GroupTopic) -> Text {
    let asked = topic.askers.count
    let people = Noun.person.counted(asked)
    let ask = Text(
      ru: "тему «\(title.ru)» \(Noun.asks.russianForm(after: asked)) \(people.ru)",
      en: "\(people.en) \(asked == 1 ? "asks" : "ask") for the topic “\(title.en)”")
    switch bar {
    case .tooFewAskers(let count) where count == asked:
      return ask + Text(ru: ", а группе нужно \(minimum)", en: ", and a group needs \(minimum)")
    case .tooFewAskers(let count):
      return ask
        + Text(
          ru: ", к одному наставнику могут \(count), а группе нужно \(minimum)",
          en: ", \(count) can go to one mentor, and a group needs \(minimum)")
    case .companies(let left, let free):
      return ask
        + Text(
          ru: ", из них \(free - left) держатся вместе с теми, кто в группу не войдёт; остаётся "
            + "\(left), а группе нужно \(minimum)",
          en: ", \(free - left) of them keep together with some who can't join; \(left) are left, "
            + "and a group needs \(minimum)")
    case .tooFewPlaces(let places):
      let counted = Noun.place.counted(places)
      return ask
        + Text(
          ru: ", у наставника \(counted.ru), а группе нужно \(minimum)",
          en: ", the mentor has \(counted.en), and a group needs \(minimum)")
    case .tooFewOfKind(let rule, let found, let needed):
      return ask
        + Text(
          ru: ", из них \(found) — \(counted(rule).ru), а правилу состава \(rule + 1) нужно "
            + "\(needed)",
          en: ", \(found) of them with \(counted(rule).en), and rule of composition \(rule + 1) "
            + "needs \(needed)")
    case .tooManyAlike(let rule, let most):
      let text = groups.kinds.rules[rule].text
      return ask
        + Text(
          ru: ", но правило состава \(rule + 1) (\(text.ru)) пропускает \(most), а группе нужно "
            + "\(minimum)",
          en: ", but rule of composition \(rule + 1) (\(text.en)) lets \(most) pass, and a group "
            + "needs \(minimum)")
    }
  }

  /// What would open it.
  func advice(_ bar: GroupBar, _ topic: GroupTopic) -> Text {
    switch bar {
    case .tooFewAskers(let count): return .oneMore(minimum - count, orMinimum: count)
    case .companies:
      return Text(
        ru: "Сократите список «вместе», добавьте им общую тему или увеличьте size.maximum.",
        en: "Shorten the list that keeps together, give them a topic in common, or raise "
          + "size.maximum.")
    case .tooFewPlaces(let places):
      return Text(
        ru: "Увеличьте число мест наставника до \(minimum) или уменьшите size.minimum до "
          + "\(places).",
        en: "Raise the mentor's places to \(minimum) or lower size.minimum to \(places).")
    case .tooFewOfKind(let rule, let found, _):
      return Text(
        ru: "Уменьшите atLeast правила \(rule + 1) до \(found) или снимите его.",
        en: "Lower atLeast of rule \(rule + 1) to \(found) or lift it.")
    case .tooManyAlike(let rule, _):
      return Text(
        ru: "Увеличьте atMost правила \(rule + 1) или снимите его.",
        en: "Raise atMost of rule \(rule + 1) or lift it.")
    }
  }

  private func counted(_ rule: Int) -> Text { groups.kinds.rules[rule].counted }
}

extension Text {
  /// So many more people, or a lower minimum, would open the group.
  static func oneMore(_ missing: Int, orMinimum minimum: Int) -> Text {
    let opens = Noun(
      one: "откроет", few: "откроют", many: "откроют", singular: "would open",
      plural: "would open")
    let member = Noun(
      one: "участник", few: "участника", many: "участников", singular: "more member",
      plural: "more members")
    let more = Text(
      ru: "Группу \(opens.russianForm(after: missing)) ещё \(member.counted(missing).ru)",
      en: "\(member.counted(missing).en) would open the group")
    return minimum < 1
      ? more + Text(same: ".")
      : more
        + Text(
          ru: " или наименьший размер \(minimum) (size.minimum).",
          en: ", or a minimum of \(minimum) (size.minimum).")
  }
}
