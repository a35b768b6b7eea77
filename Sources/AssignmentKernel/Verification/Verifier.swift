/// Checks a choice of arcs and a certificate against a problem, trusting neither.
///
/// It shares no code with the solvers: it counts how often every node and group is used, adds the
/// weights, and evaluates the weak-duality bound of the certificate (see ``Certificate``). The sums
/// are taken in 128 bits and refused, not wrapped, where even those do not suffice.
///
/// - Complexity: O(tiers · (arcs + nodes)) time, O(nodes) space.
public enum Verifier {
  /// What can be said of `solution`, from the problem alone.
  public static func verify(_ solution: Solution, of problem: AssignmentProblem) -> Verification {
    verify(arcs: solution.arcs, certificate: solution.certificate, of: problem)
  }

  /// What can be said of a choice of arcs and a certificate, from the problem alone.
  public static func verify(
    arcs chosen: [Int], certificate: Certificate, of problem: AssignmentProblem
  ) -> Verification {
    var violations: [Violation] = []
    var objective = [Int128](repeating: 0, count: problem.tiers.count)
    var rowUse = [Int](repeating: 0, count: problem.rowCount)
    var columnUse = [Int](repeating: 0, count: problem.columnCount)
    var last = -1
    for arc in chosen.sorted() {
      guard arc > last, arc < problem.arcs.count else {
        violations.append(.arc(arc))
        continue
      }
      last = arc
      rowUse[problem.arcs.row(ofArc: arc)] += 1
      columnUse[problem.arcs.column(ofArc: arc)] += 1
      for tier in problem.tiers.indices { objective[tier] += Int128(problem.tiers[tier][arc]) }
    }
    violations += broken(.row, rowUse, problem.rowDemand, problem.rowGroups)
    violations += broken(.column, columnUse, problem.columnLoad, problem.columnGroups)
    return Verification(
      violations: violations, objective: objective,
      bound: bound(by: certificate.tiers, on: problem, weighted: true),
      provesInfeasibility: certificate.tiers.count == 1
        && (bound(by: certificate.tiers, on: problem, weighted: false)?.first ?? 0) < 0)
  }

  static func broken(
    _ side: Side, _ use: [Int], _ bounds: [Bounds], _ groups: GroupForest
  ) -> [Violation] {
    var violations: [Violation] = []
    for (node, used) in use.enumerated()
    where used < bounds[node].lower || used > bounds[node].upper {
      violations.append(.node(side, node, used: used, bounds[node]))
    }
    for (group, used) in groups.load(from: use).enumerated()
    where used < groups.bounds[group].lower || used > groups.bounds[group].upper {
      violations.append(.group(side, group, used: used, groups.bounds[group]))
    }
    return violations
  }
}

extension Verifier {
  /// The weak-duality bound: over all edges of the network, the better of `x = lower` and
  /// `x = upper` in `x · (weight − π(tail) + π(head))`, tuples compared lexicographically.
  ///
  /// Nil where the potentials do not fit the problem in number or the sums pass 128 bits.
  private static func bound(
    by potentials: [Potentials], on problem: AssignmentProblem, weighted: Bool
  ) -> [Int128]? {
    let tierCount = weighted ? problem.tiers.count : 1
    guard potentials.count == tierCount, potentials.allSatisfy({ $0.fits(problem) }) else {
      return nil
    }
    var sum = WeakDualityBound(tierCount: tierCount)
    for row in 0..<problem.rowCount {
      for arc in problem.arcs.arcs(ofRow: row) {
        let column = problem.arcs.column(ofArc: arc)
        sum.addEdge(Bounds(lower: 0, upper: 1)) { tier in
          let weight = weighted ? Int128(problem.tiers[tier][arc]) : 0
          return weight - potentials[tier].rows[row] + potentials[tier].columns[column]
        }
      }
    }
    addNodes(of: problem, at: potentials, to: &sum)
    return sum.isExact ? sum.total : nil
  }

  /// Adds the edges from every row, column and group to its parent.
  static func addNodes(
    of problem: AssignmentProblem, at potentials: [Potentials], to sum: inout WeakDualityBound
  ) {
    for row in 0..<problem.rowCount {
      let group = Int(problem.rowGroups.parentOfMember[row])
      sum.addEdge(problem.rowDemand[row]) {
        potentials[$0].rows[row] - potentials[$0].rowGroup(group)
      }
    }
    for column in 0..<problem.columnCount {
      let group = Int(problem.columnGroups.parentOfMember[column])
      sum.addEdge(problem.columnLoad[column]) {
        potentials[$0].columnGroup(group) - potentials[$0].columns[column]
      }
    }
    for group in 0..<problem.rowGroups.count {
      let parent = Int(problem.rowGroups.parentOfGroup[group])
      sum.addEdge(problem.rowGroups.bounds[group]) {
        potentials[$0].rowGroups[group] - potentials[$0].rowGroup(parent)
      }
    }
    for group in 0..<problem.columnGroups.count {
      let parent = Int(problem.columnGroups.parentOfGroup[group])
      sum.addEdge(problem.columnGroups.bounds[group]) {
        potentials[$0].columnGroup(parent) - potentials[$0].columnGroups[group]
      }
    }
  }
}

/// A lexicographic sum of the best that each edge can add.
struct WeakDualityBound: Sendable {
  var total: [Int128]
  var isExact = true
  private var reduced: [Int128]

  init(tierCount: Int) {
    total = Array(repeating: 0, count: tierCount)
    reduced = total
  }

  /// Adds what other edges came to.
  mutating func add(_ other: WeakDualityBound) {
    isExact = isExact && other.isExact
    for tier in total.indices {
      let (sum, wrapped) = total[tier].addingReportingOverflow(other.total[tier])
      isExact = isExact && !wrapped
      total[tier] = sum
    }
  }

  mutating func addEdge(_ bounds: Bounds, reducedWeight: (Int) -> Int128) {
    var sign: Int128 = 0
    for tier in reduced.indices {
      reduced[tier] = reducedWeight(tier)
      if sign == 0 { sign = reduced[tier].signum() }
    }
    let flow = Int128(sign > 0 ? bounds.upper : bounds.lower)
    guard sign != 0, flow != 0 else { return }
    for tier in reduced.indices {
      let (term, wide) = reduced[tier].multipliedReportingOverflow(by: flow)
      let (sum, wrapped) = total[tier].addingReportingOverflow(term)
      isExact = isExact && !wide && !wrapped
      total[tier] = sum
    }
  }
}

extension Potentials {
  /// Potentials beyond this would let their differences wrap.
  private static var range: ClosedRange<Int128> { -(1 << 100)...(1 << 100) }

  func fits(_ problem: AssignmentProblem) -> Bool {
    rows.count == problem.rowCount && columns.count == problem.columnCount
      && rowGroups.count == problem.rowGroups.count
      && columnGroups.count == problem.columnGroups.count
      && [rows, columns, rowGroups, columnGroups].allSatisfy {
        $0.allSatisfy(Self.range.contains)
      }
  }

  fileprivate func rowGroup(_ group: Int) -> Int128 { group < 0 ? 0 : rowGroups[group] }
  fileprivate func columnGroup(_ group: Int) -> Int128 { group < 0 ? 0 : columnGroups[group] }
}
