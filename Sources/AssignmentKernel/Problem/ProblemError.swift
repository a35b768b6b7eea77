public import Wording

/// Why parts do not make a problem.
///
/// Rows, columns and groups are numbered from 0.
public enum ProblemError: Error, Sendable, Hashable {
  /// The rows of a matrix differ in length.
  case rowLength(row: Int, found: Int, expected: Int)
  /// The bounds do not match the arcs in number.
  case shape(rows: Int, demands: Int, columns: Int, loads: Int)
  /// There is no tier of weights.
  case noTier
  /// A tier has too few or too many weights.
  case weightCount(tier: Int, found: Int, expected: Int)
  /// A lower bound is negative or above the upper bound.
  case bounds(Side, node: Int, Bounds)
  /// A row names a column twice, out of order or out of range.
  case arcsOfRow(Int)
  /// A group's bounds are impossible.
  case groupBounds(Side, group: Int, Bounds)
  /// A group names a node that does not exist.
  case groupMember(Side, group: Int, member: Int)
  /// A group names a node twice.
  case groupMemberTwice(Side, group: Int, member: Int)
  /// Two groups overlap and neither holds the other.
  case groupsCross(Side, Int, Int)
  /// More than 2³¹ nodes.
  case tooLarge
  /// Not every column says whether it may close.
  case closableCount(found: Int, columns: Int)
  /// What opening adds is not one number for each tier and column.
  case openingShape
  /// A column that is never closed has a weight for opening.
  case openingOfFixed(column: Int)
  /// A composition rule's bounds are impossible.
  case ruleBounds(rule: Int, Bounds)
  /// A composition rule names a row or column that does not exist, or names it twice.
  case ruleMember(Side, Int, Int)
  /// A company names a row or column that does not exist, or names it twice.
  case companyMember(Side, Int, Int)
  /// The bounds of a limit on open columns are impossible.
  case openLimitBounds(limit: Int, Bounds)
  /// A limit on open columns names a column that may not close, does not exist, or stands twice.
  case openLimitMember(Int, Int)

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .rowLength(let row, let found, let expected):
      Text(
        ru: "В строке \(row) \(found) чисел вместо \(expected): дополните её или уберите лишние.",
        en: "Row \(row) has \(found) numbers instead of \(expected): complete it or drop the rest.")
    case .shape(let rows, let demands, let columns, let loads):
      Text(
        ru: "Матрица \(rows) × \(columns), а границ \(demands) и \(loads): числа должны совпасть.",
        en: "The matrix is \(rows) × \(columns) but there are bounds for \(demands) and \(loads).")
    case .noTier:
      Text(ru: "Не задано ни одного веса.", en: "There are no weights.")
    case .weightCount(let tier, let found, let expected):
      Text(
        ru: "На ступени \(tier) весов \(found), а дуг \(expected).",
        en: "Tier \(tier) has \(found) weights for \(expected) arcs.")
    case .bounds(let side, let node, let bounds):
      Text(
        ru: "\(side.titled.ru) \(node): границы \(bounds.lower)…\(bounds.upper) невозможны.",
        en: "\(side.titled.en) \(node): bounds \(bounds.lower)…\(bounds.upper) are impossible.")
    case .arcsOfRow(let row):
      Text(
        ru: "Строка \(row) называет столбец дважды или столбец, которого нет.",
        en: "Row \(row) names a column twice or a column that does not exist.")
    case .groupBounds(let side, let group, let bounds):
      Text(
        ru:
          "Группа \(group) (\(side.plural.ru)): границы \(bounds.lower)…\(bounds.upper) невозможны.",
        en:
          "Group \(group) of \(side.plural.en): bounds \(bounds.lower)…\(bounds.upper) are impossible."
      )
    case .groupMember(let side, let group, let member):
      Text(
        ru: "Группа \(group) (\(side.plural.ru)) называет номер \(member), которого нет.",
        en: "Group \(group) of \(side.plural.en) names \(member), which does not exist.")
    case .groupMemberTwice(let side, let group, let member):
      Text(
        ru: "Группа \(group) (\(side.plural.ru)) называет номер \(member) дважды.",
        en: "Group \(group) of \(side.plural.en) names \(member) twice.")
    case .groupsCross(let side, let first, let second):
      Text(
        ru:
          "Группы \(first) и \(second) (\(side.plural.ru)) пересекаются, и ни одна не внутри другой.",
        en:
          "Groups \(first) and \(second) of \(side.plural.en) overlap and neither holds the other.")
    case .tooLarge:
      Text(ru: "Задача больше 2³¹ узлов.", en: "The problem has more than 2³¹ nodes.")
    case .closableCount(let found, let columns):
      Text(
        ru: "Столбцов \(columns), а указаний, может ли столбец быть закрыт, — \(found).",
        en: "There are \(columns) columns but \(found) marks of whether a column may close.")
    case .openingShape:
      Text(
        ru: "Вес открытия нужен для каждой ступени и каждого столбца.",
        en: "Every tier and every column needs one weight for opening.")
    case .openingOfFixed(let column):
      Text(
        ru: "Столбец \(column) не закрывается: вес открытия у него должен быть 0.",
        en: "Column \(column) never closes: its weight for opening must be 0.")
    case .ruleBounds(let rule, let bounds):
      Text(
        ru: "Правило состава \(rule): границы \(bounds.lower)…\(bounds.upper) невозможны.",
        en: "Composition rule \(rule): bounds \(bounds.lower)…\(bounds.upper) are impossible.")
    case .ruleMember(let side, let rule, let member):
      Text(
        ru:
          "Правило состава \(rule) (\(side.plural.ru)): номера \(member) нет или он указан дважды.",
        en: "Composition rule \(rule), \(side.plural.en): \(member) does not exist or stands twice."
      )
    case .companyMember(let side, let company, let member):
      Text(
        ru:
          "Список «вместе» \(company) (\(side.plural.ru)): номера \(member) нет или он указан дважды.",
        en: "Company \(company), \(side.plural.en): \(member) does not exist or stands twice.")
    case .openLimitBounds(let limit, let bounds):
      Text(
        ru: "Предел открытых \(limit): границы \(bounds.lower)…\(bounds.upper) невозможны.",
        en: "Limit on open columns \(limit): bounds \(bounds.lower)…\(bounds.upper) are impossible."
      )
    case .openLimitMember(let limit, let column):
      Text(
        ru:
          "Предел открытых \(limit): столбец \(column) не существует, указан дважды или не закрывается.",
        en:
          "Limit on open columns \(limit): column \(column) does not exist, stands twice or never closes."
      )
    }
  }
}

extension Side {
  var titled: Text {
    switch self {
    case .row: Text(ru: "Строка", en: "Row")
    case .column: Text(ru: "Столбец", en: "Column")
    }
  }

  var plural: Text {
    switch self {
    case .row: Text(ru: "строки", en: "rows")
    case .column: Text(ru: "столбцы", en: "columns")
    }
  }
}
