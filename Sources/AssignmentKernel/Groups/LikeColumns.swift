/// Which columns are alike, and so may be taken to open in order.
///
/// Two columns are alike where exchanging them changes nothing: the same rows, weights, bounds,
/// opening weights, rules, companies, limits and group. Two groups of columns are alike where
/// exchanging them member by member changes nothing. Some best plan opens like columns in the order
/// of their numbers, and of like groups the first columns in the order of the groups: sort the
/// members of each group by open or closed, then the groups by their first columns.
package struct LikeColumns {
  /// For each column those that are open wherever it is.
  package let before: [[Int]]
  /// For each column those that are closed wherever it is.
  package let after: [[Int]]

  /// - Complexity: O(tiers · (arcs + columns) + members of rules, companies and limits).
  package init(_ problem: GroupProblem) {
    var before = [[Int]](repeating: [], count: problem.mayClose.count)
    var after = before
    for chain in Self.chains(of: problem) {
      for (one, next) in zip(chain, chain.dropFirst()) {
        after[one].append(next)
        before[next].append(one)
      }
    }
    self.before = before
    self.after = after
  }

  /// Lists of columns that open in order.
  private static func chains(of problem: GroupProblem) -> [[Int]] {
    let traits = ColumnTraits.all(of: problem)
    let forest = problem.assignment.columnGroups
    var alike: [LikeKey: [Int]] = [:]
    for column in traits.indices where problem.mayClose[column] {
      let key = LikeKey(
        traits: traits[column], group: forest.parentOfMember[column],
        limits: traits[column].limits)
      alike[key, default: []].append(column)
    }
    var firsts: [GroupKey: [Int]] = [:]
    for (group, members) in plainGroups(of: forest) {
      guard let first = members.first, members.allSatisfy({ problem.mayClose[$0] }) else {
        continue
      }
      let key = GroupKey(group, members, traits, problem)
      firsts[key, default: []].append(first)
    }
    return alike.values.filter { $0.count > 1 }
      + firsts.values.filter { $0.count > 1 }.map {
        $0.sorted()
      }
  }

  /// The groups that hold columns and no groups, each with its columns.
  private static func plainGroups(of forest: GroupForest) -> [(group: Int, members: [Int])] {
    var members = [[Int]](repeating: [], count: forest.count)
    for (column, group) in forest.parentOfMember.enumerated() where group >= 0 {
      members[Int(group)].append(column)
    }
    let outer = Set(forest.parentOfGroup.map { Int($0) })
    return members.indices.filter { !outer.contains($0) }.map { ($0, members[$0]) }
  }
}

/// All that a column is but for its group.
private struct ColumnTraits: Hashable {
  var rows: [Int] = []
  var weights: [Int64] = []
  var load = Bounds.upTo(0)
  var opening: [Int64] = []
  /// The rules and companies, by their content.
  var rules: [Int] = []
  var companies: [Int] = []
  /// The limits on open columns, by their numbers; not compared here.
  var limits: [Int] = []

  static func == (left: Self, right: Self) -> Bool {
    left.load == right.load && left.rows == right.rows && left.weights == right.weights
      && left.opening == right.opening && left.rules == right.rules
      && left.companies == right.companies
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(load)
    hasher.combine(rows)
    hasher.combine(weights)
  }

  static func all(of problem: GroupProblem) -> [ColumnTraits] {
    let assignment = problem.assignment
    var traits = [ColumnTraits](repeating: ColumnTraits(), count: assignment.columnCount)
    for row in 0..<assignment.rowCount {
      for arc in assignment.arcs.arcs(ofRow: row) {
        let column = assignment.arcs.column(ofArc: arc)
        guard problem.mayClose[column] else { continue }
        traits[column].rows.append(row)
        for tier in assignment.tiers { traits[column].weights.append(tier[arc]) }
      }
    }
    for column in traits.indices {
      traits[column].load = assignment.columnLoad[column]
      traits[column].opening = problem.opening.map { $0[column] }
    }
    var contents: [CompositionRule: Int] = [:]
    for rule in problem.rules {
      let content = CompositionRule(columns: [], rows: rule.rows.sorted(), rule.bounds)
      let id = contents[content] ?? contents.count
      contents[content] = id
      for column in rule.columns { traits[column].rules.append(id) }
    }
    var companies: [[Int]: Int] = [:]
    for company in problem.companies {
      let id = companies[company.rows.sorted()] ?? companies.count
      companies[company.rows.sorted()] = id
      for column in company.columns { traits[column].companies.append(id) }
    }
    for (index, limit) in problem.openLimits.enumerated() {
      for column in Set(limit.columns) { traits[column].limits.append(index) }
    }
    for column in traits.indices {
      traits[column].rules.sort()
      traits[column].companies.sort()
    }
    return traits
  }
}

private struct LikeKey: Hashable {
  let traits: ColumnTraits
  let group: Int32
  let limits: [Int]
}

/// All that a group of columns is, but for which columns they are.
private struct GroupKey: Hashable {
  private struct LocalLimit: Hashable {
    let bounds: Bounds
    let places: [Int]
  }

  private let bounds: Bounds
  private let parent: Int32
  private let members: [ColumnTraits]
  private let sharedLimits: [[Int]]
  private let localLimits: [LocalLimit: Int]

  init(
    _ group: Int, _ columns: [Int], _ traits: [ColumnTraits], _ problem: GroupProblem
  ) {
    let forest = problem.assignment.columnGroups
    bounds = forest.bounds[group]
    parent = forest.parentOfGroup[group]
    members = columns.map { traits[$0] }
    var local: [LocalLimit: Int] = [:]
    var isLocal: [Int: Bool] = [:]
    for limit in Set(columns.flatMap { traits[$0].limits }) {
      let limited = Set(problem.openLimits[limit].columns)
      isLocal[limit] = limited.isSubset(of: columns)
      guard limited.isSubset(of: columns) else { continue }
      let places = columns.indices.filter { limited.contains(columns[$0]) }
      local[LocalLimit(bounds: problem.openLimits[limit].bounds, places: places), default: 0] += 1
    }
    localLimits = local
    sharedLimits = columns.map { traits[$0].limits.filter { isLocal[$0] == false } }
  }
}
