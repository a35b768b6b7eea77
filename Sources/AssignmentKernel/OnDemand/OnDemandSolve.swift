import Wording

extension AssignmentSolver {
  /// The optimum over all arcs and tiers of a problem whose arcs are asked for.
  ///
  /// The solver works on a few candidate arcs of each row. Then all arcs are priced with the
  /// potentials of its answer: an arc outside the candidates whose reduced weights, compared tier by
  /// tier, are positive could better the plan and becomes a candidate, and the solver goes on from
  /// where it was. Where there is no such arc, the potentials prove the optimum over all arcs. That
  /// the candidates allow no plan is priced in the same way, until there is a plan or the potentials
  /// prove that there is none.
  ///
  /// Where the time is up, the best plan so far is the answer, with the status
  /// ``SolveStatus/feasible`` and the last potentials, which still bound every plan
  /// (``Verifier/verify(_:of:threads:)``).
  ///
  /// L. R. Ford, D. R. Fulkerson, "A suggested computation for maximal multi-commodity network
  /// flows", doi:10.1287/mnsc.5.1.97; A. Volgenant, "Linear and semi-assignment problems: a core
  /// oriented approach", doi:10.1016/0305-0548(96)00010-X.
  ///
  /// - Throws: ``SolverFailure`` where the solver can't take the problem or failed on it.
  /// - Complexity: a few looks at every arc, and one ``solve(_:from:limits:)`` on the candidates for
  ///   each; O(tiers · candidates + nodes) space.
  public func solve(
    _ problem: OnDemandProblem, options: OnDemandOptions = OnDemandOptions(),
    limits: SolveLimits = .none
  ) throws(SolverFailure) -> OnDemandSolution {
    try limits.require(options.memoryNeeded(for: problem), for: name)
    var state = CandidateState(problem, options: options, limits: limits)
    do {
      try state.addFirstCandidates(options)
    } catch {
      throw .breakdown(solver: name, reason: error.text.en)
    }
    while true {
      state.take(try solve(state.candidates, from: state.start, limits: limits))
      do {
        guard try state.addViolators() else { return state.answer }
      } catch {
        throw .breakdown(solver: name, reason: error.text.en)
      }
    }
  }
}

/// The candidates between two solves, and the best that is known.
private struct CandidateState {
  private(set) var candidates: AssignmentProblem
  /// What the last answer leaves to start from.
  private(set) var start: Solution?
  private let pass: RowPass
  private var last: Solution?
  /// The best plan and, beside it, potentials that prove the most.
  private var best: OnDemandSolution
  private var passes = 0

  init(_ problem: OnDemandProblem, options: OnDemandOptions, limits: SolveLimits) {
    candidates = problem.frame
    pass = RowPass(problem, threads: options.threads, limits: limits)
    best = OnDemandSolution(
      solution: Solution(status: .unknown, arcs: [], certificate: Certificate()),
      candidates: problem.frame, pricingPasses: 0)
  }

  mutating func addFirstCandidates(
    _ options: OnDemandOptions
  ) throws(ProblemError) {
    var auction = CandidateAuction(pass, options: options)
    if let block = auction.candidates() { candidates = try candidates.adding(block) }
    guard !options.insisted.isEmpty else { return }
    let columns = Dictionary(grouping: options.insisted, by: \.row).mapValues {
      Set($0.map(\.column))
    }
    let known = candidates.arcs
    let found = pass.map { row, arcs, found in
      guard let wanted = columns[row] else { return found.append([], of: arcs) }
      found.append(
        arcs.columns.indices.filter {
          let column = Int(arcs.columns[$0])
          return wanted.contains(column) && known.arc(row: row, column: column) == nil
        }, of: arcs)
    }
    guard let found else { return }
    candidates = try candidates.adding(
      ArcBlock(joining: found, tierCount: pass.problem.tierCount))
  }

  /// Takes in an answer on the candidates.
  mutating func take(_ answer: Solution) {
    last = answer
    guard answer.status == .optimal || answer.status == .feasible else { return }
    let isBetter =
      best.solution.status == .unknown
      || !candidates.total(of: answer.arcs).lexicographicallyPrecedes(
        best.candidates.total(of: best.solution.arcs))
    // A plan that is best on candidates has potentials that fit all arcs nearly; those of a solve
    // that was stopped may prove nothing.
    let certificate =
      answer.status == .optimal || best.solution.status == .unknown
      ? answer.certificate : best.solution.certificate
    if isBetter {
      best = OnDemandSolution(
        solution: Solution(status: .feasible, arcs: answer.arcs, certificate: certificate),
        candidates: candidates, pricingPasses: passes)
    } else {
      best.solution.certificate = certificate
    }
  }

  /// Adds the arcs that speak against the last answer; false where none does or the time is up.
  mutating func addViolators() throws(ProblemError) -> Bool {
    guard let last, last.status == .optimal || last.status == .infeasible else { return false }
    let pricing = PricingPass(
      pass: pass, candidates: candidates,
      prices: ReducedWeights(last.certificate, ignoresWeights: last.status == .infeasible),
      limit: PricingPass.limit(afterPasses: passes))
    guard let violators = pricing.violators() else { return false }
    passes += 1
    pass.limits.onProgress?(SolveProgress(stage: .proving, tier: 0, steps: passes))
    guard !violators.isEmpty else {
      best = OnDemandSolution(solution: last, candidates: candidates, pricingPasses: passes)
      return false
    }
    let old = candidates
    candidates = try candidates.adding(violators)
    start = last.status == .optimal ? last.carried(from: old, to: candidates) : nil
    return true
  }

  var answer: OnDemandSolution { best }
}

extension AssignmentProblem {
  fileprivate func total(of arcs: [Int]) -> [Int128] {
    tiers.map { weights in arcs.reduce(0) { $0 + Int128(weights[$1]) } }
  }
}
