/// A ``GroupProblem`` by columns, with its tying constraints numbered in one row: rows, groups of
/// rows, groups of columns, limits on open columns, and rules that a column's kit leaves out.
///
/// Space: O(arcs + members of rules and companies).
struct GroupModel: Sendable {
  let problem: GroupProblem
  let assignment: AssignmentProblem
  /// Where each column's arcs start, with the number of arcs at the end.
  let start: [Int]
  /// The arc and the row at each place.
  let arcs: [Int]
  let rows: [Int32]
  /// The place of each arc.
  let placeOfArc: [Int]
  /// The load of each column while it is open.
  let load: [Bounds]
  /// What companies and rules ask of a column; nil where they ask nothing.
  let kits: [ColumnKit?]
  let alike: LikeColumns

  /// The tying constraints.
  let constraints: [Bounds]
  let firstRowGroup: Int
  let firstColumnGroup: Int
  let firstLimit: Int
  /// From here on a constraint is a rule in one column, and holds only while that is open.
  let firstRule: Int
  /// The rule and its column, for each from ``firstRule`` on.
  let looseRules: [(column: Int, rule: ColumnKit.Rule)]
  /// The constraints that are rules of each column.
  let rulesOfColumn: [[Int]]
  /// The constraint around each row group and column group, or -1.
  let outer: [Int]
  let limitsOfColumn: [[Int32]]

  var rowCount: Int { assignment.rowCount }
  var columnCount: Int { assignment.columnCount }
  var tierCount: Int { assignment.tiers.count }

  init(_ problem: GroupProblem) {
    self.problem = problem
    assignment = problem.assignment
    let assignment = problem.assignment
    alike = LikeColumns(problem)
    var degree = [Int](repeating: 0, count: assignment.columnCount + 1)
    var rowDegree = [Int](repeating: 0, count: assignment.rowCount)
    for row in 0..<assignment.rowCount {
      let range = assignment.arcs.arcs(ofRow: row)
      rowDegree[row] = range.count
      for arc in range { degree[assignment.arcs.column(ofArc: arc) + 1] += 1 }
    }
    for column in 0..<assignment.columnCount { degree[column + 1] += degree[column] }
    start = degree
    var next = degree
    var arcs = [Int](repeating: 0, count: assignment.arcs.count)
    var rows = [Int32](repeating: 0, count: assignment.arcs.count)
    var placeOfArc = arcs
    for row in 0..<assignment.rowCount {
      for arc in assignment.arcs.arcs(ofRow: row) {
        let column = assignment.arcs.column(ofArc: arc)
        arcs[next[column]] = arc
        rows[next[column]] = Int32(row)
        placeOfArc[arc] = next[column]
        next[column] += 1
      }
    }
    (self.arcs, self.rows, self.placeOfArc) = (arcs, rows, placeOfArc)
    let start = degree
    let columnDegree = (0..<assignment.columnCount).map { start[$0 + 1] - start[$0] }
    load = (0..<assignment.columnCount).map { column in
      let bounds = assignment.columnLoad[column]
      return Bounds(
        lower: problem.mayClose[column] ? max(1, bounds.lower) : bounds.lower,
        upper: min(bounds.upper, columnDegree[column]))
    }
    let kits = ColumnKit.kits(of: problem, start: start, rows: rows, load: load)
    self.kits = kits

    let (rowGroups, columnGroups) = (assignment.rowGroups, assignment.columnGroups)
    firstRowGroup = assignment.rowCount
    firstColumnGroup = firstRowGroup + rowGroups.count
    firstLimit = firstColumnGroup + columnGroups.count
    firstRule = firstLimit + problem.openLimits.count
    let looseRules = kits.enumerated().flatMap { column, kit in
      (kit?.looseRules ?? []).map { (column: column, rule: $0) }
    }
    var rulesOfColumn = [[Int]](repeating: [], count: assignment.columnCount)
    for (index, entry) in looseRules.enumerated() {
      rulesOfColumn[entry.column].append(firstRule + index)
    }
    (self.looseRules, self.rulesOfColumn) = (looseRules, rulesOfColumn)
    func clipped(_ bounds: Bounds, _ most: Int) -> Bounds {
      Bounds(lower: bounds.lower, upper: max(bounds.lower, min(bounds.upper, most)))
    }
    constraints =
      zip(assignment.rowDemand, rowDegree).map(clipped)
      + zip(rowGroups.bounds, rowGroups.load(from: rowDegree)).map(clipped)
      + zip(columnGroups.bounds, columnGroups.load(from: columnDegree)).map(clipped)
      + problem.openLimits.map { clipped($0.bounds, $0.columns.count) }
      + looseRules.map { clipped($0.rule.bounds, $0.rule.places.count) }
    let (firstRowGroup, firstColumnGroup) = (firstRowGroup, firstColumnGroup)
    outer =
      rowGroups.parentOfMember.map { $0 < 0 ? -1 : firstRowGroup + Int($0) }
      + rowGroups.parentOfGroup.map { $0 < 0 ? -1 : firstRowGroup + Int($0) }
      + columnGroups.parentOfGroup.map { $0 < 0 ? -1 : firstColumnGroup + Int($0) }
      + Array(repeating: -1, count: problem.openLimits.count + looseRules.count)
    var limits = [[Int32]](repeating: [], count: assignment.columnCount)
    for (index, limit) in problem.openLimits.enumerated() {
      for column in limit.columns { limits[column].append(Int32(index)) }
    }
    limitsOfColumn = limits
  }

  /// The constraint around a column, or -1.
  func outerOfColumn(_ column: Int) -> Int {
    let group = assignment.columnGroups.parentOfMember[column]
    return group < 0 ? -1 : firstColumnGroup + Int(group)
  }

  /// The column of a constraint that is a rule.
  func column(ofRule constraint: Int) -> Int { looseRules[constraint - firstRule].column }

  /// The places of a constraint that is a rule, from the first of its column.
  func places(ofRule constraint: Int) -> [Int] {
    looseRules[constraint - firstRule].rule.places
  }

  /// Adds `count` to a constraint and to those around it.
  func add(_ count: Int, from start: Int, to use: inout [Int]) {
    var constraint = start
    while count != 0, constraint >= 0 {
      use[constraint] += count
      constraint = outer[constraint]
    }
  }

  func places(of column: Int) -> Range<Int> { start[column]..<start[column + 1] }

  /// What ties up each row or column group in all, from the prices of its own constraint and of
  /// those around it.
  func summed<Scalar: SignedNumeric>(_ prices: [Scalar]) -> [Scalar] {
    var sums = prices
    guard firstRowGroup < firstLimit else { return sums }
    var isDone = [Bool](repeating: false, count: firstLimit)
    func settle(_ constraint: Int) {
      guard !isDone[constraint] else { return }
      isDone[constraint] = true
      let around = outer[constraint]
      guard around >= 0 else { return }
      settle(around)
      sums[constraint] += sums[around]
    }
    for constraint in 0..<firstLimit { settle(constraint) }
    return sums
  }
}
