/// Bipartite b-matching with nested capacities, weights to be maximised tier by tier.
///
/// Choose arcs so that every row is used `rowDemand` times, every column `columnLoad` times, and
/// every group of rows or columns within its bounds; each arc at most once. Among all such
/// choices the sum of the first tier's weights is greatest; among those, the sum of the second
/// tier's; and so on.
///
/// ```swift
/// let problem = try AssignmentProblem(
///   dense: [[4, 1, 3], [2, 0, 5], [3, 2, 2]], rowDemand: .exactly(1))
/// let solution = try HungarianSolver().solve(problem)
/// solution.pairs(in: problem)  // (0, 0), (1, 2), (2, 1)
/// ```
///
/// The constraint sets of the rows, and those of the columns, are laminar: any two are disjoint
/// or one holds the other. The problem is then a network flow, its linear program has integral
/// vertices, and potentials on the nodes of the network prove an optimum (``Certificate``).
///
/// Space: O(rows + columns + tiers · arcs).
public struct AssignmentProblem: Sendable, Hashable {
  /// Which rows meet which columns.
  public let arcs: ArcPattern
  /// The weights: one array a tier, the most important first, each with a weight an arc.
  public let tiers: [[Int64]]
  /// How often each row is to be used.
  public let rowDemand: [Bounds]
  /// How often each column is to be used.
  public let columnLoad: [Bounds]
  /// The groups of rows.
  public let rowGroups: GroupForest
  /// The groups of columns.
  public let columnGroups: GroupForest

  /// The number of rows.
  public var rowCount: Int { rowDemand.count }
  /// The number of columns.
  public var columnCount: Int { columnLoad.count }
  /// The number of rows, columns and groups of either.
  public var nodeCount: Int {
    rowCount + columnCount + rowGroups.count + columnGroups.count
  }

  /// Creates a problem from its parts.
  ///
  /// - Throws: ``ProblemError`` where the parts do not fit together.
  /// - Complexity: O(tiers · arcs + groups · nodes).
  public init(
    arcs: ArcPattern, tiers: [[Int64]], rowDemand: [Bounds], columnLoad: [Bounds],
    rowGroups: [NodeGroup] = [], columnGroups: [NodeGroup] = []
  ) throws(ProblemError) {
    for (side, bounds) in [(Side.row, rowDemand), (.column, columnLoad)] {
      if let node = bounds.firstIndex(where: { !$0.isValid }) {
        throw .bounds(side, node: node, bounds[node])
      }
    }
    try self.init(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: GroupForest(rowGroups, memberCount: rowDemand.count, side: .row),
      columnForest: GroupForest(columnGroups, memberCount: columnLoad.count, side: .column))
  }

  /// Creates a problem from a matrix with one tier; nil forbids an arc.
  ///
  /// - Throws: ``ProblemError`` where the rows differ in length or the bounds are impossible.
  public init(
    dense matrix: [[Int64?]], rowDemand: Bounds = .upTo(1), columnLoad: Bounds = .upTo(1)
  ) throws(ProblemError) {
    let columnCount = matrix.first?.count ?? 0
    if let row = matrix.firstIndex(where: { $0.count != columnCount }) {
      throw .rowLength(row: row, found: matrix[row].count, expected: columnCount)
    }
    let isFull = matrix.allSatisfy { $0.allSatisfy { $0 != nil } }
    let arcs =
      isFull
      ? ArcPattern(rows: matrix.count, columns: columnCount)
      : ArcPattern(
        columnsOfRows: matrix.map { row in row.indices.filter { row[$0] != nil } },
        columns: columnCount)
    try self.init(
      arcs: arcs, tiers: [matrix.flatMap { $0.compactMap { $0 } }],
      rowDemand: Array(repeating: rowDemand, count: matrix.count),
      columnLoad: Array(repeating: columnLoad, count: columnCount))
  }

  /// Takes bounds as they are: on an ``OptimalFace`` a lower bound may be below 0.
  init(
    arcs: ArcPattern, tiers: [[Int64]], rowDemand: [Bounds], columnLoad: [Bounds],
    rowForest: GroupForest, columnForest: GroupForest
  ) throws(ProblemError) {
    guard arcs.rowCount == rowDemand.count, arcs.columnCount == columnLoad.count else {
      throw .shape(
        rows: arcs.rowCount, demands: rowDemand.count, columns: arcs.columnCount,
        loads: columnLoad.count)
    }
    guard arcs.rowCount + arcs.columnCount + rowForest.count + columnForest.count < Int32.max
    else { throw .tooLarge }
    guard !tiers.isEmpty else { throw .noTier }
    if let tier = tiers.firstIndex(where: { $0.count != arcs.count }) {
      throw .weightCount(tier: tier, found: tiers[tier].count, expected: arcs.count)
    }
    if let row = arcs.unsortedRow { throw .arcsOfRow(row) }
    self.arcs = arcs
    self.tiers = tiers
    self.rowDemand = rowDemand
    self.columnLoad = columnLoad
    rowGroups = rowForest
    columnGroups = columnForest
  }
}

extension AssignmentProblem {
  /// Takes over parts of a problem that was checked.
  init(
    checked arcs: ArcPattern, tiers: [[Int64]], rowDemand: [Bounds], columnLoad: [Bounds],
    rowForest: GroupForest, columnForest: GroupForest
  ) {
    self.arcs = arcs
    self.tiers = tiers
    self.rowDemand = rowDemand
    self.columnLoad = columnLoad
    rowGroups = rowForest
    columnGroups = columnForest
  }
}

/// The two sides of a problem.
public enum Side: String, Sendable, Hashable {
  /// Rows: those who ask.
  case row
  /// Columns: those who are asked.
  case column
}

/// How often a node is to be used: at least `lower` times, at most `upper` times.
public struct Bounds: Sendable, Hashable {
  /// At least so often.
  public var lower: Int
  /// At most so often.
  public var upper: Int

  /// Creates bounds; whether they are possible is checked by the problem.
  public init(lower: Int, upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// From 0 to `upper`.
  public static func upTo(_ upper: Int) -> Bounds { Bounds(lower: 0, upper: upper) }
  /// Neither more nor less than `count`.
  public static func exactly(_ count: Int) -> Bounds { Bounds(lower: count, upper: count) }

  var isValid: Bool { 0 <= lower && lower <= upper && upper <= Int(Int32.max) }
}
