/// Where the rows and columns of a changed problem come from.
public struct ProblemChange: Sendable, Hashable {
  /// For each row of the new problem its number in the old one, or nil where it is new.
  public var rowOrigin: [Int?]
  /// For each column of the new problem its number in the old one, or nil where it is new.
  public var columnOrigin: [Int?]

  /// Creates a change.
  public init(rowOrigin: [Int?], columnOrigin: [Int?]) {
    self.rowOrigin = rowOrigin
    self.columnOrigin = columnOrigin
  }
}

extension Solution {
  /// What this solution of `old` says about `new`: a start for ``AssignmentSolver/solve(_:from:limits:)``.
  ///
  /// Weights, bounds and arcs may differ in any way, rows and columns may have come or gone. A new
  /// column starts at the price 0; potentials of groups are kept where the groups are as many as
  /// before.
  ///
  /// - Parameters:
  ///   - old: The problem that this solution solves.
  ///   - new: The problem to be solved.
  ///   - change: Where rows and columns come from, or nil where they are the same.
  /// - Returns: A start, which is no answer to the new problem and need not be feasible.
  /// - Complexity: O(nodes + chosen arcs · log degree).
  public func carried(
    from old: AssignmentProblem, to new: AssignmentProblem, by change: ProblemChange? = nil
  ) -> Solution {
    let rows = change?.rowOrigin ?? Array(0..<new.rowCount)
    let columns = change?.columnOrigin ?? Array(0..<new.columnCount)
    var newRow: [Int: Int] = [:]
    var newColumn: [Int: Int] = [:]
    for (row, origin) in rows.enumerated() { if let origin { newRow[origin] = row } }
    for (column, origin) in columns.enumerated() { if let origin { newColumn[origin] = column } }
    let kept = pairs(in: old).compactMap { pair -> Int? in
      guard let row = newRow[pair.row], row < new.rowCount, let column = newColumn[pair.column],
        column < new.columnCount
      else { return nil }
      return new.arcs.arc(row: row, column: column)
    }
    return Solution(
      status: status, arcs: kept.sorted(),
      certificate: Certificate(
        tiers: certificate.tiers.map { tier in
          Potentials(
            rows: moved(tier.rows, rows), columns: moved(tier.columns, columns),
            rowGroups: resized(tier.rowGroups, to: new.rowGroups.count),
            columnGroups: resized(tier.columnGroups, to: new.columnGroups.count))
        }))
  }

  private func moved(_ values: [Int128], _ origins: [Int?]) -> [Int128] {
    origins.map { origin in
      origin.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? 0
    }
  }

  private func resized(_ values: [Int128], to count: Int) -> [Int128] {
    values.count == count ? values : Array(repeating: 0, count: count)
  }
}
