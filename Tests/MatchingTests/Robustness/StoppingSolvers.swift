import AssignmentKernel
import Synchronization

/// Counts solves and stops the work at one of them, as a clock would.
final class Stopwatch: Sendable {
  private let left: Atomic<Int>
  private let count = Atomic(0)
  private let stop = StopSignal()

  /// Stops when the solve after so many begins.
  init(after solves: Int) { left = Atomic(solves) }

  var limits: SolveLimits { SolveLimits(stop: stop) }

  /// The solves so far.
  var solves: Int { count.load(ordering: .relaxed) }

  fileprivate func tick() {
    count.add(1, ordering: .relaxed)
    if left.subtract(1, ordering: .relaxed).newValue < 0 { stop.raise() }
  }
}

/// A search for groups by a stopwatch.
struct StoppingGroupSolver: GroupSolver {
  let watch: Stopwatch

  var name: String { "stopping" }

  func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution {
    watch.tick()
    return try GroupSearch().solve(problem, from: start, limits: limits)
  }
}

/// A solver for pairs by a stopwatch that ticks at the first tier of each solve of `tiers` tiers.
struct StoppingSolver: AssignmentSolver {
  let watch: Stopwatch

  var name: String { "stopping" }

  func solveTier(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    watch.tick()
    guard !limits.isOver else {
      return Solution(status: .unknown, arcs: [], certificate: Certificate())
    }
    return try HungarianSolver().solveTier(problem, from: start, limits: limits)
  }
}
