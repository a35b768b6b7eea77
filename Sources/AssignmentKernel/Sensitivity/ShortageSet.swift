/// Sets of columns, what they take, and who can have no other.
struct ShortageSet {
  private let problem: AssignmentProblem
  /// The column of each row's fixed arc, by row.
  private let fixedColumn: [Int: Int]

  /// The most columns that are left out one by one.
  private static let most = 64

  init(_ problem: AssignmentProblem, fixed: Set<Int>) {
    self.problem = problem
    fixedColumn = Dictionary(
      fixed.map { (problem.arcs.row(ofArc: $0), problem.arcs.column(ofArc: $0)) },
      uniquingKeysWith: { min($0, $1) })
  }

  /// The columns that a row can have, one truth value a column.
  func own(_ row: Int) -> [Bool] {
    var inside = [Bool](repeating: false, count: problem.columnCount)
    if let fixed = fixedColumn[row] {
      inside[fixed] = true
    } else {
      for arc in problem.arcs.arcs(ofRow: row) { inside[problem.arcs.column(ofArc: arc)] = true }
    }
    return inside
  }

  /// The columns for which too many rows compete: a row's own where these are enough, else those with
  /// others that competing rows can come to, which must be such a set.
  func irreducible(own: [Bool], reached: [Bool]) -> [Bool] {
    guard !isShort(own) else { return own }
    let others = reached.indices.filter { reached[$0] && !own[$0] }
    guard others.count <= Self.most else { return reached }
    var inside = reached
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for column in others where inside[column] {
        inside[column] = false
        if isShort(inside) { isSmaller = true } else { inside[column] = true }
      }
    }
    return inside
  }

  private func isShort(_ inside: [Bool]) -> Bool {
    demand(of: rows(inside)) > bound(inside, problem.columnLoad, problem.columnGroups).capacity
  }

  /// Who competes for columns.
  func shortage(_ inside: [Bool]) -> Shortage {
    let (capacity, nodes) = bound(inside, problem.columnLoad, problem.columnGroups)
    return Shortage(
      places: nodes.map {
        $0 < problem.columnCount ? .column($0) : .columnGroup($0 - problem.columnCount)
      }, capacity: capacity, rows: rows(inside))
  }

  /// The rows that have columns in the set alone.
  private func rows(_ inside: [Bool]) -> [Int] {
    (0..<problem.rowCount).filter { row in
      if let fixed = fixedColumn[row] { return inside[fixed] }
      let arcs = problem.arcs.arcs(ofRow: row)
      return !arcs.isEmpty && arcs.allSatisfy { inside[problem.arcs.column(ofArc: $0)] }
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
