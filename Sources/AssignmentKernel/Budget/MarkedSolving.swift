import Wording

/// A problem whose plans a ``MarkedSearch`` prices: pairs alone, or columns that open as well.
protocol MarkedSolving {
  /// What solves it.
  var name: String { get }
  /// Rows, columns and arcs.
  var assignment: AssignmentProblem { get }
  /// When to stop.
  var limits: SolveLimits { get }
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
  let limits: SolveLimits

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
    let solution = try solver.solve(restricted, limits: limits)
    switch solution.status {
    case .infeasible: return .none
    case .unknown, .feasible: return .unknown
    case .optimal:
      return .plan(arcs: solution.arcs.map { open[$0] }.sorted(), isProved: true)
    }
  }
}

/// Columns that open or stay closed.
struct GroupSolving: MarkedSolving {
  let problem: GroupProblem
  let solver: any GroupSolver
  /// The arcs of a plan to start from.
  let start: Set<Int>
  let limits: SolveLimits

  var name: String { solver.name }
  var assignment: AssignmentProblem { problem.assignment }
  var opening: [[Int64]] { problem.opening }

  func best(
    _ restriction: ArcRestriction, arcs: [[Int64]], opening: [[Int64]]
  ) throws(SolverFailure) -> MarkedAnswer {
    let part: (GroupProblem, [Int])
    do {
      part = try problem.restricted(by: restriction, tiers: arcs, opening: opening)
    } catch {
      throw .breakdown(solver: name, reason: error.text.en)
    }
    let (solution, _) = try solver.confirmed(within: part, from: start, limits: limits)
    switch solution.status {
    case .infeasible: return .none
    case .unknown: return .unknown
    case .optimal, .feasible:
      return .plan(arcs: solution.arcs, isProved: solution.status == .optimal)
    }
  }
}
