/// What can be come to from each column, found once.
struct ColumnReaches {
  struct Reached {
    /// Whether each column can be come to.
    var columns: [Bool]
    /// How many are.
    var count: Int
    /// Whether a free place can.
    var hasWayOut: Bool
  }

  /// What was found, by column.
  var found: [Reached?]

  init(count: Int) { found = Array(repeating: nil, count: count) }
}

extension ShortageSearch {
  /// What a row with these columns can come to.
  func reached(from own: [Bool], _ known: inout ColumnReaches) -> ColumnReaches.Reached {
    var all = ColumnReaches.Reached(columns: own, count: 0, hasWayOut: false)
    for column in own.indices where own[column] {
      // What comes to this column comes to all beyond it.
      if all.count > 0, all.columns[column] { continue }
      let more = reached(from: column, &known)
      if all.count == 0 {
        all = more
      } else {
        for index in more.columns.indices where more.columns[index] { all.columns[index] = true }
        all.hasWayOut = all.hasWayOut || more.hasWayOut
      }
    }
    return all
  }

  /// What can be come to from a column, itself with it.
  private func reached(from column: Int, _ known: inout ColumnReaches) -> ColumnReaches.Reached {
    if let reached = known.found[column] { return reached }
    var reach = Reach(seen: Array(repeating: false, count: network.root + 1))
    var isClosed = [Bool](repeating: false, count: problem.columnCount)
    var same: ColumnReaches.Reached?
    reach.visit(network.firstColumn + column)
    var next = 0
    while next < reach.queue.count {
      let node = reach.queue[next]
      next += 1
      guard node != network.root else { continue }
      guard network.isColumn(node) else {
        step(from: node, &reach)
        continue
      }
      let place = node - network.firstColumn
      if isClosed[place] { continue }
      guard let inner = known.found[place] else {
        step(from: node, &reach)
        continue
      }
      for index in inner.columns.indices where inner.columns[index] {
        isClosed[index] = true
        reach.seen[network.firstColumn + index] = true
      }
      if inner.hasWayOut { reach.seen[network.root] = true }
      if inner.count > same?.count ?? 0 { same = inner }
    }
    let columns = Array(reach.seen[network.firstColumn..<network.firstRowGroup])
    let count = columns.count { $0 }
    let result =
      same.flatMap { $0.count == count ? $0 : nil }
      ?? ColumnReaches.Reached(
        columns: columns, count: count, hasWayOut: reach.seen[network.root])
    known.found[column] = result
    return result
  }
}
