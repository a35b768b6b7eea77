/// Why a row is not used: a set of places for which more rows compete than they can take.
///
/// No one of its columns can be left out: the rows that can have none beside the others would not be
/// too many.
///
/// P. Hall, On representatives of subsets, doi:10.1112/jlms/s1-10.37.26.
public struct Shortage: Sendable, Hashable {
  /// The columns and groups of columns that bound the places, none within another.
  public var places: [Place]
  /// How many units they take together.
  public var capacity: Int
  /// The rows that can have no other place, ascending, with those whose fixed arcs hold one.
  public var rows: [Int]
}

/// Looks for places in a plan that row after row moves on to make room, whatever that costs.
///
/// ```swift
/// let search = ShortageSearch(problem, plan: solution.arcs)
/// search.shortage(of: row)?.places  // what blocks an unused row
/// ```
///
/// Space: O(*A* + *N*) for *A* arcs and *N* nodes.
public struct ShortageSearch: Sendable {
  let network: PlanNetwork
  private let isFixed: [Bool]
  private let fixed: Set<Int>
  let problem: AssignmentProblem

  /// Takes a plan apart.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - plan: The chosen arcs, within all bounds.
  ///   - fixed: The chosen arcs that must stay.
  /// - Complexity: O(*A* + *N*).
  public init(_ problem: AssignmentProblem, plan: [Int], fixed: Set<Int> = []) {
    self.problem = problem
    network = PlanNetwork(problem, plan: plan)
    var isFixed = [Bool](repeating: false, count: problem.arcs.count)
    for arc in fixed { isFixed[arc] = true }
    self.isFixed = isFixed
    self.fixed = fixed
  }

  /// The places that block an unused row; nil where others can move so that it finds one, where a
  /// group of rows is full and no place would help, or where it has no arc.
  ///
  /// - Complexity: as ``shortages(of:)`` for one row.
  public func shortage(of row: Int) -> Shortage? {
    let (sets, ofRow) = shortages(of: [row])
    return ofRow[0].map { sets[$0] }
  }

  /// What blocks each of several unused rows; rows that are blocked by the same places share a set.
  ///
  /// - Parameter rows: The unused rows.
  /// - Returns: The different sets, and the index among them for each row; nil where others can move so
  ///   that it finds a place, where a group of rows is full and no place would help, or where it has no
  ///   arc.
  /// - Complexity: O(*A* + *N*) time for each column of the rows from which other columns can be come to
  ///   than from those before; for each row with other arcs than those before O(*A*), and as much for
  ///   each column beyond its own that competing rows can come to, if these are at most 64; with more,
  ///   the set may be reducible.
  public func shortages(of rows: [Int]) -> (sets: [Shortage], ofRow: [Int?]) {
    let choices = ShortageSet(problem, fixed: fixed)
    var reaches = ColumnReaches(count: problem.columnCount)
    var (sets, ofColumns): ([Shortage], [[Bool]: Int]) = ([], [:])
    var known: [[Bool]: Int?] = [:]
    let ofRow = rows.map { row -> Int? in
      guard hasDemand(row), !problem.arcs.arcs(ofRow: row).isEmpty else { return nil }
      let own = choices.own(row)
      if let index = known[own] { return index }
      let reached = reached(from: own, &reaches)
      guard !reached.hasWayOut else {
        known[own] = .some(nil)
        return nil
      }
      let inside = choices.irreducible(own: own, reached: reached.columns)
      let index = ofColumns[inside] ?? sets.count
      if index == sets.count {
        ofColumns[inside] = index
        sets.append(choices.shortage(inside))
      }
      known[own] = index
      return index
    }
    return (sets, ofRow)
  }

