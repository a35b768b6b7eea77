/// What one column can make of its best choice of arcs, as the verifier counts it.
///
/// Companies stand as units, and rules whose sets of units are nested in each other are kept
/// exactly, by a table of the best for each number of places. Other rules are checked only for
/// whether they can still be met: the value can then be too high, never too low.
struct ColumnOffer {
  /// The arcs, and the row of each.
  let arcs: [Int]
  let rows: [Int]
  let mayClose: Bool
  /// The rules on the column: their numbers, bounds and the places of their arcs.
  let rules: [(rule: Int, bounds: Bounds, places: [Int])]

  /// The load while open: an open column that may close has at least one.
  private let load: Bounds
  /// Places of arcs that stand together.
  private let units: [[Int]]
  /// The units of which some row has no arc to the column.
  private let isBroken: [Bool]
  private let nests: [Nest]
  private let isPlain: Bool

  /// Units within which a rule counts; the last one is the whole column.
  private struct Nest {
    var bounds: Bounds
    var units: [Int]
    var inner: [Int]
  }

  init(
    column: Int, arcs: [Int], rows: [Int], rules: [Int], companies: [Int],
    in problem: GroupProblem
  ) {
    self.arcs = arcs
    self.rows = rows
    mayClose = problem.mayClose[column]
    let bounds = problem.assignment.columnLoad[column]
    let load = Bounds(
      lower: mayClose ? max(1, bounds.lower) : bounds.lower, upper: min(bounds.upper, arcs.count))
    self.load = load
    var place: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { place[row] = index }
    let ruled = rules.map { rule in
      (
        rule: rule, bounds: problem.rules[rule].bounds,
        places: problem.rules[rule].rows.compactMap { place[$0] }
      )
    }
    self.rules = ruled
    var unit = Array(rows.indices)
    var broken: Set<Int> = []
    for company in companies {
      let members = problem.companies[company].rows
      let present = members.compactMap { place[$0] }
      guard let first = present.first else { continue }
      for other in present.dropFirst() {
        let (from, to) = (unit[other], unit[first])
        for index in unit.indices where unit[index] == from { unit[index] = to }
      }
      if present.count < members.count { broken.insert(first) }
    }
    let grouped = Dictionary(grouping: unit.indices, by: { unit[$0] })
    let units = grouped.keys.sorted().map { grouped[$0] ?? [] }
    self.units = units
    isBroken = units.map { !broken.isDisjoint(with: $0) }
    nests = Self.nests(of: ruled, over: units, load: load)
    isPlain =
      nests.count == 1 && ruled.isEmpty && units.allSatisfy { $0.count == 1 }
      && broken.isEmpty
  }

  /// The nested rules as a forest, inner ones first, with the whole column last.
  private static func nests(
    of rules: [(rule: Int, bounds: Bounds, places: [Int])], over units: [[Int]], load: Bounds
  ) -> [Nest] {
    var unitOfPlace: [Int: Int] = [:]
    for (unit, places) in units.enumerated() { for place in places { unitOfPlace[place] = unit } }
    var sets: [(bounds: Bounds, units: Set<Int>)] = []
    for rule in rules {
      let places = Set(rule.places)
      let inside = Set(places.compactMap { unitOfPlace[$0] })
      guard inside.allSatisfy({ places.isSuperset(of: units[$0]) }) else { continue }
      if rule.bounds.lower == 0, rule.bounds.upper >= min(places.count, load.upper) { continue }
      sets.append((rule.bounds, inside))
    }
    let order = sets.indices.sorted { (sets[$0].units.count, $0) < (sets[$1].units.count, $1) }
    var kept: [(bounds: Bounds, units: Set<Int>)] = []
    for index in order {
      let set = sets[index].units
      if kept.allSatisfy({ $0.units.isDisjoint(with: set) || $0.units.isSubset(of: set) }) {
        kept.append(sets[index])
      }
    }
    kept.append((load, Set(units.indices)))
    var nests: [Nest] = []
    var isInside = [Bool](repeating: false, count: kept.count)
    var isTaken = [Bool](repeating: false, count: units.count)
    for set in kept {
      let inner = nests.indices.filter { !isInside[$0] && kept[$0].units.isSubset(of: set.units) }
      for nest in inner { isInside[nest] = true }
      let direct = set.units.filter { !isTaken[$0] }.sorted()
      for unit in direct { isTaken[unit] = true }
      nests.append(Nest(bounds: set.bounds, units: direct, inner: inner))
    }
    return nests
  }
}

