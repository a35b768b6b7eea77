/// Columns that lack rows bid for them: the auction turned round.
///
/// A column below its lower bound, or with room at a price, offers its place at the price at which
/// the second of those it might win would come as well, and takes the first. The column that loses
/// the row bids next where it now lacks one itself. Prices only fall, those of columns with
/// more rows than they must have never below 0.
///
/// D. P. Bertsekas, D. A. Castañon, H. Tsaknakis, Reverse auction and the solution of inequality
/// constrained assignment problems, SIAM Journal on Optimization 3, 1993.
///
/// - Complexity: at most *sweeps* · *A* looks at arcs for *A* arcs; O(rows + columns) space beside
///   the arcs of the columns.
struct ReverseAuction<Price> where Price: FixedWidthInteger & SignedInteger & Sendable {
  private(set) var board: BidBoard<Price>
  private let rows: BiddingArcs<Price>
  private let lower: [Int32]
  /// The column that holds each row, or -1, and the weight of the arc between them.
  private var holder: [Int32]
  private var weight: [Price]

  private static var sweepLimit: Int { 64 }

  /// Takes up where rows that each bid for one place at most have ended.
  init(
    _ auction: StagedAuction<Price>,
    _ network: ResidualNetwork<some FixedWidthInteger & SignedInteger & Sendable>
  ) {
    board = auction.board
    rows = auction.rows
    lower = network.bounds[network.firstColumn..<network.firstRowGroup].map {
      Int32(max(0, min($0.lower, $0.upper)))
    }
    holder = Array(repeating: -1, count: rows.count)
    weight = Array(repeating: 0, count: rows.count)
    board.forEachHeld { column, bid in
      holder[Int(bid.row)] = Int32(column)
      weight[Int(bid.row)] = rows.weight(rows.arc(Int(bid.row), bid.offset))
    }
  }

  /// Bids until no column lacks a row that it could win, or the sweeps are used up.
  mutating func run(_ columnArcs: ColumnArcs, increment: Price, limits: SolveLimits) {
    var budget = Self.sweepLimit * rows.arcs.count
    var waiting = (0..<board.columnCount).reversed().filter(lacksRow)
    var turns = 0
    while let column = waiting.popLast(), budget > 0 {
      turns += 1
      if turns & 0xFF == 0, limits.isOver { return }
      guard lacksRow(column) else { continue }
      let offer = offer(of: column, columnArcs, looks: &budget)
      let floor = board.load(of: column) < lower[column] ? -rows.limit : 0
      guard let row = offer.row, offer.best >= floor + increment else {
        if floor == 0 { board.setPrice(0, of: column) }
        continue
      }
      let loser = Int(holder[row])
      take(row, for: column, at: min(board.price[column], max(floor, offer.second - increment)))
      if loser >= 0 { waiting.append(loser) }
      waiting.append(column)
    }
  }

  private func lacksRow(_ column: Int) -> Bool {
    board.load(of: column) < lower[column] || (!board.isFull(column) && board.price[column] > 0)
  }

  /// The row that would come at the highest price, that price, and the next one's.
  private func offer(
    of column: Int, _ columnArcs: ColumnArcs, looks: inout Int
  ) -> (row: Int?, best: Price, second: Price) {
    var offer: (row: Int?, best: Price, second: Price) = (nil, Price.min / 2, Price.min / 2)
    let entries = columnArcs.entries(ofColumn: column)
    looks -= entries.count
    for entry in entries {
      let row = columnArcs.row(at: entry, ofColumn: column)
      let held = Int(holder[row])
      guard held != column else { continue }
      let profit = held >= 0 ? weight[row] - board.price[held] : rows.nothing(for: row)
      let price = rows.scaled(columnArcs.weight(at: entry)) - profit
      if price > offer.best {
        offer = (row, price, offer.best)
      } else {
        offer.second = max(offer.second, price)
      }
    }
    return offer
  }

  private mutating func take(_ row: Int, for column: Int, at price: Price) {
    guard let arc = rows.arcs.arc(row: row, column: column) else {
      preconditionFailure("a column bids for rows that it meets")
    }
    if holder[row] >= 0 { board.remove(Int32(row), from: Int(holder[row])) }
    let offset = Int32(arc - rows.arcs.arcs(ofRow: row).lowerBound)
    board.add(BidBoard.Bid(amount: price, row: Int32(row), offset: offset), to: column)
    board.setPrice(price, of: column)
    holder[row] = Int32(column)
    weight[row] = rows.weight(arc)
  }
}
