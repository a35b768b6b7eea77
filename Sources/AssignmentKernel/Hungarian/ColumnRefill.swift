/// The search for rows that take places left behind at a price: paths backward from a column.
///
/// A place that is free must cost nothing. Either a path from the column's parent ends in the
/// column and brings it a row for less than the price, or the price falls until it is 0.
struct ColumnRefill<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var network: ResidualNetwork<Scalar>

  private let rows: ColumnArcs
  private var distance: [Scalar]
  /// The node after each node on its path.
  private var after: [Int32]
  /// The arc over which a row goes on, or the slot over which a column does.
  private var via: [Int]
  private var touched: [Int32] = []
  private var heap = NodeHeap<Scalar>()
  private var limit: Scalar = 0
  private var target = 0

  init(_ network: ResidualNetwork<Scalar>) {
    self.network = network
    rows = ColumnArcs(network.arcs)
    distance = Array(repeating: .max, count: network.root + 1)
    after = Array(repeating: -1, count: network.root + 1)
    via = Array(repeating: -1, count: network.root + 1)
  }

  /// Fills or frees every place of `columns`; false where the time was up before.
  mutating func refill(_ columns: [Int], limits: SolveLimits) -> Bool {
    for (index, column) in columns.enumerated() {
      if index & 63 == 0, limits.isOver { return false }
      while let loss = network.lossOfMore(column), loss < 0, fill(column, worth: -loss) {}
    }
    return true
  }

  /// One more row for the column where the price pays for it; prices move by the distances.
  private mutating func fill(_ column: Int, worth: Scalar) -> Bool {
    limit = worth
    target = Int(network.parent[column])
    after[target] = -1
    distance[column] = 0
    touched.append(Int32(column))
    heap.push(0, Int32(column))
    while let entry = heap.pop(), entry.distance < limit {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      if network.isRow(node) {
        expandRow(node, at: entry.distance)
      } else if network.isColumn(node) {
        expandColumn(node, at: entry.distance, isEnd: node == column)
      } else {
        expandGroup(node, at: entry.distance)
      }
    }
    for node in touched {
      let near = distance[Int(node)]
      if near < limit { network.potential[Int(node)] += limit - near }
      distance[Int(node)] = .max
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    guard after[target] >= 0 else { return false }
    applyPath(to: column)
    return true
  }

  /// Back over the arcs without flow into the column, and back from its parent.
  private mutating func expandColumn(_ column: Int, at near: Scalar, isEnd: Bool) {
    if !isEnd, let loss = network.lossOfLess(column) {
      reach(Int(network.parent[column]), before: column, at: near + loss)
    }
    let base = near - network.potential[column]
    rows.forEachArc(ofColumn: column - network.firstColumn) { row, arc in
      let far = base + network.potential[row] - network.weight(arc)
      guard far < distance[row], far < limit, row < network.enteredRows,
        !network.slots.holds(row: row, arc: arc)
      else { return }
      via[row] = arc
      reach(row, before: column, at: far)
    }
  }

  /// Back from the parent where the row has nothing, and back over the arcs that it holds.
  private mutating func expandRow(_ row: Int, at near: Scalar) {
    if let loss = network.lossOfMore(row) {
      reach(Int(network.parent[row]), before: row, at: near + loss)
    }
    network.slots.forEachHeld(row: row) { slot, arc in
      let column = network.firstColumn + network.arcs.column(ofArc: arc)
      let far =
        near + network.potential[column] - network.potential[row] + network.weight(arc)
      guard far < distance[column], far < limit else { return }
      via[column] = Int(slot)
      reach(column, before: row, at: far)
    }
  }

  /// From a group or the root back to its parent and to what stands in it, either way.
  private mutating func expandGroup(_ group: Int, at near: Scalar) {
    if group != network.root {
      let isRowSide = network.isRowSide(group)
      let loss = isRowSide ? network.lossOfMore(group) : network.lossOfLess(group)
      if let loss { reach(Int(network.parent[group]), before: group, at: near + loss) }
    }
    for child in network.children[group - network.firstRowGroup] {
      let node = Int(child)
      let loss = network.isRowSide(node) ? network.lossOfLess(node) : network.lossOfMore(node)
      guard let loss else { continue }
      // Other places left behind at a price are dealt with in their turn.
      reach(node, before: group, at: near + max(0, loss))
    }
  }

  private mutating func reach(_ node: Int, before next: Int, at far: Scalar) {
    guard far < distance[node], far < limit else { return }
    if distance[node] == .max { touched.append(Int32(node)) }
    distance[node] = far
    after[node] = Int32(next)
    if node == target {
      limit = far
    } else {
      heap.push(far, Int32(node))
    }
  }

  /// Moves one unit from the column's parent along the path found, and from the column back.
  private mutating func applyPath(to end: Int) {
    var node = target
    var slot = SlotLists.none
    while node != end {
      let next = Int(after[node])
      if network.isRow(node), network.isColumn(next) {
        let arc = via[node]
        if slot == SlotLists.none { slot = network.slots.freeSlot(row: node) }
        network.slots.take(slot, arc: arc, column: network.arcs.column(ofArc: arc))
        slot = SlotLists.none
      } else if network.isColumn(node), network.isRow(next) {
        slot = Int32(via[node])
        network.slots.release(slot, column: node - network.firstColumn)
      } else {
        network.moveUnit(from: node, to: next)
        slot = SlotLists.none
      }
      node = next
    }
    network.flow[end] += 1
  }
}

/// The arcs of each column.
///
/// Space: O(1) where all meet all, else O(columns + arcs).
private struct ColumnArcs {
  private let arcs: ArcPattern
  private var start: [Int] = []
  private var rowOfEntry: [Int32] = []
  private var arcOfEntry: [Int] = []

  init(_ arcs: ArcPattern) {
    self.arcs = arcs
    guard !arcs.isDense else { return }
    var start = [Int](repeating: 0, count: arcs.columnCount + 1)
    for column in arcs.columns { start[Int(column) + 1] += 1 }
    for column in 0..<arcs.columnCount { start[column + 1] += start[column] }
    var next = start
    rowOfEntry = Array(repeating: 0, count: arcs.count)
    arcOfEntry = Array(repeating: 0, count: arcs.count)
    for row in 0..<arcs.rowCount {
      for arc in arcs.arcs(ofRow: row) {
        let column = Int(arcs.columns[arc])
        rowOfEntry[next[column]] = Int32(row)
        arcOfEntry[next[column]] = arc
        next[column] += 1
      }
    }
    self.start = start
  }

  @inline(__always)
  func forEachArc(ofColumn column: Int, _ body: (_ row: Int, _ arc: Int) -> Void) {
    if arcs.isDense {
      for row in 0..<arcs.rowCount { body(row, row * arcs.columnCount + column) }
    } else {
      for entry in start[column]..<start[column + 1] {
        body(Int(rowOfEntry[entry]), arcOfEntry[entry])
      }
    }
  }
}
