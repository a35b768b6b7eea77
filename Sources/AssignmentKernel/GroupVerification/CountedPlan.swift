/// A choice of arcs, counted against everything that a ``GroupProblem`` asks.
struct CountedPlan {
  private(set) var violations: [GroupViolation] = []
  private(set) var objective: [Int128]

  private let problem: GroupProblem
  private var load: [Int]
  /// The rows that stand in each column.
  private var rows: [[Int]]

  init(_ problem: GroupProblem) {
    self.problem = problem
    objective = Array(repeating: 0, count: problem.assignment.tiers.count)
    load = Array(repeating: 0, count: problem.assignment.columnCount)
    rows = Array(repeating: [], count: problem.assignment.columnCount)
  }

  mutating func count(_ chosen: [Int]) {
    let assignment = problem.assignment
    var rowUse = [Int](repeating: 0, count: assignment.rowCount)
    var last = -1
    for arc in chosen.sorted() {
      guard arc > last, arc < assignment.arcs.count else {
        violations.append(.assignment(.arc(arc)))
        continue
      }
      last = arc
      let (row, column) = (assignment.arcs.row(ofArc: arc), assignment.arcs.column(ofArc: arc))
      rowUse[row] += 1
      load[column] += 1
      rows[column].append(row)
      for tier in objective.indices { objective[tier] += Int128(assignment.tiers[tier][arc]) }
    }
    for column in load.indices where problem.mayClose[column] && load[column] > 0 {
      for tier in objective.indices { objective[tier] += Int128(problem.opening[tier][column]) }
    }
    for (row, used) in rowUse.enumerated() where !assignment.rowDemand[row].contain(used) {
      violations.append(.assignment(.node(.row, row, used: used, assignment.rowDemand[row])))
    }
    countGroups(.row, rowUse, assignment.rowGroups)
    countColumns()
    countGroups(.column, load, assignment.columnGroups)
    countRules()
    countCompanies()
    countOpenLimits()
  }

  private mutating func countGroups(_ side: Side, _ use: [Int], _ groups: GroupForest) {
    for (group, used) in groups.load(from: use).enumerated()
    where !groups.bounds[group].contain(used) {
      violations.append(.assignment(.group(side, group, used: used, groups.bounds[group])))
    }
  }

  private mutating func countColumns() {
    for (column, bounds) in problem.assignment.columnLoad.enumerated()
    where !bounds.contain(load[column]) {
      if !problem.mayClose[column] {
        violations.append(.assignment(.node(.column, column, used: load[column], bounds)))
      } else if load[column] > 0 {
        violations.append(.openColumn(column, load: load[column], bounds))
      }
    }
  }

  private func isOpen(_ column: Int) -> Bool { load[column] > 0 || !problem.mayClose[column] }

  private mutating func countRules() {
    for (index, rule) in problem.rules.enumerated() {
      let members = Set(rule.rows)
      for column in rule.columns where isOpen(column) {
        let count = rows[column].count { members.contains($0) }
        if !rule.bounds.contain(count) {
          violations.append(.rule(index, column: column, count: count, rule.bounds))
        }
      }
    }
  }

  private mutating func countCompanies() {
    for (index, company) in problem.companies.enumerated() {
      let members = Set(company.rows)
      for column in company.columns {
        let count = rows[column].count { members.contains($0) }
        if count != 0, count != members.count {
          violations.append(.company(index, column: column, count: count, size: members.count))
        }
      }
    }
  }

  private mutating func countOpenLimits() {
    for (index, limit) in problem.openLimits.enumerated() {
      let open = Set(limit.columns).count { isOpen($0) }
      if !limit.bounds.contain(open) {
        violations.append(.openLimit(index, open: open, limit.bounds))
      }
    }
  }
}

extension Bounds {
  fileprivate func contain(_ count: Int) -> Bool { lower <= count && count <= upper }
}
