/// What companies and composition rules ask of one column, as the search uses it.
///
/// Places are counted from the column's first.
struct ColumnKit: Sendable {
  /// Places that stand together.
  let units: [[Int]]
  let unitOfPlace: [Int]
  /// The units of which some row has no arc to the column.
  let isBroken: [Bool]
  /// Sets of units with bounds, each after those inside it; the last one is the whole column.
  let nests: [Nest]
  /// The rules that the nests leave out.
  let looseRules: [Rule]

  /// A rule in the column.
  struct Rule {
    /// Its number in the problem.
    var number: Int
    var bounds: Bounds
    var places: [Int]
  }

  struct Nest: Sendable {
    var bounds: Bounds
    /// The units in it and in no inner nest.
    var units: [Int]
    var inner: [Int]
  }

  static func kits(
    of problem: GroupProblem, start: [Int], rows: [Int32], load: [Bounds]
  ) -> [ColumnKit?] {
    let none = [[Int]](repeating: [], count: load.count)
    var (rules, companies) = (none, none)
    for (index, rule) in problem.rules.enumerated() {
      for column in rule.columns { rules[column].append(index) }
    }
    for (index, company) in problem.companies.enumerated() where company.rows.count > 1 {
      for column in company.columns { companies[column].append(index) }
    }
    var placeOfRow = [Int](repeating: -1, count: problem.assignment.rowCount)
    return load.indices.map { column in
      guard !rules[column].isEmpty || !companies[column].isEmpty else { return nil }
      let places = start[column]..<start[column + 1]
      for place in places { placeOfRow[Int(rows[place])] = place - places.lowerBound }
      let kit = ColumnKit(
        count: places.count, load: load[column],
        rules: rules[column].map { index in
          let rule = problem.rules[index]
          return Rule(
            number: index, bounds: rule.bounds,
            places: rule.rows.map { placeOfRow[$0] }.filter { $0 >= 0 })
        },
        companies: companies[column].map { problem.companies[$0].rows.map { placeOfRow[$0] } })
      for place in places { placeOfRow[Int(rows[place])] = -1 }
      return kit
    }
  }

  private init(
    count: Int, load: Bounds, rules: [Rule], companies: [[Int]]
  ) {
    var leader = Array(0..<count)
    var broken = [Bool](repeating: false, count: count)
    for company in companies {
      let present = company.filter { $0 >= 0 }
      guard let first = present.first else { continue }
      let target = leader[first]
      for place in present.dropFirst() where leader[place] != target {
        let old = leader[place]
        for other in leader.indices where leader[other] == old { leader[other] = target }
      }
      if present.count < company.count { broken[first] = true }
    }
    var unitOfLeader: [Int: Int] = [:]
    var units: [[Int]] = []
    var unitOfPlace = leader
    for place in 0..<count {
      let unit = unitOfLeader[leader[place]] ?? units.count
      if unit == units.count { units.append([]) }
      unitOfLeader[leader[place]] = unit
      unitOfPlace[place] = unit
      units[unit].append(place)
    }
    self.units = units
    self.unitOfPlace = unitOfPlace
    isBroken = units.map { $0.contains { broken[$0] } }

    var nested: [(bounds: Bounds, units: Set<Int>)] = []
    var loose: [Rule] = []
    let sets = rules.map { rule in Set(rule.places.map { unitOfPlace[$0] }) }
    // In the verifier's order: of rules that cross, both keep the same one exactly.
    for index in rules.indices.sorted(by: { (sets[$0].count, $0) < (sets[$1].count, $1) }) {
      let (rule, set) = (rules[index], sets[index])
      if rule.bounds.lower == 0, rule.bounds.upper >= min(rule.places.count, load.upper) {
        continue
      }
      let size = set.reduce(0) { $0 + units[$1].count }
      if size == rule.places.count,
        nested.allSatisfy({ $0.units.isDisjoint(with: set) || $0.units.isSubset(of: set) })
      {
        nested.append((rule.bounds, set))
      } else {
        loose.append(rule)
      }
    }
    looseRules = loose
    nested.append((load, Set(units.indices)))
    var nestOfUnit = [Int](repeating: -1, count: units.count)
    var isInner = [Bool](repeating: false, count: nested.count)
    var nests: [Nest] = []
    for (index, set) in nested.enumerated() {
      let inner = (0..<index).filter { !isInner[$0] && nested[$0].units.isSubset(of: set.units) }
      for nest in inner { isInner[nest] = true }
      let own = set.units.filter { nestOfUnit[$0] < 0 }.sorted()
      for unit in own { nestOfUnit[unit] = index }
      nests.append(Nest(bounds: set.bounds, units: own, inner: inner))
    }
    self.nests = nests
  }

  /// The places in a nest and in those inside it.
  func places(of nest: Nest) -> [Int] {
    nest.units.flatMap { units[$0] } + nest.inner.flatMap { places(of: nests[$0]) }
  }

  /// Whether the rules that the nests leave out can still be met, where units must be taken (1) or
  /// must not (-1).
  func canMeetLooseRules(_ answers: [Int8]) -> Bool {
    looseRules.allSatisfy { rule in
      var (least, most) = (0, 0)
      for place in rule.places {
        let answer = answers[unitOfPlace[place]]
        least += answer > 0 ? 1 : 0
        most += answer < 0 ? 0 : 1
      }
      return least <= rule.bounds.upper && most >= rule.bounds.lower
    }
  }
}
