import Wording

/// A problem whose plans a ``MarkedSearch`` prices: pairs alone, or columns that open as well.
protocol MarkedSolving {
  /// What solves it.
  var name: String { get }
  /// Rows, columns and arcs.
  var assignment: AssignmentProblem { get }
  /// What a column that may close adds while it is open: an array a tier, 0 for the others.
  var opening: [[Int64]] { get }

  /// The best plan by other weights among those that a restriction leaves.
  func best(
    _ restriction: ArcRestriction, arcs: [[Int64]], opening: [[Int64]]
  ) throws(SolverFailure) -> MarkedAnswer
}

/// What a solve came to.
enum MarkedAnswer {
  case plan(arcs: [Int], isProved: Bool)
  /// There is no plan.
  case none
  /// None was found in time.
  case unknown
}

/// Pairs alone.
struct PairSolving<Solver: AssignmentSolver>: MarkedSolving {
  let assignment: AssignmentProblem
  let solver: Solver

  var name: String { solver.name }
  var opening: [[Int64]] { assignment.tiers.map { _ in [] } }

  func best(
    _ restriction: ArcRestriction, arcs: [[Int64]], opening: [[Int64]]
  ) throws(SolverFailure) -> MarkedAnswer {
    let (restricted, open): (AssignmentProblem, [Int])
    do {
      (restricted, open) = try assignment.restricted(by: restriction, tiers: arcs)
    } catch {
      throw .breakdown(solver: name, reason: error.text.en)
    }
    let solution = try solver.solve(restricted)
    return solution.status == .optimal
      ? .plan(arcs: solution.arcs.map { open[$0] }.sorted(), isProved: true) : .none
  }
}

/// Columns that open or stay closed.
struct GroupSolving: MarkedSolving {
  let problem: GroupProblem
  let solver: any GroupSolver
  /// The arcs of a plan to start from.
  let start: [Int]

  var name: String { solver.name }
  var assignment: AssignmentProblem { problem.assignment }
  var opening: [[Int64]] { problem.opening }

  func best(
    _ restriction: ArcRestriction, arcs: [[Int64]], opening: [[Int64]]
  ) throws(SolverFailure) -> MarkedAnswer {
    let (restricted, open): (GroupProblem, [Int])
    do {
      (restricted, open) = try problem.restricted(by: restriction, tiers: arcs, opening: opening)
    } catch {
      throw .breakdown(solver: name, reason: error.text.en)
    }
    let known = Set(start)
    let first = open.indices.filter { known.contains(open[$0]) }
    let (solution, _) = try solver.confirmed(restricted, from: first)
    switch solution.status {
    case .infeasible: return .none
    case .unknown: return .unknown
    case .optimal, .feasible:
      return .plan(
        arcs: solution.arcs.map { open[$0] }.sorted(), isProved: solution.status == .optimal)
    }
  }
}
