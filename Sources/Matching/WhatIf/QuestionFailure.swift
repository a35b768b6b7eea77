public import AssignmentKernel
public import Wording

/// Why a question about a plan has no answer.
public enum QuestionFailure: Error, Sendable, Hashable {
  /// The changed banks make no problem.
  case problem(ProblemError)
  /// The solver gave no proved answer.
  case solver(SolverFailure)

  /// What is the matter and what to do, in both languages.
  public var text: Text {
    switch self {
    case .problem(let error): error.text
    case .solver(let failure): failure.text
    }
  }
}
