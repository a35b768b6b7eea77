extension TierSearch {
  /// Looks for good plans before the first tier is searched, with all tiers in view.
  ///
  /// The first tier alone, where it only counts, says little about which columns should open.
  mutating func scout() {
    let state = SearchState(model)
    finder.see(tier: 0)
    guard case .steered(let start) = tree.entries[0] else { return }
    ascent.restart(from: start, in: state)
    var round = 0
    while round < 240, !ascent.isEmpty, !limits.isOver {
      ascent.step(in: state, target: ascent.bound - 0.01 * abs(ascent.bound) - 1)
      round += 1
      if round % 60 == 0, finder.solves * solveCost <= 4 * round { look(in: state) }
    }
    guard !ascent.isEmpty else { return }
    look(in: state)
    improve(in: state)
  }
}
