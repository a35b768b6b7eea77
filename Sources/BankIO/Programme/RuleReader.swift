import MentoringModel
import Wording

/// Reads conditions on people: roles, experience, age, marks.
struct RuleReader {
  private let roles = WordIndex<RoleID>()

  /// A reader that knows these roles.
  init(roles known: [Role]) {
    for role in known { roles.add(role.id.rawValue, for: role.id) }
    for role in known {
      for word in [role.title.ru, role.title.en] + role.aliases { roles.add(word, for: role.id) }
    }
  }

  /// The roles under a key.
  func roles(_ map: YAMLMap, _ key: String) -> Set<RoleID> {
    var result: Set<RoleID> = []
    for (index, word) in map.strings(key).enumerated() {
      if let role = roles[word] {
        result.insert(role)
      } else {
        map.add(.noRole(word, nearest: roles.nearest(to: word)), at: key, index: index)
      }
    }
    return result
  }

  /// A condition under a key; nil where a part of it cannot be read, as half a condition would
  /// hold for other people.
  func rule(_ map: YAMLMap, _ key: String) -> PersonRule? {
    guard let inner = map.map(key) else { return nil }
    let before = map.notes.findings.count { $0.severity >= .error }
    let rule = PersonRule(
      roles: roles(inner, "roles"), experience: experience(inner, "experience"),
      age: limit(inner, "age"), marks: Set(inner.strings("marks").map { folded($0) }))
    inner.finish()
    guard map.notes.findings.count(where: { $0.severity >= .error }) == before else { return nil }
    if rule == PersonRule() { map.add(.emptyRule, at: key) }
    return rule
  }

  /// A limit on experience: `"> 3"`, or `{years: "> 3", roles: […]}`.
  func experience(_ map: YAMLMap, _ key: String) -> ExperienceRule? {
    guard map.isMap(key), let inner = map.map(key) else {
      return limit(map, key).map { ExperienceRule($0) }
    }
    defer { inner.finish() }
    guard let limit = inner.require(limit(inner, "years"), "years") else { return nil }
    return ExperienceRule(limit, roles: roles(inner, "roles"))
  }

  /// A threshold with its sign.
  func limit(_ map: YAMLMap, _ key: String) -> Limit? {
    guard let text = map.string(key) else { return nil }
    let plain = text.replacing("≤", with: "<=").replacing("≥", with: ">=")
    if let match = plain.wholeMatch(of: /(<=|>=|<|>)\s*(\d{1,3})/), let years = Int(match.2),
      years <= 120, let sign = Limit.Comparison(rawValue: String(match.1))
    {
      return Limit(sign, years: years)
    }
    map.add(.noLimit(text), at: key)
    return nil
  }

  /// The groups of mentees who come first.
  func priorityGroups(_ file: YAMLMap) -> [PriorityGroup] {
    var seen: Set<String> = []
    return file.maps("priorityGroups").compactMap { map in
      defer { map.finish() }
      let title = map.text("title")
      let rule = map.require(rule(map, "rule"), "rule")
      guard let id = uniqueID(map, &seen), let rule else { return nil }
      return PriorityGroup(
        id: PriorityGroupID(rawValue: id), title: title ?? Text(same: id), rule: rule)
    }
  }

  /// The shares of the roster to reach.
  func coverageTargets(_ file: YAMLMap) -> [CoverageTarget] {
    var seen: Set<String> = []
    return file.maps("coverageTargets").compactMap { map in
      defer { map.finish() }
      let title = map.text("title")
      let rule = map.require(rule(map, "rule"), "rule")
      let percent = map.require(map.integer("percent", in: 0...100), "percent")
      guard let id = uniqueID(map, &seen), let rule, let percent else { return nil }
      return CoverageTarget(id: id, title: title ?? Text(same: id), rule: rule, percent: percent)
    }
  }

  private func uniqueID(_ map: YAMLMap, _ seen: inout Set<String>) -> String? {
    guard let id = map.require(map.string("id"), "id") else { return nil }
    if seen.insert(id).inserted { return id }
    map.add(.duplicateKey(id), at: "id")
    return nil
  }
}

extension Flaw {
  fileprivate static func noRole(_ word: String, nearest: String?) -> Flaw {
    Flaw(
      .error, code: "unknownRole", value: word,
      Text(ru: "Роли «\(quoted(word))» нет.", en: "There is no role “\(quoted(word))”."),
      advice: Text(
        ru: "Исправьте её или добавьте в ключ roles.", en: "Mend it or add it under roles.")
        + suggestion(nearest))
  }

  fileprivate static func noLimit(_ text: String) -> Flaw {
    Flaw(
      .error, code: "noLimit", value: text,
      Text(
        ru: "«\(quoted(text))» — не граница в годах.",
        en: "“\(quoted(text))” is not a limit in years."),
      advice: Text(
        ru: "Напишите знак и целое число в кавычках: \"< 3\", \"<= 35\", \"> 3\", \">= 14\".",
        en: "Write a sign and a whole number in quotation marks: \"< 3\", \"<= 35\", \"> 3\"."))
  }

  fileprivate static let emptyRule = Flaw(
    .warning, code: "emptyRule",
    Text(ru: "Условие пусто: оно верно для всех.", en: "The condition is empty: it holds for all."),
    advice: Text(
      ru: "Укажите roles, experience, age или marks.",
      en: "State roles, experience, age or marks."))
}
