/// A problem in which every row meets every column, wants at most one, and only rows have lower
/// bounds: what ``DenseMatching`` takes.
///
/// Where rows may have to stay, or are better off, without a place, they go *outside*: to a column
/// after the last that has room for all and costs nothing.
struct DenseShape {
  let rowCount: Int
  let columnCount: Int
  /// The places of each column, as far as they can matter; those outside stand last.
  let places: [Int32]
  /// Whether rows may go outside.
  let hasOutside: Bool
  /// Rows that must have a place.
  let isRequired: [Bool]
  /// Rows that want one.
  let wants: [Bool]
  let range: DenseRange

  /// Whether all places but those outside are taken in the end.
  let fillsAll: Bool

  /// - Returns: Nil where the problem is of another kind, has no plan or too wide a range.
  /// - Complexity: O(*A* + *N*) time, O(*N*) space.
  init?(_ problem: AssignmentProblem) {
    guard problem.arcs.isDense, problem.arcs.count > 0, problem.rowGroups.count == 0,
      problem.columnGroups.count == 0,
      problem.rowDemand.allSatisfy({ $0.lower >= 0 && $0.upper <= 1 }),
      problem.columnLoad.allSatisfy({ $0.lower == 0 && $0.upper >= 0 })
    else { return nil }
    rowCount = problem.rowCount
    columnCount = problem.columnCount
    isRequired = problem.rowDemand.map { $0.lower > 0 }
    wants = problem.rowDemand.map { $0.upper > 0 }
    let wanting = wants.count { $0 }
    // A column with more places than rows want is never full, and so has one left over here too.
    let inside = problem.columnLoad.map { Int32(min($0.upper, wanting + 1)) }
    let room = inside.reduce(0) { $0 + Int($1) }
    guard wanting > 0, room > 0, isRequired.count(where: { $0 }) <= room else { return nil }
    let bounds = DenseRange.bounds(of: problem.tiers[0])
    // Every row has a place in some best plan where there is room for all and none loses by it.
    hasOutside = isRequired.contains(false) && (bounds.lowerBound < 0 || room < wanting)
    fillsAll = room == wanting && !hasOutside
    places = inside + [hasOutside ? Int32(wanting) : 0]
    guard
      let range = DenseRange(bounds, includingZero: hasOutside, rowCount: rowCount)
    else { return nil }
    self.range = range
  }
}
