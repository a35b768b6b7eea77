import AssignmentKernel
import BankIO
import Foundation
import Matching
import MentoringModel
import NastavnikKit
import Registry
import Wording

/// A programme folder with its plan and its decisions, the same for all windows.
actor Workspace {
  /// The folder.
  nonisolated let path: String
  /// Tells windows of changes.
  nonisolated let events: EventHub
  /// Where decisions are kept.
  nonisolated let decisions: any DecisionKeeping
  /// Where scenarios are kept.
  nonisolated let scenarios: ScenarioShelf

  /// The seconds that a run may take, or nil as in `match`.
  private var timeLimit: Double?
  private let runs = BackgroundWork("nastavnik.runs")
  private let pages = BackgroundWork("nastavnik.pages", width: 4)
  private let questions = BackgroundWork("nastavnik.questions", width: 2)
  let studying = BackgroundWork("nastavnik.studies", width: 2)
  var state = WorkspaceState()
  /// Answers that take long, of the plan as it is.
  var studies = PlanStudies()
  private var jobs = 0
  private var stop = StopSignal()
  private var waiters: [CheckedContinuation<Void, Never>] = []
  private var seen: FolderPrint?
  private var asking: [String: StopSignal] = [:]
  private var isRetired = false

  init(
    _ path: String, decisions: any DecisionKeeping, timeLimit: Double? = nil,
    events: EventHub = EventHub()
  ) {
    self.path = path
    self.decisions = decisions
    self.events = events
    self.timeLimit = timeLimit
    scenarios = ScenarioShelf(of: path)
  }

  /// The state now.
  ///
  /// What was changed by other programs is read again first.
  func current() -> WorkspaceState {
    if state.job == nil, let seen, seen != footprint { start() }
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

  /// Reads the folder and matches anew; a run that is under way is stopped.
  ///
  /// - Parameter seconds: How long this run and those after it may take; nil for as long as before.
  func start(searching seconds: Double? = nil) {
    guard !isRetired else { return }
    timeLimit = seconds ?? timeLimit
    stop.raise()
    stop = StopSignal()
    jobs += 1
    seen = footprint
    state.job = JobStatus(number: jobs, stage: .reading)
    tell()
    let (number, stop) = (jobs, stop)
    Task { await self.work(number, until: stop) }
  }

  /// Starts in place of another folder: the numbers of states go on from the last that windows saw.
  func start(after revision: Int) {
    state.revision = revision + 1
    start()
  }

  /// Gives up what goes on, for good: another folder is open now.
  ///
  /// - Returns: The number of the last state.
  func retire() -> Int {
    isRetired = true
    stop.raise()
    jobs += 1
    studies.end()
    state.job = nil
    wake()
    return state.revision
  }

  /// Stops what is being worked on; the plan that was there stays.
  func cancel() {
    guard state.job != nil else { return }
    stop.raise()
    jobs += 1
    state.job = nil
    if state.plan == nil { state.failure = .unproved }
    changed()
  }

  /// Makes a page or a file, away from the threads that answer requests.
  @concurrent nonisolated func make<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    try await pages.run(work)
  }

  /// Asks something of the plan that may take a solve, within a time that somebody waits for.
  @concurrent nonisolated func ask<Answer: Sendable>(
    within patience: Duration = .seconds(10), until stop: StopSignal? = nil,
    _ question: @escaping @Sendable (SolveLimits) throws -> Answer
  ) async throws -> Answer {
    try await questions.run {
      try question(SolveLimits(stop: stop).ending(within: patience))
    }
  }

  /// What ends the question that a visitor asks now; one that he asked before ends at once.
  func newestQuestion(of visitor: String) -> StopSignal {
    asking[visitor]?.raise()
    let stop = StopSignal()
    asking[visitor] = stop
    return stop
  }

  private var footprint: FolderPrint { FolderPrint(of: path, mark: decisions.mark()) }

  private func work(_ number: Int, until stop: StopSignal) async {
    let (path, timeLimit, decisions) = (path, timeLimit, decisions)
    let throttle = Throttle()
    let limits = SolveLimits(stop: stop) { progress in
      guard throttle.admits else { return }
      Task { await self.progressed(number, progress) }
    }
    do {
      let folder = try await runs.run { try decisions.read(path) }
      guard number == jobs else { return }
      state.folder = folder
      guard !folder.isFatal else { throw RunFailure.unusableData(folder.findings) }
      state.job?.stage = .matching
      state.job?.seconds = folder.searchSeconds(timeLimit)
      state.searchSeconds = folder.searchSeconds(timeLimit)
      tell()
      let (plan, base) = try await runs.run {
        let plan = try folder.matched(timeLimit: timeLimit, limits: limits)
        return (plan, plan.base)
      }
      guard number == jobs else { return }
      (state.plan, state.base, state.failure) = (plan, base, nil)
    } catch {
      guard number == jobs else { return }
      fail(error as? RunFailure ?? .unproved)
    }
    state.job = nil
    changed()
  }

  /// A plan that another program keeps from being made anew is still the last one.
  private func fail(_ failure: RunFailure) {
    state.failure = failure
    if case .registry(.held) = failure { return }
    (state.plan, state.base) = (nil, nil)
    if case .missing = failure { state.folder = nil }
  }

  private func progressed(_ number: Int, _ progress: SolveProgress) {
    guard state.job?.number == number else { return }
    state.job?.progress = progress
    tell()
  }

  private func changed() {
    studies.end()
    studies = PlanStudies()
    state.revision += 1
    tell()
    wake()
  }

  func tell() {
    guard !isRetired else { return }
    events.tell(
      EventHub.Event(
        revision: state.revision, job: state.job?.text, studied: state.studied,
        study: studies.text))
  }

  private func wake() {
    let waiting = waiters
    waiters = []
    for waiter in waiting { waiter.resume() }
  }
}

/// When the files of a folder were changed last, and what was decided elsewhere.
struct FolderPrint: Sendable, Hashable {
  private let files: [String: [Int]]
  private let mark: Int

  init(of path: String, mark: Int = 0) {
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
    self.mark = mark
  }
}
