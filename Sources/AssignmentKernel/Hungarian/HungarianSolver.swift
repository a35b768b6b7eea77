/// Successive shortest augmenting paths with potentials: the Hungarian method for b-matching with
/// nested capacities, in pure Swift.
///
/// ```swift
/// let problem = try AssignmentProblem(dense: [[4, 1], [2, 0]])
/// let solution = try HungarianSolver().solve(problem)
/// ```
///
/// Rows enter one by one. A row takes a place along the shortest path of the residual network,
/// in reduced weights, for as long as that gains; a column keeps its capacity and is never copied.
/// Lower bounds earn a bonus that no weights outweigh, so that a problem is infeasible exactly
/// where a bonus is left over.
///
/// The method of Kuhn (doi:10.1002/nav.3800020109) in the form of Jonker and Volgenant
/// (doi:10.1007/BF02278710), with the potentials of Edmonds and Karp (doi:10.1145/321694.321699)
/// on a network in which groups are nodes.
///
/// - Complexity: O(*U* · *A* log *N*) time for *U* units of demand, at least one a row, *A* arcs and
///   *N* nodes, where a search stops at the first place that gains most; O(*N* + *U* + *P*) space
///   beside the problem for *P* places, and O(*A*) more where not all meet all. It computes in 64
///   bits where they suffice, else in 128.
public struct HungarianSolver: AssignmentSolver {
  /// `hungarian`.
  public let name = "hungarian"

  /// Creates the solver.
  public init() {}

  /// The optimum of the first tier alone; see ``AssignmentSolver/solveTier(_:limits:)``.
  public func solveTier(
    _ problem: AssignmentProblem, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    let range = PotentialRange(problem)
    return range.fitsInt64
      ? Self.solve(problem, bonus: Int64(range.bonus), limits: limits)
      : Self.solve(problem, bonus: range.bonus, limits: limits)
  }

  private static func solve<Scalar>(
    _ problem: AssignmentProblem, bonus: Scalar, limits: SolveLimits
  ) -> Solution where Scalar: FixedWidthInteger & SignedInteger & Sendable {
    let resolution = PriceResolution(problem.tiers[0])
    let network = ResidualNetwork(
      problem, weights: problem.tiers[0], bonus: bonus, shift: resolution.shift)
    var search = AugmentingPathSearch(network)
    let isFinished: Bool
    if ForwardAuction.suits(network) {
      var auction = ForwardAuction(network, increment: resolution.increment)
      auction.run(on: network, limits: limits)
      isFinished = search.mend(auction, limits: limits)
    } else {
      isFinished = search.insertRows(limits: limits)
    }
    let arcs = search.network.chosenArcs
    let certificate = Certificate(tiers: [search.network.potentials])
    if search.network.keepsLowerBounds {
      return Solution(
        status: isFinished ? .optimal : .feasible, arcs: arcs, certificate: certificate)
    }
    guard isFinished else {
      return Solution(status: .unknown, arcs: [], certificate: Certificate())
    }
    return Solution(
      status: .infeasible, arcs: [],
      certificate: Certificate(tiers: [infeasibilityProof(of: problem)]))
  }

  /// Potentials of the same problem with all weights 0: where a lower bound stays unmet, they
  /// bound every plan below 0.
  private static func infeasibilityProof(of problem: AssignmentProblem) -> Potentials {
    let zeros = [Int64](repeating: 0, count: problem.arcs.count)
    var search = AugmentingPathSearch(
      ResidualNetwork(problem, weights: zeros, bonus: Int64(1)))
    _ = search.insertRows(limits: .none)
    return search.network.potentials
  }
}

/// How large potentials can become.
private struct PotentialRange {
  /// More than any weights can make up for: the worth of one unit of a lower bound.
  let bonus: Int128
  let fitsInt64: Bool

  init(_ problem: AssignmentProblem) {
    let weights = problem.tiers[0]
    var swing: Int128 = 0
    var largest: Int128 = 0
    var units: Int128 = 1
    for row in 0..<problem.rowCount {
      let arcs = problem.arcs.arcs(ofRow: row)
      var magnitude: UInt64 = 0
      for arc in arcs { magnitude = max(magnitude, weights[arc].magnitude) }
      let uses = Int128(min(problem.rowDemand[row].upper, arcs.count))
      swing += 2 * uses * Int128(magnitude)
      units += uses
      largest = max(largest, Int128(magnitude))
    }
    let bounded =
      problem.rowDemand + problem.columnLoad + problem.rowGroups.bounds
      + problem.columnGroups.bounds
    bonus = bounded.contains { $0.lower > 0 } ? swing + 1 : 0
    let depth = Int128(problem.rowGroups.count + problem.columnGroups.count + 2)
    // A potential is a sum along a path: at most two arcs for each unit, one bonus for each level.
    let reach = 2 * units * largest + 2 * depth * bonus
    fitsInt64 = reach < 1 << 44
  }
}

/// How finely prices move: weights in a small range are scaled up, so that a step is a small part
/// of a unit, and in a large range a step is many units.
struct PriceResolution {
  let shift: Int
  let increment: Int64

  private static var steps: Int64 { 384 }

  init(_ weights: [Int64]) {
    let spread = (weights.max() ?? 0).magnitude + (weights.min() ?? 0).magnitude
    let wanted = 16 * UInt64(Self.steps)
    var shift = 0
    while shift < 12, spread > 0, spread << UInt64(shift) < wanted { shift += 1 }
    self.shift = shift
    increment = max(1, Int64(clamping: spread << UInt64(shift)) / Self.steps)
  }
}
