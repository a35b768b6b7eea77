import AssignmentKernel
import Synchronization
import Wording

/// Watches a solver: which plans it had when, and a line about it where standard error is a
/// terminal.
final class SolveWatch: Sendable {
  /// A plan better than all before it.
  struct Plan: Sendable, Hashable {
    /// The time since the watch began.
    let elapsed: Duration
    /// What it comes to, in the units of the problem.
    let objective: Int128
  }

  private struct State {
    var plans: [Plan] = []
    var bound: Double?
  }

  private let line: ProgressLine
  private let value: @Sendable (Int128) -> String
  private let began = ContinuousClock.now
  private let state = Mutex(State())

  /// Creates a watch that shows sums through `value`.
  init(in session: Session, value: @escaping @Sendable (Int128) -> String) {
    line = ProgressLine(in: session)
    self.value = value
  }

  /// The plans so far, each better than the one before.
  var plans: [Plan] { state.withLock { $0.plans } }

  /// Takes in what a solver says of the only tier of its problem.
  func hear(_ progress: SolveProgress) {
    let state = state.withLock { state in
      if let objective = progress.objective.flatMap({ Int128(exactly: $0.rounded()) }),
        state.plans.last.map({ $0.objective < objective }) ?? true
      {
        state.plans.append(Plan(elapsed: began.duration(to: .now), objective: objective))
      }
      if let bound = progress.bound, bound.isFinite { state.bound = bound }
      return state
    }
    line.show(text(state))
  }

  /// Takes the line away.
  func end() { line.end() }

  private func text(_ state: State) -> Text {
    let seconds = "\(began.duration(to: .now).components.seconds)"
    let best = state.plans.last.map { value($0.objective) } ?? "–"
    let bound = state.bound.flatMap { Int128(exactly: $0.rounded()) }.map(value) ?? "–"
    return Text(
      ru: "\(seconds) с: план \(best), граница \(bound)",
      en: "\(seconds) s: plan \(best), bound \(bound)")
  }
}
