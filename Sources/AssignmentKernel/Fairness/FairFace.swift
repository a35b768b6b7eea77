/// What the tiers so far leave open, as a problem of its own, and a plan in it.
struct FairFace {
  /// The tiers so far on the whole problem.
  private(set) var tiers: [[Int64]] = []
  /// What proves them.
  private(set) var potentials: [Potentials] = []
  /// The greatest weight in the last tier, by amount, where levels share it.
  private var sharedLargest: Int64?
  /// The best plan so far, in arcs of the whole problem.
  private(set) var plan: [Int]
  /// Each arc's value in the fair tier, by rank among the different values; the greatest number for
  /// an arc that does not count.
  let rank: [Int32]
  let whole: AssignmentProblem

  /// The open arcs with bounds for what is left; its weights are all 0.
  private var face: AssignmentProblem
  /// The arc of the whole problem for each open arc, ascending.
  private var origin: [Int]
  /// The arcs that all plans of the face take.
  private var taken: [Int] = []

  /// - Complexity: O(*A* log *A*) time for *A* arcs.
  init(_ whole: AssignmentProblem, values: ArraySlice<Int64>, plan: [Int]) throws(ProblemError) {
    self.whole = whole
    self.plan = plan
    let distinct = Set(values).sorted()
    let rankOfValue = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { ($0.element, Int32($0.offset)) })
    rank =
      values.map { rankOfValue[$0] ?? 0 }
      + Array(repeating: .max, count: whole.arcs.count - values.count)
    face = try whole.with(tiers: [Array(repeating: 0, count: whole.arcs.count)])
    origin = Array(0..<whole.arcs.count)
  }

  /// The problem of more tiers on what is open.
  func problem(tiers: [[Int64]]) throws(ProblemError) -> AssignmentProblem {
    try face.with(tiers: tiers.map { weights in origin.map { weights[$0] } })
  }

  /// Closes what is not best in one more tier.
  ///
  /// - Complexity: O(*A* + *N*) for *A* arcs and *N* nodes.
  mutating func record(_ weights: [Int64], _ proof: Potentials) throws(ProblemError) {
    try close(weights, proof)
    tiers.append(weights)
    potentials.append(proof)
    sharedLargest = nil
  }

  /// Settles one more level of values, with a best plan in it.
  ///
  /// A tier takes in as many levels as its weights can hold: what stands there is multiplied by
  /// more than the level can add up to, over any plan of as many arcs and on any single edge.
  ///
  /// - Complexity: O(*A* + *N*) for *A* arcs and *N* nodes.
  mutating func record(
    level weights: [Int64], _ proof: Potentials, plan best: [Int]
  ) throws(ProblemError) {
    try close(weights, proof)
    plan = best
    let largest = Int128(weights.reduce(0) { max($0, abs($1)) })
    let radix = max(Int128(plan.count) * largest, largest + proof.span) + 1
    if let shared = sharedLargest, Int128(shared) * radix + largest < 1 << 45, !tiers.isEmpty {
      let last = tiers.count - 1
      for (arc, weight) in weights.enumerated() {
        tiers[last][arc] = tiers[last][arc] * Int64(radix) + weight
      }
      potentials[last].scale(by: radix, adding: proof)
      sharedLargest = shared * Int64(radix) + Int64(largest)
    } else {
      tiers.append(weights)
      potentials.append(proof)
      sharedLargest = Int64(largest)
    }
  }

  private mutating func close(_ weights: [Int64], _ proof: Potentials) throws(ProblemError) {
    let next = try OptimalFace(
      of: face.with(tiers: [origin.map { weights[$0] }, face.tiers[0]]), at: proof)
    taken += next.taken.map { origin[$0] }
    origin = next.open.map { origin[$0] }
    face = next.problem
  }

  /// The plan of the whole problem for one of the face, ascending.
  func lifted(_ arcs: [Int]) -> [Int] { (taken + arcs.map { origin[$0] }).sorted() }

  /// A best plan in one more tier of weights 0 and below, in arcs of the whole problem, and its
  /// proof; nil where the time was up before.
  func settled(_ weights: [Int64], limits: SolveLimits) -> (plan: [Int], proof: Potentials)? {
    var level = LevelSearch(face, weights: origin.map { weights[$0] }, plan: openPlan)
    guard level.run(limits: limits) else { return nil }
    return (lifted(level.plan), level.potentials)
  }

  /// The lowest value that no plan of the face avoids, by rank.
  var lowestTaken: Int32? { taken.lazy.map { rank[$0] }.filter { $0 < .max }.min() }

  /// Raises the lowest open value between `floor` and `ceiling` by exchanges until none is left;
  /// the value, and the number of open arcs that have it, or nil where there is none between.
  ///
  /// An arc can be given up for better ones exactly where a cycle through it takes none that is as
  /// low, so what this comes to is the best that the face allows, unless the time is up before.
  mutating func raiseWorst(
    above floor: Int32, below ceiling: Int32, limits: SolveLimits
  ) -> (rank: Int32, count: Int)? {
    let ranks = origin.map { rank[$0] }
    var chosen = openPlan
    var search = PathSearch(
      PlanNetwork(face, plan: chosen), WorstValues(rank: ranks, floor: floor, worst: floor))
    while let worst = chosen.lazy.map({ ranks[$0] }).filter({ $0 > floor }).min(),
      worst < ceiling
    {
      search.losses.worst = worst
      var isStuck = false
      for arc in chosen where ranks[arc] == worst && search.network.isChosen[arc] {
        let (row, column) = search.network.ends(ofArc: arc)
        guard !limits.isOver, let path = search.path(from: row, to: column) else {
          isStuck = true
          continue
        }
        search.network.apply(dropped: path.dropped + [arc], taken: path.taken)
        chosen += path.taken
      }
      chosen = Set(chosen).filter { search.network.isChosen[$0] }.sorted()
      if isStuck {
        plan = lifted(chosen)
        return (worst, chosen.count { ranks[$0] == worst })
      }
    }
    plan = lifted(chosen)
    return nil
  }

  /// The arcs of the plan that are open, as arcs of the face.
  private var openPlan: [Int] {
    var open: [Int] = []
    var index = 0
    for arc in plan {
      while index < origin.count, origin[index] < arc { index += 1 }
      if index < origin.count, origin[index] == arc { open.append(index) }
    }
    return open
  }
}

extension AssignmentProblem {
  /// The same arcs and bounds with other tiers.
  func with(tiers: [[Int64]]) throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: rowGroups, columnForest: columnGroups)
  }
}

extension Potentials {
  /// The greatest difference between any two, the root's 0 among them.
  fileprivate var span: Int128 {
    let all = [rows, columns, rowGroups, columnGroups]
    return max(0, all.compactMap { $0.max() }.max() ?? 0)
      - min(0, all.compactMap { $0.min() }.min() ?? 0)
  }

  /// Makes room for potentials of less weight and puts them in.
  fileprivate mutating func scale(by radix: Int128, adding other: Potentials) {
    func join(_ left: [Int128], _ right: [Int128]) -> [Int128] {
      zip(left, right).map { $0 * radix + $1 }
    }
    self = Potentials(
      rows: join(rows, other.rows), columns: join(columns, other.columns),
      rowGroups: join(rowGroups, other.rowGroups),
      columnGroups: join(columnGroups, other.columnGroups))
  }
}
