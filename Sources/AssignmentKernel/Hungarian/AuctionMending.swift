extension AugmentingPathSearch {
  /// Lets all rows in where the auction put them, and mends what is not quite right.
  ///
  /// First the rows without their best place are served, then the places left behind at a price.
  /// False where the time was up before.
  mutating func mend(_ auction: ForwardAuction<Scalar>, limits: SolveLimits) -> Bool {
    network.enteredRows = network.firstColumn
    for (column, price) in auction.price.enumerated() {
      network.potential[network.firstColumn + column] = -price
    }
    for row in 0..<network.firstColumn { setInitialPotential(row) }
    place(auction)
    for row in 0..<network.firstColumn {
      if row & 63 == 0, limits.isOver { return false }
      while augment(from: row) {}
    }
    let columns = (network.firstColumn..<network.firstRowGroup).filter {
      network.lossOfMore($0).map { $0 < 0 } ?? false
    }
    guard !columns.isEmpty else { return true }
    var refill = ColumnRefill(network)
    let isFinished = refill.refill(columns, limits: limits)
    network = refill.network
    return isFinished
  }

  /// Gives the places to the rows for which they are best, as far as the groups have room; the
  /// highest bids first.
  private mutating func place(_ auction: ForwardAuction<Scalar>) {
    var best: [(column: Int, bid: ForwardAuction<Scalar>.Bid)] = []
    auction.forEachHeld { column, bid in
      let row = Int(bid.row)
      let gain = network.weight(bid.arc) - auction.price[column]
      guard gain >= network.potential[row], gain >= 0 || network.bounds[row].lower > 0 else {
        return
      }
      best.append((column, bid))
    }
    if network.firstRowGroup < network.root {
      best.sort { ($0.bid.amount, $1.bid.arc) > ($1.bid.amount, $0.bid.arc) }
    }
    for (column, bid) in best {
      let (row, node) = (Int(bid.row), network.firstColumn + column)
      guard network.hasRoom(above: row), network.hasRoom(above: node) else { continue }
      network.slots.take(network.slots.freeSlot(row: row), arc: bid.arc, column: column)
      network.addUnit(upFrom: row)
      network.addUnit(upFrom: node)
    }
  }
}
