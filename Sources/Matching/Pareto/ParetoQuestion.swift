public import AssignmentKernel
public import MentoringModel

extension Matcher {
  /// All that can be had of two or three goals.
  ///
  /// Fixed pairs stand and coverage stays as in the best plan, unless coverage is one of the goals.
  /// Values are whole numbers and every step is an exact solve, so that no point lies between two
  /// points that are told.
  ///
  /// ```swift
  /// let front = try matcher.front(of: [.fit, .fairness])
  /// front.points.map(\.values)  // [[61200, 4100], [60950, 4400], …]
  /// ```
  ///
  /// - Parameters:
  ///   - goals: Two or three goals, each once; fit, travel and changes not all at once.
  ///   - old: For changes, the mentor of each profile in the plan before.
  ///   - most: The most solves; a front that would take more is told to be incomplete.
  ///   - solver: What solves.
  ///   - progress: Is told the number of solves so far.
  /// - Returns: The front.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve for each point and one more for each level of the goals but the first;
  ///   for travel and changes, a few solves for each.
  public func front(
    of goals: [ParetoGoal], against old: [ProfileKey: PersonID] = [:], most: Int = 4000,
    by solver: any AssignmentSolver = HungarianSolver(),
    progress: @escaping @Sendable (_ solves: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> ParetoFront {
    precondition((2...3).contains(goals.count) && Set(goals).count == goals.count, "two or three")
    guard !makesGroups, programme.maximumMentors == nil else { throw .makesGroups }
    guard Set(goals) != [.fit, .travel, .changes] else { throw .goalsTogether }
    do {
      let model = try ParetoModel(self, goals, against: old)
      var search = try ParetoSearch(model, by: solver, most: most, progress: progress)
      return try search.front()
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }
}
