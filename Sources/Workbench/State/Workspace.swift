import BankIO
import Foundation
import Matching
import MentoringModel
import NastavnikKit
import Wording

/// A programme folder with its plan and its decisions, the same for all windows.
actor Workspace {
  /// The folder.
  nonisolated let path: String
  /// Tells windows of changes.
  nonisolated let events = EventHub()
  /// Where decisions are kept.
  nonisolated let decisions: any DecisionKeeping
  /// Where scenarios are kept.
  nonisolated let scenarios: ScenarioShelf

  private let timeLimit: Double?
  private let runs = BackgroundWork("nastavnik.runs")
  private let questions = BackgroundWork("nastavnik.questions")
  private let studies = BackgroundWork("nastavnik.studies")
  private var state = WorkspaceState()
  private var jobs = 0
  private var studied = 0
  private var waiters: [CheckedContinuation<Void, Never>] = []
  private var seen: FolderPrint?
  private var study: (revision: Int, result: PlanStudy?)?

  init(_ path: String, decisions: any DecisionKeeping, timeLimit: Double? = nil) {
    self.path = path
    self.decisions = decisions
    self.timeLimit = timeLimit
    scenarios = ScenarioShelf(of: path)
  }

  /// The state now.
  ///
  /// Files that were changed by other programs are read again first.
  func current() -> WorkspaceState {
    if state.job == nil, let seen, seen != FolderPrint(of: path) { start() }
    return state
  }

  /// The state once nothing is being worked on, or after a while.
  func settled(within patience: Duration = .seconds(2)) async -> WorkspaceState {
    _ = current()
    guard state.job != nil else { return state }
    let end = Task {
      try await Task.sleep(for: patience)
      self.wake()
    }
    await withCheckedContinuation { waiters.append($0) }
    end.cancel()
    return state
  }

  /// Reads the folder and matches anew.
  func start() {
    jobs += 1
    let number = jobs
    seen = FolderPrint(of: path)
    state.job = JobStatus(number: number, stage: .reading)
    tell()
    Task { await self.work(number) }
  }

  /// Gives up what is being worked on; the plan that was there stays.
  ///
  /// What was given up may end in
  /// the background, and its answer is thrown away.
  func cancel() {
    guard state.job != nil else { return }
    jobs += 1
    state.job = nil
    if state.plan == nil { state.failure = .unproved }
    state.revision += 1
    tell()
    wake()
  }

  /// Asks something of the plan, away from the threads that answer requests.
  nonisolated func ask<Answer: Sendable>(
    _ question: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await questions.run(question)
  }

  /// What would help those without a mentor: nil while it is being looked for, which takes a solve
  /// for every change that might help.
  func helpfulChanges() -> PlanStudy? {
    guard let solved = state.plan?.solved, !solved.plan.unmatched.isEmpty else {
      return PlanStudy(remedies: [], gaps: [])
    }
    if let study, study.revision == state.revision { return study.result }
    study = (state.revision, nil)
    let revision = state.revision
    Task { await self.look(into: solved, revision) }
    return nil
  }

  private func look(into solved: SolvedMatching, _ revision: Int) async {
    guard revision == state.revision else { return }
    let found = try? await studies.run {
      PlanStudy(
        remedies: try solved.remedies(count: 10), gaps: try solved.competencyGaps())
    }
    guard revision == state.revision else { return }
    study = (revision, found ?? PlanStudy(remedies: [], gaps: []))
    studied += 1
    tell()
  }

  private func work(_ number: Int) async {
    let path = path
    let timeLimit = timeLimit
    do {
      let folder = try await runs.run { try StandingFolder(path) }
      guard number == jobs else { return }
      state.folder = folder
      guard !folder.isFatal else { throw RunFailure.unusableData(folder.findings) }
      state.job?.stage = .matching
      tell()
      let (plan, base) = try await runs.run {
        let plan = try folder.matched(timeLimit: timeLimit)
        return (plan, plan.base)
      }
      guard number == jobs else { return }
      (state.plan, state.base, state.failure) = (plan, base, nil)
    } catch {
      guard number == jobs else { return }
      (state.plan, state.base) = (nil, nil)
      state.failure = error as? RunFailure ?? .unproved
      if case .missing = error as? RunFailure { state.folder = nil }
    }
    state.job = nil
    state.revision += 1
    tell()
    wake()
  }

  private func tell() {
    events.tell(
      EventHub.Event(revision: state.revision, stage: state.job?.stage, studied: studied))
  }

  private func wake() {
    let waiting = waiters
    waiters = []
    for waiter in waiting { waiter.resume() }
  }
}

/// What would help those without a mentor.
struct PlanStudy: Sendable {
  /// Single changes that let somebody more find a mentor.
  var remedies: [Remedy]
  /// The competencies that are short.
  var gaps: [CompetencyGap]
}

/// When the files of a folder were changed last.
struct FolderPrint: Sendable, Hashable {
  private let files: [String: [Int]]

  init(of path: String) {
    var files: [String: [Int]] = [:]
    for folder in ["", "mentors/", "mentees/"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
      for name in names
      where name == "programme.yaml" || TableKind.ofFile(named: folder + name) != nil {
        var status = stat()
        guard stat(path + "/" + folder + name, &status) == 0 else { continue }
        files[folder + name] = [
          status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size),
          Int(status.st_ino),
        ]
      }
    }
    self.files = files
  }
}
