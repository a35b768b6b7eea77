public import AssignmentKernel

/// A choice of arcs with everything that is needed to check it, as `certificate.json` holds it.
public struct CertificateRecord: Sendable, Hashable {
  /// The problem, or nil where the file goes with an instance that the reader already has.
  public var instance: CertificateInstance?
  /// What is claimed.
  public var status: SolveStatus
  /// The sum that is claimed for each tier.
  public var objective: [Int128]
  /// The chosen pairs of a row and a column.
  public var chosen: [ChosenPair]
  /// The proof.
  public var certificate: Certificate

  /// Creates a record.
  public init(
    instance: CertificateInstance?, status: SolveStatus, objective: [Int128],
    chosen: [ChosenPair], certificate: Certificate
  ) {
    self.instance = instance
    self.status = status
    self.objective = objective
    self.chosen = chosen
    self.certificate = certificate
  }

  /// The record of a solution, with the sums that its verification found.
  public init(
    of solution: Solution, verification: Verification, problem: AssignmentProblem,
    instance: CertificateInstance? = nil
  ) {
    self.init(
      instance: instance, status: solution.status, objective: verification.objective,
      chosen: solution.pairs(in: problem).map { ChosenPair(row: $0.row, column: $0.column) },
      certificate: solution.certificate)
  }
}

/// A row with the column chosen for it.
public struct ChosenPair: Sendable, Hashable {
  /// The row.
  public var row: Int
  /// The column.
  public var column: Int

  /// Creates a pair.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A problem with what its rows, columns and tiers are called.
public struct CertificateInstance: Sendable, Hashable {
  /// The problem.
  public var problem: AssignmentProblem
  /// What each row stands for: ids, no names.
  public var rowLabels: [String]
  /// What each column stands for: ids, no names.
  public var columnLabels: [String]
  /// The goal of each tier.
  public var tierNames: [String]
  /// Whether the arcs are all that there are; where they are not, a proof from the instance alone
  /// speaks of these arcs only.
  public var isComplete: Bool

  /// Creates an instance.
  public init(
    problem: AssignmentProblem, rowLabels: [String], columnLabels: [String], tierNames: [String],
    isComplete: Bool = true
  ) {
    self.isComplete = isComplete
    self.problem = problem
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.tierNames = tierNames
  }
}

extension CertificateRecord {
  /// What can be said of the choice on `problem`, from the problem and the proof alone.
  ///
  /// - Throws: ``CertificateError/chosenPair(row:column:)`` where a pair is no arc.
  public func verify(on problem: AssignmentProblem) throws(CertificateError) -> Verification {
    var arcs: [Int] = []
    for pair in chosen {
      guard (0..<problem.rowCount).contains(pair.row),
        (0..<problem.columnCount).contains(pair.column),
        let arc = problem.arcs.arc(row: pair.row, column: pair.column)
      else { throw .chosenPair(row: pair.row, column: pair.column) }
      arcs.append(arc)
    }
    return Verifier.verify(arcs: arcs, certificate: certificate, of: problem)
  }

  /// The answer as a start for solving `problem`, or nil where rows, columns, groups or tiers are not
  /// as many; chosen pairs that are no arcs are left out.
  public func start(for problem: AssignmentProblem) -> Solution? {
    let fits = certificate.tiers.allSatisfy {
      $0.rows.count == problem.rowCount && $0.columns.count == problem.columnCount
        && $0.rowGroups.count == problem.rowGroups.count
        && $0.columnGroups.count == problem.columnGroups.count
    }
    guard fits, certificate.tiers.count == problem.tiers.count else { return nil }
    let arcs = Set(
      chosen.compactMap { pair -> Int? in
        guard (0..<problem.rowCount).contains(pair.row),
          (0..<problem.columnCount).contains(pair.column)
        else { return nil }
        return problem.arcs.arc(row: pair.row, column: pair.column)
      })
    return Solution(status: status, arcs: arcs.sorted(), certificate: certificate)
  }

  /// Whether `verification` bears out the status and the sums that the record claims.
  public func isBorneOut(by verification: Verification) -> Bool {
    let statesItsSums = status == .infeasible || objective == verification.objective
    return status != .unknown && verification.confirms(status) && statesItsSums
  }
}
