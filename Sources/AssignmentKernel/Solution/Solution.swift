public import Wording

/// What a solver can say of a problem.
public enum SolveStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// No choice of arcs is better in any tier.
  case optimal
  /// No choice of arcs keeps all bounds.
  case infeasible
  /// The choice keeps all bounds; whether a better one exists is open.
  case feasible
  /// Nothing is known: the solver was stopped before it found a choice.
  case unknown

  /// The case in a sentence.
  public var text: Text {
    switch self {
    case .optimal: Text(ru: "Лучшего плана нет.", en: "No plan is better.")
    case .infeasible:
      Text(ru: "Ни один план не выполняет все границы.", en: "No plan keeps all bounds.")
    case .feasible:
      Text(
        ru: "План выполняет все границы; возможен лучший.",
        en: "The plan keeps all bounds; a better one may exist.")
    case .unknown:
      Text(ru: "Расчёт остановлен раньше, чем найден план.", en: "Stopped before a plan was found.")
    }
  }
}

/// A solver's answer: a status, the chosen arcs, and what proves them.
public struct Solution: Sendable, Hashable {
  /// What the solver claims.
  public var status: SolveStatus
  /// The chosen arcs, ascending; empty where the status is `infeasible` or `unknown`.
  public var arcs: [Int]
  /// What proves the claim.
  public var certificate: Certificate

  /// Creates a solution.
  public init(status: SolveStatus, arcs: [Int], certificate: Certificate) {
    self.status = status
    self.arcs = arcs
    self.certificate = certificate
  }

  /// The chosen pairs, by row and then by column.
  public func pairs(in problem: AssignmentProblem) -> [(row: Int, column: Int)] {
    arcs.map { (problem.arcs.row(ofArc: $0), problem.arcs.column(ofArc: $0)) }
  }
}

/// Potentials on the nodes of the network that prove a solution by weak duality.
///
/// The network: root → groups of rows → rows → arcs → columns → groups of columns → root. With
/// any potentials π (the root's is 0) and any flow *x* that keeps the bounds, the weight of *x*
/// is the sum over the edges *a → b* of *x · (weight − π(a) + π(b))*, because what enters a node
/// leaves it. Each term is at most its value at the better bound of the edge, and the sum of
/// those is a bound on every plan. A plan that reaches the bound is optimal. Over several tiers
/// the same holds with tuples compared lexicographically.
///
/// For an infeasible problem the potentials prove, with all weights taken as 0, that the bound is
/// below 0, which no plan can have.
public struct Certificate: Sendable, Hashable {
  /// The potentials for each tier, the most important first; one entry where the problem is
  /// infeasible, none where nothing is proved.
  public var tiers: [Potentials]

  /// Creates a certificate.
  public init(tiers: [Potentials] = []) {
    self.tiers = tiers
  }
}

/// A potential for every node of a problem but the root, whose potential is 0.
///
/// For a row it is the profit that the row draws from the plan; for a column it is minus the
/// price of a place.
public struct Potentials: Sendable, Hashable {
  /// One a row.
  public var rows: [Int128]
  /// One a column.
  public var columns: [Int128]
  /// One a group of rows.
  public var rowGroups: [Int128]
  /// One a group of columns.
  public var columnGroups: [Int128]

  /// Creates potentials.
  public init(
    rows: [Int128], columns: [Int128], rowGroups: [Int128] = [], columnGroups: [Int128] = []
  ) {
    self.rows = rows
    self.columns = columns
    self.rowGroups = rowGroups
    self.columnGroups = columnGroups
  }
}
