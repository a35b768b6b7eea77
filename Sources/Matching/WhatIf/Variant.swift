public import AssignmentKernel
public import MentoringModel

/// A changed programme or changed banks, with the best plan for them.
public struct Variant: Sendable {
  /// What made the problem.
  public let matcher: Matcher
  /// The problem.
  public let problem: MatchingProblem
  /// Its best solution.
  public let solution: Solution
  /// What the verifier found: every variant is proved like a plan.
  public let verification: PlanVerification

  /// Whether the plan is proved the best in every goal but the choice among equals.
  public var isProved: Bool {
    verification.provesGoals(problem.tiers)
  }

  /// The plan, with reasons for all who are left without a mentor.
  public var plan: Plan {
    matcher.plan(
      of: solution.arcs, status: solution.status, verification: verification, in: problem)
  }

  /// The sum over the plan in a goal, or nil where the programme does not have it.
  public func value(of goal: ObjectiveTier) -> Int? {
    problem.tiers.firstIndex(of: goal).map {
      problem.value(verification.objective[$0], ofTier: $0)
    }
  }
}

extension SolvedMatching {
  /// The plan as it is, as a variant that changes nothing.
  public var unchanged: Variant {
    Variant(
      matcher: matcher, problem: problem, solution: solution, verification: plan.verification)
  }
}

extension Matcher {
  /// The best plan for a changed programme and changed banks, starting from a plan for others.
  ///
  /// The start makes the work short and does not change the answer: it is the one that a solve
  /// from nothing gives in every goal. With groups, where the choice among equals can take longer to
  /// prove than all goals, it can be left to the solver.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - bank: The banks.
  ///   - previous: A problem with its solution; rows and columns that are still there lend their
  ///     potentials.
  ///   - solver: What solves it.
  ///   - groupSolver: What solves it where some form makes groups.
  ///   - choosesAmongEquals: Whether groups are chosen by the rule for equals as well.
  ///   - isProof: Whether a plan that is not proved the best, for the time was up, is refused.
  ///   - limits: When to stop.
  /// - Returns: The proved best plan, or the best found.
  /// - Throws: ``QuestionFailure``, ``QuestionFailure/unproved`` where the limits ended first.
  /// - Complexity: building the problem, and a solve of what changed.
  public func variant(
    _ programme: Programme, _ bank: Bank,
    from previous: (problem: MatchingProblem, solution: Solution)? = nil,
    by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(),
    choosingAmongEquals choosesAmongEquals: Bool = true,
    needingProof isProof: Bool = true, limits: SolveLimits = .none
  ) throws(QuestionFailure) -> Variant {
    let matcher = Matcher(programme: programme, bank: bank, forms: forms)
    do {
      var problem = try matcher.makeProblem().settlingFairness(by: solver, limits: limits)
      if !choosesAmongEquals { problem.leaveGroupTies() }
      if let groups = problem.groups {
        return try matcher.variant(
          problem, groups, from: previous, by: groupSolver, isProof,
          limits.choosingAmongEquals(in: problem))
      }
      let start = previous.map { old in
        old.solution.carried(
          from: old.problem.assignment, to: problem.assignment,
          by: ProblemChange(from: old.problem, to: problem))
      }
      let (solution, verification) = try solver.confirmed(
        problem.assignment, from: start, limits: limits)
      guard solution.status == .optimal else { throw QuestionFailure.unproved }
      return Variant(
        matcher: matcher, problem: problem, solution: solution,
        verification: .pairs(verification))
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// The best plan with groups, starting from what is still there of another one.
  private func variant(
    _ problem: MatchingProblem, _ groups: GroupProblem,
    from previous: (problem: MatchingProblem, solution: Solution)?, by solver: any GroupSolver,
    _ needsProof: Bool, _ limits: SolveLimits
  ) throws -> Variant {
    let start = previous.map { problem.arcs(standingFor: $0.solution.arcs, of: $0.problem) }
    let (solution, verification) = try solver.confirmed(groups, from: start, limits: limits)
    let isProved = PlanVerification.groups(verification).provesGoals(problem.tiers)
    guard isProved || solution.status == .feasible && !needsProof else {
      throw QuestionFailure.unproved
    }
    return Variant(
      matcher: self, problem: problem,
      solution: Solution(
        status: solution.status, arcs: solution.arcs, certificate: Certificate()),
      verification: .groups(verification))
  }
}

extension ProblemChange {
  /// Rows that stand for the same request profiles and columns that stand for the same seats.
  ///
  /// - Complexity: O(rows + columns).
  init(from old: MatchingProblem, to new: MatchingProblem) {
    let rows = Dictionary(
      old.profiles.enumerated().map { (ProfileKey($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let columns = Dictionary(
      old.seats.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.init(
      rowOrigin: new.profiles.map { rows[ProfileKey($0)] }
        + Self.idle(
          new.profiles.count..<new.assignment.rowCount,
          old.profiles.count..<old.assignment.rowCount),
      columnOrigin: new.seats.map { columns[$0] }
        + Self.idle(
          new.seats.count..<new.assignment.columnCount,
          old.seats.count..<old.assignment.columnCount))
  }
}

extension ProblemChange {
  /// Idle units stand for each other where they are as many.
  fileprivate static func idle(_ new: Range<Int>, _ old: Range<Int>) -> [Int?] {
    new.count == old.count ? Array(old) : Array(repeating: nil, count: new.count)
  }
}

extension MatchingProblem {
  /// The arcs that stand for the same profiles and seats as arcs of another problem.
  func arcs(standingFor arcs: [Int], of old: MatchingProblem) -> [Int] {
    let change = ProblemChange(from: self, to: old)
    return arcs.compactMap { arc in
      let pattern = old.assignment.arcs
      guard let row = change.rowOrigin[pattern.row(ofArc: arc)],
        let column = change.columnOrigin[pattern.column(ofArc: arc)]
      else { return nil }
      return assignment.arcs.arc(row: row, column: column)
    }
  }
}

/// What a request profile goes by in every variant.
public struct ProfileKey: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The mentees.
  public var mentees: [PersonID]
  /// The name of the group, where it is one.
  public var group: String?

  /// Creates a key.
  public init(form: FormID, mentees: [PersonID], group: String? = nil) {
    self.form = form
    self.mentees = mentees
    self.group = group
  }

  /// The key of a profile.
  public init(_ profile: RequestProfile) {
    form = profile.form
    mentees = profile.members
    group = profile.group
  }
}
