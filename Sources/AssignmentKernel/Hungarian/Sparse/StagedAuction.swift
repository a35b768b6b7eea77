/// An auction in stages of ever finer increments, which places nearly all rows right at nearly right
/// prices.
///
/// Rows bid one after another for the column that leaves them most (``BidBoard``), by the few best
/// arcs that each keeps (``CandidateLists``). The first stage starts from prices of 0. Each further
/// stage takes the bids away and lowers the prices a little, so that few columns are left with a
/// price and room; those are filled or freed by ``ColumnRefill``.
///
/// A bid raises the price by the row's margin over its second best, and by the increment only where
/// that is more. So a row that won by its margin stands exactly as well as it would elsewhere, and
/// needs no mending.
///
/// D. P. Bertsekas, The auction algorithm: a distributed relaxation method for the assignment
/// problem, doi:10.1007/BF02186476; D. P. Bertsekas, D. A. Castañon, The auction algorithm for the
/// transportation problem, doi:10.1007/BF02216923.
///
/// - Complexity: at most *sweeps* · *A* looks at arcs, and O(log *P*) a bid in a column of *P*
///   places; O(rows + columns + groups + places) space.
struct StagedAuction<Price> where Price: FixedWidthInteger & SignedInteger & Sendable {
  let rows: BiddingArcs<Price>
  private(set) var board: BidBoard<Price>
  private var lists: CandidateLists<Price>
  /// Which arcs hold a bid; empty where no row bids more than once.
  private var isHeld: [Bool]
  /// How many arcs may still be looked at.
  private var budget = 0
  private var outbidCount = 0

  /// As many times may every arc be looked at before the rest is left to path searches.
  private static var sweepLimit: Int { 64 }

  init(_ network: ResidualNetwork<some FixedWidthInteger & SignedInteger & Sendable>) {
    rows = BiddingArcs(network)
    board = BidBoard(network)
    isHeld = rows.areShared ? Array(repeating: false, count: rows.arcs.count) : []
    lists = CandidateLists(rowCount: rows.count)
  }

  /// Lets rows bid, once for each increment.
  mutating func run(increments: [Price], limits: SolveLimits) {
    budget = Self.sweepLimit * rows.arcs.count
    for (stage, increment) in increments.enumerated() {
      guard !limits.isOver else { return }
      if stage > 0 {
        // Where no one was outbid every row has its best place.
        guard outbidCount > 0, budget > 0 else { return }
        board.clear(loweringBy: 2 * increments[stage - 1])
        lists.clear()
        for arc in isHeld.indices { isHeld[arc] = false }
      }
      outbidCount = 0
      if board.hasGroups {
        bid(increment, limits) { board, column in board.fullPrice(of: column) }
      } else {
        bid(increment, limits) { board, column in board.price[column] }
      }
    }
  }

  /// Bids until every row has a place or is better off without, or the budget is used up.
  @inline(__always)
  private mutating func bid(
    _ increment: Price, _ limits: SolveLimits,
    price: (_ board: borrowing BidBoard<Price>, _ column: Int) -> Price
  ) {
    var waiting: [Int32] = []
    for row in (0..<rows.count).reversed() {
      for _ in 0..<rows.units(of: row) { waiting.append(Int32(row)) }
    }
    var turns = 0
    while let row = waiting.popLast(), budget > 0 {
      turns += 1
      if turns & 0xFFF == 0, limits.isOver { return }
      budget -= CandidateLists<Price>.length
      // What the list says of arcs that the row holds itself changes with every bid.
      var choice =
        isHeld.isEmpty
        ? lists.choice(of: Int(row), increment: increment, price: { price(board, $0) }) : nil
      if choice == nil {
        budget -= rows.arcs.arcs(ofRow: Int(row)).count
        guard lists.refresh(Int(row), rows, isHeld: isHeld, price: { price(board, $0) })
        else { continue }
        choice = lists.choice(of: Int(row), increment: increment) { price(board, $0) }
      }
      guard let choice else { continue }
      let bid = BidBoard.Bid(amount: choice.amount, row: row, offset: choice.offset)
      let outbid = board.place(bid, in: Int(choice.column))
      if !isHeld.isEmpty { isHeld[rows.arc(Int(row), bid.offset)] = true }
      guard let outbid else { continue }
      outbidCount += 1
      if !isHeld.isEmpty { isHeld[rows.arc(Int(outbid.row), outbid.offset)] = false }
      waiting.append(outbid.row)
    }
  }
}
