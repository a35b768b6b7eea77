public import AssignmentKernel
public import Wording

#if GLPK
  import AssignmentGLPK
#endif

/// Which solver a user asks for.
public enum SolverChoice: String, Sendable, Hashable, CaseIterable {
  /// GLPK where it is built in and the problem is within its budget, otherwise the Hungarian.
  case auto
  /// GLPK.
  case glpk
  /// The Hungarian.
  case hungarian
}

/// The solvers that this program was built with.
public enum BuiltInSolvers {
  /// GLPK, or nil where the program was built without it.
  public static var glpk: (any AssignmentSolver)? {
    #if GLPK
      GLPKSolver()
    #else
      nil
    #endif
  }

  /// The Hungarian.
  public static var hungarian: any AssignmentSolver { HungarianSolver() }
}

/// Which solver gave an answer, and why that one.
public struct SolverReport: Sendable, Hashable {
  /// The choice that was asked for.
  public var requested: SolverChoice
  /// The name of the solver that gave the answer.
  public var used: String
  /// Why that one.
  public var reason: SolverReason

  /// The solver and the reason in a line.
  public var text: Text { Text(same: used) + Text(same: " (") + reason.text + Text(same: ")") }
}

/// Why a solver was used.
public enum SolverReason: Sendable, Hashable {
  /// It was asked for by name.
  case requested
  /// GLPK is built in and the problem is within its budget.
  case withinBudget
  /// GLPK is not built in.
  case notBuiltIn
  /// The problem is beyond the budget of GLPK.
  case beyondBudget
  /// GLPK failed.
  case failed(SolverFailure)
  /// GLPK ran out of its share of the time.
  case outOfTime
  /// GLPK gave an answer that the verifier did not confirm.
  case unconfirmed

  /// A stable code for programs.
  public var code: String {
    switch self {
    case .requested: "requested"
    case .withinBudget: "withinBudget"
    case .notBuiltIn: "notBuiltIn"
    case .beyondBudget: "beyondBudget"
    case .failed: "failed"
    case .outOfTime: "outOfTime"
    case .unconfirmed: "unconfirmed"
    }
  }

  /// The reason in words.
  public var text: Text {
    switch self {
    case .requested: Text(ru: "выбран пользователем", en: "as asked")
    case .withinBudget: Text(ru: "выбран автоматически", en: "chosen automatically")
    case .notBuiltIn: Text(ru: "glpk не встроен в эту сборку", en: "glpk is not built in")
    case .beyondBudget:
      Text(ru: "задача велика для glpk", en: "the problem is too large for glpk")
    case .failed(let failure):
      Text(ru: "glpk не справился: ", en: "glpk failed: ") + failure.text
    case .outOfTime: Text(ru: "glpk не успел", en: "glpk ran out of time")
    case .unconfirmed:
      Text(ru: "проверка не подтвердила ответ glpk", en: "glpk's answer was not confirmed")
    }
  }
}
