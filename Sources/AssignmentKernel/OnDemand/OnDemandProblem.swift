/// An ``AssignmentProblem`` whose arcs are never all in memory: a row's are computed when asked for.
///
/// ```swift
/// let problem = try OnDemandProblem(
///   source: Distances(rows: homes, columns: schools), tierCount: 1,
///   rowDemand: Array(repeating: .exactly(1), count: homes.count),
///   columnLoad: places.map { .upTo($0) })
/// let answer = try HungarianSolver().solve(problem)
/// Verifier.verify(answer, of: problem).provesOptimality  // true
/// ```
///
/// Bounds, groups and tiers mean what they mean there.
///
/// Space: O(rows + columns + groups), and what the source takes.
public struct OnDemandProblem: Sendable {
  /// Where the arcs come from.
  public let source: any ArcSource
  /// The same, where it can leave out arcs.
  private let choosy: (any ChoosyArcSource)?
  /// The number of tiers.
  public let tierCount: Int
  /// The bounds and groups, with no arcs.
  let frame: AssignmentProblem

  /// How often each row is to be used.
  public var rowDemand: [Bounds] { frame.rowDemand }
  /// How often each column is to be used.
  public var columnLoad: [Bounds] { frame.columnLoad }
  /// The groups of rows.
  public var rowGroups: GroupForest { frame.rowGroups }
  /// The groups of columns.
  public var columnGroups: GroupForest { frame.columnGroups }
  /// The number of rows.
  public var rowCount: Int { frame.rowCount }
  /// The number of columns.
  public var columnCount: Int { frame.columnCount }

  /// Creates a problem from its parts.
  ///
  /// - Throws: ``ProblemError`` where the parts do not fit together.
  /// - Complexity: O(groups · nodes); the source is not asked.
  public init(
    source: any ArcSource, tierCount: Int, rowDemand: [Bounds], columnLoad: [Bounds],
    rowGroups: [NodeGroup] = [], columnGroups: [NodeGroup] = []
  ) throws(ProblemError) {
    self.source = source
    choosy = source as? any ChoosyArcSource
    self.tierCount = tierCount
    frame = try AssignmentProblem(
      arcs: ArcPattern(
        rowStart: Array(repeating: 0, count: rowDemand.count + 1), columns: [],
        columnCount: columnLoad.count),
      tiers: Array(repeating: [], count: max(0, tierCount)), rowDemand: rowDemand,
      columnLoad: columnLoad, rowGroups: rowGroups, columnGroups: columnGroups)
  }

  /// A problem that is in memory, as one whose arcs are asked for.
  public init(_ problem: AssignmentProblem) throws(ProblemError) {
    source = StoredArcs(problem)
    choosy = nil
    tierCount = problem.tiers.count
    frame = try AssignmentProblem(
      arcs: ArcPattern(
        rowStart: Array(repeating: 0, count: problem.rowCount + 1), columns: [],
        columnCount: problem.columnCount),
      tiers: Array(repeating: [], count: tierCount), rowDemand: problem.rowDemand,
      columnLoad: problem.columnLoad, rowForest: problem.rowGroups,
      columnForest: problem.columnGroups)
  }

  /// The same problem with the same arcs from another source.
  package func replacingSource(_ source: any ArcSource) -> OnDemandProblem {
    OnDemandProblem(source: source, tierCount: tierCount, frame: frame)
  }

  private init(source: any ArcSource, tierCount: Int, frame: AssignmentProblem) {
    self.source = source
    choosy = source as? any ChoosyArcSource
    self.tierCount = tierCount
    self.frame = frame
  }

  /// The same problem with all its arcs in memory.
  ///
  /// - Throws: ``ProblemError`` where there are too many.
  /// - Complexity: O(tiers · arcs) time and space.
  public func withAllArcs() throws(ProblemError) -> AssignmentProblem {
    let rows = RowPass(self).map { row, arcs, found in found.append(arcs) }
    return try frame.adding(ArcBlock(joining: rows ?? [], tierCount: tierCount))
  }

  /// Whether `part` has the same rows, columns, bounds, groups and tiers, and only arcs that stand
  /// here, with the same weights.
  ///
  /// - Complexity: one call of the source for each row; O(nodes + arcs of `part`) space.
  public func contains(_ part: AssignmentProblem) -> Bool {
    guard part.rowDemand == rowDemand, part.columnLoad == columnLoad,
      part.rowGroups == rowGroups, part.columnGroups == columnGroups,
      part.tiers.count == tierCount
    else { return false }
    let matches = RowPass(self).map(true) { row, arcs, matches in
      var place = 0
      for arc in part.arcs.arcs(ofRow: row) {
        let column = Int32(part.arcs.column(ofArc: arc))
        while place < arcs.count, arcs.columns[place] < column { place += 1 }
        matches =
          matches && place < arcs.count && arcs.columns[place] == column
          && part.tiers.indices.allSatisfy {
            part.tiers[$0][arc] == arcs.weights[place * part.tiers.count + $0]
          }
      }
    }
    return matches?.allSatisfy { $0 } ?? false
  }

  /// A row's arcs, as the source gives them.
  ///
  /// - Precondition: the source keeps what ``ArcSource`` asks of it.
  func fill(_ arcs: inout RowArcs, ofRow row: Int, _ choice: ArcChoice = .all) {
    if case .greatest(let count, let value) = choice, let choosy {
      choosy.fill(&arcs, ofRow: row, greatest: count, by: value)
    } else if case .positive(let prices) = choice, let choosy, let narrow = prices.narrow {
      choosy.fill(&arcs, ofRow: row, positiveAt: narrow)
    } else {
      source.fill(&arcs, ofRow: row)
    }
    precondition(
      arcs.isWellFormed(columnCount: columnCount),
      "The source's arcs of row \(row) do not ascend within the columns, or lack weights.")
  }
}
