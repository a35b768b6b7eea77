import AssignmentKernel

/// What is wrong with the answers of ``Sensitivity``, by solving each changed problem from scratch.
struct SensitivityFaults {
  let problem: AssignmentProblem
  let solution: Solution
  let sensitivity: Sensitivity

  /// Nil where the problem has no plan.
  init?(_ problem: AssignmentProblem) throws {
    let solution = try HungarianSolver().solve(problem)
    guard solution.status == .optimal else { return nil }
    guard let sensitivity = Sensitivity(of: solution, in: problem) else {
      throw Unproved()
    }
    self.problem = problem
    self.solution = solution
    self.sensitivity = sensitivity
  }

  struct Unproved: Error {}

  func ofOneMore(_ place: Place) throws -> [String] {
    var parts = ProblemParts(problem)
    parts.raiseUpperBound(of: place)
    let changed = try parts.problem()
    let best = try HungarianSolver().solve(changed)
    return faults(
      sensitivity.oneMore(place), expected: changed.totals(of: best.arcs), in: changed,
      question: "one more of \(place)")
  }

  func ofForcing(_ arc: Int) throws -> [String] {
    let best = try best(where: arc, is: 1)
    let found = sensitivity.forcing(arc)
    var faults = faults(found, expected: best, in: problem, question: "forcing \(arc)")
    if let found, !found.applied(to: solution.arcs).contains(arc) {
      faults.append("forcing \(arc) leaves it out")
    }
    return faults
  }

  func ofForbidding(_ arc: Int) throws -> [String] {
    let best = try best(where: arc, is: -1)
    let found = sensitivity.forbidding(arc)
    var faults = faults(found, expected: best, in: problem, question: "forbidding \(arc)")
    if let found, found.applied(to: solution.arcs).contains(arc) {
      faults.append("forbidding \(arc) takes it")
    }
    return faults
  }

  /// Against every other plan.
  func ofOtherPlans() -> [String] {
    let all = problem.everyPlan()
    let totals = problem.totals(of: solution.arcs)
    let second = all.filter { $0 != solution.arcs }.map { problem.totals(of: $0) }
      .max { $0.lexicographicallyPrecedes($1) }
    let equals = all.filter { problem.totals(of: $0) == totals }
    let undecided = problem.arcs.indices.filter { arc in
      let uses = equals.count { $0.contains(arc) }
      return uses > 0 && uses < equals.count
    }
    let found = sensitivity.secondBest()
    var faults = faults(found, expected: second, in: problem, question: "second best")
    if found?.isEmpty == true { faults.append("the second-best plan is the best one") }
    if sensitivity.undecidedArcs != undecided {
      faults.append("undecided \(sensitivity.undecidedArcs) instead of \(undecided)")
    }
    if sensitivity.isUnique != (equals.count == 1) { faults.append("uniqueness") }
    return faults
  }

  /// The totals of the best plan with the arc (1) or without it (−1).
  private func best(where arc: Int, is value: Int64) throws -> [Int128]? {
    var parts = ProblemParts(problem)
    parts.put(value, on: arc)
    let changed = try parts.problem()
    let best = try HungarianSolver().solve(changed)
    let totals = changed.totals(of: best.arcs)
    return totals[0] == max(0, Int128(value)) ? Array(totals.dropFirst()) : nil
  }

  private func faults(
    _ exchange: Exchange?, expected: [Int128]?, in changed: AssignmentProblem, question: String
  ) -> [String] {
    guard let exchange, let expected else {
      return (exchange == nil) == (expected == nil)
        ? [] : ["\(question): \(exchange as Any) instead of \(expected as Any)"]
    }
    let plan = exchange.applied(to: solution.arcs)
    var faults: [String] = []
    if !changed.keepsBounds(plan) { faults.append("\(question): \(plan) breaks a bound") }
    let old = changed.totals(of: solution.arcs)
    let new = changed.totals(of: plan)
    if new != expected { faults.append("\(question): \(new) instead of \(expected)") }
    if exchange.change != zip(new, old).map({ $0 - $1 }) {
      faults.append("\(question): a change of \(exchange.change) from \(old) to \(new)")
    }
    return faults
  }
}
