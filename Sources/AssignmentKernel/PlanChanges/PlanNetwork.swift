/// A plan as a flow: what each node and group is used, and which edges have room for a unit more
/// or a unit less.
///
/// Nodes are numbered rows, columns, groups of rows, groups of columns, root. Each node but the
/// root has an edge to its parent; flow runs from the root down to the rows, over arcs to the
/// columns and up to the root (see ``Certificate``).
///
/// Space: O(*A* + *N*) for *A* arcs and *N* nodes.
struct PlanNetwork: Sendable {
  let arcs: ArcPattern
  let firstColumn: Int
  let firstRowGroup: Int
  let firstColumnGroup: Int
  let root: Int
  let parent: [Int32]
  let bounds: [Bounds]
  /// The flow over the edge between each node and its parent.
  private(set) var flow: [Int]
  /// Whether each arc is chosen.
  private(set) var isChosen: [Bool]
  /// The chosen arcs of each column.
  private(set) var held: [[Int]]

  private let childStart: [Int]
  private let child: [Int32]

  /// - Complexity: O(*A* + *N* + *U* · depth) time for a plan of *U* arcs.
  init(_ problem: AssignmentProblem, plan: [Int]) {
    arcs = problem.arcs
    firstColumn = problem.rowCount
    firstRowGroup = firstColumn + problem.columnCount
    firstColumnGroup = firstRowGroup + problem.rowGroups.count
    root = firstColumnGroup + problem.columnGroups.count
    let (top, rowGroup, columnGroup) = (Int32(root), Int32(firstRowGroup), Int32(firstColumnGroup))
    let parent =
      problem.rowGroups.parentOfMember.map { $0 < 0 ? top : rowGroup + $0 }
      + problem.columnGroups.parentOfMember.map { $0 < 0 ? top : columnGroup + $0 }
      + problem.rowGroups.parentOfGroup.map { $0 < 0 ? top : rowGroup + $0 }
      + problem.columnGroups.parentOfGroup.map { $0 < 0 ? top : columnGroup + $0 }
    self.parent = parent
    bounds =
      problem.rowDemand + problem.columnLoad + problem.rowGroups.bounds
      + problem.columnGroups.bounds
    var start = [Int](repeating: 0, count: root - firstRowGroup + 2)
    for above in parent { start[Int(above) - firstRowGroup + 1] += 1 }
    for index in start.indices.dropFirst() { start[index] += start[index - 1] }
    childStart = start
    var child = [Int32](repeating: 0, count: parent.count)
    for (node, above) in parent.enumerated() {
      child[start[Int(above) - firstRowGroup]] = Int32(node)
      start[Int(above) - firstRowGroup] += 1
    }
    self.child = child
    flow = Array(repeating: 0, count: root)
    isChosen = Array(repeating: false, count: arcs.count)
    held = Array(repeating: [], count: problem.columnCount)
    for arc in plan { take(arc) }
  }

  func isRow(_ node: Int) -> Bool { node < firstColumn }

  func isColumn(_ node: Int) -> Bool { node >= firstColumn && node < firstRowGroup }

  func isRowSide(_ node: Int) -> Bool {
    node < firstColumn || (node >= firstRowGroup && node < firstColumnGroup)
  }

  /// Whether the edge of a node has room for a unit more.
  func hasMore(_ node: Int) -> Bool { flow[node] < bounds[node].upper }

  /// Whether the edge of a node can do with a unit less.
  func hasLess(_ node: Int) -> Bool { flow[node] > bounds[node].lower }

  /// Whether a unit can go from a node up to its parent: flow on the side of the rows runs down.
  func canClimb(_ node: Int) -> Bool { isRowSide(node) ? hasLess(node) : hasMore(node) }

  /// Whether a unit can go from its parent down to a node.
  func canDescend(_ node: Int) -> Bool { isRowSide(node) ? hasMore(node) : hasLess(node) }

  /// What stands in a group, or in the root.
  func children(of group: Int) -> ArraySlice<Int32> {
    child[childStart[group - firstRowGroup]..<childStart[group - firstRowGroup + 1]]
  }

  /// Changes the plan; the flow must keep to the bounds at the end.
  mutating func apply(dropped: [Int], taken: [Int]) {
    for arc in dropped { drop(arc) }
    for arc in taken { take(arc) }
  }

  private mutating func take(_ arc: Int) {
    isChosen[arc] = true
    held[arcs.column(ofArc: arc)].append(arc)
    add(1, over: arc)
  }

  private mutating func drop(_ arc: Int) {
    isChosen[arc] = false
    held[arcs.column(ofArc: arc)].removeAll { $0 == arc }
    add(-1, over: arc)
  }

  private mutating func add(_ units: Int, over arc: Int) {
    for end in [arcs.row(ofArc: arc), firstColumn + arcs.column(ofArc: arc)] {
      var node = end
      while node != root {
        flow[node] += units
        node = Int(parent[node])
      }
    }
  }
}
