import BankIO
import MentoringModel
import Reports
import Wording

/// The settings that the page of variants offers, each under the path that `whatif --set` knows.
struct WhatIfForm: Sendable {
  /// One setting.
  struct Field: Sendable {
    /// How it is set.
    enum Control: Sendable {
      case slider
      case number(ClosedRange<Int>)
      case choice([(id: String, title: Text)])
    }

    var path: String
    var title: Text
    /// What the programme has now.
    var base: String
    var control: Control
  }

  /// Settings that stand together.
  struct Group: Sendable {
    var title: Text
    var fields: [Field]
    /// What a slider group writes for sliders that were left alone: exact shares.
    var exact: [String: String] = [:]
  }

  /// The groups in their order.
  let groups: [Group]

  init(_ programme: Programme) {
    var groups = [
      Self.weights(
        programme.weights, under: "weights.",
        Text(ru: "Что важно при подборе", en: "What counts in matching"))
    ]
    groups.append(Self.goals(programme))
    for form in programme.forms {
      groups.append(Self.rules(form))
      if let weights = form.weights {
        groups.append(
          Self.weights(
            weights, under: "forms.\(form.id).weights.",
            Text(ru: "Что важно: ", en: "What counts: ") + form.title))
      }
    }
    self.groups = groups
  }

  /// The settings that differ from the programme among fields of a query, as a scenario.
  func draft(named name: String, from values: (String) -> String?) -> ScenarioDraft {
    var settings: [ScenarioSetting] = []
    for group in groups {
      let changed = group.fields.filter { field in
        values(field.path).map { $0 != field.base } ?? false
      }
      guard !changed.isEmpty else { continue }
      let isShares = !group.exact.isEmpty
      for field in isShares ? group.fields : changed {
        let value = values(field.path) ?? field.base
        settings.append(
          ScenarioSetting(
            path: field.path,
            value: isShares && value == field.base ? group.exact[field.path] ?? value : value))
      }
    }
    return ScenarioDraft(name: name, settings: settings)
  }

  private static func weights(
    _ weights: CriterionWeights, under prefix: String, _ title: Text
  ) -> Group {
    let criteria = CriterionID.allCases.filter { $0 != .cohesion || weights[$0] > 0 }
    var group = Group(
      title: title,
      fields: criteria.map { criterion in
        Field(
          path: prefix + criterion.rawValue, title: criterion.title,
          base: "\((weights[criterion] + 50) / 100)", control: .slider)
      })
    for criterion in criteria {
      let points = weights[criterion]
      let cents = points % 100 < 10 ? "0\(points % 100)" : "\(points % 100)"
      group.exact[prefix + criterion.rawValue] = "\(points / 100).\(cents)"
    }
    return group
  }

  private static func goals(_ programme: Programme) -> Group {
    let now = "[" + programme.tiers.map(\.rawValue).joined(separator: ", ") + "]"
    let orders: [[ObjectiveTier]] = [
      [.pins, .coverage, .fit], [.pins, .coverage, .ownOrganization, .fit],
      [.pins, .coverage, .balance, .fit], [.pins, .coverage, .fewestMentors, .fit],
      [.pins, .coverage, .worstFit, .fit], [.pins, .fit, .coverage],
    ]
    let all = [programme.tiers] + orders.filter { $0 != programme.tiers }
    return Group(
      title: Text(ru: "Порядок целей", en: "Order of the goals"),
      fields: [
        Field(
          path: "tiers", title: Text(ru: "Сначала → потом", en: "First → then"), base: now,
          control: .choice(
            all.map { tiers in
              (
                "[" + tiers.map(\.rawValue).joined(separator: ", ") + "]",
                tiers.map(\.title).joined(separator: " → ")
              )
            }))
      ])
  }

  private static func rules(_ form: MentoringForm) -> Group {
    let path = "forms.\(form.id)."
    return Group(
      title: form.title,
      fields: [
        Field(
          path: path + "capacity.default",
          title: Text(ru: "Мест у наставника обычно", en: "Places of a mentor, usually"),
          base: "\(form.defaultCapacity)", control: .number(0...50)),
        Field(
          path: path + "capacity.maximum",
          title: Text(ru: "Мест у наставника не больше", en: "Places of a mentor, at most"),
          base: "\(form.maximumCapacity)", control: .number(0...50)),
        Field(
          path: path + "mustHaveLevel",
          title: Text(ru: "Уровень для обязательных запросов", en: "Level for must-have requests"),
          base: "\(form.mustHaveLevel)", control: .number(1...5)),
        Field(
          path: path + "scope", title: Text(ru: "Наставники", en: "Mentors"),
          base: form.scope.rawValue,
          control: .choice(OrganizationScope.allCases.map { ($0.rawValue, $0.title) })),
        Field(
          path: path + "training", title: Text(ru: "Необученные", en: "Untrained mentors"),
          base: form.training.rawValue,
          control: .choice(TrainingRule.allCases.map { ($0.rawValue, $0.title) })),
        Field(
          path: path + "sameSubject", title: Text(ru: "Общий предмет", en: "Subject in common"),
          base: "\(form.requiresSameSubject)", control: .choice(yesOrNo)),
        Field(
          path: path + "sharedCompetency",
          title: Text(ru: "Отвечает хотя бы на один запрос", en: "Answers one request at least"),
          base: "\(form.requiresSharedCompetency)", control: .choice(yesOrNo)),
      ])
  }

  private static let yesOrNo: [(id: String, title: Text)] = [
    ("true", Text(ru: "нужно", en: "needed")), ("false", Text(ru: "не нужно", en: "not needed")),
  ]
}

extension OrganizationScope {
  fileprivate var title: Text {
    switch self {
    case .own: Text(ru: "своей организации", en: "of the own organization")
    case .municipal: Text(ru: "своей и муниципальные", en: "of the own one and municipal")
    case .any: Text(ru: "любые", en: "any")
    case .other: Text(ru: "других организаций", en: "of other organizations")
    }
  }
}

extension TrainingRule {
  fileprivate var title: Text {
    switch self {
    case .ignore: Text(ru: "допускаются", en: "admitted")
    case .warn: Text(ru: "с замечанием", en: "with a remark")
    case .block: Text(ru: "не допускаются", en: "left out")
    }
  }
}
