extension AugmentingPathSearch {
  /// Starts from nearly right prices and choices and makes them right.
  ///
  /// First whatever keeps a row from its best place gives way, then every edge whose loss is below
  /// 0 is used until it is full or its loss is 0: rows and their groups by paths that leave them,
  /// columns and their groups by paths that reach them. Sets ``isFinished``.
  mutating func mend(_ opening: Opening<Scalar>, limits: SolveLimits) {
    isFinished = false
    network.setPotentials(of: opening)
    network.take(opening.choices)
    for row in 0..<network.firstColumn { settle(row) }
    let rowSide = [0..<network.firstColumn, network.firstRowGroup..<network.firstColumnGroup]
    for node in rowSide.joined() {
      if node & 63 == 0, limits.isOver { return }
      while augment(from: node) {}
    }
    let columnSide = [
      network.firstColumnGroup..<network.root, network.firstColumn..<network.firstRowGroup,
    ]
    let short = columnSide.joined().filter { network.lossOfMore($0).map { $0 < 0 } ?? false }
    isFinished = true
    guard !short.isEmpty else { return }
    var refill = ColumnRefill(network)
    isFinished = refill.refill(short, limits: limits)
    network = refill.network
  }

  /// Sets the row's potential to the best that it does not have, and gives up what is worse.
  private mutating func settle(_ row: Int) {
    let above = network.potential[Int(network.parent[row])]
    let bounds = network.bounds[row]
    var best = Scalar.min
    var held: [(slot: Int32, gain: Scalar)] = []
    network.slots.forEachHeld(row: row) { slot, arc in held.append((slot, network.gain(arc))) }
    let isShared = bounds.upper > 1 && !held.isEmpty
    network.forEachArc(ofRow: row) { arc, gain in
      if gain > best, !isShared || !network.slots.holds(row: row, arc: arc) { best = gain }
    }
    // A row that must be used as often as it can be may have less than nothing, as far as the
    // bonus goes.
    let isBound = bounds.lower == bounds.upper
    let floor = isBound ? above - network.bonus : above
    let least = max(best, floor)
    for (slot, gain) in held where gain < least {
      network.drop(slot, ofRow: row)
      best = max(best, gain)
    }
    if bounds.lower < 0 || network.flow[row] > 0 { best = max(best, floor) }
    if best == .min { best = above - (bounds.lower > 0 ? network.bonus : 0) }
    network.potential[row] = best
  }
}

extension ResidualNetwork {
  /// What an arc leaves its row at the present prices.
  @inline(__always)
  fileprivate func gain(_ arc: Int) -> Scalar {
    weight(arc) + potential[firstColumn + arcs.column(ofArc: arc)]
  }

  @inline(__always)
  fileprivate func forEachArc(ofRow row: Int, _ body: (_ arc: Int, _ gain: Scalar) -> Void) {
    let range = arcs.arcs(ofRow: row)
    for arc in range {
      body(arc, weight(arc) + potential[firstColumn + column(arc, in: range)])
    }
  }

  /// Takes over potentials as far as the bounds let them stand; those of rows follow later.
  fileprivate mutating func setPotentials(of opening: Opening<Scalar>) {
    for group in 0..<root - firstColumnGroup {
      potential[firstColumnGroup + group] = opening.columnGroups[group]
    }
    var isSettled = [Bool](repeating: false, count: root - firstColumnGroup)
    for group in firstColumnGroup..<root { settlePotential(of: group, &isSettled) }
    for column in 0..<firstRowGroup - firstColumn {
      let node = firstColumn + column
      potential[node] = min(opening.columns[column], highestPotential(of: node))
    }
  }

  private mutating func settlePotential(of group: Int, _ isSettled: inout [Bool]) {
    guard !isSettled[group - firstColumnGroup] else { return }
    isSettled[group - firstColumnGroup] = true
    let above = Int(parent[group])
    if above != root { settlePotential(of: above, &isSettled) }
    potential[group] = min(potential[group], highestPotential(of: group))
  }

  /// A place may cost less than nothing only below a lower bound.
  private func highestPotential(of node: Int) -> Scalar {
    potential[Int(parent[node])] + (bounds[node].lower > 0 ? bonus : 0)
  }

  /// Takes the choices for which there is room, those of the highest rank first.
  fileprivate mutating func take(_ choices: [Opening<Scalar>.Choice]) {
    let ordered =
      firstRowGroup == root
      ? choices : choices.sorted { ($0.rank, $1.arc) > ($1.rank, $0.arc) }
    for choice in ordered {
      let (row, node) = (Int(choice.row), firstColumn + Int(choice.column))
      guard hasRoom(from: row), hasRoom(from: node), canPay(node) else { continue }
      slots.take(slots.freeSlot(row: row), arc: choice.arc, column: Int(choice.column))
      addUnit(1, upFrom: row)
      addUnit(1, upFrom: node)
    }
  }

  /// Whether every edge up from a column may hold one more unit at its price: above the lower
  /// bound a place costs no less than nothing.
  private func canPay(_ node: Int) -> Bool {
    var node = node
    while node != root {
      if Int(flow[node]) >= bounds[node].lower, potential[node] > potential[Int(parent[node])] {
        return false
      }
      node = Int(parent[node])
    }
    return true
  }

  fileprivate mutating func drop(_ slot: Int32, ofRow row: Int) {
    let column = arcs.column(ofArc: slots.arc(ofSlot: slot))
    slots.release(slot, column: column)
    addUnit(-1, upFrom: row)
    addUnit(-1, upFrom: firstColumn + column)
  }

  /// Whether the edges from a row or column to the root have room for one more unit.
  private func hasRoom(from node: Int) -> Bool {
    var node = node
    while node != root {
      guard Int(flow[node]) < bounds[node].upper else { return false }
      node = Int(parent[node])
    }
    return true
  }

  /// Units over the edges from a row or column to the root.
  private mutating func addUnit(_ count: Int32, upFrom node: Int) {
    var node = node
    while node != root {
      flow[node] += count
      node = Int(parent[node])
    }
  }
}
