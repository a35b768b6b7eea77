/// How the losses of all tiers go into one number, where they do.
///
/// A simple path leaves each node at most once, so its loss in a tier is at most the sum over the
/// nodes of the greatest loss among their edges: the tier's reach. With radices above twice the
/// reach of all later tiers together, numbers compare as the tuples do, exactly.
enum LossScale {
  /// One number in 64 bits, one radix a tier.
  case narrow([Int128])
  /// One number in 128 bits, one radix a tier.
  case wide([Int128])
  /// A tuple, because no number is large enough.
  case tuples

  /// Nil where even the sums of one tier can pass 128 bits.
  ///
  /// - Complexity: O(tiers · (arcs + nodes)) time, O(nodes) space.
  init?(_ tiers: [TierPotentials], on network: PlanNetwork) {
    var radices: [Int128] = []
    var radix: Int128? = 1
    for tier in tiers.reversed() {
      guard let reach = tier.reach(on: network) else { return nil }
      radices.append(radix ?? 0)
      radix = radix.flatMap { current in
        let (span, isWide) = reach.multipliedReportingOverflow(by: 2)
        let (next, isOver) = current.multipliedReportingOverflow(by: isWide ? 0 : span + 1)
        return isWide || isOver || next > 1 << 124 ? nil : next
      }
    }
    radices.reverse()
    switch radix {
    case nil: self = .tuples
    case .some(let whole): self = whole < 1 << 62 ? .narrow(radices) : .wide(radices)
    }
  }
}

/// The potentials of one tier by node, and its weights.
struct TierPotentials {
  let weights: [Int64]
  /// One a node of ``PlanNetwork``, the root's last.
  let nodes: [Int128]

  init(_ potentials: Potentials, weights: [Int64]) {
    self.weights = weights
    nodes =
      potentials.rows + potentials.columns + potentials.rowGroups + potentials.columnGroups + [0]
  }

  /// The greatest loss in this tier along any simple path, or nil beyond 128 bits.
  fileprivate func reach(on network: PlanNetwork) -> Int128? {
    var most = [Int128](repeating: 0, count: network.root + 1)
    for (node, above) in network.parent.enumerated() {
      let loss = abs(nodes[node] - nodes[Int(above)])
      most[node] = max(most[node], loss)
      most[Int(above)] = max(most[Int(above)], loss)
    }
    network.forEachArc { row, column, arc in
      let loss = abs(nodes[row] - nodes[column] - Int128(weights[arc]))
      let tail = network.isChosen[arc] ? column : row
      most[tail] = max(most[tail], loss)
    }
    var reach: Int128 = 0
    for loss in most {
      let (sum, isOver) = reach.addingReportingOverflow(loss)
      if isOver { return nil }
      reach = sum
    }
    // Sums and differences of two paths must fit as well.
    return reach < 1 << 124 ? reach : nil
  }
}

extension PlanNetwork {
  /// Calls `body` with the nodes of every arc.
  func forEachArc(_ body: (_ row: Int, _ column: Int, _ arc: Int) -> Void) {
    for row in 0..<firstColumn {
      for arc in arcs.arcs(ofRow: row) { body(row, firstColumn + arcs.column(ofArc: arc), arc) }
    }
  }
}

extension TierLosses where Loss: FixedWidthInteger & SignedInteger {
  /// Losses as one number each; ``LossScale`` gives the radices.
  ///
  /// Potentials alone may wrap: the losses between them fit, and wrapped sums are exact where
  /// their result fits.
  init(_ tiers: [TierPotentials], radices: [Int128], on network: PlanNetwork) {
    var node = [Loss](repeating: 0, count: network.root + 1)
    var arcLoss = [Loss](repeating: 0, count: network.arcs.count)
    for (tier, radix) in zip(tiers, radices) {
      let factor = Loss(truncatingIfNeeded: radix)
      for index in node.indices {
        node[index] &+= Loss(truncatingIfNeeded: tier.nodes[index]) &* factor
      }
      for arc in arcLoss.indices {
        arcLoss[arc] &-= Loss(truncatingIfNeeded: tier.weights[arc]) &* factor
      }
    }
    network.forEachArc { row, column, arc in arcLoss[arc] &+= node[row] &- node[column] }
    self.init(
      arcLoss: arcLoss,
      climb: network.parent.enumerated().map { node[$0.offset] &- node[Int($0.element)] })
  }
}

extension TierLosses where Loss == TierTuple {
  /// Losses as tuples.
  init(_ tiers: [TierPotentials], on network: PlanNetwork) {
    var arcLoss = [TierTuple](repeating: .zero, count: network.arcs.count)
    network.forEachArc { row, column, arc in
      arcLoss[arc].tiers = tiers.map {
        $0.nodes[row] - $0.nodes[column] - Int128($0.weights[arc])
      }
    }
    self.init(
      arcLoss: arcLoss,
      climb: network.parent.enumerated().map { node, above in
        TierTuple(tiers: tiers.map { $0.nodes[node] - $0.nodes[Int(above)] })
      })
  }
}
