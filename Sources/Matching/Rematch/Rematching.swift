public import AssignmentKernel
import MentoringModel

/// Finds plans for changed banks that stay near a plan made before.
///
/// ```swift
/// let rematching = try Rematching(matcher, against: oldPairs)
/// let plan = try rematching.rematch(within: .most(3))
/// let curve = try rematching.curve()
/// ```
///
/// Approved pairs of the old plan that can stay do so before any other goal but fixed pairs. A member
/// of a group stays where mentor and topic are the same, whoever else stands in it.
public struct Rematching: Sendable {
  /// The old pairs that can stay.
  public let possible: Int
  /// The old pairs that can't.
  public let impossible: [OldPair]

  private let matcher: Matcher
  private let problem: MatchingProblem
  private let pairs: [OldPair]
  private let old: [ProfileKey: PlanMove.Partner]
  /// The arcs by which old pairs stay; several for a member of groups about one topic.
  private let kept: Set<Int>
  private let solver: any AssignmentSolver
  private let groupSolver: any GroupSolver
  private let limits: SolveLimits
  private let progress: @Sendable () -> Void

  /// Finds the old pairs in the problem of a matcher.
  ///
  /// - Parameters:
  ///   - matcher: The programme and the banks as they are now.
  ///   - pairs: The plan made before.
  ///   - isBinding: Whether approved pairs of the old plan stay.
  ///   - solver: What solves it.
  ///   - groupSolver: What solves it where some form makes groups; an answer that it does not prove
  ///     makes an unproved rematch.
  ///   - limits: When all that is asked is to end; what is not proved by then says so.
  ///   - progress: Is told of each search for groups before it begins.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: building the problem.
  public init(
    _ matcher: Matcher, against pairs: [OldPair], keepingApproved isBinding: Bool = true,
    by solver: any AssignmentSolver = HungarianSolver(),
    groupSolver: any GroupSolver = GroupSearch(), limits: SolveLimits = .none,
    progress: @escaping @Sendable () -> Void = {}
  ) throws(QuestionFailure) {
    self.matcher = matcher
    self.solver = solver
    self.groupSolver = groupSolver
    self.limits = limits
    self.progress = progress
    self.pairs = pairs
    do {
      var problem = try matcher.makeProblem().settlingFairness(by: solver, limits: limits)
      let rows = Dictionary(
        problem.profiles.enumerated().map { (ProfileKey($0.element).name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      let columns = Dictionary(grouping: problem.seats.indices) { column in
        var seat = problem.seats[column]
        seat.number = 0
        return seat
      }
      var (arcs, lost, approved) = ([ProfileKey: [Int]](), [OldPair](), Set<Int>())
      for pair in pairs {
        let seat = Seat(mentor: pair.mentor, form: pair.profile.form, topic: pair.topic)
        let own = rows[pair.profile.name].map { row in
          (columns[seat] ?? []).compactMap { problem.assignment.arcs.arc(row: row, column: $0) }
        }
        guard let own, !own.isEmpty else {
          lost.append(pair)
          continue
        }
        arcs[pair.profile.name] = own
        if pair.isPinned { approved.formUnion(own) }
      }
      if isBinding { try problem.bind(approved) }
      let fits = problem.tiers.firstIndex(of: .fit)
      old = Dictionary(
        pairs.map { pair in
          let fit = arcs[pair.profile.name]?.first.flatMap { arc in
            fits.map { Int(problem.assignment.tiers[$0][arc]) }
          }
          return (
            pair.profile.name,
            PlanMove.Partner(
              mentor: pair.mentor, fit: fit ?? 0, isPinned: pair.isPinned, topic: pair.topic)
          )
        }, uniquingKeysWith: { first, _ in first })
      self.problem = problem
      kept = Set(arcs.values.joined())
      possible = arcs.count
      impossible = lost
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// The best plan within a limit.
  ///
  /// - Throws: ``QuestionFailure``, also where no plan gives up so few pairs.
  /// - Complexity: a few solves; see `AssignmentSolver.solve(_:marking:atLeast:branches:limits:)`.
  public func rematch(within limit: ChangeLimit) throws(QuestionFailure) -> Rematch {
    do {
      switch limit {
      case .most(let most):
        guard let plan = try plan(keeping: max(0, possible - most)) else {
          let curve = try plans()
          guard curve.isComplete else { throw QuestionFailure.unproved }
          throw QuestionFailure.tooFewChanges(
            atLeast: possible - (curve.plans.first?.marked ?? 0))
        }
        return try rematch(
          keeping: kept.intersection(plan.arcs), from: Set(plan.arcs), isProved: plan.isProved)
      case .price(let price):
        let priced = try problem.priced(kept, price)
        let (arcs, isProved) = try best(of: priced)
        return try rematch(
          keeping: kept.intersection(arcs), from: Set(arcs), isProved: isProved)
      }
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// What each number of changes buys, fewest changes first; every point is better than the one
  /// before it, and numbers between two points buy nothing more.
  ///
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a few solves a point.
  public func curve() throws(QuestionFailure) -> ChangeCurve {
    do {
      let curve = try plans()
      guard let first = curve.plans.first else {
        return ChangeCurve(points: [], isComplete: curve.isComplete)
      }
      let points = curve.plans.map { point in
        ChangePoint(
          given: possible - point.marked,
          goals: zip(problem.tiers.indices, zip(first.objective, point.objective)).map {
            tier, sums in
            let goal = problem.tiers[tier]
            return GoalChange(
              goal: goal, before: problem.value(sums.0, ofTier: tier),
              after: problem.value(sums.1, ofTier: tier), text: nil,
              plain: PlainChange(
                problem.plain(goal, ofArcs: first.arcs, in: matcher.programme),
                problem.plain(goal, ofArcs: point.arcs, in: matcher.programme)))
          }, isProved: point.isProved)
      }
      return ChangeCurve(points: points, isComplete: curve.isComplete)
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// The best plan that keeps so many old pairs, without the choice among equals.
  private func plan(keeping count: Int) throws -> MarkedPlan? {
    guard let groups = problem.groupsWithoutTies else {
      return try solver.solve(
        problem.withoutTies, marking: kept, atLeast: count, limits: limits)
    }
    return try groupSolver.solve(
      groups, marking: kept, atLeast: count, from: kept, limits: limits.part(of: 2),
      progress: progress)
  }

  /// The best plan for each number of old pairs that makes a difference.
  private func plans() throws -> MarkedCurve {
    guard let groups = problem.groupsWithoutTies else {
      return try solver.curve(problem.withoutTies, marking: kept, limits: limits)
    }
    return try groupSolver.curve(
      groups, marking: kept, from: kept, limits: limits, progress: progress)
  }

  private func best(of problem: MatchingProblem) throws -> (arcs: [Int], isProved: Bool) {
    guard let groups = problem.groups else {
      let solution = try solver.solve(problem.assignment, limits: limits)
      guard solution.status == .optimal else { throw QuestionFailure.unproved }
      return (solution.arcs, true)
    }
    progress()
    let (solution, _) = try groupSolver.confirmed(
      groups, from: kept.sorted(), limits: limits.part(of: 2))
    guard [.optimal, .feasible].contains(solution.status) else { throw QuestionFailure.unproved }
    return (solution.arcs, solution.status == .optimal)
  }

  /// The best plan in which just these old pairs stay, with its certificate, from one of them.
  private func rematch(
    keeping arcs: Set<Int>, from start: Set<Int>, isProved: Bool
  ) throws -> Rematch {
    let restriction = ArcRestriction(forced: arcs, forbidden: kept.subtracting(arcs))
    let variant =
      try problem.groups.map { try self.variant(of: $0, within: restriction, from: start) }
      ?? self.variant(within: restriction)
    return Rematch(
      plan: variant.plan, moves: moves(to: variant.placements), given: possible - arcs.count,
      impossible: impossible, isProved: isProved && variant.isProved)
  }

  private func variant(within restriction: ArcRestriction) throws -> Variant {
    let (restricted, open) = try problem.assignment.restricted(by: restriction)
    var (solution, verification) = try solver.confirmed(restricted, limits: limits)
    guard solution.status == .optimal else { throw QuestionFailure.unproved }
    solution.arcs = solution.arcs.map { open[$0] }
    return Variant(
      matcher: matcher, problem: problem, solution: solution, verification: .pairs(verification))
  }

  private func variant(
    of groups: GroupProblem, within restriction: ArcRestriction, from start: Set<Int>
  ) throws -> Variant {
    progress()
    let (solution, verification) = try groupSolver.confirmed(
      within: groups.restricted(by: restriction), from: start,
      limits: limits)
    guard [.optimal, .feasible].contains(solution.status) else { throw QuestionFailure.unproved }
    return Variant(
      matcher: matcher, problem: problem,
      solution: Solution(
        status: solution.status, arcs: solution.arcs, certificate: Certificate()),
      verification: .groups(verification))
  }

  /// Who has another mentor than in the old plan; groups with the members that they have now.
  private func moves(to placements: [ProfileKey: PlanMove.Partner]) -> [PlanMove] {
    let now = Dictionary(
      placements.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let members = Dictionary(
      placements.keys.map { ($0.name, $0.mentees) }
        + pairs.map { ($0.profile.name, $0.profile.mentees) },
      uniquingKeysWith: { first, _ in first })
    return old.moves(to: now).chained().map { move in
      var move = move
      let name = ProfileKey(form: move.form, mentees: move.mentees, group: move.group)
      move.mentees = members[name] ?? move.mentees
      return move
    }
  }
}

extension ProfileKey {
  /// A group goes by its name, whoever joined or left it.
  fileprivate var name: ProfileKey {
    var name = self
    if group != nil { name.mentees = [] }
    return name
  }
}

extension MatchingProblem {
  /// The problem without the choice among equals.
  fileprivate var withoutTies: AssignmentProblem {
    get throws(ProblemError) {
      try assignment.weighted(
        zip(tiers, assignment.tiers).filter { $0.0 != .tieBreak }.map(\.1))
    }
  }

  /// Counts arcs among the fixed pairs.
  fileprivate mutating func bind(_ arcs: Set<Int>) throws(ProblemError) {
    guard !arcs.isEmpty else { return }
    var weights = assignment.tiers
    var opening = groups?.opening
    if tiers.first != .pins {
      tiers.insert(.pins, at: 0)
      weights.insert(Array(repeating: 0, count: assignment.arcs.count), at: 0)
      opening?.insert(Array(repeating: 0, count: assignment.columnCount), at: 0)
      if !offsets.isEmpty { offsets.insert(0, at: 0) }
    }
    for arc in arcs { weights[0][arc] = 1 }
    try weigh(weights, opening)
  }

  /// The problem in which each of the arcs is worth more fit.
  fileprivate func priced(
    _ arcs: Set<Int>, _ price: Int
  ) throws(ProblemError) -> MatchingProblem {
    guard let fit = tiers.firstIndex(of: .fit) else { return self }
    var weights = assignment.tiers
    for arc in arcs { weights[fit][arc] += Int64(price) }
    var problem = self
    try problem.weigh(weights, groups?.opening)
    return problem
  }

  /// Puts other weights in the place of its own.
  private mutating func weigh(
    _ weights: [[Int64]], _ opening: [[Int64]]?
  ) throws(ProblemError) {
    assignment = try assignment.weighted(weights)
    guard let groups else { return }
    self.groups = try GroupProblem(
      assignment, mayClose: groups.mayClose, opening: opening, rules: groups.rules,
      companies: groups.companies, openLimits: groups.openLimits)
  }
}
