/// Makes plans from sets of open columns, and keeps the best one.
struct PlanFinder {
  /// A choice of arcs that keeps everything, and what it comes to in each tier.
  struct Plan {
    var arcs: [Int]
    var totals: [Int128]
    var isOpen: [Bool]
  }

  private(set) var best: Plan?
  let model: GroupModel
  let limits: SolveLimits
  /// One weight an arc that puts the first tiers in order, as many as 64 bits hold.
  private let blend: [Int64]
  private let blendedTiers: Int
  /// Whether plans are made by the blend, not by all tiers one after the other, which is slower.
  private var isBlended = true
  /// The tier in work.
  private var tier = 0
  private let solver = HungarianSolver()
  private(set) var solves = 0
  /// The last answer, from which the next network starts.
  private var last: (arcs: [Int], potentials: Potentials)?
  /// The sets of open columns tried where nothing else was settled.
  private var tried: Set<[Bool]> = []

  init(_ model: GroupModel, limits: SolveLimits) {
    self.model = model
    self.limits = limits
    (blend, blendedTiers) = Self.blend(of: model)
  }

  /// Has plans made with a tier, and those before it, in view.
  mutating func see(tier: Int) {
    self.tier = tier
    guard isBlended != (tier < blendedTiers) else { return }
    isBlended.toggle()
    tried.removeAll()
  }

  /// Betters the best plan in the tiers that are not blended.
  mutating func polish() {
    guard let plan = best, blendedTiers < model.tierCount, !limits.isOver else { return }
    see(tier: model.tierCount - 1)
    if let arcs = solve(plan.isOpen, SearchState(model), keepsLower: true) { offer(arcs) }
  }

  /// Takes the plan if it is the best so far, and says so.
  @discardableResult
  mutating func offer(_ arcs: [Int]) -> Bool {
    var counted = CountedChoice(model)
    guard let totals = counted.totals(of: arcs) else { return false }
    if let best, !best.totals.lexicographicallyPrecedes(totals) { return false }
    best = Plan(arcs: arcs, totals: totals, isOpen: counted.isOpen)
    limits.onProgress?(
      SolveProgress(
        stage: .searching, tier: tier, objective: Double(totals[tier]), steps: solves))
    return true
  }

  /// A plan in which at most the given columns are open, or nil where none was found.
  ///
  /// Where the lower bounds can't all be met, the columns that are filled least close one after
  /// the other. Where rules are broken, arcs are barred or forced.
  mutating func plan(opening wanted: [Bool], in state: SearchState) -> [Int]? {
    var isOpen = wanted.indices.map { state.open[$0] > 0 || (wanted[$0] && state.open[$0] == 0) }
    keepOpenLimits(&isOpen, state)
    if state.marks.isEmpty {
      if tried.count > 4000 { tried.removeAll() }
      guard tried.insert(isOpen).inserted else { return nil }
    }
    var state = state
    var (closings, repairs) = (0, 0)
    while closings < 40, repairs < 60, !limits.isOver {
      if let arcs = solve(isOpen, state, keepsLower: true) {
        var counted = CountedChoice(model)
        if counted.totals(of: arcs) != nil { return arcs }
        guard let fault = counted.fault else { return nil }
        repairs += 1
        for (arc, isTaken) in counted.repair(of: fault, arcs, state, attempt: repairs) {
          state.mark(arc, isTaken: isTaken, model)
        }
        if state.isEmpty { return nil }
        continue
      }
      guard let arcs = solve(isOpen, state, keepsLower: false) else { return nil }
      guard closeLeastFilled(&isOpen, arcs, state) else { return nil }
      closings += 1
    }
    return nil
  }

