import AssignmentKernel
import BankIO
import Dispatch
import Foundation
import HTTPTypes
import HummingbirdTesting
import Matching
import MentoringModel
import NastavnikKit
import Registry
import Reports
import Synchronization
import Testing
import Wording

@testable import Workbench

@Suite struct RunTests {
  @Test func `a solver that nobody waits for any more stops`() throws {
    let folder = try StandingFolder(SiteUnderTest.path(of: "vologda-medical-college"))
    let stop = StopSignal()
    let reports = Mutex(0)
    let limits = SolveLimits(stop: stop) { _ in
      stop.raise()
      reports.withLock { $0 += 1 }
    }
    #expect(throws: RunFailure.unproved) {
      try folder.matched(by: .hungarian, limits: limits)
    }
    #expect(reports.withLock { $0 } >= 1)
  }

  @Test func `giving a run up stops the solver and not only the waiting`() async throws {
    let ledger = SlowLedger(SiteUnderTest.path(of: SiteUnderTest.dataset))
    let workspace = Workspace(ledger.path, decisions: ledger)
    await workspace.start()
    await workspace.cancel()
    let state = await workspace.settled()
    #expect(state.job == nil && state.plan == nil)
    // The queue of runs is free again: what was given up does not hold the next one up.
    await workspace.start()
    let next = await workspace.settled(within: .seconds(60))
    #expect(next.plan != nil && next.revision == state.revision + 1)
  }

  @Test func `who asks is itself again, however the answer ended`() async throws {
    let asker = Asker()
    #expect(await asker.asks { throw RunFailure.unproved } == nil)
    #expect(await asker.asks { 7 } == 7)
    let folder = SiteUnderTest.path(of: SiteUnderTest.dataset)
    let workspace = Workspace(folder, decisions: FolderLedger(of: folder))
    #expect(await asker.asks(workspace) { throw RunFailure.unproved } == nil)
    #expect(await asker.asks(workspace) { 8 } == 8)
  }

  @Test(.enabled(if: BuiltInSolvers.groupGLPK != nil))
  func `a search that ran out of time says so and can be given longer`() async throws {
    let folder = SiteUnderTest.path(of: "tsoipo-centre")
    let test = try SiteUnderTest("tsoipo-centre", timeLimit: 0.5)
    #expect(try StandingFolder(folder).searchSeconds(nil) == 60)
    try await test.run { browser in
      let state = await test.site.workspace.settled(within: .seconds(60))
      #expect(state.searchSeconds == 1)
      let plan = try #require(state.plan)
      #expect(!plan.result.subject.plan.isProvedOptimal)
      let page = try await browser.get("/matching").text
      #expect(page.contains("name=\"seconds\" value=\"60\""))
      #expect(page.contains("Искать дольше (до 1 мин)"))
      let why = try await browser.get("/why")
      #expect(why.text.contains("искать дольше"))
      for odd in ["0", "-1", "3601", "x1", "99999999999999999999"] {
        let answer = try await browser.post("/run", [("seconds", odd)])
        // What is no number is as if nothing was said.
        #expect(answer.status == (Int(odd) == nil ? .seeOther : .badRequest))
      }
      _ = try await browser.post("/run", [("seconds", "60")])
      let later = await test.site.workspace.current()
      #expect(later.job != nil)
      await test.site.workspace.cancel()
    }
  }

  @Test func `slow questions hold no page up`() async throws {
    let test = try SiteUnderTest()
    try await test.run { browser in
      let gate = DispatchSemaphore(value: 0)
      let asked = (0..<4).map { _ in
        Task { try await test.site.workspace.ask { _ in gate.wait() } }
      }
      for page in [PageKind.banks, .matching, .decisions, .orders] {
        #expect(try await browser.get(page.path).status == .ok)
      }
      for _ in asked { gate.signal() }
      for task in asked { try await task.value }
    }
  }

  @Test func `a question has a time, and a newer one of the same window ends it`() async throws {
    let test = try await SiteUnderTest.reading()
    try await test.run { _ in
      let workspace = test.site.workspace
      let first = await workspace.newestQuestion(of: "a")
      let other = await workspace.newestQuestion(of: "b")
      #expect(!first.isRaised)
      let second = await workspace.newestQuestion(of: "a")
      #expect(first.isRaised && !second.isRaised && !other.isRaised)
      let left = try await workspace.ask(within: .seconds(3)) { limits in
        ContinuousClock.now.duration(to: try #require(limits.deadline))
      }
      #expect(left <= .seconds(3) && left > .zero)
    }
  }

  @Test func `windows are told how far a run and a search have come`() async throws {
    let test = try await SiteUnderTest.reading("bogorodsk-district")
    try await test.run { browser in
      _ = try await browser.get("/why")
      let state = await test.site.workspace.current()
      guard state.plan?.result.subject.plan.unmatched.isEmpty == false else { return }
      var help = await test.site.workspace.helpfulChanges()
      for _ in 0..<600 where help == nil {
        try await Task.sleep(for: .milliseconds(100))
        help = await test.site.workspace.helpfulChanges()
      }
      let found = try #require(help)
      let all = try #require(try state.plan?.solved?.remedies(count: 10).found)
      #expect(found.isPartial || found.remedies == all)
      #expect(await test.site.workspace.current().studied >= 1)
    }
    let job = JobStatus(
      number: 1, stage: .matching,
      progress: SolveProgress(stage: .proving, tier: 1, steps: 7))
    #expect(job.text.ru.contains("цель 2, шаг 7"))
  }

  @Test func `a search that is ended tells what it found`() async throws {
    let test = try await SiteUnderTest.reading("bogorodsk-district")
    try await test.run { _ in
      let state = await test.site.workspace.settled(within: .seconds(60))
      let solved = try #require(state.plan?.solved)
      let stop = StopSignal()
      stop.raise()
      let ended = solved.asked(within: SolveLimits(stop: stop))
      #expect(try ended.remedies().found.isEmpty)
      #expect(try ended.competencyGaps().found.isEmpty)
      let plan = try #require(state.plan)
      let front = try plan.front(of: [.fit, .fairness], limits: SolveLimits(stop: stop)).front
      #expect(!front.isComplete && front.points.isEmpty)
    }
  }
}

/// A folder that is read after a while.
private final class SlowLedger: DecisionKeeping {
  let path: String
  private let own: FolderLedger

  init(_ path: String) {
    self.path = path
    own = FolderLedger(of: path)
  }

  func read(_ path: String) throws(RunFailure) -> StandingFolder {
    usleep(300_000)
    return try own.read(path)
  }

  func decide(_ wishes: [PairWish], by curator: String) throws {}
  func takeBack(_ kind: FormDecision.Kind, of form: FormID, by curator: String) throws {}
  func undo(_ number: Int) throws {}
  func history() throws -> [HistoryEntry] { [] }
  func mark() -> Int { 0 }
  var place: Text { Text(same: path) }
}

/// Asks as an actor with a state of its own does.
private actor Asker {
  private var answers: [Int?] = []

  func asks(_ work: @escaping @Sendable () throws -> Int) async -> Int? {
    let answer = try? await BackgroundWork("test").run(work)
    return keep(answer)
  }

  func asks(_ workspace: Workspace, _ work: @escaping @Sendable () throws -> Int) async -> Int? {
    let answer = try? await workspace.ask { _ in try work() }
    let other = try? await workspace.make(work)
    return keep(answer == other ? answer : -1)
  }

  private func keep(_ answer: Int?) -> Int? {
    assertIsolated()
    answers.append(answer)
    return answers.last ?? nil
  }
}
