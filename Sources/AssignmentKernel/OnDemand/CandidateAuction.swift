/// Chooses the arcs that a first plan is made of, with prices in mind.
///
/// The best arcs of each row would name the same few columns everywhere. So the rows bid for places
/// in a forward auction, and the candidates of a row are its best arcs at the prices that the
/// auction ends with. A row is looked at once and keeps a short list of its best arcs at the prices
/// of that moment, with a bound on all others. Prices only rise, so the list serves until its best
/// falls to the bound; then the row is looked at again. Rows are looked at in runs, by several
/// threads; bids are made one after the other, so that the result is always the same.
///
/// Groups are left out of account, and a row bids for one place only: what that misses is found when
/// all arcs are priced.
///
/// D. P. Bertsekas, The auction algorithm: a distributed relaxation method for the assignment
/// problem, doi:10.1007/BF02186476.
///
/// - Complexity: at most four calls of the source a row; O(rows · list length · tiers) space.
struct CandidateAuction {
  private let pass: RowPass
  private let scale: TierScale
  private let increment: Int64
  private var places: BidPlaces
  private var lists: [ShortList]
  private var looksLeft: Int
  private var bidsLeft: Int

  private let listLength: Int
  private let candidateCount: Int

  /// How often a row may be looked at, on average.
  private static var looks: Int { 4 }
  /// How often a row may bid, on average, before prices are near enough.
  private static var bids: Int { 256 }
  /// What a row pays at most for the place that it must have.
  private static var needOfPlace: Int64 { 1 << 56 }
  /// The rows that are looked at together.
  private static var batch: Int { 1024 }
  /// The part of a row's usual spread by which a bid goes beyond what would do.
  private static var steps: Int64 { 256 }

  init(_ pass: RowPass, options: OnDemandOptions) {
    self.pass = pass
    candidateCount = max(0, options.candidateCount)
    listLength = max(1, options.listLength, candidateCount)
    let weights = ScalarWeights(pass)
    scale = weights.scale
    increment = max(1, weights.spread / Self.steps)
    places = BidPlaces(pass.problem)
    lists = Array(repeating: ShortList(), count: pass.problem.rowCount)
    looksLeft = Self.looks * pass.problem.rowCount
    bidsLeft = Self.bids * pass.problem.rowCount
  }

  /// The candidates of every row; nil where the time was up.
  mutating func candidates() -> ArcBlock? {
    let demand = pass.problem.rowDemand
    var toLook = (0..<Int32(demand.count)).filter { demand[Int($0)].upper > 0 }
    var next = 0
    while next < toLook.count {
      let rows = Array(toLook[next..<min(toLook.count, next + Self.batch)])
      next += rows.count
      guard look(at: rows) else { return nil }
      looksLeft -= rows.count
      var waiting = Array(rows.reversed())
      while bidsLeft > 0, let row = waiting.popLast() {
        bidsLeft -= 1
        switch bid(for: Int(row)) {
        case .outbids(let other): waiting.append(other)
        case .mustLook: if looksLeft > toLook.count - next { toLook.append(row) }
        case .done: break
        }
      }
    }
    return block(of: demand)
  }

  /// Renews the lists of some rows at the present prices.
  private mutating func look(at rows: [Int32]) -> Bool {
    let value = ArcValue(scale: scale, prices: places.prices)
    let length = listLength
    let choice = ArcChoice.greatest(length + 1, by: value)
    let found = pass.map(over: rows, asking: choice, [ShortList]()) { row, arcs, lists in
      lists.append(ShortList(arcs, length: length, by: value))
    }
    guard let found else { return false }
    for (row, list) in zip(rows, found.joined()) { lists[Int(row)] = list }
    return true
  }

  private enum Outcome {
    case done
    case outbids(Int32)
    case mustLook
  }

  /// Lets a row without a place bid for the best column of its list.
  private mutating func bid(for row: Int) -> Outcome {
    let list = lists[row]
    let nothing = pass.problem.rowDemand[row].lower > 0 ? -Self.needOfPlace : 0
    var (best, gain, second) = (-1, nothing, nothing)
    for place in list.columns.indices {
      let value = list.values[place] &- places.prices[Int(list.columns[place])]
      if value > gain {
        (best, second, gain) = (place, gain, value)
      } else if value > second {
        second = value
      }
    }
    if gain < list.bound { return .mustLook }
    guard best >= 0 else { return .done }
    let column = Int(list.columns[best])
    let amount = places.prices[column] &+ gain &- max(second, list.bound)
    return places.place(amount &+ increment, of: Int32(row), in: column).map { .outbids($0) }
      ?? .done
  }

  /// The best arcs of each list at the final prices.
  private func block(of demand: [Bounds]) -> ArcBlock {
    var block = ArcBlock(tierCount: pass.problem.tierCount)
    for (row, list) in lists.enumerated() {
      let wanted = candidateCount == 0 ? 0 : candidateCount + demand[row].upper - 1
      let count = max(0, min(list.columns.count, wanted))
      let gains = list.columns.indices.map {
        list.values[$0] &- places.prices[Int(list.columns[$0])]
      }
      let best = gains.indices.sorted { (gains[$1], $0) < (gains[$0], $1) }.prefix(count).sorted()
      block.append(best, of: list.arcs)
    }
    return block
  }
}

/// The best arcs of a row at the prices of the moment when it was looked at.
private struct ShortList: Sendable {
  /// The arcs, by ascending column.
  var arcs = RowArcs(tierCount: 0)
  /// What each arc is worth, without prices.
  var values: [Int64] = []
  /// What no arc outside the list could leave the row.
  var bound: Int64 = .min

  var columns: [Int32] { arcs.columns }

  init() {}

  /// The best of `arcs`, which are one more than the length at least, or all of the row.
  init(_ arcs: RowArcs, length: Int, by value: ArcValue) {
    let all = (0..<arcs.count).map { value.scale.value($0, of: arcs) }
    var kept = Array(0..<arcs.count)
    if arcs.count > length {
      let gains = all.indices.map { all[$0] &- value.prices[Int(arcs.columns[$0])] }
      let limit = gains.greatest(length)
      var room = length - gains.count { $0 > limit }
      kept = gains.indices.filter { index in
        guard gains[index] == limit else { return gains[index] > limit }
        room -= 1
        return room >= 0
      }
      bound = limit
    }
    self.arcs = RowArcs(arcs, keeping: kept)
    values = kept.map { all[$0] }
  }
}

extension RowArcs {
  /// Some of the arcs, ascending.
  fileprivate init(_ arcs: RowArcs, keeping kept: [Int]) {
    self.init(tierCount: arcs.tierCount)
    columns = kept.map { arcs.columns[$0] }
    weights.reserveCapacity(kept.count * tierCount)
    for arc in kept { weights += arcs.weights(of: arc) }
  }
}
