public import Wording

/// Something that solves an ``AssignmentProblem`` of one tier.
///
/// Problems of several tiers are solved by ``solve(_:from:limits:)``, which asks the solver once for
/// each tier. A solver is accepted when the conformance suite passes.
public protocol AssignmentSolver: Sendable {
  /// The name by which users choose the solver: `hungarian`, `glpk`.
  var name: String { get }

  /// The bytes that the solver takes at most beside a problem, for one tier after the other.
  func memoryNeeded(for problem: AssignmentProblem) -> Int

  /// The optimum of the first tier alone, from a start where the solver can use one.
  ///
  /// - Throws: ``SolverFailure`` where the solver can't take the problem or failed on it. That
  ///   the problem is infeasible, or the time was up, is a status and not an error.
  func solveTier(
    _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution
}

extension AssignmentSolver {
  /// The arcs as the work goes over them, those that the next tier is left with, and labels of nodes.
  public func memoryNeeded(for problem: AssignmentProblem) -> Int {
    problem.bytesOfWork + problem.nodeCount * 256
  }

  /// The optimum of the first tier alone, from nothing.
  public func solveTier(
    _ problem: AssignmentProblem, limits: SolveLimits = .none
  ) throws(SolverFailure) -> Solution {
    try solveTier(problem, from: nil, limits: limits)
  }
}

extension AssignmentProblem {
  /// The bytes of the arcs as a solver goes over them, and of those left after the first tier.
  package var bytesOfWork: Int {
    arcs.count * (16 + (tiers.count > 1 ? 12 + 8 * (tiers.count - 1) : 0))
  }
}

/// Why a solver gave no answer.
public enum SolverFailure: Error, Sendable, Hashable {
  /// A weight is beyond what the solver computes with exactly.
  case weightRange(solver: String, weight: Int64, limit: Int64)
  /// The solver broke down; the reason is the solver's own.
  case breakdown(solver: String, reason: String)
  /// The solver is not built into this program.
  case notBuiltIn(solver: String)
  /// The time was up before any plan was found.
  case outOfTime(solver: String)
  /// The solver needs more memory than there is.
  case memory(solver: String, MemoryShortage)

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .weightRange(let solver, let weight, let limit):
      Text(
        ru:
          "Решатель \(solver) считает точно до \(limit), а вес равен \(weight): возьмите hungarian.",
        en: "Solver \(solver) is exact up to \(limit) but a weight is \(weight): use hungarian.")
    case .breakdown(let solver, let reason):
      Text(
        ru: "Решатель \(solver) не справился (\(reason)): возьмите другой решатель.",
        en: "Solver \(solver) broke down (\(reason)): use another solver.")
    case .notBuiltIn(let solver):
      Text(
        ru: "Решатель \(solver) не встроен в эту сборку: возьмите hungarian или auto.",
        en: "Solver \(solver) is not built into this program: use hungarian or auto.")
    case .outOfTime(let solver):
      Text(
        ru: "Решатель \(solver): время вышло раньше, чем найден план. Дайте больше времени.",
        en: "Solver \(solver): the time was up before a plan was found. Give it more.")
    case .memory(let solver, let shortage):
      Text(ru: "Решатель \(solver): ", en: "Solver \(solver): ") + shortage.text
    }
  }
}
