/// An assignment problem in which some columns are groups: closed with no load, or open within
/// their bounds.
///
/// Rows, columns, arcs, tiers and nested capacities are those of ``assignment``. A column that may
/// close is either closed, with load 0, or open, with a load within its bounds; every other column
/// keeps its bounds as it does there. On top of that come rules on who stands in an open column,
/// rows that keep together, limits on how many columns open, and what opening a column adds to the
/// objective. A column whose lower bound is 0 is open where its load is not 0.
///
/// Choosing which columns open is no longer a network flow: the problem is an integer program.
/// With all columns decided, and no rules, it is an ``AssignmentProblem`` again.
///
/// Space: O(rows + columns + tiers · (arcs + columns) + members of the rules).
public struct GroupProblem: Sendable, Hashable {
  /// The problem with every column open.
  public let assignment: AssignmentProblem
  /// For each column, whether it may stay closed.
  public let mayClose: [Bool]
  /// What an open column adds: one array a tier, each with a number a column; 0 for a column that
  /// may not close.
  public let opening: [[Int64]]
  /// Who may stand in an open column, and in which number.
  public let rules: [CompositionRule]
  /// Rows that keep together.
  public let companies: [Company]
  /// How many columns open.
  public let openLimits: [OpenLimit]

  /// Creates a problem from its parts.
  ///
  /// - Parameters:
  ///   - assignment: The problem with every column open.
  ///   - mayClose: For each column, whether it may stay closed.
  ///   - opening: What an open column adds in each tier, or nil for nothing.
  ///   - rules: The rules on who stands in a column.
  ///   - companies: The rows that keep together.
  ///   - openLimits: The limits on open columns.
  /// - Throws: ``ProblemError`` where the parts do not fit together.
  /// - Complexity: O(tiers · columns + members of rules, companies and limits).
  public init(
    _ assignment: AssignmentProblem, mayClose: [Bool], opening: [[Int64]]? = nil,
    rules: [CompositionRule] = [], companies: [Company] = [], openLimits: [OpenLimit] = []
  ) throws(ProblemError) {
    let none = [Int64](repeating: 0, count: assignment.columnCount)
    let opening = opening ?? Array(repeating: none, count: assignment.tiers.count)
    guard mayClose.count == assignment.columnCount else {
      throw .closableCount(found: mayClose.count, columns: assignment.columnCount)
    }
    guard opening.count == assignment.tiers.count,
      opening.allSatisfy({ $0.count == assignment.columnCount })
    else { throw .openingShape }
    for tier in opening {
      if let column = tier.indices.first(where: { tier[$0] != 0 && !mayClose[$0] }) {
        throw .openingOfFixed(column: column)
      }
    }
    let (rows, columns) = (assignment.rowCount, assignment.columnCount)
    for (index, rule) in rules.enumerated() {
      guard rule.bounds.isValid else { throw .ruleBounds(rule: index, rule.bounds) }
      if let row = rule.rows.firstOutside(0..<rows) { throw .ruleMember(.row, index, row) }
      if let column = rule.columns.firstOutside(0..<columns) {
        throw .ruleMember(.column, index, column)
      }
    }
    for (index, company) in companies.enumerated() {
      if let row = company.rows.firstOutside(0..<rows) { throw .companyMember(.row, index, row) }
      if let column = company.columns.firstOutside(0..<columns) {
        throw .companyMember(.column, index, column)
      }
    }
    for (index, limit) in openLimits.enumerated() {
      guard limit.bounds.isValid else { throw .openLimitBounds(limit: index, limit.bounds) }
      if let column = limit.columns.firstOutside(0..<columns) {
        throw .openLimitMember(index, column)
      }
      if let column = limit.columns.first(where: { !mayClose[$0] }) {
        throw .openLimitMember(index, column)
      }
    }
    self.assignment = assignment
    self.mayClose = mayClose
    self.opening = opening
    self.rules = rules
    self.companies = companies
    self.openLimits = openLimits
  }
}

extension [Int] {
  /// The first number outside the range, or one that stands twice; else nil.
  fileprivate func firstOutside(_ range: Range<Int>) -> Int? {
    var seen: Set<Int> = []
    return first { !range.contains($0) || !seen.insert($0).inserted }
  }
}
