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
  /// Why there is no folder or no plan.
  var failure: RunFailure?
  /// What is being worked on.
  var job: JobStatus?

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

  /// The stages of a run.
  enum Stage: String, Sendable, Hashable, CaseIterable {
    /// The files are read and checked.
    case reading
    /// The best plan is looked for and verified.
    case matching
  }
}

extension JobStatus.Stage {
  /// The stage in words.
  var title: Text {
    switch self {
    case .reading: Text(ru: "Читаю и проверяю таблицы…", en: "Reading and checking the tables…")
    case .matching: Text(ru: "Подбираю пары и проверяю план…", en: "Matching and verifying…")
    }
  }
}
