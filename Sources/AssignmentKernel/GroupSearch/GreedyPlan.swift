/// A plan made in one pass over the arcs, so that there is one however short the time is.
///
/// Rows take their best arcs, the row with the best one first; closed columns open for the rows
/// that are left, the column with the best arc first. What is taken is never given back, so lower
/// bounds of rows and fixed columns may remain unmet: the plan is offered, not promised.
///
/// - Complexity: O(*A* log *A*) for *A* arcs, and what the rules' members come to. Space: O(*A*).
struct GreedyPlan {
  /// What is served first.
  enum Order: CaseIterable {
    case pairsFirst, groupsFirst
  }

  private let model: GroupModel
  private var use: [Int]
  private var load: [Int]
  private var taken: [Int] = []

  /// Makes a plan of the arcs.
  init(_ model: GroupModel, _ order: Order) {
    self.model = model
    use = Array(repeating: 0, count: model.constraints.count)
    load = Array(repeating: 0, count: model.columnCount)
    if order == .groupsFirst { openColumns() }
    takePairs()
    if order == .pairsFirst { openColumns() }
  }

  /// The arcs in order.
  var arcs: [Int] { taken.sorted() }

  private mutating func takePairs() {
    let (pattern, mayClose) = (model.assignment.arcs, model.problem.mayClose)
    let choices = (0..<model.rowCount).map { row in
      pattern.arcs(ofRow: row).filter { !mayClose[pattern.column(ofArc: $0)] }.sorted(by: isBetter)
    }
    let rows = choices.indices.filter { !choices[$0].isEmpty }
      .sorted { isBetter(choices[$0][0], choices[$1][0]) }
    for row in rows {
      for arc in choices[row] {
        guard isGain(CollectionOfOne(arc)) || use[row] < model.constraints[row].lower else { break }
        take(arc)
      }
    }
  }

  private mutating func openColumns() {
    let best = model.problem.mayClose.indices.map { column in
      model.problem.mayClose[column] ? model.arcs[model.places(of: column)].min(by: isBetter) : nil
    }
    let columns = best.indices.filter { best[$0] != nil }.sorted {
      isBetter(best[$0] ?? 0, best[$1] ?? 0)
    }
    for column in columns { open(column) }
  }

  /// Opens the column for the best rows that may stand in it, or leaves it closed.
  private mutating func open(_ column: Int) {
    let limits = model.limitsOfColumn[column].map { model.firstLimit + Int($0) }
    guard limits.allSatisfy({ use[$0] < model.constraints[$0].upper }) else { return }
    let before = taken.count
    var rules = RuleCount(model, column)
    for unit in unitsInOrder(of: column) {
      guard load[column] + unit.count <= model.load[column].upper, rules.haveRoom(for: unit)
      else { continue }
      let first = taken.count
      for place in unit { take(model.arcs[model.start[column] + place]) }
      if taken.count == first + unit.count {
        rules.add(unit)
      } else {
        giveBack(to: first)
      }
    }
    let isFull = load[column] >= model.load[column].lower && rules.areMet
    guard isFull, isGain(taken[before...], opening: column) else { return giveBack(to: before) }
    for limit in limits { use[limit] += 1 }
  }

  /// The places that stand together, the best ones first.
  private func unitsInOrder(of column: Int) -> [[Int]] {
    let start = model.start[column]
    let units: [[Int]]
    if let kit = model.kits[column] {
      units = zip(kit.units, kit.isBroken).lazy.filter { !$0.1 }.map(\.0)
    } else {
      units = model.places(of: column).map { [$0 - start] }
    }
    return units.sorted { isBetter(model.arcs[start + $0[0]], model.arcs[start + $1[0]]) }
  }

  /// Takes the arc where its row, its column and the groups around them have room.
  private mutating func take(_ arc: Int) {
    let column = model.assignment.arcs.column(ofArc: arc)
    let row = Int(model.rows[model.placeOfArc[arc]])
    guard load[column] < model.load[column].upper, hasRoom(row),
      hasRoom(model.outerOfColumn(column))
    else { return }
    taken.append(arc)
    count(arc, 1)
  }

  private mutating func giveBack(to count: Int) {
    while taken.count > count { self.count(taken.removeLast(), -1) }
  }

  private mutating func count(_ arc: Int, _ change: Int) {
    let column = model.assignment.arcs.column(ofArc: arc)
    load[column] += change
    for start in [Int(model.rows[model.placeOfArc[arc]]), model.outerOfColumn(column)] {
      model.add(change, from: start, to: &use)
    }
  }

  private func hasRoom(_ start: Int) -> Bool {
    var constraint = start
    while constraint >= 0 {
      guard use[constraint] < model.constraints[constraint].upper else { return false }
      constraint = model.outer[constraint]
    }
    return true
  }

  private func isBetter(_ one: Int, _ other: Int) -> Bool {
    for tier in model.assignment.tiers where tier[one] != tier[other] {
      return tier[one] > tier[other]
    }
    return one < other
  }

  /// Whether the arcs, with the column that they open, add to the objective.
  private func isGain(_ arcs: some Sequence<Int>, opening column: Int? = nil) -> Bool {
    for (tier, opening) in zip(model.assignment.tiers, model.problem.opening) {
      let sum = arcs.reduce(Int128(column.map { opening[$0] } ?? 0)) { $0 + Int128(tier[$1]) }
      if sum != 0 { return sum > 0 }
    }
    return false
  }
}

/// How many of the members of each rule stand in a column.
private struct RuleCount {
  private let sets: [(bounds: Bounds, places: Set<Int>)]
  private var counts: [Int]

  init(_ model: GroupModel, _ column: Int) {
    guard let kit = model.kits[column] else {
      (sets, counts) = ([], [])
      return
    }
    sets =
      kit.looseRules.map { ($0.bounds, Set($0.places)) }
      + kit.nests.dropLast().map { ($0.bounds, Set(kit.places(of: $0))) }
    counts = Array(repeating: 0, count: sets.count)
  }

  var areMet: Bool { zip(sets, counts).allSatisfy { $0.bounds.lower <= $1 } }

  func haveRoom(for places: [Int]) -> Bool {
    zip(sets, counts).allSatisfy { set, count in
      count + places.count { set.places.contains($0) } <= set.bounds.upper
    }
  }

  mutating func add(_ places: [Int]) {
    for (index, set) in sets.enumerated() {
      counts[index] += places.count { set.places.contains($0) }
    }
  }
}
