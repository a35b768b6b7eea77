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
}

/// A tree of questions with potentials at its leaves, which together bound every plan.
///
/// Every plan answers each question with yes or no and so belongs to one leaf. At a leaf the
/// potentials price the rows, columns and groups; what every column can make of its best choice at
/// those prices, with what the questions on the way have settled, adds up to a bound on the plans
/// of the leaf (Lagrangian relaxation: A. M. Geoffrion, doi:10.1007/BFb0120690). The worst of the
/// leaves bounds all plans.
public struct GroupProof: Sendable, Hashable {
  /// A node of the tree.
  public enum Branch: Sendable, Hashable {
    /// A question; the tree for yes follows, then the tree for no.
    case question(Question)
    /// Prices that bound the plans which answer all questions on the way as they were answered.
    case leaf(Potentials)
  }

  /// What a plan can be asked.
  public enum Question: Sendable, Hashable {
    /// Is the column open?
    case opens(column: Int)
    /// Is the arc taken?
    case takes(arc: Int)
  }

  /// The tree in preorder; empty where nothing is proved.
  public var branches: [Branch]
  /// What a unit of each tier counts in the potentials: so much that no later tier makes up for it.
  ///
  /// For a proof of infeasibility all are 0.
  public var unit: [Int128]

  /// Creates a proof.
  public init(branches: [Branch] = [], unit: [Int128] = []) {
    self.branches = branches
    self.unit = unit
  }
}
