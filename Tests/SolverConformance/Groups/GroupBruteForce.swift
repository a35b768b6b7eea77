public import AssignmentKernel

/// The answer to a small ``GroupProblem`` by trying every plan, row by row.
///
/// Shares nothing with the solvers or the verifier. Time: O(plans · rules).
public func bruteForceAnswer(of problem: GroupProblem) -> NamedInstance.Answer {
  var search = EveryGroupPlan(problem)
  search.visit(row: 0)
  return search.best.map { .optimal($0) } ?? .infeasible
}

/// What is wrong with a plan, or its total; shares nothing with the verifier.
func totals(of arcs: [Int], in problem: GroupProblem) -> [Int128]? {
  var search = EveryGroupPlan(problem)
  for arc in arcs { search.take(arc, 1) }
  return search.total
}

private struct EveryGroupPlan {
  let problem: GroupProblem
  var best: [Int128]?
  private var rowUse: [Int]
  private var rowsOfColumn: [Set<Int>]
  private var chosen: [Int] = []

  init(_ problem: GroupProblem) {
    self.problem = problem
    rowUse = Array(repeating: 0, count: problem.assignment.rowCount)
    rowsOfColumn = Array(repeating: [], count: problem.assignment.columnCount)
  }

  mutating func take(_ arc: Int, _ change: Int) {
    let arcs = problem.assignment.arcs
    let (row, column) = (arcs.row(ofArc: arc), arcs.column(ofArc: arc))
    rowUse[row] += change
    if change > 0 {
      rowsOfColumn[column].insert(row)
      chosen.append(arc)
    } else {
      rowsOfColumn[column].remove(row)
      chosen.removeLast()
    }
  }

  mutating func visit(row: Int) {
    let assignment = problem.assignment
    guard row < assignment.rowCount else {
      guard let total else { return }
      if let best, !best.lexicographicallyPrecedes(total) { return }
      best = total
      return
    }
    visit(Array(assignment.arcs.arcs(ofRow: row))[...], row: row)
  }

  private mutating func visit(_ arcs: ArraySlice<Int>, row: Int) {
    guard let arc = arcs.first else {
      if rowUse[row] >= problem.assignment.rowDemand[row].lower { visit(row: row + 1) }
      return
    }
    visit(arcs.dropFirst(), row: row)
    let column = problem.assignment.arcs.column(ofArc: arc)
    guard rowUse[row] < problem.assignment.rowDemand[row].upper,
      rowsOfColumn[column].count < problem.assignment.columnLoad[column].upper
    else { return }
    take(arc, 1)
    visit(arcs.dropFirst(), row: row)
    take(arc, -1)
  }

  /// What the choice comes to, or nil where it breaks something.
  var total: [Int128]? {
    let assignment = problem.assignment
    let load = rowsOfColumn.map(\.count)
    func keeps(_ use: [Int], _ bounds: [Bounds]) -> Bool {
      zip(use, bounds).allSatisfy { $1.lower <= $0 && $0 <= $1.upper }
    }
    func isOpen(_ column: Int) -> Bool { !problem.mayClose[column] || load[column] > 0 }
    guard keeps(rowUse, assignment.rowDemand),
      keeps(assignment.rowGroups.load(from: rowUse), assignment.rowGroups.bounds),
      keeps(assignment.columnGroups.load(from: load), assignment.columnGroups.bounds)
    else { return nil }
    for (column, bounds) in assignment.columnLoad.enumerated() where isOpen(column) {
      guard keeps([load[column]], [bounds]) else { return nil }
    }
    for rule in problem.rules {
      for column in rule.columns where isOpen(column) {
        guard keeps([rowsOfColumn[column].intersection(rule.rows).count], [rule.bounds]) else {
          return nil
        }
      }
    }
    for company in problem.companies {
      for column in company.columns {
        let inside = rowsOfColumn[column].intersection(company.rows).count
        guard inside == 0 || inside == company.rows.count else { return nil }
      }
    }
    for limit in problem.openLimits {
      guard keeps([limit.columns.count(where: isOpen)], [limit.bounds]) else { return nil }
    }
    return assignment.tiers.indices.map { tier in
      let weights = chosen.reduce(Int128(0)) { $0 + Int128(assignment.tiers[tier][$1]) }
      return load.indices.filter { isOpen($0) }.reduce(weights) {
        $0 + Int128(problem.opening[tier][$1])
      }
    }
  }
}
