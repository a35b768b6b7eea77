import Synchronization

/// When a problem is divided into parts, and how many threads solve them.
package struct Division: Sendable {
  /// With fewer rows and arcs together a problem is not divided.
  package var leastWeight: Int
  /// The most threads at work, or nil for one a core.
  package var workers: Int?

  /// Creates a division.
  package init(leastWeight: Int = 1 << 16, workers: Int? = nil) {
    self.leastWeight = leastWeight
    self.workers = workers
  }
}

/// Solves the parts of a problem on several threads and puts their answers together.
///
/// Threads take the parts, the heaviest first (``InParallel``): a solve stays one synchronous call,
/// and each part is solved wholly on one thread, as GLPK needs it. What comes out does not depend on
/// the threads: the parts don't, and of several parts without a plan the first counts.
struct DividedSolve: Sendable {
  /// How one part is solved.
  typealias SolvePart =
    @Sendable (AssignmentProblem, Solution?, SolveLimits) throws(SolverFailure) -> Solution

  private typealias Answer = Result<PartAnswer, SolverFailure>

  let whole: AssignmentProblem
  let parts: [Components.Part]
  let workers: Int?

  func solve(
    from previous: Solution?, limits: SolveLimits, _ solvePart: SolvePart
  ) throws(SolverFailure) -> Solution {
    let numbers = LocalNumbers(parts, in: whole)
    let order = parts.indices.sorted { (parts[$1].weight, $0) < (parts[$0].weight, $1) }
    // The first part without an answer: what comes after it has no say.
    let firstDecisive = Mutex(parts.count)
    let done = Atomic(0)
    let found = InParallel.map(parts.count, threads: workers, with: ()) { place, _ -> Answer? in
      let index = order[place]
      guard firstDecisive.withLock({ index <= $0 }) else { return nil }
      let answer = Answer { () throws(SolverFailure) in
        try self.answer(index, numbers, previous, limits, solvePart)
      }
      if Optional(answer).isDecisive { firstDecisive.withLock { $0 = min($0, index) } }
      let steps = done.add(1, ordering: .relaxed).newValue
      limits.onProgress?(SolveProgress(stage: .searching, tier: 0, steps: steps))
      return answer
    }
    return try together(found.backInPlace(from: order))
  }

  private func answer(
    _ index: Int, _ numbers: LocalNumbers, _ previous: Solution?, _ limits: SolveLimits,
    _ solvePart: SolvePart
  ) throws(SolverFailure) -> PartAnswer {
    let part = PartProblem(parts[index], of: whole, numbers)
    let solution = try solvePart(
      part.problem, previous.map(part.lowered), limits.untold)
    return PartAnswer(
      status: solution.status, arcs: part.lifted(solution.arcs),
      potentials: solution.certificate.tiers)
  }

  /// The answer to the whole from the answers to the parts.
  private func together(_ answers: [Answer?]) throws(SolverFailure) -> Solution {
    var solution = Solution(status: .optimal, arcs: [], certificate: Certificate())
    if let place = answers.firstIndex(where: \.isDecisive), let decisive = answers[place] {
      // Where one part has no plan, its proof with nothing on all other nodes is the whole's.
      solution.certificate = Certificate(tiers: [Potentials(zerosFor: whole)])
      parts[place].lift(try decisive.get().potentials, into: &solution.certificate.tiers)
      solution.status = .infeasible
      return solution
    }
    solution.certificate.tiers = whole.tiers.map { _ in Potentials(zerosFor: whole) }
    for (part, answer) in zip(parts, answers) {
      guard let answer = try answer?.get(), answer.status != .unknown else {
        return Solution(status: .unknown, arcs: [], certificate: Certificate())
      }
      if answer.status == .feasible { solution.status = .feasible }
      solution.arcs += answer.arcs
      part.lift(answer.potentials, into: &solution.certificate.tiers)
    }
    solution.arcs.sort()
    return solution
  }
}

/// What came out for a part, its arcs by their numbers in the whole problem.
private struct PartAnswer: Sendable {
  let status: SolveStatus
  let arcs: [Int]
  let potentials: [Potentials]
}

extension Result<PartAnswer, SolverFailure>? {
  /// Whether there is no plan for the part or the solver failed on it: that settles the whole.
  fileprivate var isDecisive: Bool {
    switch self {
    case nil: false
    case .failure: true
    case .success(let answer): answer.status == .infeasible
    }
  }
}
