import AssignmentKernel
import MentoringModel

/// Spare places of mentors as rows of their own, so that goals about loads are plain weights.
///
/// A mentor with *U* places over all forms gets *U* idle units, each a row with one arc to an idle
/// column of his, and a group of all his columns that is full exactly. A load of *l* mentees leaves
/// *U* − *l* idle units, and weights that fall from one unit to the next make any concave worth of
/// the load: the best plan takes the units that are worth most first. With the worth −*l*(*l* − 1)/2
/// the loads are as even as any: they form an M-convex set, whose least sum of squares is majorized
/// by all others. What is missing to a minimum counts from the same minimum for all, so that it is
/// as even as can be too: every mentor with the places has *k* mentees wherever some plan does
/// that. A. Frank, K. Murota, Decreasing minimization on M-convex sets,
/// doi:10.1007/s10107-021-01711-5.
///
/// What limits an organization becomes a least number of idle units of its mentors, and a mentee
/// with several requests who counts once gets a row that stands for having no mentor at all.
struct IdleUnits {
  /// A mentor with all columns that are his.
  struct Owner {
    let mentor: PersonID
    let columns: [Int]
    /// Mentees that he can have over all forms.
    let places: Int
    /// Mentees that he is to have, as far as his places go.
    let minimum: Int
    /// Whether a coverage target counts him as a mentor.
    let isCounted: Bool
  }

  /// A mentee who counts once for a coverage target, with all rows that are his.
  struct Once {
    let rows: [Int]
  }

  let owners: [Owner]
  let once: [Once]
  /// Groups of columns over all mentors of an organization, with the limit.
  let organizations: [NodeGroup]
  let tiers: [ObjectiveTier]

  /// What is added to the sum of weights so that the value of a goal is told in its own terms.
  var offsets: [Int] {
    tiers.map { tier in
      switch tier {
      case .balance: -owners.reduce(0) { $0 + $1.places * ($1.places - 1) / 2 }
      case .coverageTargets: owners.count(where: \.isCounted) + once.count
      default: 0
      }
    }
  }

  /// The problem with idle units after its own rows, columns and arcs.
  ///
  /// - Parameters:
  ///   - people: The problem of mentors and mentees.
  ///   - rowGroups: Its groups of rows.
  /// - Returns: The problem with idle units.
  /// - Throws: `ProblemError` where the parts do not fit together.
  func added(
    to people: AssignmentProblem, rowGroups: [NodeGroup]
  ) throws(ProblemError) -> AssignmentProblem {
    var (columns, demand, load) = ([Int32](), people.rowDemand, people.columnLoad)
    var (columnGroups, rowGroups) = ([NodeGroup](), rowGroups)
    var weights = [[Int64]](repeating: [], count: tiers.count)
    var unitsOfColumn = [[Int]](repeating: [], count: people.columnCount)
    for owner in owners {
      let idle = load.count
      columnGroups.append(NodeGroup(owner.columns + [idle], .exactly(owner.places)))
      load.append(.upTo(owner.places))
      let first = demand.count
      for unit in stride(from: 1, through: owner.places, by: 1) {
        demand.append(.upTo(1))
        columns.append(Int32(idle))
        for (tier, goal) in tiers.enumerated() {
          weights[tier].append(weight(of: unit, of: owner, in: goal))
        }
      }
      for column in owner.columns { unitsOfColumn[column] = Array(first..<demand.count) }
    }
    for group in organizations {
      let units = Set(group.members.flatMap { unitsOfColumn[$0] }).sorted()
      let least = units.count - group.bounds.upper
      if least > 0 { rowGroups.append(NodeGroup(units, Bounds(lower: least, upper: units.count))) }
    }
    if !once.isEmpty {
      load.append(.upTo(once.count))
      for mentee in once {
        rowGroups.append(
          NodeGroup(
            mentee.rows + [demand.count], Bounds(lower: 1, upper: mentee.rows.count + 1)))
        demand.append(.upTo(1))
        columns.append(Int32(load.count - 1))
        for (tier, goal) in tiers.enumerated() {
          weights[tier].append(goal == .coverageTargets ? -1 : 0)
        }
      }
    }
    var rowStart = people.arcs.rowStart
    for unit in columns.indices { rowStart.append(people.arcs.count + unit + 1) }
    return try AssignmentProblem(
      arcs: ArcPattern(
        rowStart: rowStart, columns: people.arcs.columns + columns,
        columnCount: load.count),
      tiers: zip(people.tiers, weights).map { $0 + $1 }, rowDemand: demand, columnLoad: load,
      rowGroups: rowGroups, columnGroups: columnGroups)
  }

  /// The arcs of the idle units beside each column, those that are worth most first.
  func arcs(after people: AssignmentProblem) -> [Range<Int>] {
    var arcs = [Range<Int>](repeating: 0..<0, count: people.columnCount)
    var next = people.arcs.count
    for owner in owners {
      for column in owner.columns { arcs[column] = next..<next + owner.places }
      next += owner.places
    }
    return arcs
  }

  /// The worth of an idle unit, counted from 1; it never grows from one unit to the next.
  private func weight(of unit: Int, of owner: Owner, in goal: ObjectiveTier) -> Int64 {
    switch goal {
    case .balance: Int64(owner.places - unit)
    case .minimumLoad: Int64(min(0, owner.places - owner.minimum - unit))
    case .coverageTargets: owner.isCounted && unit == owner.places ? -1 : 0
    default: 0
    }
  }
}
