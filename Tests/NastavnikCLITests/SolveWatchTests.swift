import AssignmentKernel
import Synchronization
import Testing
import Wording

@testable import NastavnikCLI

/// What is kept and shown of a solver's reports.
struct SolveWatchTests {
  private func report(_ objective: Double?, bound: Double? = nil) -> SolveProgress {
    SolveProgress(stage: .searching, tier: 0, objective: objective, bound: bound, steps: 1)
  }

  @Test func `keeps a plan that is better than those before, and no other`() {
    let watch = SolveWatch(in: Session.silent) { String($0) }
    for objective in [nil, 7, 5, 7, 9, .infinity, 8] { watch.hear(report(objective)) }
    #expect(watch.plans.map(\.objective) == [7, 9])
  }

  @Test func `shows plan and bound on a terminal, and takes the line away`() async throws {
    let written = Mutex("")
    let session = Session(
      languages: SessionLanguages(arguments: ["--lang", "ru"], environment: [:]), width: 80,
      output: { _ in }, errors: { text in written.withLock { $0 += text } }, showsProgress: true)
    let watch = SolveWatch(in: session) { "\($0) б." }
    watch.hear(report(7))
    try await Task.sleep(for: .milliseconds(250))
    watch.hear(report(6, bound: 12))
    watch.end()
    let shown = written.withLock { $0 }
    #expect(shown.hasSuffix(" с: план 7 б., граница 12 б.\u{1B}[K\r\u{1B}[K"), "\(shown)")
  }
}

extension Session {
  fileprivate static let silent = Session(
    languages: SessionLanguages(arguments: [], environment: [:]), width: 80, output: { _ in },
    errors: { _ in })
}
