import BankIO
import Foundation
import MentoringModel
import Reports
import Wording

extension WhatIfForm {
  private static let path = "goals."

  /// The goals in an order that can be changed; fixed pairs always come first.
  static func goals(_ programme: Programme) -> Group {
    let offered: [ObjectiveTier] = [
      .coverage, .coverageTargets, .minimumLoad, .balance, .fewestMentors, .ownOrganization,
      .worstFit, .leximin, .fit,
    ].filter { obstacles(to: $0, programme).isEmpty }
    let now = programme.tiers.filter(offered.contains)
    return Group(
      title: Text(ru: "Порядок целей", en: "Order of the goals"),
      fields: offered.map { goal in
        Field(
          path: path + goal.rawValue, title: goal.title,
          base: "\((now.firstIndex(of: goal) ?? -1) + 1)", control: .rank(of: offered.count))
      }, goals: offered)
  }

  /// What keeps a goal out; that few mentors are a goal does not, since it can be left out here.
  private static func obstacles(
    to goal: ObjectiveTier, _ programme: Programme
  ) -> [GoalObstacle] {
    var programme = programme
    programme.tiers.removeAll { $0 == .fewestMentors }
    return programme.obstacles(to: goal, makesGroups: programme.makesGroups)
  }

  /// How many mentees a mentor may and should have.
  static func loads(_ programme: Programme) -> Group {
    let least = Field(
      path: "minimumLoad",
      title: Text(ru: "Каждому наставнику не меньше", en: "Every mentor has at least"),
      base: programme.minimumLoad.map { "\($0)" } ?? "", control: .number(1...50))
    let most = Field(
      path: "maximumLoad",
      title: Text(ru: "Одному наставнику не больше", en: "No mentor has more than"),
      base: programme.maximumLoad.map { "\($0)" } ?? "", control: .number(1...50))
    return Group(
      title: Text(ru: "Нагрузка на всех", en: "Load of everybody"),
      fields: obstacles(to: .minimumLoad, programme).allSatisfy { $0 == .aimless }
        ? [least, most] : [most])
  }

  /// The order that the places of the goals come to; of two in one place the first in the list is
  /// first.
  static func order(of group: Group, _ values: (String) -> String?) -> ScenarioSetting {
    let places = zip(group.goals, group.fields).enumerated().compactMap {
      index, pair -> (Int, Int, ObjectiveTier)? in
      let place = Int(values(pair.1.path) ?? pair.1.base) ?? 0
      return place > 0 ? (place, index, pair.0) : nil
    }
    let goals = [ObjectiveTier.pins] + places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    return ScenarioSetting(
      path: "tiers", value: "[" + goals.map(\.rawValue).joined(separator: ", ") + "]")
  }

  /// The fields of the page that say what a setting says.
  func fields(of setting: ScenarioSetting) -> [(String, String?)] {
    guard setting.path == "tiers" else { return [(setting.path, Self.shown(setting.value))] }
    let named = setting.value.trimmingCharacters(in: ["[", "]"]).split(separator: ",")
      .compactMap { ObjectiveTier(rawValue: $0.trimmingCharacters(in: .whitespaces)) }
    guard let group = groups.first(where: { !$0.goals.isEmpty }) else { return [] }
    let order = named.filter(group.goals.contains)
    return group.goals.map { goal in
      (Self.path + goal.rawValue, "\((order.firstIndex(of: goal) ?? -1) + 1)")
    }
  }

  /// What a scenario sets, in the words of the page; what the page does not know as it is written.
  func told(_ draft: ScenarioDraft) -> Text {
    draft.settings.flatMap { setting in fields(of: setting).map { (setting, $0.0, $0.1 ?? "") } }
      .compactMap { setting, path, value -> Text? in
        guard let group = groups.first(where: { $0.fields.contains { $0.path == path } }),
          let field = group.fields.first(where: { $0.path == path })
        else { return Text(same: "\(setting.path) = \(setting.value)") }
        guard value != field.base else { return nil }
        return field.title + Text(same: ": ") + field.told(value)
      }.joined(separator: "; ")
  }

  /// A share as the sliders show it.
  private static func shown(_ value: String) -> String {
    guard value.contains("."), let number = Double(value) else { return value }
    return "\(Int(number.rounded()))"
  }
}

extension WhatIfForm.Field {
  /// A value as the page shows it.
  fileprivate func told(_ value: String) -> Text {
    switch control {
    case .choice(let options): options.first { $0.id == value }?.title ?? Text(same: value)
    case .rank where value == "0": Text(ru: "не учитывать", en: "left out")
    case .rank: Text(ru: "\(value)-я цель", en: "goal \(value)")
    case .slider, .number: Text(same: value)
    }
  }
}
