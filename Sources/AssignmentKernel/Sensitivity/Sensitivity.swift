/// What small changes of a problem do to its best plan: exact answers, also where several plans are
/// best.
///
/// ```swift
/// let solution = try HungarianSolver().solve(problem)
/// let sensitivity = Sensitivity(of: solution, in: problem)
/// sensitivity?.oneMore(.column(3)).change  // what one more place with column 3 is worth
/// sensitivity?.forcing(17)?.dropped        // who has to move so that arc 17 is chosen
/// ```
///
/// An optimal plan as a flow has a residual network without a cycle that gains. What a change of
/// one edge is worth is the loss of the best cycle through this edge, and the plan changes along
/// that cycle. Losses in all tiers are compared lexicographically; the potentials of the
/// certificate make them 0 or more on every edge, so that one search of Dijkstra finds the path
/// that closes the cycle. A price alone does not answer this: where several potentials prove the
/// optimum, it tells the slope in one of them.
///
/// The residual network and its potentials: J. Edmonds, R. M. Karp, doi:10.1145/321694.321699. The
/// second-best plan: R. E. Burkard, M. Dell'Amico, S. Martello, Assignment Problems,
/// doi:10.1137/1.9781611972238, on the K best assignments.
///
/// - Complexity: with *A* arcs and *N* nodes, each question takes O(*A* + *N* log *N*) time;
///   ``secondBest()`` takes so much for each row, ``undecidedArcs`` O(*A* + *N*). Space: O(*A* +
///   *N*). Losses are kept in 64 or 128 bits where all tiers fit, else as tuples, many times
///   slower.
public struct Sensitivity: Sendable {
  /// The plan that the answers change, ascending.
  public let plan: [Int]

  private let problem: AssignmentProblem
  private let network: PlanNetwork
  private let questions: any ResidualQuestions

  /// Takes an optimal solution apart; nil where its certificate does not prove that it is optimal,
  /// or its potentials are too large for sums in 128 bits.
  ///
  /// - Complexity: O(tiers · (*A* + *N*)) time.
  public init?(of solution: Solution, in problem: AssignmentProblem) {
    guard Verifier.verify(solution, of: problem).provesOptimality else { return nil }
    self.problem = problem
    plan = solution.arcs.sorted()
    network = PlanNetwork(problem, plan: plan)
    let tiers = zip(solution.certificate.tiers, problem.tiers).map {
      TierPotentials($0, weights: $1)
    }
    switch LossScale(tiers, on: network) {
    case nil: return nil
    case .narrow(let radices):
      questions = TierQuestions(
        network: network, losses: TierLosses<Int64>(tiers, radices: radices, on: network))
    case .wide(let radices):
      questions = TierQuestions(
        network: network, losses: TierLosses<Int128>(tiers, radices: radices, on: network))
    case .tuples:
      questions = TierQuestions(network: network, losses: TierLosses(tiers, on: network))
    }
  }

  /// What the best plan gains from an upper bound that is higher by one.
  ///
  /// The exchange is empty where that gains nothing.
  public func oneMore(_ place: Place) -> Exchange {
    let node =
      switch place {
      case .row(let row): row
      case .column(let column): network.firstColumn + column
      case .rowGroup(let group): network.firstRowGroup + group
      case .columnGroup(let group): network.firstColumnGroup + group
      }
    return exchange(questions.exceeding(node) ?? PlanChange(dropped: [], taken: []))
  }

  /// The best plan with the arc, or nil where there is none.
  ///
  /// The exchange is empty where the arc is chosen already.
  public func forcing(_ arc: Int) -> Exchange? {
    network.isChosen[arc]
      ? exchange(PlanChange(dropped: [], taken: [])) : questions.taking(arc).map(exchange)
  }

  /// The best plan without the arc, or nil where there is none.
  ///
  /// The exchange is empty where the arc is not chosen anyway.
  public func forbidding(_ arc: Int) -> Exchange? {
    network.isChosen[arc]
      ? questions.dropping(arc).map(exchange) : exchange(PlanChange(dropped: [], taken: []))
  }

  /// The best of all other plans, or nil where there is no other.
  ///
  /// It changes nothing in the totals where the optimum is not unique.
  public func secondBest() -> Exchange? { questions.least().map(exchange) }

  /// The arcs that some best plans choose and others do not, ascending.
  ///
  /// Of all other arcs, every best plan chooses exactly those in ``plan``.
  public var undecidedArcs: [Int] { questions.undecidedArcs() }

  /// Whether no other plan is as good.
  public var isUnique: Bool { undecidedArcs.isEmpty }

  private func exchange(_ change: PlanChange) -> Exchange {
    let totals = problem.tiers.map { weights in
      change.taken.reduce(0) { $0 + Int128(weights[$1]) }
        - change.dropped.reduce(0) { $0 + Int128(weights[$1]) }
    }
    return Exchange(change: totals, dropped: change.dropped, taken: change.taken)
  }
}
