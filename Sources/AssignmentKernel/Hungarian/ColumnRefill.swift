/// The search for rows that take places left behind at a price: paths backward from a column or
/// a group of columns.
///
/// A place that is free must cost nothing. Either a path from the parent ends in the node and
/// brings it a row for less than the price, or the price falls until it is 0.
struct ColumnRefill<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var network: ResidualNetwork<Scalar>

  private let rows: ColumnArcs
  private var labels: SearchLabels<Scalar>

  init(_ network: ResidualNetwork<Scalar>) {
    self.network = network
    rows = network.columnArcs
    labels = SearchLabels(nodeCount: network.root + 1)
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
    labels.begin(at: end, target: Int(network.parent[end]), limit: worth)
    while let (node, near) = labels.next() {
      if network.isRow(node) {
        expandRow(node, at: near)
      } else if network.isColumn(node) {
        expandColumn(node, at: near)
      } else {
        expandGroup(node, at: near)
      }
    }
    labels.end { node, lack in network.potential[node] += lack }
    guard labels.isFound else { return false }
    applyPath(to: end)
    return true
  }

  /// Back over the arcs without flow into the column, and back from its parent.
  private mutating func expandColumn(_ column: Int, at near: Scalar) {
    if let loss = network.lossOfLess(column) {
      labels.reach(Int(network.parent[column]), from: column, at: near + loss)
    }
    let base = near - network.potential[column]
    let place = column - network.firstColumn
    for entry in rows.entries(ofColumn: place) {
      let row = rows.row(at: entry, ofColumn: place)
      let far = base + network.potential[row] - network.scaled(rows.weight(at: entry))
      guard labels.isNearer(row, at: far), !network.slots.holds(row: row, column: place)
      else { continue }
      labels.reach(row, from: column, at: far)
    }
  }

  /// Back from the parent where the row has nothing, and back over the arcs that it holds.
  private mutating func expandRow(_ row: Int, at near: Scalar) {
    if let loss = network.lossOfMore(row) {
      labels.reach(Int(network.parent[row]), from: row, at: near + loss)
    }
    for slot in network.slots.slots(ofRow: row) where network.slots.arc(ofSlot: slot) >= 0 {
      let column = network.firstColumn + network.slots.column(ofSlot: slot)
      let far =
        near + network.potential[column] - network.potential[row]
        + network.weight(network.slots.arc(ofSlot: slot))
      labels.reach(column, from: row, via: Int(slot), at: far)
    }
  }

  /// From a group or the root back to its parent and to what stands in it, either way.
  private mutating func expandGroup(_ group: Int, at near: Scalar) {
    if group != network.root {
      let isRowSide = network.isRowSide(group)
      let loss = isRowSide ? network.lossOfMore(group) : network.lossOfLess(group)
      if let loss {
        labels.reach(Int(network.parent[group]), from: group, at: near + max(0, loss))
      }
    }
    for child in network.children[group - network.firstRowGroup] {
      let node = Int(child)
      let loss = network.isRowSide(node) ? network.lossOfLess(node) : network.lossOfMore(node)
      guard let loss else { continue }
      // Other places left behind at a price are dealt with in their turn.
      labels.reach(node, from: group, at: near + max(0, loss))
    }
  }

  /// Moves one unit from the parent along the path found, and from the end back to the parent.
  private mutating func applyPath(to end: Int) {
    var node = Int(network.parent[end])
    var slot = SlotLists.none
    while node != end {
      let next = labels.neighbour(of: node)
      if network.isRow(node), network.isColumn(next) {
        let column = next - network.firstColumn
        guard let arc = network.arcs.arc(row: node, column: column) else {
          preconditionFailure("a path follows the arcs of the problem")
        }
        if slot == SlotLists.none { slot = network.slots.freeSlot(row: node) }
        network.slots.take(slot, arc: arc, column: column)
        slot = SlotLists.none
      } else if network.isColumn(node), network.isRow(next) {
        slot = Int32(labels.path(to: node))
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
