public import AssignmentKernel
public import MentoringModel

/// Whom a request profile had in a plan before.
public struct ParetoPartner: Sendable, Hashable {
  /// The mentor.
  public var mentor: PersonID
  /// What the group was about, where it was one that opened.
  public var topic: CompetencyID?

  /// Creates a partner.
  public init(_ mentor: PersonID, topic: CompetencyID? = nil) {
    self.mentor = mentor
    self.topic = topic
  }
}

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
  ///   - old: For changes, whom each profile has in the plan before.
  ///   - most: The most solves; a front that would take more is told to be incomplete.
  ///   - solver: What solves.
  ///   - groupSolver: What solves where groups, or mentors, open or stay closed; no step takes more
  ///     than half of the time that is left.
  ///   - limits: When to stop; the points found by then make an incomplete front.
  ///   - progress: Is told the number of solves so far.
  /// - Returns: The front.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve for each point and one more for each level of the goals but the first;
  ///   for travel and changes, a few solves for each. With groups each is a search.
  public func front(
    of goals: [ParetoGoal], against old: [ProfileKey: ParetoPartner] = [:], most: Int = 4000,
    by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(), limits: SolveLimits = .none,
    progress: @escaping @Sendable (_ solves: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> ParetoFront {
    precondition((2...3).contains(goals.count) && Set(goals).count == goals.count, "two or three")
    guard Set(goals) != [.fit, .travel, .changes] else { throw .goalsTogether }
    do {
      let model = try ParetoModel(self, goals, against: old)
      let steps = ParetoSteps(model, by: solver, groupSolver: groupSolver, limits: limits)
      var search = try ParetoSearch(model, steps, most: most, progress: progress)
      return try search.front()
    } catch QuestionFailure.unproved {
      // What fixed pairs and coverage come to at best is not known yet.
      return ParetoFront(goals: goals, points: [], isComplete: false)
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }
}
