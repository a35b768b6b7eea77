/// Something that can't be met in a ``GroupProblem``, whatever the plan, and by how much.
///
/// A column of an obstacle never opens; where it may not close, the problem is infeasible. Numbers
/// are true bounds: what is there is at most `has`, what is asked at least `needs`.
public enum GroupObstacle: Sendable, Hashable {
  /// Fewer rows can stand in the column than an open column needs.
  case tooFewRows(column: Int, has: Int, needs: Int)
  /// A rule asks for more of its rows than can stand in the column.
  case ruleShort(rule: Int, column: Int, has: Int, needs: Int)
  /// What the rules ask for at least, taken together, is more than the column holds.
  case rulesNeedMore(column: Int, needs: Int, has: Int)
  /// Rules that say at most leave fewer places than an open column needs.
  case rulesLeaveTooFew(column: Int, has: Int, needs: Int)
  /// One rule asks for at least so many of another's rows, which allows at most so many.
  case rulesContradict(rule: Int, other: Int, column: Int, needs: Int, has: Int)
  /// A group around the column takes fewer than an open column needs.
  case groupTooSmall(group: Int, column: Int, has: Int, needs: Int)
  /// Rules, companies and bounds together leave no way to fill the column.
  case noWayToFill(column: Int)
  /// Rows that keep together are more than the columns hold; they can't stand there.
  case companyTooLarge(company: Int, size: Int, columns: [Int], most: Int)
  /// Rows that keep together must also keep apart: a rule allows only so many of them.
  case companyApart(company: Int, rule: Int, together: Int, most: Int, columns: [Int])
  /// Rows that keep together have no column in which all of them can stand, and one of them must
  /// stand somewhere.
  case companyNowhere(company: Int, row: Int)
  /// Fewer of the limit's columns can open than must.
  case tooFewToOpen(limit: Int, has: Int, needs: Int)
  /// The columns that a limit wants open need more rows than there are.
  case tooFewRowsToOpen(limit: Int, open: Int, has: Int, needs: Int)
  /// A row must be used more often than there are columns in which it can stand.
  case rowShort(row: Int, has: Int, needs: Int)

  /// The column that never opens, where the obstacle is of one.
  public var column: Int? {
    switch self {
    case .tooFewRows(let column, _, _), .ruleShort(_, let column, _, _),
      .rulesNeedMore(let column, _, _), .rulesLeaveTooFew(let column, _, _),
      .rulesContradict(_, _, let column, _, _), .groupTooSmall(_, let column, _, _),
      .noWayToFill(let column):
      column
    case .companyTooLarge, .companyApart, .companyNowhere, .tooFewToOpen, .tooFewRowsToOpen,
      .rowShort:
      nil
    }
  }
}

extension GroupProblem {
  /// What can't be met whatever the plan, by columns, companies, limits and rows.
  ///
  /// Columns that can't be filled by their bounds, nested rules and companies are all found; what
  /// only the whole problem shows, such as columns that compete for rows, is not.
  ///
  /// - Complexity: O(arcs + columns · rules² · rows of the rules).
  public var obstacles: [GroupObstacle] {
    ObstacleSearch(self).obstacles
  }
}
