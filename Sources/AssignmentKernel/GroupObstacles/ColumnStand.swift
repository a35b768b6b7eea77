/// Who can stand in one column at all, and what an open column needs.
struct ColumnStand {
  /// The rows that can stand there: those that must keep together with a row that can't are not
  /// among them.
  let rows: Set<Int>
  /// The least load of an open column.
  let needs: Int

  private let column: Int
  private let problem: GroupProblem
  private let most: Int
  private let rules: [Int]
  private let canBeFilled: Bool

  static func all(of problem: GroupProblem) -> [ColumnStand] {
    let offers = ColumnOffer.all(of: problem)
    var companies = [[Int]](repeating: [], count: offers.count)
    for (index, company) in problem.companies.enumerated() {
      for column in company.columns { companies[column].append(index) }
    }
    return offers.indices.map {
      ColumnStand(column: $0, offers[$0], companies: companies[$0], of: problem)
    }
  }

  private init(column: Int, _ offer: ColumnOffer, companies: [Int], of problem: GroupProblem) {
    self.column = column
    self.problem = problem
    let load = problem.assignment.columnLoad[column]
    most = load.upper
    needs = problem.mayClose[column] ? max(1, load.lower) : load.lower
    rules = offer.rules.map(\.rule)
    var rows = Set(offer.rows.filter { problem.assignment.rowDemand[$0].upper > 0 })
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for company in companies {
        let together = problem.companies[company].rows
        let excess = offer.rules.contains { rule in
          Set(problem.rules[rule.rule].rows).intersection(together).count > rule.bounds.upper
        }
        guard together.count > 1,
          excess || together.count > load.upper || !rows.isSuperset(of: together),
          !rows.isDisjoint(with: together)
        else { continue }
        rows.subtract(together)
        isShrinking = true
      }
    }
    self.rows = rows
    let barred = offer.rows.enumerated().filter { !rows.contains($0.element) }
    canBeFilled =
      offer.best(
        Array(repeating: 0, count: offer.arcs.count),
        Dictionary(uniqueKeysWithValues: barred.map { ($0.offset, false) })) != nil
  }

  /// Why the column never opens; nothing where it can.
  var obstacles: [GroupObstacle] {
    var found: [GroupObstacle] = []
    if rows.count < needs {
      found.append(.tooFewRows(column: column, has: rows.count, needs: needs))
    }
    for rule in rules {
      let has = rows.intersection(problem.rules[rule].rows).count
      let least = problem.rules[rule].bounds.lower
      if has < least {
        found.append(.ruleShort(rule: rule, column: column, has: has, needs: least))
      }
    }
    found += contradictions + groups
    let least = RuleNest(rules, rows, problem).least
    if least > most {
      found.append(.rulesNeedMore(column: column, needs: least, has: most))
    }
    let room = RuleNest(rules, rows, problem).most
    if room < needs, rows.count >= needs {
      found.append(.rulesLeaveTooFew(column: column, has: room, needs: needs))
    }
    if found.isEmpty, !canBeFilled { found.append(.noWayToFill(column: column)) }
    return found
  }

  private var contradictions: [GroupObstacle] {
    rules.flatMap { rule -> [GroupObstacle] in
      let least = problem.rules[rule].bounds.lower
      guard least > 0 else { return [] }
      let asked = rows.intersection(problem.rules[rule].rows)
      return rules.compactMap { other in
        guard other != rule else { return nil }
        let allowed = problem.rules[other].bounds.upper
        let outside = asked.subtracting(problem.rules[other].rows).count
        let needs = least - outside
        return asked.count >= least && needs > allowed
          ? .rulesContradict(
            rule: rule, other: other, column: column, needs: needs, has: allowed) : nil
      }
    }
  }

  private var groups: [GroupObstacle] {
    let forest = problem.assignment.columnGroups
    var found: [GroupObstacle] = []
    var group = Int(forest.parentOfMember[column])
    while group >= 0 {
      let upper = forest.bounds[group].upper
      if upper < needs {
        found.append(.groupTooSmall(group: group, column: column, has: upper, needs: needs))
      }
      group = Int(forest.parentOfGroup[group])
    }
    return found
  }
}

/// What nested rules ask for and leave room for in one column.
private struct RuleNest {
  /// The least load that meets the rules.
  let least: Int
  /// The greatest load that the rules allow.
  let most: Int

  init(_ rules: [Int], _ rows: Set<Int>, _ problem: GroupProblem) {
    let sets = rules.map { (rows.intersection(problem.rules[$0].rows), problem.rules[$0].bounds) }
    least =
      Self.sum(sets.filter { $0.1.lower > 0 }.map { ($0.0, $0.1.lower) }) { _, inner, bound in
        max(bound, inner)
      }.value
    let limited = Self.sum(sets.filter { $0.1.upper < $0.0.count }.map { ($0.0, $0.1.upper) }) {
      own, inner, bound in min(bound, inner + own)
    }
    most = limited.value + rows.count - limited.covered
  }

  /// Goes from the inner sets out over those that nest: their sum, and how many rows they cover.
  private static func sum(
    _ sets: [(rows: Set<Int>, bound: Int)],
    _ combine: (_ own: Int, _ inner: Int, _ bound: Int) -> Int
  ) -> (value: Int, covered: Int) {
    var kept: [(rows: Set<Int>, value: Int)] = []
    for set in sets.sorted(by: { $0.rows.count < $1.rows.count }) {
      let inner = kept.filter { $0.rows.isSubset(of: set.rows) }
      let rest = kept.filter { !$0.rows.isSubset(of: set.rows) }
      guard rest.allSatisfy({ $0.rows.isDisjoint(with: set.rows) }) else { continue }
      let covered = inner.reduce(0) { $0 + $1.rows.count }
      let value = combine(
        set.rows.count - covered, inner.reduce(0) { $0 + $1.value }, set.bound)
      kept = rest + [(set.rows, value)]
    }
    return (
      kept.reduce(0) { $0 + $1.value }, kept.reduce(0) { $0 + $1.rows.count }
    )
  }
}
