extension TierSearch {
  /// A node at which every column is open or closed: a network problem, whose duals are exact.
  ///
  /// - Returns: The child to look at next where rules or companies are broken, or nil.
  mutating func settle(_ index: Int, _ state: SearchState) -> Int? {
    if let broken = brokenConstraint(state) {
      close(index, emptiness(at: broken.constraint, sign: broken.sign), state)
      return nil
    }
    let isOpen = state.open.map { $0 > 0 }
    let network = OpenNetwork(
      model, isOpen: isOpen, state: state, keepsLower: true,
      tiers: Array(model.assignment.tiers[...tier]))
    guard let problem = network.problem else {
      let constraint = max(0, network.brokenConstraint)
      close(index, emptiness(at: constraint, sign: 1), state)
      return nil
    }
    let solution: Solution
    do {
      solution = try HungarianSolver().solve(
        problem, limits: limits.untold)
    } catch {
      isOpenEnded = true
      return nil
    }
    switch solution.status {
    case .infeasible:
      let none = [Int128](repeating: 0, count: tier + 1)
      close(index, ExactPrices(solution.certificate, units: none, in: model), state)
      return nil
    case .unknown, .feasible:
      isOpenEnded = true
      return nil
    case .optimal: break
    }
    let arcs = network.lifted(solution.arcs)
    if let full = finder.plan(opening: isOpen, in: state) { finder.offer(full) }
    var counted = CountedChoice(model)
    let totals = counted.totals(of: arcs)
    if totals != nil { finder.offer(arcs) }
    let prices = units(for: solution.certificate).flatMap {
      ExactPrices(solution.certificate, units: $0, in: model)
    }
    if close(index, prices, state, isOptional: true) { return nil }
    guard let fault = counted.fault, let arc = undecidedArc(of: fault, arcs, counted, state) else {
      isOpenEnded = true
      return nil
    }
    let children = tree.ask(.takes(arc: arc.arc), at: index)
    queue.push(arc.isTaken ? children.no : children.yes, bound: tree[index].bound)
    return arc.isTaken ? children.yes : children.no
  }

  /// Gives a node exact prices if they leave no room for a better plan.
  @discardableResult
  private mutating func close(
    _ index: Int, _ prices: ExactPrices?, _ state: SearchState, isOptional: Bool = false
  ) -> Bool {
    if let prices, isCut(evaluate(prices, state), prices) {
      tree[index].prices = tree.add(.exact(prices))
      return true
    }
    if !isOptional { isOpenEnded = true }
    return false
  }

  /// A limit on open columns that what is open breaks.
  private func brokenConstraint(_ state: SearchState) -> (constraint: Int, sign: Int128)? {
    for (index, limit) in model.problem.openLimits.enumerated() {
      let open = limit.columns.count { state.open[$0] > 0 }
      if open > limit.bounds.upper { return (model.firstLimit + index, 1) }
      if open < limit.bounds.lower { return (model.firstLimit + index, -1) }
    }
    return nil
  }

  /// Prices that show that a constraint can't be kept.
  private func emptiness(at constraint: Int, sign: Int128) -> ExactPrices {
    var prices = [Int128](repeating: 0, count: model.constraints.count)
    if constraint < prices.count { prices[constraint] = sign }
    return ExactPrices(
      constraints: prices, tiers: Array(repeating: 0, count: model.tierCount))
  }

  /// Units in which no later tier makes up for an earlier one, in any reduced weight and in sum.
  private func units(for certificate: Certificate) -> [Int128]? {
    var units: [Int128] = [1]
    for tier in (0..<tier).reversed() {
      var least: Int128 = 1
      for (offset, unit) in units.enumerated() {
        let later = tier + 1 + offset
        let range = TierRange(of: later, in: model.problem)
        var reach = Int128(range.largest) + range.upper - range.lower
        let potentials = certificate.tiers[later]
        for list in [
          potentials.rows, potentials.columns, potentials.rowGroups, potentials.columnGroups,
        ] {
          for potential in list { reach = max(reach, 4 * Int128(potential.magnitude)) }
        }
        let (term, isWide) = (2 * reach + 1).multipliedReportingOverflow(by: unit)
        guard !isWide, term < 1 << 100 else { return nil }
        least += term
      }
      units.insert(least, at: 0)
    }
    return units
  }

  /// An arc on which a fault hangs and that is not settled yet, and the likelier answer.
  private func undecidedArc(
    of fault: CountedChoice.Fault, _ arcs: [Int], _ counted: CountedChoice, _ state: SearchState
  ) -> (arc: Int, isTaken: Bool)? {
    if let repair = counted.repair(of: fault, arcs, state, attempt: 1).first { return repair }
    let first = model.start[fault.column]
    return fault.places.map { model.arcs[first + $0] }.first {
      state.marks.isEmpty || state.marks[model.placeOfArc[$0]] == 0
    }.map { ($0, false) }
  }
}
