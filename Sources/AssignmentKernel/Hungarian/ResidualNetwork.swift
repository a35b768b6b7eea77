/// A problem as a network with a flow on it, and potentials that price what is left.
///
/// Nodes are numbered rows, columns, groups of rows, groups of columns, root. Each node but the
/// root has an edge to its parent; flow runs from the root down to the rows, over arcs to the
/// columns and up to the root. Every residual edge *a → b* has a loss
/// π(*a*) − π(*b*) − weight that is never negative.
struct ResidualNetwork<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  let arcs: ArcPattern
  /// Weights are taken times two to this power, so that prices can move by less than one unit.
  let shift: Int
  let bonus: Scalar
  let weights: [Int64]

  let firstColumn: Int
  let firstRowGroup: Int
  let firstColumnGroup: Int
  let root: Int

  let parent: [Int32]
  let bounds: [Bounds]
  /// The nodes inside each group, groups of rows first; the root's stand last.
  let children: [[Int32]]

  var potential: [Scalar]
  /// The flow over the edge between a node and its parent.
  var flow: [Int32]
  var slots: SlotLists

  init(_ problem: AssignmentProblem, weights: [Int64], bonus: Scalar, shift: Int = 0) {
    arcs = problem.arcs
    self.weights = weights
    self.shift = shift
    self.bonus = bonus << shift
    firstColumn = problem.rowCount
    firstRowGroup = firstColumn + problem.columnCount
    firstColumnGroup = firstRowGroup + problem.rowGroups.count
    root = firstColumnGroup + problem.columnGroups.count
    let (top, rowGroup, columnGroup) = (Int32(root), Int32(firstRowGroup), Int32(firstColumnGroup))
    parent =
      problem.rowGroups.parentOfMember.map { $0 < 0 ? top : rowGroup + $0 }
      + problem.columnGroups.parentOfMember.map { $0 < 0 ? top : columnGroup + $0 }
      + problem.rowGroups.parentOfGroup.map { $0 < 0 ? top : rowGroup + $0 }
      + problem.columnGroups.parentOfGroup.map { $0 < 0 ? top : columnGroup + $0 }
    bounds =
      problem.rowDemand + problem.columnLoad + problem.rowGroups.bounds
      + problem.columnGroups.bounds
    var children = [[Int32]](repeating: [], count: root - firstRowGroup + 1)
    if problem.rowGroups.count + problem.columnGroups.count > 0 {
      for (node, above) in parent.enumerated() {
        children[Int(above) - firstRowGroup].append(Int32(node))
      }
    }
    self.children = children
    flow = Array(repeating: 0, count: root)
    slots = SlotLists(problem)
    potential = Array(repeating: 0, count: root + 1)
  }

  /// The scaled weight of an arc.
  @inline(__always)
  func weight(_ arc: Int) -> Scalar { scaled(weights[arc]) }

  @inline(__always)
  func scaled(_ weight: Int64) -> Scalar { Scalar(truncatingIfNeeded: weight) << shift }

  @inline(__always)
  func isRow(_ node: Int) -> Bool { node < firstColumn }

  @inline(__always)
  func isColumn(_ node: Int) -> Bool { node >= firstColumn && node < firstRowGroup }

  @inline(__always)
  func isRowSide(_ node: Int) -> Bool {
    node < firstColumn || (node >= firstRowGroup && node < firstColumnGroup)
  }

  /// The loss of one more unit over the edge of `node`, or nil where the edge is full.
  @inline(__always)
  func lossOfMore(_ node: Int) -> Scalar? {
    let bounds = bounds[node]
    let flow = Int(flow[node])
    guard flow < bounds.upper else { return nil }
    let difference = potential[node] - potential[Int(parent[node])]
    return (isRowSide(node) ? -difference : difference) - (flow < bounds.lower ? bonus : 0)
  }

  /// The loss of one unit less over the edge of `node`, or nil where the edge is empty.
  ///
  /// An edge with a lower bound below 0 never counts as empty: no path comes to use that, but its
  /// loss keeps the potentials from leaning on a bound that does not exist.
  @inline(__always)
  func lossOfLess(_ node: Int) -> Scalar? {
    let flow = Int(flow[node])
    guard flow > 0 || flow > bounds[node].lower else { return nil }
    let difference = potential[node] - potential[Int(parent[node])]
    return (isRowSide(node) ? difference : -difference)
      + (flow <= bounds[node].lower ? bonus : 0)
  }

  /// One unit over the edge between a node and its parent, in the direction given.
  mutating func moveUnit(from tail: Int, to head: Int) {
    let isUp = tail != root && Int(parent[tail]) == head
    let node = isUp ? tail : head
    flow[node] += isUp == isRowSide(node) ? -1 : 1
  }

  /// The column of an arc of a row.
  @inline(__always)
  func column(_ arc: Int, in range: Range<Int>) -> Int {
    arcs.isDense ? arc - range.lowerBound : Int(arcs.columns[arc])
  }

  /// The arcs of each column.
  var columnArcs: ColumnArcs { ColumnArcs(arcs, weights: weights) }

  /// Whether the flow reaches all lower bounds.
  var keepsLowerBounds: Bool {
    bounds.indices.allSatisfy { Int(flow[$0]) >= bounds[$0].lower }
  }

  /// The arcs with flow, ascending.
  var chosenArcs: [Int] { slots.arcs }

  /// The potentials by kind of node, in units of the weights and with the root at 0.
  ///
  /// Rounding down keeps every loss at 0 or above, because the weights are whole.
  var potentials: Potentials {
    let zero = Int128(potential[root])
    func wide(_ range: Range<Int>) -> [Int128] {
      potential[range].map { (Int128($0) - zero) >> Int128(shift) }
    }
    return Potentials(
      rows: wide(0..<firstColumn), columns: wide(firstColumn..<firstRowGroup),
      rowGroups: wide(firstRowGroup..<firstColumnGroup),
      columnGroups: wide(firstColumnGroup..<root))
  }
}
