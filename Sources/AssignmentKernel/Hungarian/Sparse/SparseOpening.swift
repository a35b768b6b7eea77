extension Opening where Scalar: FixedWidthInteger & SignedInteger {
  /// The opening by a ``StagedAuction``, in 32 bits where they suffice.
  ///
  /// The arcs of the columns are asked for only where columns have to win rows.
  init(
    auctioning network: ResidualNetwork<Scalar>, _ resolution: PriceResolution,
    columnArcs: () -> ColumnArcs, limits: SolveLimits
  ) {
    let isNarrow = network.weights.allSatisfy {
      $0.magnitude << UInt64(network.shift) < BiddingArcs<Int32>.range.magnitude
        && $0.magnitude < BiddingArcs<Int32>.range.magnitude
    }
    if isNarrow {
      self.init(auctioning: network, resolution, in: Int32.self, columnArcs, limits)
    } else {
      self.init(auctioning: network, resolution, in: Scalar.self, columnArcs, limits)
    }
  }

  private init<Price>(
    auctioning network: ResidualNetwork<Scalar>, _ resolution: PriceResolution, in: Price.Type,
    _ columnArcs: () -> ColumnArcs, _ limits: SolveLimits
  ) where Price: FixedWidthInteger & SignedInteger & Sendable {
    let increments = resolution.increments.map { Price($0) }
    var auction = StagedAuction<Price>(network)
    auction.run(increments: increments, limits: limits)
    let hasLower = network.bounds[network.firstColumn..<network.firstRowGroup].contains {
      $0.lower > 0
    }
    guard hasLower, !auction.board.hasGroups, !auction.rows.areShared else {
      self.init(auction.board, auction.rows)
      return
    }
    var reverse = ReverseAuction(auction, network)
    reverse.run(columnArcs(), increment: increments[2], limits: limits)
    self.init(reverse.board, auction.rows)
  }

  /// The prices and bids of an auction.
  private init<Price>(_ board: BidBoard<Price>, _ rows: BiddingArcs<Price>) {
    func potential(_ price: Price) -> Scalar {
      price == BidBoard<Price>.unpayable ? 0 : -Scalar(price)
    }
    columns = board.price[..<board.columnCount].map(potential)
    columnGroups = board.price[board.columnCount...].map(potential)
    choices = []
    board.forEachHeld { column, bid in
      choices.append(
        Choice(
          arc: rows.arc(Int(bid.row), bid.offset), row: bid.row, column: Int32(column),
          rank: Scalar(bid.amount)))
    }
  }
}

extension PriceResolution {
  /// The increments of an auction's stages, each about a tenth of the one before.
  fileprivate var increments: [Int64] {
    var increments = [increment.multipliedReportingOverflow(by: 48).partialValue]
    for _ in 0..<3 { increments.append(max(1, increments[increments.count - 1] / 10)) }
    return increments
  }
}
