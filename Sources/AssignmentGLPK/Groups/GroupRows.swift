import AssignmentKernel

/// The rows of a group problem's linear program, before there is any arc in it.
///
/// A variable *x* an arc says whether the arc is taken, a variable *y* a column that may close
/// whether it is open. A row that asks for at least something has a shortfall, a variable by which
/// it may fail where that is what is minimised.
struct GroupRows {
  /// Bounds of a row and what it takes of the *y*.
  struct Row {
    var lower: Double?
    var upper: Double?
    var openings: [(column: Int, value: Double)] = []
  }

  /// A composition rule in one column.
  struct Rule {
    var rule: Int
    var least: Int32
    var most: Int32
  }

  let problem: GroupProblem
  let network: Network
  /// The rows; number 1 is the first, as in GLPK.
  private(set) var rows: [Row] = []
  /// The row of each node of the network, or 0; columns that may close have ``fill`` and ``room``.
  private(set) var rowOfNode: [Int32]
  /// An open column has at least so many rows.
  private(set) var fill: [Int32]
  /// A column has at most so many rows where it is open, else none.
  private(set) var room: [Int32]
  /// The rules of each column.
  private(set) var rules: [[Rule]]
  /// The row of each limit on open columns.
  private(set) var limits: [Int32] = []
  /// The rows that hold the tiers before the one in work.
  private(set) var floors: [Int32] = []
  /// The tier in work.
  let tier: Int

  private let isInRule: [[Bool]]

  /// Lays out the tier after those that come to `reached`.
  init(_ problem: GroupProblem, network: Network, reached: [Int128]) {
    self.problem = problem
    self.network = network
    tier = reached.count
    rowOfNode = Array(repeating: 0, count: network.root)
    fill = Array(repeating: 0, count: network.columnCount)
    room = fill
    rules = Array(repeating: [], count: network.columnCount)
    isInRule = problem.rules.map { rule in
      var isIn = [Bool](repeating: false, count: network.rowCount)
      for row in rule.rows { isIn[row] = true }
      return isIn
    }
    for node in 0..<network.root where !network.isSlack(node) {
      let column = node - network.firstColumn
      if problem.mayClose.indices.contains(column), problem.mayClose[column] { continue }
      rowOfNode[node] = add(network.bounds[node])
    }
    for column in problem.mayClose.indices where problem.mayClose[column] {
      let bounds = openBounds(of: column)
      fill[column] = add(
        Row(lower: 0, upper: nil, openings: [(column, -Double(bounds.lower))]))
      room[column] = add(
        Row(lower: nil, upper: 0, openings: [(column, -Double(bounds.upper))]))
    }
    addRules()
    for limit in problem.openLimits {
      limits.append(
        add(
          Row(
            lower: Double(limit.bounds.lower), upper: Double(limit.bounds.upper),
            openings: Set(limit.columns).sorted().map { ($0, 1) })))
    }
    for (tier, value) in reached.enumerated() {
      let openings = problem.opening[tier].enumerated().filter { $0.element != 0 }
      floors.append(
        add(
          Row(
            lower: Double(value), upper: nil,
            openings: openings.map { ($0.offset, Double($0.element)) })))
    }
  }

  /// The load of a column that may close while it is open.
  func openBounds(of column: Int) -> Bounds {
    let node = network.firstColumn + column
    let bounds = network.bounds[node]
    return Bounds(
      lower: max(1, bounds.lower), upper: min(bounds.upper, network.arcCount[node]))
  }

  /// The entries of an arc.
  func entries(of arc: ProgramArc, _ body: (_ row: Int32, _ value: Double) -> Void) {
    func climb(_ node: Int) {
      network.climb(from: node) { if rowOfNode[$0] > 0 { body(rowOfNode[$0], 1) } }
    }
    climb(arc.row)
    climb(network.firstColumn + arc.column)
    if fill[arc.column] > 0 {
      body(fill[arc.column], 1)
      body(room[arc.column], 1)
    }
    for rule in rules[arc.column] where isInRule[rule.rule][arc.row] {
      if rule.least > 0 { body(rule.least, 1) }
      if rule.most > 0 { body(rule.most, 1) }
    }
    for (tier, row) in floors.enumerated() {
      let weight = problem.assignment.tiers[tier][arc.arc]
      if weight != 0 { body(row, Double(weight)) }
    }
  }

  private mutating func add(_ bounds: Bounds) -> Int32 {
    add(Row(lower: Double(bounds.lower), upper: Double(bounds.upper)))
  }

  private mutating func add(_ row: Row) -> Int32 {
    rows.append(row)
    return Int32(rows.count)
  }

  private mutating func addRules() {
    for (index, rule) in problem.rules.enumerated() {
      for column in rule.columns {
        let mayClose = problem.mayClose[column]
        func row(_ bound: Int, isLower: Bool) -> Row {
          let side = mayClose ? 0 : Double(bound)
          return Row(
            lower: isLower ? side : nil, upper: isLower ? nil : side,
            openings: mayClose ? [(column, -Double(bound))] : [])
        }
        rules[column].append(
          Rule(
            rule: index,
            least: rule.bounds.lower > 0 ? add(row(rule.bounds.lower, isLower: true)) : 0,
            most: rule.bounds.upper < rule.rows.count
              ? add(row(rule.bounds.upper, isLower: false)) : 0))
      }
    }
  }
}
