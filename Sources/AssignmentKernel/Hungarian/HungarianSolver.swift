/// Successive shortest augmenting paths with potentials: the Hungarian method for b-matching with
/// nested capacities, in pure Swift.
///
/// ```swift
/// let problem = try AssignmentProblem(dense: [[4, 1], [2, 0]])
/// let solution = try HungarianSolver().solve(problem)
/// ```
///
/// A forward auction gives prices and places that are nearly right; then every row without its best
/// place takes one along the shortest path of the residual network, in reduced weights, for as long
/// as that gains, and places left behind at a price are filled or made free. A column keeps its
/// capacity and is never copied. Lower bounds earn a bonus that no weights outweigh, so that a
/// problem is infeasible exactly where a bonus is left over. An earlier answer can stand in for the
/// auction. Problems in which every row meets every column and wants at most one, and only rows have
/// lower bounds, are solved by the same steps on compact rows of costs, of which mostly a few
/// candidates a row are looked at.
///
/// The method of Kuhn (doi:10.1002/nav.3800020109) in the form of Jonker and Volgenant
/// (doi:10.1007/BF02278710), with the potentials of Edmonds and Karp (doi:10.1145/321694.321699)
/// on a network in which groups are nodes, opened by the auction of Bertsekas
/// (doi:10.1007/BF02186476).
///
/// - Complexity: O(*U* · (*A* + *N* log *N*)) time for *U* units of demand, *A* arcs and *N*
///   nodes, where a search stops at the first place that gains most; O(*A* + *N* + *U*) space beside
///   the problem. It computes in 32 (dense problems only) or 64 bits where they suffice, else in 128.
public struct HungarianSolver: AssignmentSolver {
  /// `hungarian`.
  public let name = "hungarian"

  /// Creates the solver.
  public init() {}

  /// The optimum of the first tier alone; see ``AssignmentSolver/solveTier(_:from:limits:)``.
  public func solveTier(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    var start = start
    switch DenseSolve.solve(problem, from: start, limits: limits) {
    case .optimal(let solution): return solution
    case .stopped(let state): start = state
    case nil: break
    }
    let range = PotentialRange(problem)
    return range.fitsInt64
      ? Self.solve(problem, bonus: Int64(range.bonus), from: start, limits: limits)
      : Self.solve(problem, bonus: range.bonus, from: start, limits: limits)
  }

  private static func solve<Scalar>(
    _ problem: AssignmentProblem, bonus: Scalar, from start: WarmStart?, limits: SolveLimits
  ) -> Solution where Scalar: FixedWidthInteger & SignedInteger & Sendable {
    let search = search(problem, problem.tiers[0], bonus: bonus, from: start, limits: limits)
    let certificate = Certificate(tiers: [search.network.potentials])
    if search.network.keepsLowerBounds {
      return Solution(
        status: search.isFinished ? .optimal : .feasible, arcs: search.network.chosenArcs,
        certificate: certificate)
    }
    guard search.isFinished else {
      return Solution(status: .unknown, arcs: [], certificate: Certificate())
    }
    // With all weights 0 only the bonuses count, and their potentials bound every plan below 0.
    let zeros = [Int64](repeating: 0, count: problem.arcs.count)
    let proof = Self.search(problem, zeros, bonus: Int64(1), from: nil, limits: limits)
    guard proof.isFinished else {
      return Solution(status: .unknown, arcs: [], certificate: Certificate())
    }
    return Solution(
      status: .infeasible, arcs: [], certificate: Certificate(tiers: [proof.network.potentials]))
  }

  private static func search<Scalar>(
    _ problem: AssignmentProblem, _ weights: [Int64], bonus: Scalar, from start: WarmStart?,
    limits: SolveLimits
  ) -> AugmentingPathSearch<Scalar> where Scalar: FixedWidthInteger & SignedInteger & Sendable {
    let resolution = PriceResolution(weights)
    let network = ResidualNetwork(
      problem, weights: weights, bonus: bonus, shift: resolution.shift)
    var search = AugmentingPathSearch(network)
    if let start,
      let opening = Opening<Scalar>(start, of: problem, shift: resolution.shift)
    {
      search.mend(opening, limits: limits)
    } else if !problem.arcs.isDense || problem.columnLoad.contains(where: { $0.lower > 0 }) {
      let opening = Opening(
        auctioning: network, resolution, columnArcs: { network.columnArcs }, limits: limits)
      search.mend(opening, limits: limits)
    } else {
      var auction = ForwardAuction(network, increment: resolution.increment)
      auction.run(on: network, limits: limits)
      search.mend(Opening(auction, groupCount: problem.columnGroups.count), limits: limits)
    }
    return search
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
    let (sum, isTooWide) = (weights.max() ?? 0).magnitude
      .addingReportingOverflow((weights.min() ?? 0).magnitude)
    let spread = isTooWide ? UInt64.max : sum
    let wanted = 16 * UInt64(Self.steps)
    var shift = 0
    while shift < 12, spread > 0, spread << UInt64(shift) < wanted { shift += 1 }
    self.shift = shift
    increment = max(1, Int64(clamping: spread << UInt64(shift)) / Self.steps)
  }
}
