public import Wording

/// What the verifier found: whether the choice keeps all bounds, and how far it can be from best.
public struct Verification: ClaimCheck, Sendable, Hashable {
  /// The broken bounds; empty where the choice keeps them all.
  public var violations: [Violation]
  /// The sum of the chosen weights in each tier.
  public var objective: [Int128]
  /// What the certificate proves that no choice can pass, or nil where there is none.
  ///
  /// One number a tier, compared lexicographically.
  public var bound: [Int128]?
  /// Whether the certificate proves that no choice keeps all bounds.
  public var provesInfeasibility: Bool

  /// Whether the choice keeps all bounds.
  public var isFeasible: Bool { violations.isEmpty }

  /// The bound minus the objective, per tier; zeros where the choice is proved to be best.
  public var gap: [Int128]? {
    bound.map { zip($0, objective).map { $0 - $1 } }
  }

  /// Whether the choice keeps all bounds and reaches the proved bound in every tier.
  public var provesOptimality: Bool { isFeasible && bound == objective }
}

/// A bound that a choice of arcs breaks.
public enum Violation: Sendable, Hashable {
  /// An arc that does not exist, or stands twice.
  case arc(Int)
  /// A pair that has no arc, or stands twice.
  case pair(row: Int, column: Int)
  /// A node is used too rarely or too often.
  case node(Side, Int, used: Int, Bounds)
  /// A group is used too rarely or too often.
  case group(Side, Int, used: Int, Bounds)

  /// The case in a sentence.
  public var text: Text {
    switch self {
    case .arc(let arc):
      Text(
        ru: "Дуга \(arc) не существует или выбрана дважды.",
        en: "Arc \(arc) does not exist or is chosen twice.")
    case .pair(let row, let column):
      Text(
        ru: "Строка \(row) и столбец \(column) не соединены или выбраны дважды.",
        en: "Row \(row) and column \(column) have no arc or are chosen twice.")
    case .node(let side, let node, let used, let bounds):
      Text(
        ru: "\(side.titled.ru) \(node): \(used), а можно \(bounds.lower)…\(bounds.upper).",
        en: "\(side.titled.en) \(node): \(used), allowed \(bounds.lower)…\(bounds.upper).")
    case .group(let side, let group, let used, let bounds):
      Text(
        ru:
          "Группа \(group) (\(side.plural.ru)): \(used), а можно \(bounds.lower)…\(bounds.upper).",
        en: "Group \(group) of \(side.plural.en): \(used), allowed \(bounds.lower)…\(bounds.upper)."
      )
    }
  }
}
