/// A solver's answer to a ``GroupProblem``: a status, the chosen arcs, and a proved bound.
///
/// Which columns are open follows from the arcs: those with a load, and those that may not close.
public struct GroupSolution: Sendable, Hashable {
  /// What the solver claims.
  public var status: SolveStatus
  /// The chosen arcs, ascending; empty where the status is `infeasible` or `unknown`.
  public var arcs: [Int]
  /// What proves a bound that no plan can pass.
  public var proof: GroupProof

  /// Creates a solution.
  public init(status: SolveStatus, arcs: [Int], proof: GroupProof) {
    self.status = status
    self.arcs = arcs
    self.proof = proof
  }

  /// The columns that may close and are open, ascending.
  public func openColumns(in problem: GroupProblem) -> [Int] {
    var isOpen = [Bool](repeating: false, count: problem.mayClose.count)
    for arc in arcs { isOpen[problem.assignment.arcs.column(ofArc: arc)] = true }
    return isOpen.indices.filter { isOpen[$0] && problem.mayClose[$0] }
  }
}
