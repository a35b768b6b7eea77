extension AssignmentSolver {
  /// The optimum with one tier taken as fairness asks, the tiers before it first.
  ///
  /// ```swift
  /// // Coverage first, then the worst-off, then the total.
  /// let fair = try HungarianSolver().solve(problem, fairness: .bottleneckThenSum, tier: 1)
  /// Verifier.verify(fair.solution, of: fair.problem).provesOptimality
  /// ```
  ///
  /// Only chosen arcs have values. So that a plan is not called fair for leaving the worst-off out,
  /// as many arcs as the tiers before allow are chosen first, in both ways to be fair. Where an arc
  /// is better left alone, a tier before must say so.
  ///
  /// Each way comes down to plain tiers, for any solver (see ``FairSolution``). The lowest value is
  /// raised by exchanges along cycles of the residual network that take no arc as low; then
  /// searches from the arcs that have it prove how many must. R. E. Burkard, M. Dell'Amico, S. Martello,
  /// Assignment Problems, doi:10.1137/1.9781611972238.
  ///
  /// Arcs that stand for nobody, such as spare places, are left out of it by `counted`: they are no
  /// one's value, and their number is not asked for. Where the tiers before fix the number of the
  /// others, `choosingMost` can be false, and no tier is spent on it.
  ///
  /// - Precondition: the problem has such a tier, and no more arcs are counted than it has.
  /// - Throws: ``SolverFailure`` where the solver can't take the problem or failed on it.
  /// - Complexity: a solve of the tiers up to this one, a Dijkstra search for each exchange and for
  ///   each arc of the plan (`LevelSearch`), and a solve of the tiers after it. Space: with
  ///   `leximin`, a tier of weights for every few values that the plan's arcs have.
  public func solve(
    _ problem: AssignmentProblem, fairness: Fairness, tier: Int = 0, counted: Int? = nil,
    choosingMost: Bool = true,
    limits: SolveLimits = .none
  ) throws(SolverFailure) -> FairSolution {
    precondition(problem.tiers.indices.contains(tier), "the problem has no tier \(tier)")
    let values = problem.tiers[tier].prefix(counted ?? .max)
    do {
      guard fairness != .sum else {
        let solution = try solve(problem, limits: limits)
        return FairSolution(problem: problem, solution: solution, values: values)
      }
      let first =
        Array(problem.tiers[..<tier])
        + (choosingMost ? problem.countTier(after: tier, counted: counted) : [])
      let opening = try problem.with(tiers: first + [problem.tiers[tier]])
      let start = try solve(opening, limits: limits)
      guard start.status == .optimal else {
        return FairSolution(problem: opening, solution: start, values: values)
      }
      var face = try FairFace(problem, values: values, plan: start.arcs)
      for (weights, proof) in zip(first, start.certificate.tiers) {
        try face.record(weights, proof)
      }
      var ceiling: FairSolution.Claim?
      var rest = Array(problem.tiers[(tier + 1)...])
      if fairness == .leximin {
        try raiseAll(in: &face, limits: limits)
      } else {
        ceiling = try raiseWorst(in: &face, limits: limits)
        if fairness == .bottleneckThenSum { rest.insert(problem.tiers[tier], at: 0) }
      }
      return try finish(face, rest: rest, values: values, ceiling: ceiling, limits: limits)
    } catch let failure as SolverFailure {
      throw failure
    } catch {
      throw .breakdown(solver: name, reason: "\(error)")
    }
  }

  /// Raises the lowest value, closes what is below it, and proves that it can't be higher.
  private func raiseWorst(
    in face: inout FairFace, limits: SolveLimits
  ) throws -> FairSolution.Claim? {
    let taken = face.lowestTaken
    let open = face.raiseWorst(above: -1, below: taken ?? .max, limits: limits)
    guard let worst = open?.rank ?? taken else { return nil }
    let upTo: [Int64] = face.rank.map { $0 <= worst ? -1 : 0 }
    var ceiling: FairSolution.Claim?
    if let (plan, proof) = face.settled(upTo, limits: limits) {
      ceiling = FairSolution.Claim(
        problem: try face.whole.with(tiers: face.tiers + [upTo]),
        solution: Solution(
          status: .optimal, arcs: plan,
          certificate: Certificate(tiers: face.potentials + [proof])))
    }
    if worst > 0 {
      // The plan has none of them, and no total is above 0: zeros prove it.
      try face.record(
        face.rank.map { $0 < worst ? -1 : 0 }, Potentials(zerosFor: face.whole))
    }
    return ceiling
  }

  /// Raises the lowest value, settles how many arcs must have it, and goes on above it.
  private func raiseAll(
    in face: inout FairFace, limits: SolveLimits
  ) throws(ProblemError) {
    var floor: Int32 = -1
    while let worst = face.raiseWorst(above: floor, below: .max, limits: limits) {
      let tooLow = -Int64(worst.count + 1)
      let weights: [Int64] = face.rank.map {
        $0 <= floor || $0 > worst.rank ? 0 : $0 < worst.rank ? tooLow : -1
      }
      guard let (plan, proof) = face.settled(weights, limits: limits) else { return }
      try face.record(level: weights, proof, plan: plan)
      floor = worst.rank
    }
  }

  /// The tiers that are left, on what the fair ones leave open.
  private func finish(
    _ face: FairFace, rest: [[Int64]], values: ArraySlice<Int64>, ceiling: FairSolution.Claim?,
    limits: SolveLimits
  ) throws -> FairSolution {
    let rest = face.tiers.isEmpty && rest.isEmpty ? [face.whole.tiers[0].map { _ in 0 }] : rest
    var solution = Solution(
      status: limits.isOver ? .feasible : .optimal, arcs: face.plan,
      certificate: Certificate(tiers: face.potentials))
    if !rest.isEmpty {
      let answer = try solve(face.problem(tiers: rest), limits: limits)
      if answer.status != .optimal { solution.status = .feasible }
      if answer.status != .unknown { solution.arcs = face.lifted(answer.arcs) }
      solution.certificate.tiers += answer.certificate.tiers
    }
    let problem = try face.whole.with(tiers: face.tiers + rest)
    while solution.certificate.tiers.count < problem.tiers.count {
      solution.certificate.tiers.append(Potentials(zerosFor: problem))
    }
    return FairSolution(problem: problem, solution: solution, values: values, ceiling: ceiling)
  }
}

extension AssignmentProblem {
  /// A weight of 1 on every arc; none where bounds or tiers before `tier` fix the number of arcs.
  fileprivate func countTier(after tier: Int, counted: Int?) -> [[Int64]] {
    if let counted, counted < arcs.count {
      return [(0..<arcs.count).map { $0 < counted ? 1 : 0 }]
    }
    let isFixed =
      rowDemand.allSatisfy { $0.lower == $0.upper }
      || columnLoad.allSatisfy { $0.lower == $0.upper }
      || tiers[..<tier].contains { weights in
        guard let weight = weights.first, weight != 0 else { return false }
        return weights.allSatisfy { $0 == weight }
      }
    return isFixed ? [] : [Array(repeating: 1, count: arcs.count)]
  }
}
