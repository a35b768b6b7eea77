/// Dijkstra's search for the path along which a row takes a place, and the flow change along it.
///
/// It starts at a row, ends at the row's parent (the root, or its group), and gives up at the
/// distance beyond which the row is better left alone.
struct AugmentingPathSearch<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var network: ResidualNetwork<Scalar>
  /// Whether the search came to its end before the time was up.
  var isFinished = false

  private var labels: SearchLabels<Scalar>

  init(_ network: ResidualNetwork<Scalar>) {
    self.network = network
    labels = SearchLabels(nodeCount: network.root + 1)
  }

  /// One more unit for a row or group of rows where that gains.
  ///
  /// Potentials move by the shortest distances.
  mutating func augment(from start: Int) -> Bool {
    guard let loss = network.lossOfMore(start), loss < 0 else { return false }
    labels.begin(at: start, target: Int(network.parent[start]), limit: -loss)
    while let (node, near) = labels.next() { expand(node, at: near) }
    labels.end { node, lack in network.potential[node] -= lack }
    guard labels.isFound else { return false }
    applyPath(from: start)
    return true
  }
}

extension AugmentingPathSearch {
  private mutating func expand(_ node: Int, at distance: Scalar) {
    if network.isColumn(node) {
      expandColumn(node, at: distance)
    } else if network.isRow(node) {
      expandRow(node, at: distance)
    } else {
      expandGroup(node, at: distance)
    }
  }

  /// Over the row's arcs that have no flow, and back to its parent.
  private mutating func expandRow(_ row: Int, at near: Scalar) {
    let base = near + network.potential[row]
    let isShared = network.bounds[row].upper > 1
    let first = network.firstColumn
    if network.arcs.isDense {
      let arcs = network.arcs.arcs(ofRow: row)
      for arc in arcs {
        let column = first + arc - arcs.lowerBound
        let far = base - network.potential[column] - network.weight(arc)
        if labels.isNearer(column, at: far) {
          reachColumn(column, over: arc, from: row, at: far, isShared: isShared)
        }
      }
    } else {
      for arc in network.arcs.arcs(ofRow: row) {
        let column = first + Int(network.arcs.columns[arc])
        let far = base - network.potential[column] - network.weight(arc)
        if labels.isNearer(column, at: far) {
          reachColumn(column, over: arc, from: row, at: far, isShared: isShared)
        }
      }
    }
    if let loss = network.lossOfLess(row) {
      labels.reach(Int(network.parent[row]), from: row, at: near + loss)
    }
  }

  private mutating func reachColumn(
    _ column: Int, over arc: Int, from row: Int, at far: Scalar, isShared: Bool
  ) {
    guard !isShared || !network.slots.holds(row: row, arc: arc) else { return }
    labels.reach(column, from: row, via: arc, at: far)
  }

  /// Up where there is room, and back over the arcs that have flow.
  private mutating func expandColumn(_ column: Int, at near: Scalar) {
    if let loss = network.lossOfMore(column) {
      // A place left behind at a price has a loss below 0: it is to be taken where it is reached.
      labels.reach(Int(network.parent[column]), from: column, at: near + max(0, loss))
    }
    var slot = network.slots.firstSlot(ofColumn: column - network.firstColumn)
    while slot != SlotLists.none {
      let row = network.slots.row(ofSlot: slot)
      let weight = network.weight(network.slots.arc(ofSlot: slot))
      let far = near + network.potential[column] - network.potential[row] + weight
      if labels.isNearer(row, at: far) {
        if far == near {
          labels.mark(row, from: column, via: Int(slot), at: far)
          expandRow(row, at: far)
        } else {
          labels.reach(row, from: column, via: Int(slot), at: far)
        }
      }
      slot = network.slots.slot(after: slot)
    }
  }

  /// From a group or the root to its parent and to what stands in it, either way.
  private mutating func expandGroup(_ group: Int, at near: Scalar) {
    let isRowSide = network.isRowSide(group)
    if group != network.root {
      let loss = isRowSide ? network.lossOfLess(group) : network.lossOfMore(group)
      if let loss {
        labels.reach(Int(network.parent[group]), from: group, at: near + max(0, loss))
      }
    }
    for child in network.children[group - network.firstRowGroup] {
      let node = Int(child)
      let isChildRowSide = network.isRowSide(node)
      let loss = isChildRowSide ? network.lossOfMore(node) : network.lossOfLess(node)
      guard let loss else { continue }
      // A row that waits for its turn has a loss below 0.
      labels.reach(node, from: group, via: Int(SlotLists.none), at: near + max(0, loss))
    }
  }
}

extension AugmentingPathSearch {
  /// Moves one unit along the path found, from its end to `start`.
  private mutating func applyPath(from start: Int) {
    var node = Int(network.parent[start])
    // The arc that the row met next on the way back is to take.
    var pending: (arc: Int, column: Int)?
    while node != start {
      if network.isRow(node) {
        settleRow(node, taking: pending, isStart: false)
        pending = nil
      }
      let previous = labels.neighbour(of: node)
      if network.isRow(previous), network.isColumn(node) {
        pending = (labels.path(to: node), node - network.firstColumn)
      } else if !(network.isColumn(previous) && network.isRow(node)) {
        network.moveUnit(from: previous, to: node)
      }
      node = previous
    }
    if network.isRow(start) { settleRow(start, taking: pending, isStart: true) }
    network.flow[start] += 1
  }

  /// Gives up the slot over which the row was reached, and takes the arc by which it was left.
  private mutating func settleRow(_ row: Int, taking arc: (arc: Int, column: Int)?, isStart: Bool) {
    var slot = isStart ? SlotLists.none : Int32(labels.path(to: row))
    if slot != SlotLists.none {
      let old = network.arcs.column(ofArc: network.slots.arc(ofSlot: slot))
      network.slots.release(slot, column: old)
    }
    guard let arc else { return }
    if slot == SlotLists.none { slot = network.slots.freeSlot(row: row) }
    network.slots.take(slot, arc: arc.arc, column: arc.column)
  }
}
