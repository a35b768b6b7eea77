#if GLPK
  public import AssignmentKernel

  /// Solves problems through GLPK: a linear program over few arcs that grows until none is missing.
  ///
  /// The first program holds a few promising arcs of each row. Whenever it is solved, the duals
  /// price all other arcs, and the best of those that would improve it are added. When there are
  /// none, the plan is optimal over all arcs and the duals prove it. Lower bounds that the first
  /// plan misses are met in a phase of their own, which otherwise proves that they can't be met.
  ///
  /// ```swift
  /// let problem = try AssignmentProblem(dense: [[4, 1], [2, 5]])
  /// let solution = try GLPKSolver().solve(problem)
  /// ```
  ///
  /// GLPK computes in doubles. Its answer is rounded to integers and accepted only if it is then
  /// exactly optimal; otherwise the solver throws.
  ///
  /// L. R. Ford, D. R. Fulkerson, "A suggested computation for maximal multi-commodity network
  /// flows", doi:10.1287/mnsc.5.1.97. Space: O(arcs), of which GLPK sees O(rows + columns).
  public struct GLPKSolver: AssignmentSolver {
    static let name = "glpk"
    /// What GLPK holds for a row of a program and its factors, as measured.
    static let bytesOfNode = 2560

    /// `glpk`.
    public var name: String { Self.name }

    /// The steps times rows and columns between two reports: a few tenths of a second.
    private let work: Int

    /// Creates a solver.
    public init() { self.init(work: 40_000_000) }

    init(work: Int) { self.work = work }

    /// Beside copies of the arcs, what GLPK holds for a row of its program and its factors.
    public func memoryNeeded(for problem: AssignmentProblem) -> Int {
      problem.bytesOfWork + problem.nodeCount * Self.bytesOfNode
    }

    /// The optimum of the first tier alone.
    ///
    /// Time: not bounded by a polynomial in the worst case; in practice a few hundred simplex
    /// steps for every thousand rows and O(arcs) for each round of new arcs.
    public func solveTier(
      _ problem: AssignmentProblem, from start: WarmStart?, limits: SolveLimits
    ) throws(SolverFailure) -> Solution {
      guard let weights = problem.tiers.first else {
        throw .breakdown(solver: name, reason: "no tier")
      }
      if let weight = weights.first(where: { $0.magnitude > NodePotentials.limit }) {
        throw .weightRange(solver: name, weight: weight, limit: NodePotentials.limit)
      }
      let network = Network(problem)
      let start = start.flatMap {
        Opening($0, of: problem, weights: weights, network: network)
      }
      // Whatever goes wrong near an earlier answer, it is only the start that is of no use.
      if let start, let answer = try? answer(network, weights, limits, near: start) {
        return answer
      }
      let auction = Auction(network: network, weights: weights, limits: limits)
      return try answer(network, weights, limits, Opening(auction, network: network))
    }

    /// The share of the rows that may want other places before it is best to begin anew.
    private static let staleShare = 0.5

    /// The answer from an earlier one, or nil where that is too far off to be of use.
    private func answer(
      _ network: Network, _ weights: [Int64], _ limits: SolveLimits, near start: Opening
    ) throws(SolverFailure) -> Solution? {
      let unrest = start.unrest(weights: weights, network: network)
      guard unrest <= Self.staleShare else { return nil }
      if unrest == 0 { return try answer(network, weights, limits, start) }
      let auction = Auction(network: network, weights: weights, limits: limits, near: start)
      let opening = Opening(auction, near: start, network: network)
      return try answer(network, weights, limits, opening)
    }

    private func answer(
      _ network: Network, _ weights: [Int64], _ limits: SolveLimits, _ opening: Opening
    ) throws(SolverFailure) -> Solution {
      let plan = OpeningPlan(opening, network: network, weights: weights, limits: limits)
      var run = Run(
        network: network, weights: weights, limits: limits, work: work, plan: plan)
      if let answer = try run.reachFeasibility() { return answer }
      return try run.maximise()
    }
  }

  /// One solve from the opening plan to the answer.
  private struct Run: ~Copyable {
    let network: Network
    let weights: [Int64]
    let limits: SolveLimits
    let work: Int
    let plan: OpeningPlan
    let hasShortfall: Bool
    var program: RestrictedProgram
    var pricing: Pricing
    /// A plan that keeps all bounds, as soon as there is one.
    var known: [ProgramArc]?
    /// The steps of the simplex method so far.
    var steps = 0

    init(
      network: Network, weights: [Int64], limits: SolveLimits, work: Int, plan: OpeningPlan
    ) {
      self.network = network
      self.weights = weights
      self.limits = limits
      self.work = work
      self.plan = plan
      let isShort = (0..<network.root).map { plan.use[$0] < network.bounds[$0].lower }
      hasShortfall = isShort.contains(true)
      program = RestrictedProgram(network: network)
      program.addShortfalls(of: isShort.indices.filter { isShort[$0] })
      program.add(plan.candidates.map(\.programArc), limits: limits)
      if program.arcs.count == plan.candidates.count {
        program.set(OpeningBasis(plan: plan, isShort: isShort, network: network), for: plan)
      }
      pricing = Pricing(arcCount: weights.count)
      pricing.enter(plan.candidates.lazy.map(\.arc))
      if !hasShortfall {
        known = plan.candidates.filter(\.isChosen).map(\.programArc)
      }
    }

    /// Meets the lower bounds and then aims at the weights.
    ///
    /// - Returns: An answer where the bounds can't be met or the time is up.
    mutating func reachFeasibility() throws(SolverFailure) -> Solution? {
      guard hasShortfall else {
        program.aim(at: weights)
        return nil
      }
      program.aimAtFeasibility()
      let (isDone, potentials) = try generate(aim: .feasibility)
      guard isDone, let potentials else {
        return Solution(status: .unknown, arcs: [], certificate: Certificate())
      }
      guard let shortfall = program.shortfall() else { throw inexact }
      if shortfall == 0 {
        try restart()
        return nil
      }
      guard potentials.bound(of: [], in: network) < 0 else { throw inexact }
      return Solution(
        status: .infeasible, arcs: [], certificate: potentials.certificate(in: network))
    }

    /// Starts the second phase from the plan of the first, with a basis that suits the weights.
    private mutating func restart() throws(SolverFailure) {
      guard let chosen = program.chosenArcs(), keepsBounds(chosen) else { throw inexact }
      known = chosen
      let moved = plan.moved(to: program.arcs, chosen: chosen, weights: weights, in: network)
      let isShort = [Bool](repeating: false, count: network.root)
      program.aim(at: weights)
      program.set(OpeningBasis(plan: moved, isShort: isShort, network: network), for: moved)
    }

    /// Maximises the weights from a basis that keeps all bounds.
    mutating func maximise() throws(SolverFailure) -> Solution {
      let (isDone, potentials) = try generate(aim: .weights)
      let found = program.chosenArcs().flatMap { keepsBounds($0) ? $0 : nil }
      guard let chosen = found ?? (isDone ? nil : known) else { throw inexact }
      let arcs = chosen.map(\.arc).sorted()
      let certificate = potentials?.certificate(in: network) ?? Certificate()
      guard isDone, let potentials else {
        return Solution(status: .feasible, arcs: arcs, certificate: certificate)
      }
      let total = arcs.reduce(into: Int128(0)) { $0 += Int128(weights[$1]) }
      guard potentials.bound(of: weights, in: network) == total else { throw inexact }
      return Solution(status: .optimal, arcs: arcs, certificate: certificate)
    }

    /// Solves and adds arcs in turn until none is missing or the time is up.
    private mutating func generate(
      aim: Aim
    ) throws(SolverFailure) -> (isDone: Bool, potentials: NodePotentials?) {
      while true {
        let outcome = try runSimplex(aim)
        let potentials = program.duals().map { NodePotentials(duals: $0, in: network) }
        guard outcome == .optimal else { return (false, potentials) }
        guard let potentials else { throw weightRange }
        if aim == .feasibility, program.shortfall() == 0 { return (true, potentials) }
        let new =
          switch aim {
          case .feasibility:
            pricing.mending(
              potentials, plan: plan, weights: weights, in: network, limits: limits)
          case .weights:
            pricing.violating(potentials, weights: weights, in: network, limits: limits)
          }
        guard let new else { return (false, potentials) }
        if new.isEmpty { return (true, potentials) }
        let start = program.arcs.count
        program.add(new, limits: limits)
        pricing.enter(new.lazy.map(\.arc))
        if aim == .weights { program.setWeights(weights, from: start) }
      }
    }

    /// Solves the present program and tells now and then how far that has come.
    private mutating func runSimplex(_ aim: Aim) throws(SolverFailure) -> RestrictedProgram.Outcome
    {
      while true {
        let (outcome, steps) = try program.solve(limits: limits, work: work)
        self.steps += steps
        limits.onProgress?(
          SolveProgress(
            stage: .searching, tier: 0, objective: aim == .weights ? program.objective : nil,
            steps: self.steps))
        if let outcome { return outcome }
      }
    }

    private func keepsBounds(_ chosen: [ProgramArc]) -> Bool {
      let use = network.use(of: chosen.lazy.map { ($0.row, $0.column) })
      return zip(use, network.bounds).allSatisfy { $1.lower <= $0 && $0 <= $1.upper }
    }

    private enum Aim {
      case feasibility
      case weights
    }

    /// Rounding did not give an exact optimum: the weights were too large, if they are large.
    private var inexact: SolverFailure {
      weights.contains { $0.magnitude > 1 << 46 }
        ? weightRange : .breakdown(solver: GLPKSolver.name, reason: "inexact solution")
    }

    private var weightRange: SolverFailure {
      let weight = weights.max { $0.magnitude < $1.magnitude } ?? 0
      return .weightRange(solver: GLPKSolver.name, weight: weight, limit: 1 << 46)
    }
  }
#endif
