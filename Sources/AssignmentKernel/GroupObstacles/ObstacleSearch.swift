/// Finds the ``GroupObstacle``s of a problem.
struct ObstacleSearch {
  private let problem: GroupProblem
  private let stands: [ColumnStand]

  init(_ problem: GroupProblem) {
    self.problem = problem
    stands = ColumnStand.all(of: problem)
  }

  var obstacles: [GroupObstacle] {
    let found = stands.flatMap(\.obstacles)
    let closed = Set(found.compactMap(\.column))
    return found + companies + limits(closed) + rows(closed)
  }

  private var companies: [GroupObstacle] {
    problem.companies.indices.flatMap { company -> [GroupObstacle] in
      let rows = problem.companies[company].rows
      let columns = problem.companies[company].columns
      let size = rows.count
      var found: [GroupObstacle] = []
      let narrow = columns.filter { problem.assignment.columnLoad[$0].upper < size }
      if size > 1, !narrow.isEmpty {
        let most = narrow.map { problem.assignment.columnLoad[$0].upper }.max() ?? 0
        found.append(
          .companyTooLarge(company: company, size: size, columns: narrow, most: most))
      }
      for (index, rule) in problem.rules.enumerated() {
        let together = Set(rule.rows).intersection(rows).count
        guard size > 1, together > rule.bounds.upper else { continue }
        let shared = Set(rule.columns).intersection(columns)
        guard !shared.isEmpty else { continue }
        found.append(
          .companyApart(
            company: company, rule: index, together: together, most: rule.bounds.upper,
            columns: shared.sorted()))
      }
      return found + nowhere(company)
    }
  }

  private func nowhere(_ company: Int) -> [GroupObstacle] {
    let assignment = problem.assignment
    let (rows, columns) = (problem.companies[company].rows, problem.companies[company].columns)
    guard rows.count > 1, let row = rows.first(where: { assignment.rowDemand[$0].lower > 0 })
    else { return [] }
    let inside = Set(columns)
    let canStand = assignment.arcs.arcs(ofRow: row).contains { arc in
      let column = assignment.arcs.column(ofArc: arc)
      return !inside.contains(column) || stands[column].rows.contains(row)
    }
    return canStand ? [] : [.companyNowhere(company: company, row: row)]
  }

  private func limits(_ closed: Set<Int>) -> [GroupObstacle] {
    let assignment = problem.assignment
    return problem.openLimits.enumerated().compactMap { index, limit in
      let open = limit.columns.filter { !closed.contains($0) }
      let needs = limit.bounds.lower
      guard open.count >= needs else {
        return .tooFewToOpen(limit: index, has: open.count, needs: needs)
      }
      let rows = Set(open.flatMap { stands[$0].rows })
      let supply = rows.reduce(0) {
        $0 + min(assignment.rowDemand[$1].upper, assignment.arcs.arcs(ofRow: $1).count)
      }
      let least = open.map { stands[$0].needs }.sorted().prefix(needs).reduce(0, +)
      return least > supply
        ? .tooFewRowsToOpen(limit: index, open: needs, has: supply, needs: least) : nil
    }
  }

  private func rows(_ closed: Set<Int>) -> [GroupObstacle] {
    let assignment = problem.assignment
    return (0..<assignment.rowCount).compactMap { row in
      let has = assignment.arcs.arcs(ofRow: row).count { arc in
        let column = assignment.arcs.column(ofArc: arc)
        return !closed.contains(column) && stands[column].rows.contains(row)
      }
      let needs = assignment.rowDemand[row].lower
      return has < needs ? .rowShort(row: row, has: has, needs: needs) : nil
    }
  }
}
