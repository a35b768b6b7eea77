/// What optimal potentials leave open: the plans that are best in the first tier, as a problem of
/// the remaining tiers.
///
/// By complementary slackness a plan is optimal exactly where it avoids the arcs with negative
/// reduced weight, takes those with positive, and uses each node and group to the bound that its
/// potential asks for.
struct OptimalFace {
  /// The remaining tiers on what is open.
  let problem: AssignmentProblem
  /// The arc of the whole problem for each open arc.
  let open: [Int]
  /// The arcs that every optimal plan takes.
  let taken: [Int]

  /// - Complexity: O(tiers · arcs + nodes) time and space.
  init(of whole: AssignmentProblem, at potentials: Potentials) throws(ProblemError) {
    var open: [Int] = []
    var taken: [Int] = []
    var rowStart = [0]
    var columns: [Int32] = []
    var rowUse = [Int](repeating: 0, count: whole.rowCount)
    var columnUse = [Int](repeating: 0, count: whole.columnCount)
    for row in 0..<whole.rowCount {
      for arc in whole.arcs.arcs(ofRow: row) {
        let column = whole.arcs.column(ofArc: arc)
        let reduced =
          Int128(whole.tiers[0][arc]) - potentials.rows[row] + potentials.columns[column]
        if reduced == 0 {
          open.append(arc)
          columns.append(Int32(column))
        } else if reduced > 0 {
          taken.append(arc)
          rowUse[row] += 1
          columnUse[column] += 1
        }
      }
      rowStart.append(open.count)
    }
    self.open = open
    self.taken = taken
    let (rows, rowGroups) = Self.tightened(
      whole.rowDemand, whole.rowGroups, use: rowUse, sign: 1, potentials.rows,
      potentials.rowGroups)
    let (loads, columnGroups) = Self.tightened(
      whole.columnLoad, whole.columnGroups, use: columnUse, sign: -1, potentials.columns,
      potentials.columnGroups)
    let isWhole = open.count == whole.arcs.count
    problem = try AssignmentProblem(
      arcs: isWhole
        ? whole.arcs
        : ArcPattern(rowStart: rowStart, columns: columns, columnCount: whole.columnCount),
      tiers: whole.tiers.dropFirst().map { tier in isWhole ? tier : open.map { tier[$0] } },
      rowDemand: rows, columnLoad: loads, rowForest: rowGroups, columnForest: columnGroups)
  }

  /// The arcs of the whole problem for a choice among the open ones, ascending.
  func lifted(_ arcs: [Int]) -> [Int] {
    (taken + arcs.map { open[$0] }).sorted()
  }

  /// The open arcs among arcs of the whole problem, by their numbers here.
  func lowered(_ arcs: [Int]) -> [Int] {
    arcs.compactMap { arc in
      let place = open.firstPlace(ofAtLeast: arc)
      return place < open.count && open[place] == arc ? place : nil
    }
  }

  /// The bounds of one side, drawn together where a potential asks for it, less what is taken.
  private static func tightened(
    _ nodes: [Bounds], _ groups: GroupForest, use: [Int], sign: Int128, _ potential: [Int128],
    _ groupPotential: [Int128]
  ) -> ([Bounds], GroupForest) {
    func above(_ group: Int32) -> Int128 { group < 0 ? 0 : groupPotential[Int(group)] }
    let load = groups.load(from: use)
    let tightNodes = nodes.indices.map { node in
      let reduced = sign * (potential[node] - above(groups.parentOfMember[node]))
      return nodes[node].tightened(by: reduced, taken: use[node])
    }
    let tightGroups = groups.bounds.indices.map { group in
      let reduced = sign * (groupPotential[group] - above(groups.parentOfGroup[group]))
      return groups.bounds[group].tightened(by: reduced, taken: load[group])
    }
    return (
      tightNodes,
      GroupForest(
        bounds: tightGroups, parentOfMember: groups.parentOfMember,
        parentOfGroup: groups.parentOfGroup)
    )
  }
}

extension Bounds {
  /// What is left of the bounds beside the arcs taken.
  ///
  /// The lower bound may fall below 0 and is then no bound at all. Were it raised to 0, a
  /// potential could lean on it, and would prove nothing about the whole problem.
  fileprivate func tightened(by reduced: Int128, taken: Int) -> Bounds {
    Bounds(
      lower: (reduced > 0 ? upper : lower) - taken, upper: (reduced < 0 ? lower : upper) - taken)
  }
}

extension [Int] {
  /// Where the first number that is not below `least` stands in an ascending list.
  func firstPlace(ofAtLeast least: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
