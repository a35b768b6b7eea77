import Foundation
import GRDB
import MentoringModel
import Testing

@testable import Registry

@Suite struct RunTests {
  @Test func `keeps a run with its files, and equal files once`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let second = try registry.record(Sample.run(revision: 1))
    #expect(second == 2)
    #expect(try registry.document(.plan, ofRun: 2).map(Array.init) == Sample.run(revision: 1).plan)
    #expect(
      try registry.document(.certificate, ofRun: 1).map(Array.init)
        == Sample.run(revision: 1).certificate)
    #expect(try registry.document(.manifest, ofRun: 3) == nil)
    #expect(try registry.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM document") } == 4)
    let run = try #require(try registry.runs().last)
    #expect(run.forms == ["a", "b"] && run.proposals == 3 && run.isProved)
    #expect(run.revision == 1 && run.solver == "hungarian" && run.act.by == "Куратор")
  }

  @Test func `the latest run of each form proposes`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    var run = Sample.run(revision: 1, forms: ["b"])
    run.proposals = []
    _ = try registry.record(run)
    #expect(try registry.shortPairs() == ["a M1 E1+E2 proposed"])
  }

  @Test func `a run on a bank from which somebody was erased meanwhile is not kept`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let run = Sample.run(revision: 1)
    _ = try registry.purge("E2")
    #expect(throws: RegistryFailure.outdated(path: place.file)) { try registry.record(run) }
    #expect(try registry.runs().count == 1)
  }

  @Test func `everything that was done is in the audit, with people by their ids`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    _ = try registry.undo()
    try registry.backup(to: place.path + "/copy.sqlite")
    let history = try registry.history()
    #expect(history.map(\.action) == [.importing, .run, .approve, .undo, .backup])
    #expect(history[2].people == ["M1", "E1", "E2"] && history[2].form == "a")
    #expect(history[0].counts == ["added": 14, "changed": 0, "gone": 0])
    #expect(history.map(\.id) == [1, 2, 3, 4, 5])
    let times = history.map(\.act.at)
    #expect(times == times.sorted() && Set(times).count == 5)
  }

  @Test(arguments: [
    ("audit", "at"), ("revision", "at"), ("run", "at"), ("run_form", "form"),
    ("proposal_person", "person"), ("decision", "kind"), ("decision_person", "person"),
    ("undoing", "at"),
  ])
  func `what was done can be neither changed nor cut`(table: String, column: String) throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    _ = try registry.undo()
    for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
      let error = #expect(throws: DatabaseError.self) {
        try registry.queue.write { try $0.execute(sql: sql) }
      }
      #expect(error?.message == "rows of \(table) are only added")
    }
    #expect(try registry.status().brokenSeal == nil)
  }

  @Test(arguments: [
    ("UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE id = 2", 2),
    ("DELETE FROM audit WHERE id = 2", 2), ("UPDATE audit SET actor = 1 WHERE id = 3", 3),
    ("DELETE FROM audit WHERE id = 1", 1),
    ("UPDATE audit SET detail = '{}' WHERE id = 1", 1),
  ])
  func `a change of the audit past its triggers breaks a seal`(sql: String, entry: Int) throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try Registry.open(place.file, by: .curator("Другой")).approve(PairSelection(form: "a"))
    try registry.queue.write { database in
      try database.execute(
        sql: "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted")
      try database.execute(sql: sql)
    }
    #expect(try registry.status().brokenSeal == entry)
  }
}
