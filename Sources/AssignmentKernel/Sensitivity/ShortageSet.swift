/// Sets of columns, what they take, and who can have no other.
struct ShortageSet {
  private let problem: AssignmentProblem
  /// The columns that each row can have, ascending.
  private let choices: [[Int]]

  /// The most columns that are left out one by one.
  private static let most = 64

  init(_ problem: AssignmentProblem, fixedColumn: (Int) -> Int?) {
    self.problem = problem
    choices = (0..<problem.rowCount).map { row in
      fixedColumn(row).map { [$0] }
        ?? problem.arcs.arcs(ofRow: row).map { problem.arcs.column(ofArc: $0) }
    }
  }

  /// A set of columns with those of a row for which too many rows compete.
  ///
  /// It is the row's own columns where these are enough; those that competing rows can come to
  /// must be such a set.
  ///
  func irreducible(with row: Int, isReached: (Int) -> Bool) -> Shortage? {
    guard !choices[row].isEmpty else { return nil }
    var inside = [Bool](repeating: false, count: problem.columnCount)
    for column in choices[row] { inside[column] = true }
    if isShort(inside) { return shortage(inside) }
    let others = (0..<problem.columnCount).filter { !inside[$0] && isReached($0) }
    for column in others { inside[column] = true }
    guard others.count <= Self.most else { return shortage(inside) }
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for column in others where inside[column] {
        inside[column] = false
        if isShort(inside) { isSmaller = true } else { inside[column] = true }
      }
    }
    return shortage(inside)
  }

  private func isShort(_ inside: [Bool]) -> Bool {
    demand(of: rows(inside)) > bound(inside, problem.columnLoad, problem.columnGroups).capacity
  }

  private func shortage(_ inside: [Bool]) -> Shortage {
    let (capacity, nodes) = bound(inside, problem.columnLoad, problem.columnGroups)
    return Shortage(
      places: nodes.map {
        $0 < problem.columnCount ? .column($0) : .columnGroup($0 - problem.columnCount)
      }, capacity: capacity, rows: rows(inside))
  }

  /// The rows that have columns in the set alone.
  private func rows(_ inside: [Bool]) -> [Int] {
    choices.indices.filter { row in
      !choices[row].isEmpty && choices[row].allSatisfy { inside[$0] }
    }
  }

  private func demand(of rows: [Int]) -> Int {
    var inside = [Bool](repeating: false, count: problem.rowCount)
    for row in rows { inside[row] = true }
    return bound(inside, problem.rowDemand, problem.rowGroups).capacity
  }

  /// What members of a laminar family take together, and the outermost nodes that bound it; groups
  /// are numbered after the members.
  private func bound(
    _ inside: [Bool], _ members: [Bounds], _ groups: GroupForest
  ) -> (capacity: Int, nodes: [Int]) {
    var taken = [Int](repeating: 0, count: groups.count)
    var nodes = [[Int]](repeating: [], count: groups.count)
    var total = (capacity: 0, nodes: [Int]())
    func add(_ capacity: Int, _ bounding: [Int], to parent: Int32) {
      guard parent >= 0 else {
        total.capacity += capacity
        total.nodes += bounding
        return
      }
      taken[Int(parent)] += capacity
      nodes[Int(parent)] += bounding
    }
    for member in members.indices where inside[member] {
      add(members[member].upper, [member], to: groups.parentOfMember[member])
    }
    for group in groups.innermostFirst {
      let upper = groups.bounds[group].upper
      if taken[group] > upper { (taken[group], nodes[group]) = (upper, [members.count + group]) }
      add(taken[group], nodes[group], to: groups.parentOfGroup[group])
    }
    return total
  }
}

extension GroupForest {
  /// The groups, each before the group around it.
  fileprivate var innermostFirst: [Int] {
    let depth = bounds.indices.map { group in
      var (depth, above) = (0, parentOfGroup[group])
      while above >= 0 { (depth, above) = (depth + 1, parentOfGroup[Int(above)]) }
      return depth
    }
    return bounds.indices.sorted { (depth[$1], $0) < (depth[$0], $1) }
  }
}
