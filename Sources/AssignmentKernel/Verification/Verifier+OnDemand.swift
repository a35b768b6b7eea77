extension Verifier {
  /// What can be said of `answer`, from the problem alone: every arc is asked for once.
  public static func verify(
    _ answer: OnDemandSolution, of problem: OnDemandProblem, threads: Int? = nil
  ) -> Verification {
    verify(
      pairs: answer.pairs, certificate: answer.solution.certificate, of: problem, threads: threads)
  }

  /// What can be said of a choice of pairs and a certificate, from the problem alone.
  ///
  /// - Parameters:
  ///   - chosen: Pairs of a row and a column.
  ///   - certificate: The potentials.
  ///   - problem: The problem, whose arcs are asked for row by row.
  ///   - threads: The threads that look at rows, or nil for as many as there are processors.
  /// - Returns: The broken bounds, the sums, and what the certificate proves over all arcs.
  /// - Complexity: O(tiers · arcs + nodes) time; O(nodes + chosen pairs) space, which does not
  ///   depend on the number of arcs.
  public static func verify(
    pairs chosen: [(row: Int, column: Int)], certificate: Certificate,
    of problem: OnDemandProblem, threads: Int? = nil
  ) -> Verification {
    var violations: [Violation] = []
    var columnsOfRow: [Int: [Int32]] = [:]
    for pair in chosen {
      guard (0..<problem.rowCount).contains(pair.row),
        (0..<problem.columnCount).contains(pair.column)
      else {
        violations.append(.pair(row: pair.row, column: pair.column))
        continue
      }
      columnsOfRow[pair.row, default: []].append(Int32(pair.column))
    }
    let columns = columnsOfRow.mapValues { $0.sorted() }
    let price = ArcPrices(certificate.tiers, of: problem)
    let start = RowFindings(tierCount: problem.tierCount)
    let runs = RowPass(problem, threads: threads).map(start) { row, arcs, findings in
      findings.check(columns[row] ?? [], of: arcs, row: row)
      if let price { findings.add(arcs, row: row, price) }
    }
    var sum = RowFindings(tierCount: problem.tierCount)
    for run in runs ?? [] { sum.add(run) }
    var rowUse = [Int](repeating: 0, count: problem.rowCount)
    var columnUse = [Int](repeating: 0, count: problem.columnCount)
    for (row, column) in sum.met {
      rowUse[Int(row)] += 1
      columnUse[Int(column)] += 1
    }
    violations += sum.violations
    violations += broken(.row, rowUse, problem.rowDemand, problem.rowGroups)
    violations += broken(.column, columnUse, problem.columnLoad, problem.columnGroups)
    return Verification(
      violations: violations, objective: sum.objective,
      bound: price.flatMap { $0.isForPlans ? $0.bound(with: sum.weighted) : nil },
      provesInfeasibility: price.flatMap { $0.isForNoPlan ? $0.bound(with: sum.unweighted) : nil }
        .map { $0[0] < 0 } ?? false)
  }
}

/// The potentials of a certificate that fit a problem.
private struct ArcPrices: Sendable {
  let tiers: [Potentials]
  /// The potentials of rows and columns in 64 bits, for a quick look at signs; empty where they are
  /// wider.
  let rows: [[Int64]]
  let columns: [[Int64]]
  private let problem: AssignmentProblem
  private let tierCount: Int

  /// Whether there is a potential for each tier of weights.
  var isForPlans: Bool { tiers.count == tierCount }
  /// Whether the potentials may prove that there is no plan.
  var isForNoPlan: Bool { tiers.count == 1 }

  private static var narrow: ClosedRange<Int128> { -(1 << 61)...(1 << 61) }

  init?(_ tiers: [Potentials], of problem: OnDemandProblem) {
    guard tiers.count == problem.tierCount || tiers.count == 1,
      tiers.allSatisfy({ $0.fits(problem.frame) })
    else { return nil }
    self.tiers = tiers
    self.problem = problem.frame
    tierCount = problem.tierCount
    let isNarrow = tiers.allSatisfy {
      $0.rows.allSatisfy(Self.narrow.contains) && $0.columns.allSatisfy(Self.narrow.contains)
    }
    rows = isNarrow ? tiers.map { $0.rows.map { Int64($0) } } : []
    columns = isNarrow ? tiers.map { $0.columns.map { Int64($0) } } : []
  }

  /// Whether an arc's reduced weights are surely not positive.
  @inline(__always)
  func isWorthless(_ arc: Int, of arcs: RowArcs, row: Int, column: Int) -> Bool {
    for tier in rows.indices {
      let (reduced, overflow) = arcs.weights[arc * arcs.tierCount + tier]
        .subtractingReportingOverflow(rows[tier][row] - columns[tier][column])
      guard !overflow, reduced <= 0 else { return false }
      if reduced < 0 { return true }
    }
    return !rows.isEmpty
  }

  /// The bound of arcs and nodes together.
  func bound(with arcs: WeakDualityBound) -> [Int128]? {
    var sum = arcs
    Verifier.addNodes(of: problem, at: tiers, to: &sum)
    return sum.isExact ? sum.total : nil
  }
}

/// What is found on some rows.
private struct RowFindings: Sendable {
  var objective: [Int128]
  var met: [(row: Int32, column: Int32)] = []
  var violations: [Violation] = []
  /// What arcs add to the bound, with their weights and with all weights 0.
  var weighted: WeakDualityBound
  var unweighted = WeakDualityBound(tierCount: 1)

  init(tierCount: Int) {
    objective = Array(repeating: 0, count: tierCount)
    weighted = WeakDualityBound(tierCount: tierCount)
  }

  /// Adds the weights of the chosen arcs of a row, whose columns are given ascending.
  mutating func check(_ chosen: [Int32], of arcs: RowArcs, row: Int) {
    var arc = 0
    for (place, column) in chosen.enumerated() {
      while arc < arcs.count, arcs.columns[arc] < column { arc += 1 }
      let isTwice = place > 0 && chosen[place - 1] == column
      guard !isTwice, arc < arcs.count, arcs.columns[arc] == column else {
        violations.append(.pair(row: row, column: Int(column)))
        continue
      }
      met.append((Int32(row), column))
      for tier in objective.indices {
        objective[tier] += Int128(arcs.weights[arc * arcs.tierCount + tier])
      }
    }
  }

  /// Adds the arcs of a row to the bounds.
  mutating func add(_ arcs: RowArcs, row: Int, _ price: ArcPrices) {
    for arc in 0..<arcs.count {
      let column = Int(arcs.columns[arc])
      if price.isForPlans, !price.isWorthless(arc, of: arcs, row: row, column: column) {
        weighted.addEdge(.upTo(1)) { tier in
          Int128(arcs.weights[arc * arcs.tierCount + tier])
            - price.tiers[tier].rows[row] + price.tiers[tier].columns[column]
        }
      }
      if price.isForNoPlan {
        let reduced = price.tiers[0].columns[column] - price.tiers[0].rows[row]
        if reduced > 0 { unweighted.addEdge(.upTo(1)) { _ in reduced } }
      }
    }
  }

  mutating func add(_ other: RowFindings) {
    for tier in objective.indices { objective[tier] += other.objective[tier] }
    met += other.met
    violations += other.violations
    weighted.add(other.weighted)
    unweighted.add(other.unweighted)
  }
}
