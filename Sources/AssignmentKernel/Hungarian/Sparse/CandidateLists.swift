/// The few best arcs of each row, from which a row that was outbid makes its next bid.
///
/// While prices only rise, an arc outside the list leaves its row no more than it did when the list
/// was made. So the list tells the best arc for as long as an arc in it leaves the row at least what
/// the best outside did then.
///
/// D. P. Bertsekas, D. A. Castañon, The auction algorithm for the transportation problem,
/// doi:10.1007/BF02216923.
///
/// Space: O(rows).
struct CandidateLists<Price> where Price: FixedWidthInteger & SignedInteger & Sendable {
  private struct Candidate {
    var column: Int32 = 0
    /// Where the arc stands among those of its row.
    var offset: Int32 = -1
    var weight: Price = CandidateLists.worst
  }

  private struct List {
    var candidates = InlineArray<4, Candidate>(repeating: Candidate())
    /// The most that an arc outside can leave the row.
    var rest = Price.max
  }

  /// What a row bids for.
  struct Choice {
    var column: Int32
    var offset: Int32
    var amount: Price
  }

  private var lists: [List]

  /// How many arcs are kept for a row.
  static var length: Int { 4 }

  /// Less than any arc leaves a row.
  private static var worst: Price { Price.min / 2 }

  init(rowCount: Int) {
    lists = Array(repeating: List(), count: rowCount)
  }

  /// Forgets the lists, after prices fell.
  mutating func clear() {
    for row in lists.indices { lists[row].rest = .max }
  }

  /// The row's bid by its list alone; nil where the list does not tell.
  ///
  /// It is the price at which the second best is as good, and at least an increment above the price
  /// now.
  @inline(__always)
  func choice(of row: Int, increment: Price, price: (_ column: Int) -> Price) -> Choice? {
    let list = lists[row]
    guard list.rest < Price.max else { return nil }
    var best = Candidate()
    var gain = Self.worst
    var second = list.rest
    for index in list.candidates.indices {
      let candidate = list.candidates[index]
      let new = candidate.weight - price(Int(candidate.column))
      if new > gain {
        second = max(second, gain)
        (best, gain) = (candidate, new)
      } else {
        second = max(second, new)
      }
    }
    guard gain >= list.rest else { return nil }
    return Choice(
      column: best.column, offset: best.offset,
      amount: best.weight - gain + max(gain - second, increment))
  }

  /// Makes the list anew from the arcs that do not hold a bid; whether any leaves the row more than
  /// nothing.
  @inline(__always)
  mutating func refresh(
    _ row: Int, _ rows: borrowing BiddingArcs<Price>, isHeld: borrowing [Bool],
    price: (_ column: Int) -> Price
  ) -> Bool {
    let nothing = rows.nothing(for: row)
    let range = rows.arcs.arcs(ofRow: row)
    var list = List()
    var gains = InlineArray<4, Price>(repeating: Self.worst)
    list.rest = nothing
    for arc in range where isHeld.isEmpty || !isHeld[arc] {
      let offset = Int32(truncatingIfNeeded: arc - range.lowerBound)
      let column = rows.arcs.isDense ? offset : rows.arcs.columns[arc]
      let weight = rows.weight(arc)
      let gain = weight - price(Int(column))
      guard gain > list.rest else { continue }
      guard gain > gains[Self.length - 1] else {
        list.rest = gain
        continue
      }
      list.rest = max(list.rest, gains[Self.length - 1])
      var place = Self.length - 1
      while place > 0, gains[place - 1] < gain {
        gains[place] = gains[place - 1]
        list.candidates[place] = list.candidates[place - 1]
        place -= 1
      }
      gains[place] = gain
      list.candidates[place] = Candidate(column: column, offset: offset, weight: weight)
    }
    lists[row] = list
    return gains[0] > nothing
  }
}
