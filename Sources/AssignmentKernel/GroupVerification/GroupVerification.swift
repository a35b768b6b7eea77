public import Wording

/// What the verifier found: whether a choice keeps all rules of a ``GroupProblem``, and how far it
/// can be from best.
public struct GroupVerification: ClaimCheck, Sendable, Hashable {
  /// What the choice breaks; empty where it keeps everything.
  public var violations: [GroupViolation]
  /// The sum of the chosen weights and of what open columns add, in each tier.
  public var objective: [Int128]
  /// What is proved that no plan can pass: one number a tier, compared lexicographically.
  ///
  /// Where the proof says nothing, what the rows could have at best. After the first tier in which
  /// the choice falls short of the bound the numbers bound each tier by itself, so none of them is
  /// below the objective.
  public var bound: [Int128]
  /// Whether the proof shows that there is no plan.
  public var provesInfeasibility: Bool

  /// Whether the choice keeps all bounds and rules.
  public var isFeasible: Bool { violations.isEmpty }

  /// The bound minus the objective, per tier; zeros where the choice is proved to be best.
  public var gap: [Int128] { zip(bound, objective).map { $0 - $1 } }

  /// Whether the choice keeps all rules and reaches the proved bound in every tier.
  public var provesOptimality: Bool { isFeasible && bound == objective }
}

/// Something that a choice of arcs breaks in a ``GroupProblem``.
public enum GroupViolation: Sendable, Hashable {
  /// A bound of the assignment.
  case assignment(Violation)
  /// A column that may close is open, and its load is not within its bounds.
  case openColumn(Int, load: Int, Bounds)
  /// In an open column stand too few or too many of a rule's rows.
  case rule(Int, column: Int, count: Int, Bounds)
  /// In a column stand some of a company's rows and not all.
  case company(Int, column: Int, count: Int, size: Int)
  /// Too few or too many of a limit's columns are open.
  case openLimit(Int, open: Int, Bounds)

  /// The case in a sentence.
  public var text: Text {
    switch self {
    case .assignment(let violation): violation.text
    case .openColumn(let column, let load, let bounds):
      Text(
        ru: "Столбец \(column): \(load), а можно 0 или \(bounds.lower)…\(bounds.upper).",
        en: "Column \(column): \(load), allowed 0 or \(bounds.lower)…\(bounds.upper).")
    case .rule(let rule, let column, let count, let bounds):
      Text(
        ru:
          "Правило состава \(rule), столбец \(column): \(count), а можно \(bounds.lower)…\(bounds.upper).",
        en:
          "Composition rule \(rule), column \(column): \(count), allowed \(bounds.lower)…\(bounds.upper)."
      )
    case .company(let company, let column, let count, let size):
      Text(
        ru:
          "Список «вместе» \(company), столбец \(column): \(count) из \(size), а можно все или ни одной.",
        en: "Company \(company), column \(column): \(count) of \(size), allowed all or none.")
    case .openLimit(let limit, let open, let bounds):
      Text(
        ru: "Предел открытых \(limit): \(open), а можно \(bounds.lower)…\(bounds.upper).",
        en: "Limit on open columns \(limit): \(open), allowed \(bounds.lower)…\(bounds.upper).")
    }
  }
}
