import AssignmentKernel
import MentoringModel

/// Finds all points of a front by the ε-constraint method: the first goal is made as great as the
/// others allow, then one of them is asked to be better than it was, until it can't.
///
/// Fairness, balance and coverage as a constraint close arcs, lower a mentor's limit or raise a
/// least number of rows, so that a network remains. Travel and changes are a sum beside the network
/// (`AssignmentSolver.solve(_:counting:atLeast:branches:)`), of which there is at most one: with fit,
/// travel and changes at once two sums would stand beside the network, and the branches of a search
/// with two multipliers are too many for a front.
///
/// Y. Y. Haimes, L. S. Lasdon, D. A. Wismer, On a bicriterion formulation of the problems of
/// integrated system identification and system optimization, IEEE Transactions on Systems, Man, and
/// Cybernetics SMC-1, 296–297, 1971.
struct ParetoSearch {
  private let model: ParetoModel
  private let solver: any AssignmentSolver
  private let first: ParetoGoal
  private let others: [ParetoGoal]
  private let bestHeld: [Int128]
  private let most: Int
  private let progress: @Sendable (Int) -> Void
  private var found: [(arcs: [Int], values: [Int], isProved: Bool)] = []
  private var steps = 0
  private var isWhole = true
  private var forests: [Int: GroupForest] = [:]
  private var last: (problem: AssignmentProblem, solution: Solution)?

  init(
    _ model: ParetoModel, by solver: any AssignmentSolver, most: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) throws(SolverFailure) {
    self.model = model
    self.solver = solver
    self.most = most
    self.progress = progress
    let order: [ParetoGoal] = [.fit, .travel, .changes, .coverage, .fairness, .balance]
    let sorted = order.filter(model.goals.contains)
    first = sorted[0]
    // Fairness and balance are no weights: all levels of both are gone through.
    others = [.fairness, .balance].contains(first) ? sorted : Array(sorted.dropFirst())
    do {
      let whole = try model.problem.assignment.weighted(model.held)
      let solution = try solver.solve(whole)
      bestHeld = Verifier.verify(solution, of: whole).objective
    } catch let failure as SolverFailure {
      throw failure
    } catch {
      throw .breakdown(solver: solver.name, reason: "\(error)")
    }
  }

  /// What a plan must reach in the goals but the first: at least, or at most.
  typealias Limits = [ParetoGoal: Int]

  mutating func front() throws -> ParetoFront {
    _ = try sweep(others[...], [:])
    let better = Set(found.map(\.values)).filter { values in
      !found.contains { $0.values != values && dominates($0.values, values) }
    }
    var points: [[Int]: ParetoPoint] = [:]
    for plan in found where better.contains(plan.values) && points[plan.values] == nil {
      points[plan.values] = ParetoPoint(
        values: plan.values, placements: model.placements(plan.arcs), isProved: plan.isProved)
    }
    let sorted = points.values.sorted { left, right in
      isBefore(left.values, right.values)
    }
    return ParetoFront(
      goals: model.goals, points: sorted,
      isComplete: isWhole && found.allSatisfy(\.isProved))
  }

  /// Goes through the levels of one goal after the other; the plans found.
  private mutating func sweep(_ goals: ArraySlice<ParetoGoal>, _ limits: Limits) throws -> [[Int]] {
    guard let goal = goals.first else {
      guard steps < most else {
        isWhole = false
        return []
      }
      steps += 1
      progress(steps)
      guard let plan = try plan(within: limits) else { return [] }
      found.append(plan)
      return [plan.values]
    }
    var all: [[Int]] = []
    var limits = limits
    while true {
      let values = try sweep(goals.dropFirst(), limits)
      all += values
      guard let place = model.goals.firstIndex(of: goal) else { return all }
      let reached = values.map { $0[place] }
      guard let worst = goal.isGain ? reached.min() : reached.max() else { return all }
      if !goal.isGain, worst == 0 { return all }
      limits[goal] = goal.isGain ? worst + 1 : worst - 1
    }
  }

  /// The best plan in the first goal within limits, or nil where none reaches what is held.
  private mutating func plan(
    within limits: Limits
  ) throws -> (arcs: [Int], values: [Int], isProved: Bool)? {
    guard let (narrow, open) = try narrowed(to: limits) else { return nil }
    let marks = limits[.travel].map { most in (model.travel.map { -$0 }, -most) }
    let kept = limits[.changes].map { most in (model.old, model.possible - most) }
    var plan: (arcs: [Int], isProved: Bool)?
    if let (counts, least) = marks ?? kept {
      plan = try solver.solve(
        narrow, counting: open.map { counts[$0] }, atLeast: least
      ).map { ($0.arcs, $0.isProved) }
    } else {
      let start = last.map { $0.solution.carried(from: $0.problem, to: narrow) }
      let solution = try solver.solve(narrow, from: start)
      if solution.status == .optimal {
        plan = (solution.arcs, true)
        last = (narrow, solution)
      }
    }
    guard let plan else { return nil }
    let arcs = plan.arcs.map { open[$0] }.sorted()
    let sums = model.held.map { tier in arcs.reduce(0) { $0 + Int128(tier[$1]) } }
    if sums.lexicographicallyPrecedes(bestHeld) { return nil }
    return (arcs, model.values(arcs), plan.isProved)
  }

  /// The problem in which limits on fairness, balance and coverage hold, and the arc of the whole
  /// problem for each of its arcs.
  private mutating func narrowed(
    to limits: Limits
  ) throws -> (problem: AssignmentProblem, open: [Int])? {
    let whole = model.problem.assignment
    let worst = Int64(limits[.fairness] ?? 0)
    let closed =
      limits[.fairness] == nil ? [] : Set(model.fit.indices.filter { model.fit[$0] < worst })
    let tiers = model.held + [weights(of: first)]
    var (problem, open) = try whole.restricted(
      by: ArcRestriction(forbidden: closed), tiers: tiers)
    if let load = limits[.balance] {
      let forest = try forests[load] ?? model.columnGroups(loadedUpTo: load)
      forests[load] = forest
      problem = try problem.bounded(columnGroups: forest)
    }
    // A plan without pairs has nobody who is well off.
    let least = max(limits[.coverage] ?? 0, limits[.fairness] == nil ? 0 : 1)
    if least > 0 {
      guard least <= whole.rowCount else { return nil }
      problem = try problem.choosing(atLeast: least)
    }
    return (problem, open)
  }

  private func weights(of goal: ParetoGoal) -> [Int64] {
    switch goal {
    case .fit: model.fit
    case .travel: model.travel.map { Int64(-$0) }
    case .changes: model.old.map { Int64($0) }
    case .coverage: model.fit.map { _ in 1 }
    // What is left is settled by the constraints alone.
    case .fairness, .balance: model.fit.map { _ in 1 }
    }
  }

  private func dominates(_ left: [Int], _ right: [Int]) -> Bool {
    zip(model.goals, zip(left, right)).allSatisfy { goal, values in
      goal.isGain ? values.0 >= values.1 : values.0 <= values.1
    }
  }

  private func isBefore(_ left: [Int], _ right: [Int]) -> Bool {
    for (goal, values) in zip(model.goals, zip(left, right)) where values.0 != values.1 {
      return goal.isGain == (values.0 > values.1)
    }
    return false
  }
}
