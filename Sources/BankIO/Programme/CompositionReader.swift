import MentoringModel
import Wording

/// Reads `composition` of a form's groups, and says which of its rules contradict each other.
struct CompositionReader {
  /// Reads roles.
  let rules: RuleReader

  /// The requirements that can be used.
  func requirements(_ map: YAMLMap, _ size: ClosedRange<Int>) -> [CompositionRequirement] {
    var read: [(number: Int, requirement: CompositionRequirement)] = []
    for (index, inner) in map.maps("composition").enumerated() {
      defer { inner.finish() }
      guard var requirement = requirement(inner, size) else { continue }
      requirement.source = inner.location
      if let flaw = Self.conflict(of: requirement, numbered: index + 1, with: read, in: size) {
        inner.add(flaw)
      } else {
        read.append((index + 1, requirement))
      }
    }
    return read.map(\.requirement)
  }

  private func requirement(
    _ map: YAMLMap, _ size: ClosedRange<Int>
  ) -> CompositionRequirement? {
    let kind = map.require(map.word("kind", of: CompositionRequirement.Kind.self), "kind")
    let range = 0...CapacityCell.most
    let (least, most) = (map.integer("atLeast", in: range), map.integer("atMost", in: range))
    let hasValue = map.has("value")
    guard let kind else { return nil }
    let values = hasValue ? values(map, of: kind) : []
    guard let values, !(least == nil && map.has("atLeast")), !(most == nil && map.has("atMost"))
    else { return nil }
    guard least != nil || most != nil else {
      map.add(.emptyRequirement)
      return nil
    }
    if let least, values.isEmpty {
      map.add(.leastOfEach(least), at: "atLeast")
      return nil
    }
    if let least, let most, least > most {
      map.add(.leastAboveMost(least, most), at: "atLeast")
      return nil
    }
    if let least, least > size.upperBound {
      map.add(.leastAboveSize(least, size.upperBound), at: "atLeast")
      return nil
    }
    return CompositionRequirement(kind, values: values, atLeast: least, atMost: most)
  }

  /// The values as the banks have them; nil where one cannot be.
  private func values(
    _ map: YAMLMap, of kind: CompositionRequirement.Kind
  ) -> [String]? {
    switch kind {
    case .role:
      let roles = rules.roles(map, "value")
      return roles.isEmpty ? nil : roles.map(\.rawValue).sorted()
    case .subject, .mark: return map.strings("value").map { folded($0) }
    case .organization: return map.strings("value")
    case .year, .age, .level:
      let range: ClosedRange<Int> = kind == .level ? 1...5 : kind == .age ? 0...120 : 1...2200
      var values: [String] = []
      for (index, word) in map.strings("value").enumerated() {
        guard let number = Int(word), range.contains(number) else {
          map.add(.noNumber(word, range), at: "value", index: index)
          return nil
        }
        values.append("\(number)")
      }
      return values
    }
  }

  /// What keeps a requirement from holding together with those before it.
  private static func conflict(
    of new: CompositionRequirement, numbered number: Int,
    with others: [(number: Int, requirement: CompositionRequirement)], in size: ClosedRange<Int>
  ) -> Flaw? {
    for (other, old) in others where old.kind == new.kind {
      let meets = new.values.isEmpty || old.values.isEmpty || new.values == old.values
      for (floor, ceiling) in [(new, old), (old, new)] where meets {
        guard let least = floor.atLeast, let most = ceiling.atMost, least > most,
          floor.values.count == 1 || floor.values == ceiling.values
        else { continue }
        return .rulesCollide(number, other, least: least, most: most)
      }
    }
    guard new.kind.isExclusive, let least = new.atLeast else { return nil }
    var (sum, numbers, taken) = (least, [number], Set(new.values))
    for (other, old) in others where old.kind == new.kind {
      guard let more = old.atLeast, taken.isDisjoint(with: old.values) else { continue }
      sum += more
      numbers.append(other)
      taken.formUnion(old.values)
    }
    return sum > size.upperBound ? .rulesAboveSize(numbers.sorted(), sum, size.upperBound) : nil
  }
}

extension Flaw {
  fileprivate static let emptyRequirement = Flaw(
    .error, code: "emptyRequirement",
    Text(
      ru: "Правило состава не ограничивает ничего.", en: "The rule of composition limits nothing."),
    advice: Text(ru: "Укажите atMost или atLeast.", en: "State atMost or atLeast."))

  fileprivate static func leastOfEach(_ least: Int) -> Flaw {
    Flaw(
      .error, code: "leastOfEach", value: "\(least)",
      Text(
        ru: "«Не меньше \(least)» без value потребовало бы каждого значения в каждой группе.",
        en: "“At least \(least)” without a value would ask for every value in every group."),
      advice: Text(
        ru: "Укажите value, например «value: 9», или замените atLeast на atMost.",
        en: "State a value, as “value: 9”, or use atMost instead."))
  }

  fileprivate static func leastAboveMost(_ least: Int, _ most: Int) -> Flaw {
    Flaw(
      .error, code: "leastAboveMost", value: "\(least)",
      Text(
        ru: "Не меньше \(least) и не больше \(most) одновременно не бывает.",
        en: "At least \(least) and at most \(most) cannot be at once."),
      advice: Text(ru: "Исправьте одно из чисел.", en: "Mend one of the numbers."))
  }

  fileprivate static func leastAboveSize(_ least: Int, _ maximum: Int) -> Flaw {
    Flaw(
      .error, code: "leastAboveSize", value: "\(least)",
      Text(
        ru: "Не меньше \(least) не поместится в группе до \(maximum).",
        en: "At least \(least) do not fit into a group of up to \(maximum)."),
      advice: Text(
        ru: "Уменьшите atLeast или увеличьте size.maximum.",
        en: "Lower atLeast or raise size.maximum."))
  }

  fileprivate static func rulesCollide(_ one: Int, _ other: Int, least: Int, most: Int) -> Flaw {
    Flaw(
      .error, code: "rulesCollide", value: "\(one)",
      Text(
        ru: "Правила состава \(other) и \(one) противоречат друг другу: одно требует не меньше "
          + "\(least), другое допускает не больше \(most).",
        en: "Rules of composition \(other) and \(one) contradict each other: one asks for at least "
          + "\(least), the other allows at most \(most)."),
      advice: Text(ru: "Исправьте одно из них.", en: "Mend one of them."))
  }

  fileprivate static func rulesAboveSize(_ rules: [Int], _ sum: Int, _ maximum: Int) -> Flaw {
    let list = rules.map(String.init).joined(separator: ", ")
    return Flaw(
      .error, code: "rulesAboveSize", value: "\(sum)",
      Text(
        ru: "Правила состава \(list) вместе требуют не меньше \(sum), а в группе до \(maximum).",
        en: "Rules of composition \(list) together ask for at least \(sum), but a group has up to "
          + "\(maximum)."),
      advice: Text(
        ru: "Уменьшите atLeast или увеличьте size.maximum.",
        en: "Lower atLeast or raise size.maximum."))
  }
}
