/// Places that stand free at a price: paths backward from such a column.
///
/// A place that is free must cost nothing. Either rows move up, the last of them out of a column
/// whose price is the least to give up, or the price falls to 0. The distance of a column is what
/// is lost when a row leaves it and others move up to the free place.
struct DenseRefill<Scalar: DenseScalar> {
  var matching: DenseMatching<Scalar>

  private var distance: [Scalar]
  /// The row that moves out of each column, and the column it moves to.
  private var mover: [Int32]
  private var goal: [Int32]
  private var reached: [Int32] = []
  private var heap = NodeHeap<Scalar>()

  private var columns: DenseColumns<Scalar>?
  /// The columns searched without ``columns``.
  private var searched = 0
  /// What the least sum of each row takes off its distances.
  private var discount: [Scalar]
  private var sums: [Scalar]
  private var rows: [Int32]

  init(_ matching: DenseMatching<Scalar>) {
    self.matching = matching
    distance = Array(repeating: Scalar.max, count: matching.price.count)
    mover = Array(repeating: -1, count: matching.price.count)
    goal = mover
    let length = DenseColumns<Scalar>.stride(rowCount: matching.shape.rowCount)
    discount =
      matching.least.map { -$0 }
      + Array(repeating: 0, count: length - matching.shape.rowCount)
    sums = Array(repeating: 0, count: length + RowScan<Scalar>.step)
    rows = Array(repeating: 0, count: length + RowScan<Scalar>.step)
  }

  /// Fills or frees every place; false where the time was up before.
  ///
  /// - Complexity: O(*F* · (*A* + *C* log *C*)) time for *F* free places at a price.
  mutating func refillAll(limits: SolveLimits) -> Bool {
    for column in 0..<matching.shape.columnCount {
      while matching.hasRoom(column), matching.price[column] > 0 {
        if limits.isOver { return false }
        refill(column)
      }
    }
    return true
  }

  private mutating func refill(_ column: Int) {
    var limit = matching.price[column]
    var end = column
    distance[column] = 0
    reached.append(Int32(truncatingIfNeeded: column))
    heap.push(0, Int32(truncatingIfNeeded: column))
    while let entry = heap.pop(), entry.distance < limit {
      let target = Int(entry.node)
      guard distance[target] == entry.distance else { continue }
      let base = entry.distance &+ matching.price[target]
      for index in 0..<findRows(near: target, below: limit &- base) {
        let row = Int(rows[index])
        let far = base &+ sums[index]
        let held = Int(matching.column[row])
        guard far < limit, held >= 0, far < distance[held] else { continue }
        if distance[held] == .max { reached.append(Int32(truncatingIfNeeded: held)) }
        distance[held] = far
        mover[held] = Int32(truncatingIfNeeded: row)
        goal[held] = Int32(truncatingIfNeeded: target)
        if far &+ matching.price[held] < limit {
          limit = far &+ matching.price[held]
          end = held
        }
        heap.push(far, Int32(truncatingIfNeeded: held))
      }
    }
    heap.removeAll()
    lowerPrices(limit)
    // The last to move goes into the free place, and so each leaves room for the one before.
    var path: [Int] = []
    while end != column {
      path.append(end)
      end = Int(goal[end])
    }
    for left in path.reversed() { matching.move(Int(mover[left]), to: Int(goal[left])) }
    for column in reached { settleHolders(of: Int(column)) }
    reached.removeAll(keepingCapacity: true)
  }

  /// Finds the rows whose cost less least sum is below a limit, and returns how many there are.
  private mutating func findRows(near column: Int, below limit: Scalar) -> Int {
    let rowCount = matching.shape.rowCount
    if columns == nil, searched > matching.shape.columnCount / 16 {
      columns = DenseColumns(
        matching.costs, rowCount: rowCount, columnCount: matching.shape.columnCount)
    }
    var count = 0
    guard let columns else {
      searched += 1
      for row in 0..<rowCount {
        let sum = discount[row] &+ matching.costs.cost(row, column)
        guard sum < limit else { continue }
        sums[count] = sum
        rows[count] = Int32(truncatingIfNeeded: row)
        count += 1
      }
      return count
    }
    _ = columns.withCosts(ofColumn: column) { costs -> Void? in
      discount.withUnsafeBufferPointer { discount in
        sums.withUnsafeMutableBufferPointer { sums in
          rows.withUnsafeMutableBufferPointer { rows in
            guard let discount = discount.baseAddress, let sums = sums.baseAddress,
              let rows = rows.baseAddress
            else { return }
            RowScan.collect(
              costs, discount, in: 0..<columns.stride, below: limit, most: .max, sums: sums,
              columns: rows, count: &count)
          }
        }
      }
    }
    for index in 0..<count { sums[index] &+= limit }
    return count
  }

  private mutating func lowerPrices(_ limit: Scalar) {
    for column in reached {
      let column = Int(column)
      if distance[column] < limit { matching.price[column] &-= limit &- distance[column] }
      distance[column] = .max
    }
  }

  private mutating func settleHolders(of column: Int) {
    let first = matching.start[column]
    for place in first..<first + Int(matching.load[column]) {
      let row = Int(matching.holder[place])
      matching.least[row] = matching.costs.cost(row, column) &+ matching.price[column]
      discount[row] = -matching.least[row]
    }
  }
}
