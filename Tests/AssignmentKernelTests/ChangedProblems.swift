import AssignmentKernel

/// A problem's parts, to make another problem of them.
struct ProblemParts {
  var arcs: ArcPattern
  var tiers: [[Int64]]
  var rowDemand: [Bounds]
  var columnLoad: [Bounds]
  var rowGroups: [NodeGroup]
  var columnGroups: [NodeGroup]

  init(_ problem: AssignmentProblem) {
    arcs = problem.arcs
    tiers = problem.tiers
    rowDemand = problem.rowDemand
    columnLoad = problem.columnLoad
    rowGroups = problem.rowGroups.groups
    columnGroups = problem.columnGroups.groups
  }

  func problem() throws -> AssignmentProblem {
    try AssignmentProblem(
      arcs: arcs, tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad,
      rowGroups: rowGroups, columnGroups: columnGroups)
  }

  /// A tier before all others that is `value` on one arc and 0 on the rest.
  mutating func put(_ value: Int64, on arc: Int) {
    tiers.insert(arcs.indices.map { $0 == arc ? value : 0 }, at: 0)
  }

  mutating func raiseUpperBound(of place: Place) {
    switch place {
    case .row(let row): rowDemand[row].upper += 1
    case .column(let column): columnLoad[column].upper += 1
    case .rowGroup(let group): rowGroups[group].bounds.upper += 1
    case .columnGroup(let group): columnGroups[group].bounds.upper += 1
    }
  }
}

extension ArcPattern {
  var indices: Range<Int> { 0..<count }
}

extension AssignmentProblem {
  /// Everything with bounds.
  var places: [Place] {
    (0..<rowCount).map { .row($0) } + (0..<columnCount).map { .column($0) }
      + (0..<rowGroups.count).map { .rowGroup($0) }
      + (0..<columnGroups.count).map { .columnGroup($0) }
  }

  func totals(of plan: [Int]) -> [Int128] {
    tiers.map { weights in plan.reduce(0) { $0 + Int128(weights[$1]) } }
  }

  func keepsBounds(_ plan: [Int]) -> Bool {
    Verifier.verify(arcs: plan, certificate: Certificate(), of: self).isFeasible
  }
}

extension GroupForest {
  fileprivate var groups: [NodeGroup] {
    var members = [[Int]](repeating: [], count: count)
    for (member, parent) in parentOfMember.enumerated() {
      var group = parent
      while group >= 0 {
        members[Int(group)].append(member)
        group = parentOfGroup[Int(group)]
      }
    }
    return zip(members, bounds).map { NodeGroup($0, $1) }
  }
}
