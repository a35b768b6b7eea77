/// Dijkstra's search for the path along which a row takes a place, and the flow change along it.
///
/// It starts at a row, ends at the row's parent (the root, or its group), and gives up at the
/// distance beyond which the row is better left alone.
struct AugmentingPathSearch<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
  var network: ResidualNetwork<Scalar>
  /// Whether the search came to its end before the time was up.
  var isFinished = false

  private var distance: [Scalar]
  /// The node before each node on its path.
  private var before: [Int32]
  /// The arc over which a column was reached, or the slot over which a row was.
  private var via: [Int]
  private var touched: [Int32] = []
  private var heap = NodeHeap<Scalar>()
  private var limit: Scalar = 0
  private var target = 0

  init(_ network: ResidualNetwork<Scalar>) {
    self.network = network
    distance = Array(repeating: Scalar.max, count: network.root + 1)
    before = Array(repeating: -1, count: network.root + 1)
    via = Array(repeating: -1, count: network.root + 1)
  }

  /// One more unit for a row or group of rows where that gains.
  ///
  /// Potentials move by the shortest distances.
  mutating func augment(from start: Int) -> Bool {
    guard let loss = network.lossOfMore(start), loss < 0 else { return false }
    limit = -loss
    target = Int(network.parent[start])
    before[target] = -1
    distance[start] = 0
    touched.append(Int32(start))
    expand(start, at: 0)
    while let entry = heap.pop(), entry.distance < limit {
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      expand(node, at: entry.distance)
    }
    let isFound = before[target] >= 0
    for node in touched {
      let near = distance[Int(node)]
      if near < limit { network.potential[Int(node)] += near - limit }
      distance[Int(node)] = .max
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    if isFound { applyPath(from: start) }
    return isFound
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
        if far < distance[column], far < limit {
          reachColumn(column, over: arc, from: row, at: far, isShared: isShared)
        }
      }
    } else {
      for arc in network.arcs.arcs(ofRow: row) {
        let column = first + Int(network.arcs.columns[arc])
        let far = base - network.potential[column] - network.weight(arc)
        if far < distance[column], far < limit {
          reachColumn(column, over: arc, from: row, at: far, isShared: isShared)
        }
      }
    }
    if let loss = network.lossOfLess(row) {
      reach(Int(network.parent[row]), from: row, at: near + loss)
    }
  }

  private mutating func reachColumn(
    _ column: Int, over arc: Int, from row: Int, at far: Scalar, isShared: Bool
  ) {
    guard !isShared || !network.slots.holds(row: row, arc: arc) else { return }
    via[column] = arc
    reach(column, from: row, at: far)
  }

  /// Up where there is room, and back over the arcs that have flow.
  private mutating func expandColumn(_ column: Int, at near: Scalar) {
    if let loss = network.lossOfMore(column) {
      // A place left behind at a price has a loss below 0: it is to be taken where it is reached.
      reach(Int(network.parent[column]), from: column, at: near + max(0, loss))
    }
    var slot = network.slots.firstSlot(ofColumn: column - network.firstColumn)
    while slot != SlotLists.none {
      let row = network.slots.row(ofSlot: slot)
      let weight = network.weight(network.slots.arc(ofSlot: slot))
      let far = near + network.potential[column] - network.potential[row] + weight
      if far < distance[row], far < limit {
        via[row] = Int(slot)
        if far == near {
          if distance[row] == .max { touched.append(Int32(row)) }
          distance[row] = far
          before[row] = Int32(column)
          expandRow(row, at: far)
        } else {
          reach(row, from: column, at: far)
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
      if let loss { reach(Int(network.parent[group]), from: group, at: near + max(0, loss)) }
    }
    for child in network.children[group - network.firstRowGroup] {
      let node = Int(child)
      let isChildRowSide = network.isRowSide(node)
      let loss = isChildRowSide ? network.lossOfMore(node) : network.lossOfLess(node)
      guard let loss else { continue }
      // A row that waits for its turn has a loss below 0.
      let far = near + max(0, loss)
      if network.isRow(node), far < distance[node] { via[node] = Int(SlotLists.none) }
      reach(node, from: group, at: far)
    }
  }

  @inline(__always)
  private mutating func reach(_ node: Int, from previous: Int, at far: Scalar) {
    guard far < distance[node], far < limit else { return }
    if distance[node] == .max { touched.append(Int32(node)) }
    distance[node] = far
    before[node] = Int32(previous)
    if node == target {
      limit = far
    } else {
      heap.push(far, Int32(node))
    }
  }
}

extension AugmentingPathSearch {
  /// Moves one unit along the path found, from its end to `start`.
  private mutating func applyPath(from start: Int) {
    var node = target
    // The arc that the row met next on the way back is to take.
    var pending: (arc: Int, column: Int)?
    while node != start {
      if network.isRow(node) {
        settleRow(node, taking: pending, isStart: false)
        pending = nil
      }
      let previous = Int(before[node])
      if network.isRow(previous), network.isColumn(node) {
        pending = (via[node], node - network.firstColumn)
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
    var slot = isStart ? SlotLists.none : Int32(via[row])
    if slot != SlotLists.none {
      let old = network.arcs.column(ofArc: network.slots.arc(ofSlot: slot))
      network.slots.release(slot, column: old)
    }
    guard let arc else { return }
    if slot == SlotLists.none { slot = network.slots.freeSlot(row: row) }
    network.slots.take(slot, arc: arc.arc, column: arc.column)
  }
}
