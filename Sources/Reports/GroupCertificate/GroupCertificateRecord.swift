public import AssignmentKernel

/// A choice of arcs on groups with its proof, as a certificate beside an instance holds it.
public struct GroupCertificateRecord: Sendable, Hashable {
  /// What is claimed.
  public var status: SolveStatus
  /// The sum that is claimed for each tier.
  public var objective: [Int128]
  /// The chosen pairs of a row and a column.
  public var chosen: [ChosenPair]
  /// The proof.
  public var proof: GroupProof

  /// Creates a record.
  public init(
    status: SolveStatus, objective: [Int128], chosen: [ChosenPair], proof: GroupProof
  ) {
    self.status = status
    self.objective = objective
    self.chosen = chosen
    self.proof = proof
  }

  /// The record of a solution, with the sums that its verification found.
  public init(
    of solution: GroupSolution, verification: GroupVerification, problem: GroupProblem
  ) {
    let arcs = problem.assignment.arcs
    self.init(
      status: solution.status, objective: verification.objective,
      chosen: solution.arcs.map {
        ChosenPair(row: arcs.row(ofArc: $0), column: arcs.column(ofArc: $0))
      }, proof: solution.proof)
  }

  /// What can be said of the choice on `problem`, from the problem and the proof alone.
  ///
  /// - Throws: ``CertificateError/chosenPair(row:column:)`` where a pair is no arc.
  public func verify(on problem: GroupProblem) throws(CertificateError) -> GroupVerification {
    let assignment = problem.assignment
    var arcs: [Int] = []
    for pair in chosen {
      guard (0..<assignment.rowCount).contains(pair.row),
        (0..<assignment.columnCount).contains(pair.column),
        let arc = assignment.arcs.arc(row: pair.row, column: pair.column)
      else { throw .chosenPair(row: pair.row, column: pair.column) }
      arcs.append(arc)
    }
    return GroupVerifier.verify(arcs: arcs, proof: proof, of: problem)
  }

  /// Whether `verification` bears out the status and the sums that the record claims.
  public func isBorneOut(by verification: GroupVerification) -> Bool {
    let statesItsSums = status == .infeasible || objective == verification.objective
    return status != .unknown && verification.confirms(status) && statesItsSums
  }
}
