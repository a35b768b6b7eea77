public import AssignmentKernel

/// The answer by trying every plan: for small problems only.
///
/// Goes row by row over every choice of the row's arcs and keeps the best way to each set of
/// loads. Shares nothing with the solvers. Time: O(rows · loads · 2^columns).
public func bruteForceAnswer(of problem: AssignmentProblem) -> NamedInstance.Answer {
  let loads = Loads(problem)
  var best: [[Int]: [Int128]] = [loads.start: problem.tiers.map { _ in 0 }]
  for row in 0..<problem.rowCount {
    let choices = choices(ofRow: row, in: problem)
    var next: [[Int]: [Int128]] = [:]
    for (state, total) in best {
      for (columns, weights) in choices {
        guard let reached = loads.adding(row: row, columns: columns, to: state) else { continue }
        let sum = zip(total, weights).map { $0 + $1 }
        if let known = next[reached], !known.lexicographicallyPrecedes(sum) { continue }
        next[reached] = sum
      }
    }
    best = next
  }
  let totals = best.filter { loads.meetsLowerBounds($0.key) }.values
  return totals.max { $0.lexicographicallyPrecedes($1) }.map { .optimal($0) } ?? .infeasible
}

/// Every choice of a row's arcs within its demand: the columns and the weights.
private func choices(
  ofRow row: Int, in problem: AssignmentProblem
) -> [(columns: [Int], weights: [Int128])] {
  let arcs = Array(problem.arcs.arcs(ofRow: row))
  let demand = problem.rowDemand[row]
  return (0..<(1 << arcs.count)).compactMap { mask in
    let chosen = arcs.indices.filter { mask & (1 << $0) != 0 }.map { arcs[$0] }
    guard demand.lower <= chosen.count, chosen.count <= demand.upper else { return nil }
    return (
      chosen.map { problem.arcs.column(ofArc: $0) },
      problem.tiers.map { tier in chosen.reduce(0) { $0 + Int128(tier[$1]) } }
    )
  }
}

/// How often every column, group of columns and group of rows is used, in this order.
private struct Loads {
  let bounds: [Bounds]
  /// What a use of each column, or of each row, adds to.
  let columnPlaces: [[Int]]
  let rowPlaces: [[Int]]

  init(_ problem: AssignmentProblem) {
    let firstColumnGroup = problem.columnCount
    let firstRowGroup = firstColumnGroup + problem.columnGroups.count
    bounds = problem.columnLoad + problem.columnGroups.bounds + problem.rowGroups.bounds
    func places(_ forest: GroupForest, of member: Int, first: Int) -> [Int] {
      var places: [Int] = []
      var group = forest.parentOfMember[member]
      while group >= 0 {
        places.append(first + Int(group))
        group = forest.parentOfGroup[Int(group)]
      }
      return places
    }
    columnPlaces = (0..<problem.columnCount).map {
      [$0] + places(problem.columnGroups, of: $0, first: firstColumnGroup)
    }
    rowPlaces = (0..<problem.rowCount).map {
      places(problem.rowGroups, of: $0, first: firstRowGroup)
    }
  }

  var start: [Int] { bounds.map { _ in 0 } }

  func adding(row: Int, columns: [Int], to state: [Int]) -> [Int]? {
    var state = state
    for column in columns {
      for place in columnPlaces[column] + rowPlaces[row] {
        state[place] += 1
        if state[place] > bounds[place].upper { return nil }
      }
    }
    return state
  }

  func meetsLowerBounds(_ state: [Int]) -> Bool {
    zip(state, bounds).allSatisfy { $0 >= $1.lower }
  }
}