  /// For each row and each column, whether unused rows can come there by moving others.
  ///
  /// One more place with such a column, or an arc of such a row to a column with a way out
  /// (``columnsWithPlaces``), is what lets one more row be used; nothing else does.
  ///
  /// - Parameter rows: The unused rows, or nil for all.
  /// - Returns: One truth value for each row, and one for each column.
  /// - Complexity: O(*A* + *N*) time.
  public func wanted(by rows: [Int]? = nil) -> (rows: [Bool], columns: [Bool]) {
    let unused = (rows ?? Array(0..<network.firstColumn)).filter(hasDemand)
    let seen = reach(from: unused).seen
    return (
      Array(seen[..<network.firstColumn]),
      Array(seen[network.firstColumn..<network.firstRowGroup])
    )
  }

  /// Whether each column has a place, or gets one when others move.
  ///
  /// - Complexity: O(*A* + *N*) time.
  public var columnsWithPlaces: [Bool] {
    var open = Reach(seen: Array(repeating: false, count: network.root + 1))
    open.visit(network.root)
    var takers = [[Int32]](repeating: [], count: network.firstRowGroup - network.firstColumn)
    network.forEachArc { row, column, arc in
      if !network.isChosen[arc] { takers[column - network.firstColumn].append(Int32(row)) }
    }
    var next = 0
    while next < open.queue.count {
      stepBack(to: open.queue[next], takers, &open)
      next += 1
    }
    return Array(open.seen[network.firstColumn..<network.firstRowGroup])
  }

  /// Visits the nodes from which an edge with room leads to a node.
  private func stepBack(to node: Int, _ takers: [[Int32]], _ open: inout Reach) {
    if network.isRow(node) {
      for arc in network.arcs.arcs(ofRow: node) where network.isChosen[arc] && !isFixed[arc] {
        open.visit(network.firstColumn + network.arcs.column(ofArc: arc))
      }
    } else if network.isColumn(node) {
      for row in takers[node - network.firstColumn] { open.visit(Int(row)) }
    } else {
      for child in network.children(of: node) where network.canClimb(Int(child)) {
        let isLost = node == network.root && network.isRowSide(Int(child))
        if !isLost { open.visit(Int(child)) }
      }
    }
    guard node != network.root, Int(network.parent[node]) != network.root,
      network.canDescend(node)
    else { return }
    open.visit(Int(network.parent[node]))
  }

  /// Whether an unused row, and every group around it, lets it be used.
  private func hasDemand(_ row: Int) -> Bool {
    var node = row
    while node != network.root {
      guard network.hasMore(node) else { return false }
      node = Int(network.parent[node])
    }
    return true
  }

  /// The nodes that were come to.
  struct Reach {
    var seen: [Bool]
    var queue: [Int] = []

    mutating func visit(_ node: Int) {
      guard !seen[node] else { return }
      seen[node] = true
      queue.append(node)
    }
  }

  private func reach(from rows: [Int]) -> Reach {
    var reach = Reach(seen: Array(repeating: false, count: network.root + 1))
    for row in rows { reach.visit(row) }
    var next = 0
    while next < reach.queue.count {
      let node = reach.queue[next]
      next += 1
      if node != network.root { step(from: node, &reach) }
    }
    return reach
  }

  func step(from node: Int, _ reach: inout Reach) {
    if network.isRow(node) {
      for arc in network.arcs.arcs(ofRow: node) where !network.isChosen[arc] {
        reach.visit(network.firstColumn + network.arcs.column(ofArc: arc))
      }
    } else if network.isColumn(node) {
      for arc in network.held[node - network.firstColumn] where !isFixed[arc] {
        reach.visit(network.arcs.row(ofArc: arc))
      }
    } else {
      for child in network.children(of: node) where network.canDescend(Int(child)) {
        reach.visit(Int(child))
      }
    }
    let above = Int(network.parent[node])
    // A row that leaves its place for nothing is no gain: a group may only change its rows.
    let isLost = network.isRowSide(node) && above == network.root
    if network.canClimb(node), !isLost { reach.visit(above) }
  }
}