extension ColumnOffer {
  /// The most that an open column can make of its arcs, or nil where it can't be open.
  ///
  /// - Parameters:
  ///   - values: What each arc is worth, by its place.
  ///   - answers: The places that must or must not be taken.
  func best(_ values: [Int128], _ answers: [Int: Bool]) -> Int128? {
    if isPlain { return plainBest(values, answers) }
    var isForced = [Bool](repeating: false, count: units.count)
    var isBarred = isBroken
    for (unit, places) in units.enumerated() {
      for place in places {
        if let isTaken = answers[place] {
          if isTaken { isForced[unit] = true } else { isBarred[unit] = true }
        }
      }
      if isForced[unit] && isBarred[unit] { return nil }
    }
    guard rulesCanBeMet(isForced, isBarred) else { return nil }
    var tables: [[Int128?]] = []
    for nest in nests {
      var table: [Int128?] = [0]
      for unit in nest.units where !isBarred[unit] {
        let value = units[unit].reduce(0) { $0 + values[$1] }
        table = Self.adding(
          value, units[unit].count, to: table, isForced: isForced[unit], most: load.upper)
      }
      for inner in nest.inner { table = Self.joined(table, tables[inner], most: load.upper) }
      for count in table.indices where count < nest.bounds.lower || count > nest.bounds.upper {
        table[count] = nil
      }
      tables.append(table)
    }
    return tables.last?.compactMap(\.self).max()
  }

  private func plainBest(_ values: [Int128], _ answers: [Int: Bool]) -> Int128? {
    let forced = answers.filter(\.value).keys
    let free = values.indices.filter { answers[$0] == nil }.map { values[$0] }.sorted(by: >)
    guard forced.count <= load.upper, forced.count + free.count >= load.lower else { return nil }
    var sum = forced.reduce(0) { $0 + values[$1] }
    for (index, value) in free.prefix(load.upper - forced.count).enumerated() {
      guard forced.count + index < load.lower || value > 0 else { break }
      sum += value
    }
    return sum
  }

  private func rulesCanBeMet(_ isForced: [Bool], _ isBarred: [Bool]) -> Bool {
    guard !rules.isEmpty else { return true }
    var unitOfPlace = [Int](repeating: 0, count: arcs.count)
    for (unit, places) in units.enumerated() { for place in places { unitOfPlace[place] = unit } }
    return rules.allSatisfy { rule in
      rule.places.count { isForced[unitOfPlace[$0]] } <= rule.bounds.upper
        && rule.places.count { !isBarred[unitOfPlace[$0]] } >= rule.bounds.lower
    }
  }

  private static func adding(
    _ value: Int128, _ size: Int, to table: [Int128?], isForced: Bool, most: Int
  ) -> [Int128?] {
    let length = max(min(table.count + size, most + 1), isForced ? 1 : table.count)
    return (0..<length).map { count in
      let without = isForced || count >= table.count ? nil : table[count]
      guard count >= size, count - size < table.count, let rest = table[count - size] else {
        return without
      }
      return max(without ?? rest + value, rest + value)
    }
  }

  private static func joined(_ one: [Int128?], _ other: [Int128?], most: Int) -> [Int128?] {
    var table = [Int128?](repeating: nil, count: min(one.count + other.count - 1, most + 1))
    for (count, value) in one.enumerated() {
      guard let value else { continue }
      for (more, added) in other.enumerated() where count + more < table.count {
        guard let added else { continue }
        let sum = value + added
        if table[count + more].map({ $0 < sum }) ?? true { table[count + more] = sum }
      }
    }
    return table
  }
}