  private mutating func solve(
    _ isOpen: [Bool], _ state: SearchState, keepsLower: Bool
  ) -> [Int]? {
    solves += 1
    let network = OpenNetwork(
      model, isOpen: isOpen, state: state, keepsLower: keepsLower,
      tiers: isBlended ? [blend] : model.assignment.tiers)
    guard let problem = network.problem else { return nil }
    guard isBlended else {
      let solution = try? solver.solve(problem, limits: limits.untold)
      guard let solution, [.optimal, .feasible].contains(solution.status) else { return nil }
      return network.lifted(solution.arcs)
    }
    let start = last.flatMap { network.start(from: $0.arcs, $0.potentials) }
    guard let solution = try? solver.solveTier(problem, from: start, limits: limits.untold),
      [.optimal, .feasible].contains(solution.status)
    else { return nil }
    let arcs = network.lifted(solution.arcs)
    if let potentials = solution.certificate.tiers.first {
      last = (arcs, network.lifted(potentials, in: model))
    }
    return arcs
  }

  /// Closes the columns without load, or else some of those farthest below their lower bounds.
  private func closeLeastFilled(
    _ isOpen: inout [Bool], _ arcs: [Int], _ state: SearchState
  ) -> Bool {
    var load = [Int](repeating: 0, count: model.columnCount)
    for arc in arcs { load[model.assignment.arcs.column(ofArc: arc)] += 1 }
    let short = isOpen.indices.filter {
      isOpen[$0] && state.open[$0] == 0 && load[$0] < model.load[$0].lower
    }
    let empty = short.filter { load[$0] == 0 }
    for column in empty { isOpen[column] = false }
    if !empty.isEmpty { return true }
    let sorted = short.sorted {
      let (one, other) = (
        load[$0] * model.load[$1].lower, load[$1] * model.load[$0].lower
      )
      return one < other || (one == other && $0 > $1)
    }
    if sorted.isEmpty {
      // Rules or groups stand in the way: without the column of the lowest load it may go.
      let free = isOpen.indices.filter { isOpen[$0] && state.open[$0] == 0 }
      guard let least = free.min(by: { (load[$0], -$0) < (load[$1], -$1) }) else { return false }
      isOpen[least] = false
      return true
    }
    for column in sorted.prefix(1 + sorted.count / 3) { isOpen[column] = false }
    return true
  }

  /// Closes columns beyond a limit's upper bound, the last ones first.
  private func keepOpenLimits(_ isOpen: inout [Bool], _ state: SearchState) {
    for limit in model.problem.openLimits {
      var open = limit.columns.filter { isOpen[$0] }
      while open.count > limit.bounds.upper,
        let index = open.lastIndex(where: { state.open[$0] == 0 })
      {
        isOpen[open[index]] = false
        open.remove(at: index)
      }
    }
  }

  /// Weights in which no later tier makes up for one unit of an earlier one, for as many of the
  /// first tiers as it can be said of.
  private static func blend(of model: GroupModel) -> (weights: [Int64], tiers: Int) {
    let tiers = model.assignment.tiers
    let ranges = tiers.indices.map { TierRange(of: $0, in: model.problem) }
    for count in tiers.indices.dropFirst().reversed() {
      if let blend = blend(of: tiers.prefix(count + 1), ranges) { return (blend, count + 1) }
    }
    return (tiers.first ?? [], min(1, tiers.count))
  }

  private static func blend(of tiers: ArraySlice<[Int64]>, _ ranges: [TierRange]) -> [Int64]? {
    var units: [Int64] = [1]
    for tier in tiers.indices.dropFirst().reversed() {
      let (span, isWide) = (ranges[tier].upper - ranges[tier].lower + 1)
        .multipliedReportingOverflow(by: Int128(units[0]))
      guard !isWide, span < 1 << 40 else { return nil }
      units.insert(Int64(span), at: 0)
    }
    var blend = [Int64](repeating: 0, count: tiers[0].count)
    for (tier, unit) in units.enumerated() {
      for (arc, weight) in tiers[tier].enumerated() {
        let (term, isWide) = weight.multipliedReportingOverflow(by: unit)
        let (sum, isWrapped) = blend[arc].addingReportingOverflow(term)
        guard !isWide, !isWrapped, sum.magnitude < 1 << 56 else { return nil }
        blend[arc] = sum
      }
    }
    return blend
  }
}
