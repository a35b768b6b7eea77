public import AssignmentKernel
public import Wording

/// Why a question about a plan has no answer.
public enum QuestionFailure: Error, Sendable, Hashable {
  /// The changed banks make no problem.
  case problem(ProblemError)
  /// The solver gave no proved answer.
  case solver(SolverFailure)
  /// No plan gives up so few old pairs.
  case tooFewChanges(atLeast: Int)
  /// Fit, travel and changes are asked for together.
  case goalsTogether
  /// The time was up before the best plan was proved.
  case unproved

  init(_ error: any Error, solver: String) {
    self =
      switch error {
      case let error as QuestionFailure: error
      case let error as ProblemError: .problem(error)
      case SolverFailure.outOfTime: .unproved
      case let error as SolverFailure: .solver(error)
      default: .solver(.breakdown(solver: solver, reason: "\(error)"))
      }
  }

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .problem(let error): error.text
    case .solver(let failure): failure.text
    case .tooFewChanges(let least):
      Text(
        ru: "Так мало изменений не получится: нужно не меньше \(least) (--max-changes \(least)).",
        en: "So few changes are not enough: it takes at least \(least) (--max-changes \(least)).")
    case .goalsTogether:
      Text(
        ru: "fit, travel и changes втроём не сравниваются: уберите одну из трёх.",
        en: "fit, travel and changes are not weighed all at once: leave one out.")
    case .unproved:
      Text(
        ru: "Время вышло раньше, чем доказан лучший план: дайте больше времени (--time-limit).",
        en: "The time was up before the best plan was proved: give it more (--time-limit).")
    }
  }
}
