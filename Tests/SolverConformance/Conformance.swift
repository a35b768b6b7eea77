public import AssignmentKernel

/// What every solver must do: give the known answer, and prove it.
///
/// ```swift
/// @Test(arguments: NamedInstance.all)
/// func `solves the named instances`(instance: NamedInstance) throws {
///   #expect(try Conformance.faults(instance) { try solver.solve($0) } == [])
/// }
/// ```
public enum Conformance {
  /// Gives a problem to a solver.
  public typealias Solve = (AssignmentProblem) throws -> Solution

  /// What is wrong with a solver's answer to an instance; nothing, if it conforms.
  public static func faults(_ instance: NamedInstance, solve: Solve) rethrows -> [String] {
    try faults(instance.problem, answer: instance.answer, solve: solve)
  }

  /// What is wrong with a solver's answer to a small random problem, by trying every plan.
  public static func faultsByBruteForce(
    _ problem: AssignmentProblem, solve: Solve
  ) rethrows -> [String] {
    try faults(problem, answer: bruteForceAnswer(of: problem), solve: solve)
  }

  /// What is wrong with a solver's answer to a problem whose answer is not known: its own proof
  /// decides.
  public static func faultsByProof(
    _ problem: AssignmentProblem, solve: Solve
  ) rethrows -> [String] {
    let solution = try solve(problem)
    return planFaults(of: solution, in: problem) + proofFaults(of: solution, in: problem)
  }

  private static func faults(
    _ problem: AssignmentProblem, answer: NamedInstance.Answer, solve: Solve
  ) rethrows -> [String] {
    let solution = try solve(problem)
    var faults = planFaults(of: solution, in: problem)
    switch (answer, solution.status) {
    case (.infeasible, .infeasible): break
    case (.optimal(let expected), .optimal):
      let found = totals(of: solution, in: problem)
      if found != expected { faults.append("total \(found) instead of \(expected)") }
    default: faults.append("status \(solution.status) instead of \(answer)")
    }
    return faults + proofFaults(of: solution, in: problem)
  }

  /// The weight of a solution in each tier.
  public static func totals(of solution: Solution, in problem: AssignmentProblem) -> [Int128] {
    problem.tiers.map { tier in solution.arcs.reduce(0) { $0 + Int128(tier[$1]) } }
  }

  private static func planFaults(
    of solution: Solution, in problem: AssignmentProblem
  ) -> [String] {
    switch solution.status {
    case .infeasible, .unknown:
      return solution.arcs.isEmpty ? [] : ["arcs with status \(solution.status)"]
    case .optimal, .feasible: break
    }
    var faults: [String] = []
    for (arc, next) in zip(solution.arcs, solution.arcs.dropFirst()) where arc >= next {
      faults.append("arcs \(arc) and \(next) do not ascend")
    }
    guard solution.arcs.allSatisfy({ (0..<problem.arcs.count).contains($0) }) else {
      return faults + ["an arc that does not exist"]
    }
    var rows = [Int](repeating: 0, count: problem.rowCount)
    var columns = [Int](repeating: 0, count: problem.columnCount)
    for pair in solution.pairs(in: problem) {
      rows[pair.row] += 1
      columns[pair.column] += 1
    }
    let nodes = [
      ("row", rows, problem.rowDemand), ("column", columns, problem.columnLoad),
      ("row group", problem.rowGroups.load(from: rows), problem.rowGroups.bounds),
      ("column group", problem.columnGroups.load(from: columns), problem.columnGroups.bounds),
    ]
    for (kind, use, bounds) in nodes {
      for (index, (use, bounds)) in zip(use, bounds).enumerated()
      where use < bounds.lower || use > bounds.upper {
        faults.append("\(kind) \(index) used \(use) times, not \(bounds.lower)…\(bounds.upper)")
      }
    }
    return faults
  }

  private static func proofFaults(
    of solution: Solution, in problem: AssignmentProblem
  ) -> [String] {
    switch solution.status {
    case .optimal:
      let bound = weakDualityBound(
        of: solution.certificate, weights: problem.tiers, in: problem)
      let total = totals(of: solution, in: problem)
      return bound == total ? [] : ["a bound of \(bound as Any) for a total of \(total)"]
    case .infeasible:
      let bound = weakDualityBound(
        of: solution.certificate, weights: [problem.tiers[0].map { _ in 0 }], in: problem)
      return bound.map { $0[0] < 0 } ?? false ? [] : ["no proof that there is no plan"]
    case .feasible, .unknown:
      return ["status \(solution.status) without a time limit"]
    }
  }
}
