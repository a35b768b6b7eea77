/// The places of all columns with the bids that hold them, and what a place costs.
///
/// A column keeps the highest bids it has room for; its price is 0 until it is full and from then on
/// the lowest bid that it holds.
///
/// Space: O(columns + bids).
struct BidPlaces {
  /// What a place costs.
  private(set) var prices: [Int64]
  private let room: [Int]
  /// The bids of each column, a heap with the lowest in front.
  private var bids: [[(amount: Int64, row: Int32)]]

  init(_ problem: OnDemandProblem) {
    room = problem.columnLoad.map(\.upper)
    // Where there is no place, none can be paid for.
    prices = room.map { $0 == 0 ? .max / 4 : 0 }
    bids = Array(repeating: [], count: room.count)
  }

  /// Puts a bid into a column; the row that has to leave, where the column was full.
  mutating func place(_ amount: Int64, of row: Int32, in column: Int) -> Int32? {
    var outbid: Int32?
    if bids[column].count < room[column] {
      bids[column].append((amount, row))
      rise(in: column)
    } else {
      guard amount > bids[column][0].amount else { return row }
      outbid = bids[column][0].row
      bids[column][0] = (amount, row)
      sink(in: column)
    }
    if bids[column].count == room[column] { prices[column] = max(0, bids[column][0].amount) }
    return outbid
  }

  private mutating func rise(in column: Int) {
    var hole = bids[column].count - 1
    while hole > 0, bids[column][hole].amount < bids[column][(hole - 1) / 2].amount {
      bids[column].swapAt(hole, (hole - 1) / 2)
      hole = (hole - 1) / 2
    }
  }

  private mutating func sink(in column: Int) {
    var hole = 0
    let count = bids[column].count
    while true {
      var child = 2 * hole + 1
      guard child < count else { return }
      if child + 1 < count, bids[column][child + 1].amount < bids[column][child].amount {
        child += 1
      }
      guard bids[column][child].amount < bids[column][hole].amount else { return }
      bids[column].swapAt(hole, child)
      hole = child
    }
  }
}
