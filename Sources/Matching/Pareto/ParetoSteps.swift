import AssignmentKernel
import MentoringModel

/// What a plan must reach in goals: at least, or at most.
typealias ParetoLimits = [ParetoGoal: Int]

/// Solves the steps of a front: the best plan in one goal within limits on the others.
///
/// Fairness, balance and coverage as a limit close arcs, lower a mentor's limit or raise a least
/// number of rows, so that a network remains, or a problem with groups. Travel and changes are a sum
/// beside it (`AssignmentSolver.solve(_:counting:atLeast:branches:limits:)`), of which there is at
/// most one.
struct ParetoSteps {
  /// A plan within limits.
  struct Step {
    var arcs: [Int]
    /// Whether no plan within the limits is better in the first goal.
    var isProved: Bool
  }

  /// The most branches of a search with a sum beside groups.
  private static let mostBranches = 2000

  let limits: SolveLimits
  private let model: ParetoModel
  private let solver: any AssignmentSolver
  private let groupSolver: any GroupSolver
  private var forests: [Int: GroupForest] = [:]
  private var last: (problem: AssignmentProblem, solution: Solution)?
  private var start: Set<Int> = []

  init(
    _ model: ParetoModel, by solver: any AssignmentSolver, groupSolver: any GroupSolver,
    limits: SolveLimits
  ) {
    self.model = model
    self.solver = solver
    self.groupSolver = groupSolver
    self.limits = limits
  }

  /// What fixed pairs, and coverage where it is held, come to at best.
  ///
  /// - Throws: ``QuestionFailure/unproved`` where the time was up before.
  mutating func bestHeld() throws -> [Int128] {
    guard let groups = model.problem.groups else {
      let (solution, verification) = try solver.confirmed(
        model.problem.assignment.weighted(model.held), limits: limits)
      guard solution.status == .optimal else { throw QuestionFailure.unproved }
      return verification.objective
    }
    let whole = try groups.restricted(tiers: model.held, opening: closed(model.held))
    let (solution, verification) = try groupSolver.confirmed(
      within: whole, from: [], limits: limits.part(of: 2))
    guard solution.status == .optimal else { throw QuestionFailure.unproved }
    start = Set(solution.arcs)
    return verification.objective
  }

  /// The best plan in a goal within limits; nil where it is proved that there is none.
  ///
  /// - Throws: ``SolverFailure/outOfTime(solver:)`` where the time was up before a plan was found.
  mutating func best(_ first: ParetoGoal, within bounds: ParetoLimits) throws -> Step? {
    guard let narrow = try narrowed(to: bounds, first) else { return nil }
    let marks = bounds[.travel].map { most in (model.travel.map { -$0 }, -most) }
    let kept = bounds[.changes].map { most in (model.old, model.possible - most) }
    let open = narrow.open
    let counted = (marks ?? kept).map { marks, least in (open.map { marks[$0] }, least) }
    guard let groups = narrow.groups else {
      return try pairs(narrow.network, counted).map {
        Step(arcs: $0.arcs.map { open[$0] }.sorted(), isProved: $0.isProved)
      }
    }
    let limits = limits.part(of: 2)
    guard let (marks, least) = counted else {
      let (solution, _) = try groupSolver.confirmed(
        within: (groups, open), from: start, limits: limits)
      switch solution.status {
      case .infeasible: return nil
      case .unknown: throw SolverFailure.outOfTime(solver: groupSolver.name)
      case .optimal, .feasible:
        start = Set(solution.arcs)
        return Step(arcs: solution.arcs, isProved: solution.status == .optimal)
      }
    }
    let first = Set(open.indices.filter { start.contains(open[$0]) })
    let plan = try groupSolver.solve(
      groups, counting: marks, atLeast: least, from: first, branches: Self.mostBranches,
      limits: limits)
    return plan.map { Step(arcs: $0.arcs.map { open[$0] }.sorted(), isProved: $0.isProved) }
  }

  private mutating func pairs(
    _ network: AssignmentProblem, _ counted: (marks: [Int], least: Int)?
  ) throws -> Step? {
    if let (marks, least) = counted {
      return try solver.solve(network, counting: marks, atLeast: least, limits: limits)
        .map { Step(arcs: $0.arcs, isProved: $0.isProved) }
    }
    let start = last.map { $0.solution.carried(from: $0.problem, to: network) }
    let solution = try solver.solve(network, from: start, limits: limits)
    switch solution.status {
    case .infeasible: return nil
    case .unknown, .feasible: throw SolverFailure.outOfTime(solver: solver.name)
    case .optimal:
      last = (network, solution)
      return Step(arcs: solution.arcs, isProved: true)
    }
  }

  /// The problem in which limits on fairness, balance and coverage hold.
  private struct Narrow {
    var network: AssignmentProblem
    /// The same where groups, or mentors, open or stay closed.
    var groups: GroupProblem?
    /// The arc of the whole problem for each arc.
    var open: [Int]
  }

  private mutating func narrowed(to limits: ParetoLimits, _ first: ParetoGoal) throws -> Narrow? {
    let tiers = model.held + [weights(of: first)]
    let restriction = ArcRestriction(
      forbidden: limits[.fairness].map { worst in
        Set(model.arcs.filter { model.fit[$0] < Int64(worst) })
      } ?? [])
    var narrow: Narrow
    if let groups = model.problem.groups {
      let part = try groups.restricted(by: restriction, tiers: tiers, opening: closed(tiers))
      narrow = Narrow(network: part.problem.assignment, groups: part.problem, open: part.arcs)
    } else {
      let part = try model.problem.assignment.restricted(by: restriction, tiers: tiers)
      narrow = Narrow(network: part.problem, open: part.arcs)
    }
    if let load = limits[.balance] {
      let forest = try forests[load] ?? model.columnGroups(loadedUpTo: load)
      forests[load] = forest
      narrow.network = try narrow.network.bounded(columnGroups: forest)
    }
    // A plan without pairs has nobody who is well off.
    let least = max(limits[.coverage] ?? 0, limits[.fairness] == nil ? 0 : 1)
    if least > 0 {
      let rows = 0..<model.problem.profiles.count
      guard least <= rows.count else { return nil }
      narrow.network = try narrow.network.choosing(atLeast: least, ofRows: rows)
    }
    narrow.groups = try narrow.groups.map { groups throws(ProblemError) in
      try groups.bounded(as: narrow.network)
    }
    return narrow
  }

  /// Nothing for an open column.
  private func closed(_ tiers: [[Int64]]) -> [[Int64]] {
    tiers.map { _ in Array(repeating: 0, count: model.problem.assignment.columnCount) }
  }

  private func weights(of goal: ParetoGoal) -> [Int64] {
    switch goal {
    case .fit: model.fit
    case .travel: model.travel.map { Int64(-$0) }
    case .changes: model.old.map { Int64($0) }
    // What is left of fairness and balance is settled by the limits alone.
    case .coverage, .fairness, .balance:
      model.fit.indices.map { model.arcs.contains($0) ? 1 : 0 }
    }
  }
}
