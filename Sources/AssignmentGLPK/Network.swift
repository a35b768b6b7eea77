import AssignmentKernel

/// The network of a problem, its nodes numbered: rows, groups of rows, columns, groups of columns.
///
/// Every node but the root hangs on one parent: a node on its smallest group, a group on the
/// group around it, the rest on the root. The edge to the parent carries the node's use, within
/// the node's bounds; its dual is the node's. Space: O(nodes).
struct Network {
  let rowCount: Int
  let columnCount: Int
  /// The number of the first column.
  let firstColumn: Int
  /// The number of nodes without the root, which is the number of the root.
  let root: Int
  /// The parent of each node.
  let parent: [Int32]
  /// The bounds of each node.
  let bounds: [Bounds]
  /// How many arcs pass each node.
  let arcCount: [Int]

  private let rowStart: [Int]
  private let arcColumns: [Int32]

  init(_ problem: AssignmentProblem) {
    rowCount = problem.rowCount
    columnCount = problem.columnCount
    let firstRowGroup = rowCount
    firstColumn = firstRowGroup + problem.rowGroups.count
    let firstColumnGroup = firstColumn + columnCount
    root = firstColumnGroup + problem.columnGroups.count
    rowStart = problem.arcs.rowStart
    arcColumns = problem.arcs.columns
    bounds =
      problem.rowDemand + problem.rowGroups.bounds + problem.columnLoad
      + problem.columnGroups.bounds

    let top = Int32(root)
    func shifted(_ parents: [Int32], by first: Int) -> [Int32] {
      parents.map { $0 < 0 ? top : $0 + Int32(first) }
    }
    parent =
      shifted(problem.rowGroups.parentOfMember, by: firstRowGroup)
      + shifted(problem.rowGroups.parentOfGroup, by: firstRowGroup)
      + shifted(problem.columnGroups.parentOfMember, by: firstColumnGroup)
      + shifted(problem.columnGroups.parentOfGroup, by: firstColumnGroup)

    var columnDegree = [Int](
      repeating: problem.arcs.isDense ? rowCount : 0, count: columnCount)
    for column in arcColumns { columnDegree[Int(column)] += 1 }
    let rowDegree = (0..<rowCount).map { problem.arcs.arcs(ofRow: $0).count }
    arcCount =
      rowDegree + problem.rowGroups.load(from: rowDegree) + columnDegree
      + problem.columnGroups.load(from: columnDegree)
  }

  /// Whether no choice of arcs can break the node's bounds.
  func isSlack(_ node: Int) -> Bool {
    bounds[node].lower <= 0 && bounds[node].upper >= arcCount[node]
  }

  /// Calls `body` with each node from `node` up to, not including, the root.
  @inline(__always)
  func climb(from node: Int, _ body: (Int) -> Void) {
    var node = node
    while node != root {
      body(node)
      node = Int(parent[node])
    }
  }

  /// Calls `body` with each arc of a row and its column, ascending.
  @inline(__always)
  func forEachArc(ofRow row: Int, _ body: (_ arc: Int, _ column: Int) -> Void) {
    if rowStart.isEmpty {
      let first = row * columnCount
      for column in 0..<columnCount { body(first + column, column) }
    } else {
      for arc in rowStart[row]..<rowStart[row + 1] { body(arc, Int(arcColumns[arc])) }
    }
  }

  /// How often each node is used by pairs of a row and a column.
  func use(of pairs: some Sequence<(row: Int, column: Int)>) -> [Int] {
    var use = [Int](repeating: 0, count: root)
    for pair in pairs {
      climb(from: pair.row) { use[$0] += 1 }
      climb(from: firstColumn + pair.column) { use[$0] += 1 }
    }
    return use
  }
}
