/// The search for rows that take places left behind at a price: paths backward from a column or
/// a group of columns.
///
/// A place that is free must cost nothing. Either a path from the parent ends in the node and
/// brings it a row for less than the price, or the price falls until it is 0.
struct ColumnRefill<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var network: ResidualNetwork<Scalar>

  private let rows: ColumnArcs
  private var distance: [Scalar]
  /// The node after each node on its path.
  private var after: [Int32]
  /// The slot over which a column goes on.
  private var via: [Int32]
  private var touched: [Int32] = []
  private var heap = NodeHeap<Scalar>()
  private var limit: Scalar = 0
  private var target = 0

  init(_ network: ResidualNetwork<Scalar>) {
    self.network = network
    rows = network.columnArcs
    distance = Array(repeating: .max, count: network.root + 1)
    after = Array(repeating: -1, count: network.root + 1)
    via = Array(repeating: -1, count: network.root + 1)
  }

  /// Fills or frees every place of columns and groups; false where the time was up before.
  mutating func refill(_ nodes: [Int], limits: SolveLimits) -> Bool {
    for (index, node) in nodes.enumerated() {
      if index & 63 == 0, limits.isOver { return false }
      while let loss = network.lossOfMore(node), loss < 0, fill(node, worth: -loss) {}
    }
    return true
  }

  /// One more unit for the node where the price pays for it; prices move by the distances.
  private mutating func fill(_ end: Int, worth: Scalar) -> Bool {
    limit = worth
    target = Int(network.parent[end])
    after[target] = -1
    distance[end] = 0
    touched.append(Int32(end))
    heap.push(0, Int32(end))
    while let entry = heap.pop(), entry.distance < limit {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      if network.isRow(node) {
        expandRow(node, at: entry.distance)
      } else if network.isColumn(node) {
        expandColumn(node, at: entry.distance)
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
    applyPath(to: end)
    return true
  }

  /// Back over the arcs without flow into the column, and back from its parent.
  private mutating func expandColumn(_ column: Int, at near: Scalar) {
    if let loss = network.lossOfLess(column) {
      reach(Int(network.parent[column]), before: column, at: near + loss)
    }
    let base = near - network.potential[column]
    let place = column - network.firstColumn
    for entry in rows.entries(ofColumn: place) {
      let row = rows.row(at: entry, ofColumn: place)
      let far = base + network.potential[row] - network.scaled(rows.weight(at: entry))
      guard far < distance[row], far < limit, !network.slots.holds(row: row, column: place)
      else { continue }
      reach(row, before: column, at: far)
    }
  }

  /// Back from the parent where the row has nothing, and back over the arcs that it holds.
  private mutating func expandRow(_ row: Int, at near: Scalar) {
    if let loss = network.lossOfMore(row) {
      reach(Int(network.parent[row]), before: row, at: near + loss)
    }
    for slot in network.slots.slots(ofRow: row) where network.slots.arc(ofSlot: slot) >= 0 {
      let column = network.firstColumn + network.slots.column(ofSlot: slot)
      let far =
        near + network.potential[column] - network.potential[row]
        + network.weight(network.slots.arc(ofSlot: slot))
      guard far < distance[column], far < limit else { continue }
      via[column] = slot
      reach(column, before: row, at: far)
    }
  }

  /// From a group or the root back to its parent and to what stands in it, either way.
  private mutating func expandGroup(_ group: Int, at near: Scalar) {
    if group != network.root {
      let isRowSide = network.isRowSide(group)
      let loss = isRowSide ? network.lossOfMore(group) : network.lossOfLess(group)
      if let loss { reach(Int(network.parent[group]), before: group, at: near + max(0, loss)) }
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

  /// Moves one unit from the parent along the path found, and from the end back to the parent.
  private mutating func applyPath(to end: Int) {
    var node = target
    var slot = SlotLists.none
    while node != end {
      let next = Int(after[node])
      if network.isRow(node), network.isColumn(next) {
        let column = next - network.firstColumn
        guard let arc = network.arcs.arc(row: node, column: column) else {
          preconditionFailure("a path follows the arcs of the problem")
        }
        if slot == SlotLists.none { slot = network.slots.freeSlot(row: node) }
        network.slots.take(slot, arc: arc, column: column)
        slot = SlotLists.none
      } else if network.isColumn(node), network.isRow(next) {
        slot = via[node]
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
