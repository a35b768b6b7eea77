/// Shortest augmenting paths among rows that keep candidates.
///
/// R. Jonker, A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear
/// assignment problems, doi:10.1007/BF02278710. The distance of a column over a row is the row's
/// distance plus how far the column's sum is above the row's least. Only candidates are looked at
/// first; when the search comes to the distance of the row's bound, the other columns follow.
struct DensePaths<Scalar: DenseScalar> {
  var matching: DenseMatching<Scalar>

  private var distance: [Scalar]
  /// The row before each column on its path.
  private var before: [Int32]
  private var reached: [Int32] = []
  /// The distance of each row less its least sum.
  private var base: [Scalar]
  /// How often each row's columns beyond the candidates were looked at in this search.
  private var passes: [UInt8]
  private var expanded: [Int32] = []
  private var heap = NodeHeap<Scalar>()
  /// Columns at the distance at which the search stands.
  private var near: [Int32] = []
  private var level: Scalar = 0
  private var limit: Scalar = 0
  private var target = -1

  init(_ matching: DenseMatching<Scalar>) {
    self.matching = matching
    distance = Array(repeating: Scalar.max, count: matching.price.count)
    before = Array(repeating: -1, count: matching.price.count)
    base = Array(repeating: 0, count: matching.shape.rowCount)
    passes = Array(repeating: 0, count: matching.shape.rowCount)
  }

  /// Gives every row that waits a place; false where the time was up before.
  ///
  /// - Complexity: O(*W* · (*A* + *N* log *N*)) time for *W* rows that wait.
  mutating func placeAll(limits: SolveLimits) -> Bool {
    for (index, row) in matching.waiting.enumerated() {
      if index & 63 == 0, limits.isOver { return false }
      place(Int(row))
      if matching.isBeyondRange { return true }
    }
    return true
  }

  /// Finds the nearest column with room, moves the prices and the rows along the path.
  private mutating func place(_ row: Int) {
    limit = Scalar.max
    target = -1
    level = 0
    expand(row)
    while let node = nextNode() {
      if node >= matching.price.count {
        lookFurther(node - matching.price.count)
      } else {
        let first = matching.start[node]
        for place in first..<first + Int(matching.load[node]) {
          expand(Int(matching.holder[place]))
          if limit <= level { break }
        }
      }
    }
    heap.removeAll()
    near.removeAll(keepingCapacity: true)
    guard target >= 0 else {
      matching.isBeyondRange = true
      return
    }
    movePrices()
    movePath(to: target, from: row)
  }

  /// The next column, or row whose other columns are due, that is nearer than the limit.
  private mutating func nextNode() -> Int? {
    guard limit > level else { return nil }
    if let column = near.popLast() { return Int(column) }
    while let entry = heap.pop(), entry.distance < limit {
      let node = Int(entry.node)
      if node < matching.price.count, distance[node] != entry.distance { continue }
      level = entry.distance
      return node
    }
    return nil
  }

  @inline(__always)
  private mutating func expand(_ row: Int) {
    base[row] = level &- matching.least[row]
    passes[row] = 0
    expanded.append(Int32(truncatingIfNeeded: row))
    if matching.shape.hasOutside, !matching.shape.isRequired[row] {
      reach(matching.shape.columnCount, base[row] &+ matching.costs.outside(row), over: row)
    }
    reachCandidates(of: row)
  }

  @inline(__always)
  private mutating func reachCandidates(of row: Int) {
    let first = row * DenseMatching<Scalar>.candidateCount
    for index in first..<first + DenseMatching<Scalar>.candidateCount {
      let column = Int(matching.candidateColumn[index])
      let sum = matching.candidateCost[index] &+ matching.price[column]
      reach(column, base[row] &+ sum, over: row)
    }
    comeBack(to: row, atSum: matching.bound[row])
  }

  @inline(__always)
  private mutating func comeBack(to row: Int, atSum sum: Scalar) {
    let due = base[row] &+ sum
    if sum < Scalar.far, due < limit {
      heap.push(due, Int32(truncatingIfNeeded: matching.price.count + row))
    }
  }

  @inline(__always)
  private mutating func reach(_ column: Int, _ far: Scalar, over row: Int) {
    guard far < distance[column], far < limit, column <= matching.shape.columnCount else { return }
    if distance[column] == .max { reached.append(Int32(truncatingIfNeeded: column)) }
    distance[column] = far
    before[column] = Int32(truncatingIfNeeded: row)
    if matching.hasRoom(column) {
      limit = far
      target = column
    } else if far == level {
      near.append(Int32(truncatingIfNeeded: column))
    } else {
      heap.push(far, Int32(truncatingIfNeeded: column))
    }
  }

  /// Reaches columns that are no candidates: new candidates where the old ones have risen, then all
  /// within a distance that grows with each look.
  private mutating func lookFurther(_ row: Int) {
    let pass = passes[row]
    passes[row] = pass &+ 1
    if pass == 0, candidatesHaveRisen(row) {
      matching.findCandidates(of: row)
      reachCandidates(of: row)
      return
    }
    let least = matching.least[row]
    let window = max(matching.bound[row] &- least, 32)
    let growth = Scalar(min(2 * Int(pass) + 1, 60))
    let isWide = window > Scalar.far >> growth
    var sumLimit = isWide ? Scalar.far : min(Scalar.far, least &+ window << growth)
    if limit < Scalar.far { sumLimit = min(sumLimit, limit &- base[row]) }
    let count = matching.findColumns(ofRow: row, below: sumLimit)
    for index in 0..<count {
      reach(matching.foundColumn(index), base[row] &+ matching.foundSum(index), over: row)
    }
    comeBack(to: row, atSum: sumLimit)
  }

  private func candidatesHaveRisen(_ row: Int) -> Bool {
    let first = row * DenseMatching<Scalar>.candidateCount
    for index in first..<first + DenseMatching<Scalar>.candidateCount {
      let sum =
        matching.candidateCost[index]
        &+ matching.price[Int(matching.candidateColumn[index])]
      if sum > matching.bound[row] { return true }
    }
    return false
  }

  private mutating func movePrices() {
    for row in expanded {
      let row = Int(row)
      matching.least[row] &+= max(0, limit &- (base[row] &+ matching.least[row]))
    }
    expanded.removeAll(keepingCapacity: true)
    for column in reached {
      let column = Int(column)
      if distance[column] < limit {
        matching.price[column] &+= limit &- distance[column]
        if matching.price[column] > Scalar.priceLimit { matching.isBeyondRange = true }
      }
      distance[column] = .max
    }
    reached.removeAll(keepingCapacity: true)
  }

  private mutating func movePath(to end: Int, from start: Int) {
    var column = end
    while true {
      let row = Int(before[column])
      let held = Int(matching.column[row])
      matching.move(row, to: column)
      if row == start { return }
      column = held
    }
  }
}

extension DenseMatching {
  /// A row leaves the column it holds, where it does, and takes a place in another.
  mutating func move(_ row: Int, to target: Int) {
    let held = Int(column[row])
    if held >= 0 {
      var place = start[held]
      while holder[place] != row { place += 1 }
      load[held] -= 1
      holder[place] = holder[start[held] + Int(load[held])]
    }
    column[row] = Int32(truncatingIfNeeded: target)
    holder[start[target] + Int(load[target])] = Int32(truncatingIfNeeded: row)
    load[target] += 1
  }
}
