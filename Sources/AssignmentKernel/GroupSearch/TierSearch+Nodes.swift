extension TierSearch {
  /// Looks at a node: bounds it, and where that does not settle it, asks a question.
  ///
  /// - Returns: The child to look at next, or nil.
  mutating func process(_ index: Int) -> Int? {
    var state = tree.state(of: index, model)
    let isRoot = index == 0
    let inherited = tree[index].prices
    guard !state.isEmpty, case .steered(let start) = tree.entries[inherited] else { return nil }
    ascent.restart(from: start, in: state)
    if ascent.isEmpty { return nil }
    if descend(in: state, isRoot: isRoot) {
      tree[index].prices = tree.add(.steered(ascent.center))
      return nil
    }
    if ascent.isEmpty { return nil }
    let prices = ExactPrices(ascent.center, tier: tier, unit: unit, in: model)
    let value = evaluate(prices, state)
    let entry = tree.add(.steered(ascent.center))
    tree[index].prices = entry
    tree[index].fixPrices = entry
    guard let value, !isCut(value, prices) else { return nil }
    tree[index].bound = min(
      tree[index].bound, rest(value, prices).map { Double($0) / Double(unit) } ?? .infinity)
    fix(index, value, prices, &state)
    if state.isEmpty { return nil }
    guard let column = question(in: state) else { return settle(index, state) }
    let children = tree.ask(.opens(column: column), at: index)
    let prefersYes = ascent.share[column] >= 0.5
    queue.push(prefersYes ? children.no : children.yes, bound: tree[index].bound)
    return prefersYes ? children.yes : children.no
  }

  /// Brings the bound down; whether it fell below what a better plan would have.
  private mutating func descend(in state: SearchState, isRoot: Bool) -> Bool {
    let most = isRoot ? 600 : 100
    var last = ascent.bound
    var patience = 0
    var round = 0
    while round < most, !limits.isOver {
      if ascent.isEmpty { return false }
      if ascent.bound < Double(better) {
        let prices = ExactPrices(ascent.center, tier: tier, unit: unit, in: model)
        if isCut(evaluate(prices, state), prices) { return true }
        patience += 1
        if patience > 5 { return false }
      }
      let target =
        finder.best == nil
        ? min(ascent.bound - 0.05 * abs(ascent.bound) - 1, Double(range.upper)) : Double(best)
      ascent.step(in: state, target: target)
      round += 1
      if isRoot, round % 40 == 0, finder.solves * solveCost <= 4 * round { look(in: state) }
      if round % 60 == 0 {
        let gap = max(1, abs(ascent.bound - Double(best)))
        if last - ascent.bound < 2e-3 * gap, ascent.pace < 0.02 { break }
        last = ascent.bound
      }
    }
    if isRoot {
      look(in: state)
      improve(in: state)
    } else if steps < 16 || steps & 15 == 0 {
      look(in: state)
    }
    return false
  }

  /// About how many steps of the prices a network takes.
  var solveCost: Int { 4 + model.rowCount / 40 }

  /// Tries the plans that the shares of the columns suggest.
  mutating func look(in state: SearchState) {
    for wanted in [
      ascent.share.map { $0 >= 0.5 }, ascent.relaxation.isOpen, ascent.share.map { $0 >= 0.15 },
    ] {
      if limits.isOver { return }
      if let arcs = finder.plan(opening: wanted, in: state) { finder.offer(arcs) }
    }
  }

  /// Settles the columns whose other answer leaves no room for a better plan.
  private mutating func fix(
    _ index: Int, _ value: Int128, _ prices: ExactPrices, _ state: inout SearchState
  ) {
    let isOpen = exact.isOpen
    let gains = exact.openGain
    for column in state.open.indices where state.open[column] == 0 {
      guard let gain = gains[column] else {
        tree[index].fixes.append((column, false))
        state.settle(column, isOpen: false, model)
        continue
      }
      let other = isOpen[column] ? value - gain : value + gain
      guard isCut(other, prices) else { continue }
      tree[index].fixes.append((column, isOpen[column]))
      state.settle(column, isOpen: isOpen[column], model)
      if state.isEmpty { return }
    }
  }
}
