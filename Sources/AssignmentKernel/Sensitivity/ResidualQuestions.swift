/// The exchanges that the residual network of an optimal plan offers.
///
/// Each question is about the cycles through one edge, or through any; of the cycle that loses
/// least, the arcs are given.
protocol ResidualQuestions: Sendable {
  /// The best exchange that takes an arc that is not chosen, or nil where none does.
  func taking(_ arc: Int) -> PlanChange?
  /// The best exchange that drops a chosen arc, or nil where none does.
  func dropping(_ arc: Int) -> PlanChange?
  /// The exchange that gains most from a unit more than a node's upper bound; nil where none gains.
  func exceeding(_ node: Int) -> PlanChange?
  /// The exchange that loses least of all, or nil where there is no other plan.
  func least() -> PlanChange?
  /// The arcs that some exchange without loss takes or drops, ascending.
  func undecidedArcs() -> [Int]
}

/// What an exchange drops and takes.
struct PlanChange {
  var dropped: [Int]
  var taken: [Int]
}

/// The questions, with losses in every tier in a form that fits them.
struct TierQuestions<Loss>: ResidualQuestions
where Loss: AdditiveArithmetic & Comparable & Sendable {
  let network: PlanNetwork
  let losses: TierLosses<Loss>

  func taking(_ arc: Int) -> PlanChange? {
    var search = PathSearch(network, losses)
    let ends = network.ends(ofArc: arc)
    return search.path(from: ends.column, to: ends.row).map {
      PlanChange(dropped: $0.dropped, taken: ($0.taken + [arc]).sorted())
    }
  }

  func dropping(_ arc: Int) -> PlanChange? {
    var search = PathSearch(network, losses)
    let ends = network.ends(ofArc: arc)
    return search.path(from: ends.row, to: ends.column).map {
      PlanChange(dropped: ($0.dropped + [arc]).sorted(), taken: $0.taken)
    }
  }

  func exceeding(_ node: Int) -> PlanChange? {
    guard !network.hasMore(node) else { return nil }
    let above = Int(network.parent[node])
    let isRowSide = network.isRowSide(node)
    // The way back costs nothing below 0: only a price on the bound can make a gain.
    let price = .zero - (isRowSide ? losses.descending(node) : losses.climbing(node))
    guard price > .zero else { return nil }
    var search = PathSearch(network, losses)
    return search.path(
      from: isRowSide ? node : above, to: isRowSide ? above : node, losingLessThan: price
    ).map { PlanChange(dropped: $0.dropped, taken: $0.taken) }
  }

  func undecidedArcs() -> [Int] {
    let components = FreeComponents(network, losses)
    var arcs: [Int] = []
    network.forEachArc { row, column, arc in
      if components.number[row] == components.number[column], losses.taking(arc) == .zero {
        arcs.append(arc)
      }
    }
    return arcs
  }
}

extension TierQuestions {
  /// A cycle leaves a row over an arc that it takes, or else it only drops an arc, between two
  /// ways along the trees.
  func least() -> PlanChange? {
    var search = PathSearch(network, losses)
    var best: (loss: Loss, change: PlanChange)?
    for arc in network.isChosen.indices where network.isChosen[arc] {
      guard let loss = lossOfDroppingAlone(arc), best.map({ loss < $0.loss }) ?? true else {
        continue
      }
      best = (loss, PlanChange(dropped: [arc], taken: []))
    }
    for row in 0..<network.firstColumn {
      if let best, best.loss == .zero { break }
      search.firstOpenRow = row
      guard let cycle = search.cycle(from: row, losingLessThan: best?.loss) else { continue }
      best = (cycle.loss, PlanChange(dropped: cycle.dropped, taken: cycle.taken))
    }
    return best?.change
  }

  /// The loss of doing without an arc and without another for it, or nil where a bound forbids it.
  private func lossOfDroppingAlone(_ arc: Int) -> Loss? {
    var loss = losses.dropping(arc)
    var (row, column) = network.ends(ofArc: arc)
    while row != network.root {
      guard network.hasLess(row) else { return nil }
      loss += losses.climbing(row)
      row = Int(network.parent[row])
    }
    while column != network.root {
      guard network.hasLess(column) else { return nil }
      loss += losses.descending(column)
      column = Int(network.parent[column])
    }
    return loss
  }
}

extension PlanNetwork {
  /// The nodes of an arc.
  func ends(ofArc arc: Int) -> (row: Int, column: Int) {
    (arcs.row(ofArc: arc), firstColumn + arcs.column(ofArc: arc))
  }
}
