import AssignmentKernel
import BankIO
import Foundation
import MentoringModel
import NastavnikKit
import Wording

/// What all windows see: the folder as it was read last, its plan, and what is being worked on.
struct WorkspaceState: Sendable {
  /// Grows with every change; pages that show an older number are out of date.
  var revision = 0
  /// The folder; nil until it was read, or where it cannot be read.
  var folder: StandingFolder?
  /// The plan of this folder; nil until there is one.
  var plan: StandingPlan?
  /// The plan in numbers, for variants to be compared with.
  var base: StandingVariant?
  /// Why there is no folder or no plan; with a plan, why there is no newer one.
  var failure: RunFailure?
  /// What is being worked on.
  var job: JobStatus?
  /// How often an answer was found that pages wait for.
  var studied = 0

  /// The seconds that the plan was looked for at most; nil for as long as it takes.
  var searchSeconds: Int?

  /// Whether there is no programme file yet.
  var isNew: Bool {
    if case .missing = failure { folder == nil } else { false }
  }
}

/// A long piece of work.
struct JobStatus: Sendable, Hashable {
  /// Its number.
  var number: Int
  /// What is being done.
  var stage: Stage
  /// How far the solver has come, where it says so.
  var progress: SolveProgress?
  /// The seconds that it takes at most, or nil.
  var seconds: Int?

  /// The stages of a run.
  enum Stage: String, Sendable, Hashable, CaseIterable {
    /// The files are read and checked.
    case reading
    /// The best plan is looked for and verified.
    case matching
  }
}

extension JobStatus {
  /// What is being done and how far it has come.
  var text: Text {
    switch stage {
    case .reading: Text(ru: "Читаю и проверяю таблицы…", en: "Reading and checking the tables…")
    case .matching:
      Text(ru: "Подбираю пары и проверяю план", en: "Matching and verifying")
        + (seconds.map {
          Text(ru: " (не дольше \($0) с)…", en: " (\($0) s at most)…")
        } ?? Text(same: "…"))
        + (progress.map { Text(same: " ") + $0.text } ?? Text(same: ""))
    }
  }
}

extension SolveProgress {
  /// How far a solver has come.
  fileprivate var text: Text {
    let (goal, steps) = (tier + 1, steps)
    return switch stage {
    case .searching:
      Text(ru: "Ищу: цель \(goal), шаг \(steps).", en: "Searching: goal \(goal), step \(steps).")
    case .proving:
      Text(
        ru: "Доказываю: цель \(goal), шаг \(steps).", en: "Proving: goal \(goal), step \(steps).")
    }
  }
}

extension StandingFolder {
  /// The seconds that a run of it may take, or nil for as long as it takes.
  func searchSeconds(_ timeLimit: Double?) -> Int? {
    let byDefault =
      folder.programme?.makesGroups ?? false
      ? Double(GroupDispatch.defaultTimeLimit.components.seconds) : nil
    return (timeLimit ?? byDefault).map { Int($0.rounded(.up)) }
  }
}
