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
/// Approved pairs of the old plan that can stay do so before any other goal but fixed pairs.
public struct Rematching: Sendable {
  /// The old pairs that can stay.
  public let possible: Int
  /// The old pairs that can't.
  public let impossible: [OldPair]

  private let matcher: Matcher
  private let problem: MatchingProblem
  private let pairs: [OldPair]
  private let old: [ProfileKey: PlanMove.Partner]
  private let kept: Set<Int>
  private let solver: any AssignmentSolver

  /// Finds the old pairs in the problem of a matcher.
  ///
  /// - Parameters:
  ///   - matcher: The programme and the banks as they are now.
  ///   - pairs: The plan made before.
  ///   - isBinding: Whether approved pairs of the old plan stay.
  ///   - solver: What solves it.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: building the problem.
  public init(
    _ matcher: Matcher, against pairs: [OldPair], keepingApproved isBinding: Bool = true,
    by solver: any AssignmentSolver = HungarianSolver()
  ) throws(QuestionFailure) {
    self.matcher = matcher
    self.solver = solver
    self.pairs = pairs
    guard !matcher.makesGroups else { throw .makesGroups }
    do {
      var problem = try matcher.makeProblem().settlingFairness(by: solver)
      let rows = Dictionary(
        problem.profiles.enumerated().map { (ProfileKey($0.element).name, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      let columns = Dictionary(
        problem.seats.enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      var (arcOf, lost, approved) = ([ProfileKey: Int](), [OldPair](), Set<Int>())
      for pair in pairs {
        guard let row = rows[pair.profile.name],
          let column = columns[Seat(mentor: pair.mentor, form: pair.profile.form)],
          let arc = problem.assignment.arcs.arc(row: row, column: column)
        else {
          lost.append(pair)
          continue
        }
        arcOf[pair.profile] = arc
        if pair.isPinned { approved.insert(arc) }
      }
      if isBinding { try problem.bind(approved) }
      let fits = problem.tiers.firstIndex(of: .fit)
      old = Dictionary(
        pairs.map { pair in
          let fit = arcOf[pair.profile].flatMap { arc in
            fits.map { Int(problem.assignment.tiers[$0][arc]) }
          }
          return (
            pair.profile.name,
            PlanMove.Partner(mentor: pair.mentor, fit: fit ?? 0, isPinned: pair.isPinned)
          )
        }, uniquingKeysWith: { first, _ in first })
      self.problem = problem
      kept = Set(arcOf.values)
      possible = kept.count
      impossible = lost
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// The best plan within a limit.
  ///
  /// - Throws: ``QuestionFailure``, also where no plan gives up so few pairs.
  /// - Complexity: a few solves; see `AssignmentSolver.solve(_:marking:atLeast:branches:)`.
  public func rematch(within limit: ChangeLimit) throws(QuestionFailure) -> Rematch {
    do {
      switch limit {
      case .most(let most):
        let least = max(0, possible - most)
        guard let plan = try solver.solve(problem.withoutTies, marking: kept, atLeast: least)
        else {
          let nearest = try solver.curve(problem.withoutTies, marking: kept).first
          throw QuestionFailure.tooFewChanges(atLeast: possible - (nearest?.marked ?? 0))
        }
        return try rematch(keeping: kept.intersection(plan.arcs), isProved: plan.isProved)
      case .price(let price):
        let solution = try solver.solve(problem.priced(kept, price))
        return try rematch(
          keeping: kept.intersection(solution.arcs), isProved: solution.status == .optimal)
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
  public func curve() throws(QuestionFailure) -> [ChangePoint] {
    do {
      let points = try solver.curve(problem.withoutTies, marking: kept)
      let first = points.first?.objective ?? []
      return points.map { point in
        ChangePoint(
          given: possible - point.marked,
          goals: zip(problem.tiers, zip(first, point.objective)).map { goal, sums in
            GoalChange(
              goal: goal, before: Int(clamping: sums.0), after: Int(clamping: sums.1), text: nil)
          }, isProved: point.isProved)
      }
    } catch {
      throw QuestionFailure(error, solver: solver.name)
    }
  }

  /// The best plan in which just these old pairs stay, with its certificate.
  private func rematch(keeping arcs: Set<Int>, isProved: Bool) throws -> Rematch {
    let restriction = ArcRestriction(forced: arcs, forbidden: kept.subtracting(arcs))
    let (restricted, open) = try problem.assignment.restricted(by: restriction)
    var solution = try solver.solve(restricted)
    let verification = Verifier.verify(solution, of: restricted)
    guard verification.confirms(.optimal) else {
      throw QuestionFailure.solver(.breakdown(solver: solver.name, reason: "unconfirmed"))
    }
    solution.arcs = solution.arcs.map { open[$0] }
    let variant = Variant(
      matcher: matcher, problem: problem, solution: solution,
      verification: .pairs(verification))
    return Rematch(
      plan: variant.plan, moves: moves(to: variant.placements), given: possible - arcs.count,
      impossible: impossible, isProved: isProved)
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
    if tiers.first != .pins {
      tiers.insert(.pins, at: 0)
      weights.insert(Array(repeating: 0, count: assignment.arcs.count), at: 0)
    }
    for arc in arcs { weights[0][arc] = 1 }
    assignment = try assignment.weighted(weights)
  }

  /// The problem in which each of the arcs is worth more fit.
  fileprivate func priced(_ arcs: Set<Int>, _ price: Int) throws(ProblemError) -> AssignmentProblem
  {
    guard let fit = tiers.firstIndex(of: .fit) else { return assignment }
    var weights = assignment.tiers
    for arc in arcs { weights[fit][arc] += Int64(price) }
    return try assignment.weighted(weights)
  }
}
