/// Which column a node asks about.
///
/// Where little is known of a column, a look ahead at both answers tells what they take off the
/// bound; later what they took off elsewhere does: the reliable pseudo-costs of T. Achterberg,
/// Constraint Integer Programming, Technische Universität Berlin, 2007.
extension TierSearch {
  /// The most columns that are weighed against each other.
  private static var candidateCount: Int { 8 }
  /// So many answers make a look ahead needless.
  private static var trustedCount: Int { 4 }
  /// The steps of a look ahead.
  private static var lookAheadSteps: Int { 40 }

  /// The free column whose answers, both of them, promise to take most off the bound; nil where all
  /// are settled.
  mutating func question(in state: SearchState) -> Int? {
    let free = state.open.indices.filter { state.open[$0] == 0 }
    let share = ascent.share
    let undecided = free.filter { min(share[$0], 1 - share[$0]) > 0.02 }
    var candidates = undecided.map { (column: $0, score: losses.score($0, share: share[$0])) }
    candidates.sort { ($1.score, $0.column) < ($0.score, $1.column) }
    var best: (column: Int, score: Double)?
    for (column, guess) in candidates.prefix(Self.candidateCount) {
      var score = guess
      if losses.seen(column) < Self.trustedCount {
        let (no, yes) = (loss(of: column, false, state), loss(of: column, true, state))
        losses.note(column, false, share: share[column], loss: no)
        losses.note(column, true, share: share[column], loss: yes)
        score = AnswerLosses.product(no, yes)
      }
      if best.map({ $0.score < score }) ?? true { best = (column, score) }
      if limits.isOver { break }
    }
    return best?.column ?? nearestToHalf(of: free)
  }

  /// Of columns that are all but decided, the one that is so least.
  private func nearestToHalf(of columns: [Int]) -> Int? {
    func undecided(_ column: Int) -> Double {
      let share = ascent.share[column]
      return min(share, 1 - share) + 1e-3 / (1 + abs(ascent.relaxation.openGain[column] ?? 0))
    }
    return columns.max { undecided($0) < undecided($1) }
  }

  /// What a few steps take off the bound when a column is open, or closed.
  private func loss(of column: Int, _ isOpen: Bool, _ state: SearchState) -> Double {
    let most = max(1, ascent.bound - Double(best))
    var state = state
    state.settle(column, isOpen: isOpen, model)
    if state.isEmpty { return most }
    var trial = ascent
    trial.settle(in: state)
    for _ in 0..<Self.lookAheadSteps {
      if trial.isEmpty || trial.bound < Double(better) { return most }
      trial.step(in: state, target: Double(best))
    }
    return trial.isEmpty ? most : min(most, max(0, ascent.bound - trial.bound))
  }
}
