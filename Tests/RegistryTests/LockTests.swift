import Foundation
import GRDB
import MentoringModel
import Testing
import Wording

@testable import Registry

@Suite struct LockTests {
  private let holder = LockHolder(
    host: "school-pc", process: 4711, command: "import", since: "2026-09-01T08:00:00Z")

  @Test func `who waits in vain is told who holds the registry`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let lock = try WriterLock(beside: place.file, as: holder, patience: 0)
    #expect(throws: RegistryFailure.held(path: place.file, by: holder)) {
      try registry.approve(PairSelection(form: "a"))
    }
    let text = RegistryFailure.held(path: place.file, by: holder).text
    for part in ["school-pc", "4711", "import", "2026-09-01T08:00:00Z"] {
      #expect(text.ru.contains(part) && text.en.contains(part))
    }
    #expect(try registry.status().holder == holder)
    #expect(try registry.pairs().count == 3)
    extendLifetime(lock)
  }

  @Test func `who has patience gets the registry when it is free`() async throws {
    let place = try Scratch()
    _ = try Registry.sample(place)
    let lock = try WriterLock(beside: place.file, as: holder, patience: 0)
    let waiting = Task.detached {
      try Registry.open(place.file, by: .curator(patience: 600)).approve(PairSelection(form: "a"))
    }
    try await Task.sleep(for: .milliseconds(200))
    #expect(try Registry.open(place.file, by: .curator()).decisions().isEmpty)
    drop(lock)
    #expect(try await waiting.value.decided.count == 1)
  }

  private func drop(_ lock: consuming WriterLock) {}

  @Test func `the mark of a process that was killed holds nobody up`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    try JSONEncoder().encode(holder).write(
      to: URL(fileURLWithPath: WriterLock.path(beside: place.file)))
    #expect(try registry.status().holder == nil)
    #expect(try registry.approve(PairSelection(form: "a")).decided.count == 1)
    #expect(!place.names.contains { $0.hasSuffix(".lock") })
  }

  @Test func `a program that locks the database itself is waited for, too`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: place.file, configuration: configuration)
    try other.inDatabase { try $0.beginTransaction(.immediate) }
    #expect(throws: RegistryFailure.self) { try registry.approve(PairSelection(form: "a")) }
    try other.inDatabase { try $0.rollback() }
    #expect(try registry.approve(PairSelection(form: "a")).decided.count == 1)
  }

  @Test func `many at once lose nothing`() async throws {
    let place = try Scratch()
    _ = try Registry.sample(place)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        group.addTask {
          let user = RegistryUser.curator("К\(number)", patience: 60)
          let mentee = PersonID(rawValue: "E\(number % 2 + 1)")
          let form = FormID(rawValue: "f\(number)")
          for _ in 0..<5 {
            let registry = try Registry.open(place.file, by: user)
            _ = try registry.pin(
              mentor: "M1", mentees: [mentee], form: form)
            _ = try registry.ban(
              mentor: "M1", mentees: [mentee], form: form)
          }
        }
      }
      try await group.waitForAll()
    }
    let status = try Registry.open(place.file, by: .curator()).status()
    #expect(status.brokenSeal == nil && status.isSound)
    let made = try Registry.open(place.file, by: .curator()).decisions()
    #expect(Set(made.map(\.made.by)).count == 6)
    #expect(made.count >= 36 && made.count <= 60)
  }
}
