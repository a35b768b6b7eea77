import Wording

extension AssignmentSolver {
  /// The optimum over all tiers, the first before the second and so on.
  ///
  /// Each tier is solved on the face of plans that are best in the tiers before it, so the tiers
  /// are compared exactly and no weight has to outweigh another. A tier whose weights are all 0
  /// costs nothing.
  ///
  /// A solution of a like problem makes the work short (``Solution/carried(from:to:by:)``): its
  /// potentials price the new problem, and only what changed is moved.
  ///
  /// Where a large problem falls into parts that no arc and no group connects, they are solved side
  /// by side on the cores; the answer does not depend on how many there are.
  ///
  /// - Throws: ``SolverFailure`` where the solver can't take the problem or failed on it.
  /// - Complexity: one ``solveTier(_:from:limits:)`` a tier, on ever smaller problems.
  public func solve(
    _ problem: AssignmentProblem, from previous: Solution? = nil, limits: SolveLimits = .none
  ) throws(SolverFailure) -> Solution {
    try solve(problem, from: previous, limits: limits, dividing: Division())
  }

  /// The same, with a say in how the problem is divided.
  package func solve(
    _ problem: AssignmentProblem, from previous: Solution? = nil, limits: SolveLimits = .none,
    dividing division: Division
  ) throws(SolverFailure) -> Solution {
    try limits.require(memoryNeeded(for: problem), for: name)
    guard let components = Components(problem, leastWeight: division.leastWeight) else {
      return try solveUndivided(problem, from: previous, limits: limits)
    }
    let divided = DividedSolve(
      whole: problem, parts: components.parts, workers: division.workers)
    return try divided.solve(from: previous, limits: limits) {
      (part, previous, limits) throws(SolverFailure) in
      try solveUndivided(part, from: previous, limits: limits)
    }
  }

  private func solveUndivided(
    _ problem: AssignmentProblem, from previous: Solution?, limits: SolveLimits
  ) throws(SolverFailure) -> Solution {
    var tiers = LexicographicSolve(problem)
    while let face = tiers.face {
      let start = previous.flatMap { tiers.start(from: $0) }
      let answer = try solveTier(face, from: start, limits: limits.inTier(tiers.tier))
      do {
        try tiers.record(answer)
      } catch {
        throw .breakdown(solver: name, reason: error.text.en)
      }
    }
    return tiers.solution
  }
}

/// The state between the tiers of one solve.
private struct LexicographicSolve {
  /// The problem to solve next, or nil where all is done.
  private(set) var face: AssignmentProblem?
  private(set) var solution = Solution(status: .unknown, arcs: [], certificate: Certificate())
  private var faces: [OptimalFace] = []
  private let whole: AssignmentProblem

  init(_ problem: AssignmentProblem) {
    whole = problem
    face = problem
    skipZeroTiers()
  }

  /// The tier in work.
  var tier: Int { solution.certificate.tiers.count }

  /// What a solution of the whole problem leaves to start from on ``face``.
  func start(from previous: Solution) -> WarmStart? {
    guard previous.status == .optimal, tier < previous.certificate.tiers.count else { return nil }
    return WarmStart(
      arcs: faces.reduce(previous.arcs) { $1.lowered($0) },
      potentials: previous.certificate.tiers[tier])
  }

  /// Takes in the answer for ``face`` and sets up the next one.
  mutating func record(_ answer: Solution) throws(ProblemError) {
    guard let current = face else { return }
    switch answer.status {
    case .infeasible, .unknown:
      if faces.isEmpty {
        solution = answer
      } else {
        finish(as: .feasible, potentials: answer.certificate.tiers.first)
      }
      face = nil
    case .feasible:
      solution.arcs = lifted(answer.arcs)
      finish(as: .feasible, potentials: answer.certificate.tiers.first)
      face = nil
    case .optimal:
      solution.arcs = lifted(answer.arcs)
      guard let potentials = answer.certificate.tiers.first, current.tiers.count > 1 else {
        finish(as: .optimal, potentials: answer.certificate.tiers.first)
        face = nil
        return
      }
      solution.certificate.tiers.append(potentials)
      let next = try OptimalFace(of: current, at: potentials)
      faces.append(next)
      face = next.problem
      skipZeroTiers()
    }
  }

  /// Passes over tiers that say nothing; the last one is solved even so where nothing was yet.
  private mutating func skipZeroTiers() {
    while let current = face, current.tiers[0].allSatisfy({ $0 == 0 }) {
      let isLast = current.tiers.count == 1
      if isLast && faces.isEmpty { return }
      solution.certificate.tiers.append(Potentials(zerosFor: whole))
      if isLast {
        solution.status = .optimal
        face = nil
      } else {
        face = current.droppingFirstTier()
      }
    }
  }

  private mutating func finish(as status: SolveStatus, potentials: Potentials?) {
    solution.status = status
    if let potentials { solution.certificate.tiers.append(potentials) }
    while solution.certificate.tiers.count < whole.tiers.count {
      solution.certificate.tiers.append(Potentials(zerosFor: whole))
    }
  }

  private func lifted(_ arcs: [Int]) -> [Int] {
    faces.reversed().reduce(arcs) { $1.lifted($0) }
  }
}

extension Potentials {
  init(zerosFor problem: AssignmentProblem) {
    self.init(
      rows: Array(repeating: 0, count: problem.rowCount),
      columns: Array(repeating: 0, count: problem.columnCount),
      rowGroups: Array(repeating: 0, count: problem.rowGroups.count),
      columnGroups: Array(repeating: 0, count: problem.columnGroups.count))
  }
}

extension AssignmentProblem {
  /// The same problem without its first tier; there must be another.
  fileprivate func droppingFirstTier() -> AssignmentProblem? {
    try? AssignmentProblem(
      arcs: arcs, tiers: Array(tiers.dropFirst()), rowDemand: rowDemand, columnLoad: columnLoad,
      rowForest: rowGroups, columnForest: columnGroups)
  }
}
