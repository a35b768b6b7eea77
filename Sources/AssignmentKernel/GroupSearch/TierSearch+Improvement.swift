extension TierSearch {
  /// Closes, opens and exchanges columns of the best plan for as long as that helps.
  mutating func improve(in state: SearchState) {
    guard finder.best != nil else { return }
    let work = max(1, model.arcs.count)
    let budget = finder.solves + max(40, min(400, 8_000_000 / work))
    var isImproving = true
    while isImproving, finder.solves < budget, !limits.isOver {
      isImproving = false
      guard let plan = finder.best else { return }
      for wanted in neighbours(of: plan.isOpen, state) {
        guard finder.solves < budget, !limits.isOver else { return }
        if let arcs = finder.plan(opening: wanted, in: state), finder.offer(arcs) {
          isImproving = true
          break
        }
      }
    }
  }

  /// Sets of open columns near to one, the likeliest improvements first.
  private func neighbours(of isOpen: [Bool], _ state: SearchState) -> [[Bool]] {
    let gains = ascent.relaxation.openGain
    let free = isOpen.indices.filter { state.open[$0] == 0 }
    func gain(_ column: Int) -> Double { gains[column] ?? -.infinity }
    let closing = free.filter { isOpen[$0] }.sorted { (gain($0), $0) < (gain($1), $1) }.prefix(16)
    let opening = free.filter { !isOpen[$0] && gains[$0] != nil }
      .sorted { (gain($1), $0) < (gain($0), $1) }.prefix(16)
    var sets: [[Bool]] = []
    for column in opening { sets.append(isOpen.with(column, true)) }
    for column in closing { sets.append(isOpen.with(column, false)) }
    for (rank, column) in closing.prefix(8).enumerated() {
      for other in opening.prefix(9 - rank) {
        sets.append(isOpen.with(column, false).with(other, true))
      }
    }
    return sets
  }
}

extension [Bool] {
  fileprivate func with(_ index: Int, _ value: Bool) -> [Bool] {
    var copy = self
    copy[index] = value
    return copy
  }
}
