/// The state of a dense assignment in work: prices of places, who holds them, and for each row the
/// columns nearest to it.
///
/// A row's *sum* with a column is the cost of the arc plus the price of a place. Prices rise almost
/// always, so that the columns with the least sums, once found, stay the only ones that matter for
/// a while: each row keeps a few of them (``candidateCount``) and a bound that no other column's
/// sum is below. The row is scanned again only when its best candidate has risen above the bound.
///
/// Space: O(*A*) for *A* arcs beside the problem.
struct DenseMatching<Scalar: DenseScalar> {
  let shape: DenseShape
  let costs: DenseCosts<Scalar>

  /// The price of a place in each column, 0 where there is no such column.
  var price: [Scalar]
  /// The least sum of each row.
  var least: [Scalar]
  /// The column that each row holds, or -1.
  var column: [Int32]
  /// What each row would pay for its place.
  var offer: [Scalar]

  /// Where each column's places start.
  let start: [Int]
  /// The rows that hold the places of each column, in front.
  var holder: [Int32]
  /// The places taken.
  var load: [Int32]

  var candidateColumn: [Int32]
  var candidateCost: [Scalar]
  /// No column but the candidates has a sum below this.
  var bound: [Scalar]
  /// Whether a price passed what the numbers hold.
  var isBeyondRange = false

  private var sums: [Scalar]
  private var found: [Int32]

  /// How many columns a row keeps at hand.
  static var candidateCount: Int { 16 }

  /// Nothing is matched yet, at the prices given.
  init(_ shape: DenseShape, weights: [Int64], prices: [Scalar]? = nil) {
    self.shape = shape
    costs = DenseCosts(shape, weights: weights)
    let fill = [Scalar](repeating: 0, count: costs.stride - shape.columnCount)
    price = (prices ?? Array(repeating: 0, count: shape.columnCount)) + fill
    least = Array(repeating: 0, count: shape.rowCount)
    column = Array(repeating: -1, count: shape.rowCount)
    offer = least
    var start = [0]
    for places in shape.places { start.append(start[start.count - 1] + Int(places)) }
    self.start = start
    holder = Array(unsafeUninitializedCapacity: start[start.count - 1]) { buffer, count in
      count = buffer.count
    }
    load = Array(repeating: 0, count: shape.places.count)
    let size = shape.rowCount * Self.candidateCount
    candidateColumn = Array(repeating: Int32(costs.nowhere), count: size)
    candidateCost = Array(repeating: Scalar.far, count: size)
    bound = Array(repeating: Scalar.min, count: shape.rowCount)
    let room = max(costs.stride, RowScan<Scalar>.minimumCount) + RowScan<Scalar>.step
    sums = Array(repeating: 0, count: room)
    found = Array(repeating: 0, count: room)
  }

  @inline(__always)
  func hasRoom(_ column: Int) -> Bool { load[column] < shape.places[column] }
}

extension DenseMatching {
  /// Finds the candidates of a row at the present prices.
  ///
  /// O(*C*) for *C* columns. Of equal sums those from the row's own column on come first, so that
  /// rows that are indifferent do not all want the same.
  mutating func findCandidates(of row: Int) {
    let most = Self.candidateCount
    let stride = costs.stride
    let cost = costs.costs(of: row)
    let turn = row % (stride / RowScan<Scalar>.step) * RowScan<Scalar>.step
    let (count, limit) = price.withUnsafeBufferPointer { price in
      sums.withUnsafeMutableBufferPointer { sums in
        found.withUnsafeMutableBufferPointer { found in
          guard let price = price.baseAddress, let sums = sums.baseAddress,
            let found = found.baseAddress
          else { return (0, Scalar.far) }
          RowScan.minima(cost, price, count: stride, into: sums)
          let minimumCount = RowScan<Scalar>.minimumCount
          var least = sums[0]
          for index in 1..<minimumCount { least = min(least, sums[index]) }
          var limit = RowScan.select(most, of: minimumCount, sums, found)
          // Where all are equally near, the first that come are as good as any.
          let enough = limit == least ? most : Int.max
          limit = min(limit &+ 1, Scalar.far)
          var count = 0
          RowScan.collect(
            cost, price, in: turn..<stride, below: limit, most: enough, sums: sums, columns: found,
            count: &count)
          if count < enough {
            RowScan.collect(
              cost, price, in: 0..<turn, below: limit, most: enough, sums: sums, columns: found,
              count: &count)
          }
          if enough < Int.max {
            limit = least
          } else if count > most {
            limit = limit &+ RowScan.select(most, of: count, sums, found)
          }
          return (min(count, most), limit)
        }
      }
    }
    let first = row * most
    for index in 0..<count {
      candidateColumn[first + index] = found[index]
      candidateCost[first + index] = cost[Int(found[index])]
    }
    for index in first + count..<first + most {
      candidateColumn[index] = Int32(truncatingIfNeeded: costs.nowhere)
      candidateCost[index] = Scalar.far
    }
    bound[row] = limit
  }

  /// Finds all columns with sums below a limit, and returns how many there are.
  ///
  /// O(*C*) for *C* columns.
  mutating func findColumns(ofRow row: Int, below limit: Scalar) -> Int {
    let cost = costs.costs(of: row)
    let stride = costs.stride
    var count = 0
    price.withUnsafeBufferPointer { price in
      sums.withUnsafeMutableBufferPointer { sums in
        found.withUnsafeMutableBufferPointer { found in
          guard let price = price.baseAddress, let sums = sums.baseAddress,
            let found = found.baseAddress
          else { return }
          RowScan.collect(
            cost, price, in: 0..<stride, below: limit, most: .max, sums: sums, columns: found,
            count: &count)
          for index in 0..<count { sums[index] &+= limit }
        }
      }
    }
    return count
  }

  /// A column found, and the row's sum with it.
  func foundColumn(_ index: Int) -> Int { Int(found[index]) }
  func foundSum(_ index: Int) -> Scalar { sums[index] }

  /// The column with the least sum of a row, that sum, and a sum that no other is below.
  @inline(__always)
  mutating func nearest(_ row: Int) -> (column: Int, sum: Scalar, second: Scalar) {
    while true {
      let first = row * Self.candidateCount
      var (best, sum, second) = (-1, Scalar.max, Scalar.max)
      for index in first..<first + Self.candidateCount {
        let column = Int(candidateColumn[index])
        let candidate = candidateCost[index] &+ price[column]
        if candidate < second {
          if candidate < sum {
            second = sum
            sum = candidate
            best = column
          } else {
            second = candidate
          }
        }
      }
      if sum <= bound[row] { return (best, sum, min(second, bound[row])) }
      findCandidates(of: row)
    }
  }

  /// Sets the row's least sum, and gives up its place where that is not it.
  mutating func settle() {
    for column in load.indices { load[column] = 0 }
    for row in 0..<shape.rowCount where shape.wants[row] {
      let nearest = nearest(row)
      least[row] = nearest.sum
      let held = Int(column[row])
      guard held >= 0 else { continue }
      if hasRoom(held), costs.cost(row, held) &+ price[held] == nearest.sum {
        let margin = held == nearest.column ? nearest.second &- nearest.sum : 0
        offer[row] = price[held] &+ min(margin, Scalar.costLimit)
        siftUp(Int32(truncatingIfNeeded: row), in: held)
      } else {
        column[row] = -1
      }
    }
  }

  /// The rows that want a place and hold none.
  var waiting: [Int32] {
    (0..<shape.rowCount).filter { shape.wants[$0] && column[$0] < 0 }.map { Int32($0) }
  }
}
