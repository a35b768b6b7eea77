import MentoringModel
import Testing

@testable import Registry

@Suite struct DecisionTests {
  @Test func `an approval says who and when, and twice is once`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(
      try registry.shortPairs() == [
        "a M1 E1+E2 proposed", "b M1 E1 proposed", "b M2 E2 proposed",
      ])
    let pair = PairSelection(form: "b", mentor: "M1", mentees: ["E1"])
    let report = try registry.approve(pair)
    #expect(report.decided.count == 1 && report.unchanged.isEmpty)
    let stands = try #require(try registry.pairs().first { $0.match == "P-1" })
    let made = try #require(try registry.decisions().first).made
    #expect(stands.state == .approved(made))
    #expect(made.by == "Куратор" && made.at.hasPrefix("2026-09-2"))
    let again = try registry.approve(pair)
    #expect(again.decided.isEmpty && again.unchanged.count == 1)
    #expect(try registry.decisions().count == 1)
  }

  @Test func `one member means the whole group, a form means all of it`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a", mentees: ["E2"]))
    _ = try registry.approve(PairSelection(form: "b"))
    #expect(
      try registry.shortPairs() == [
        "a M1 E1+E2 approved", "b M1 E1 approved", "b M2 E2 approved",
      ])
    _ = try registry.reject(PairSelection())
    #expect(try registry.shortPairs().allSatisfy { $0.hasSuffix("rejected") })
    for _ in 0..<3 { _ = try registry.undo() }
    #expect(try registry.shortPairs().allSatisfy { $0.hasSuffix("approved") })
  }

  @Test func `what was decided at once is undone at once, but for what was undone before`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    let all = try registry.approve(PairSelection(form: "b"))
    #expect(all.decided.count == 2)
    _ = try registry.pin(mentor: "M2", mentees: ["E2"])
    #expect(try registry.history().suffix(4).map(\.batch) == [nil, nil, 2, nil])
    _ = try registry.undo(2)
    #expect(try registry.undo(act: 2).map(\.id) == [3])
    #expect(throws: RegistryFailure.noDecision(3)) { try registry.undo(act: 3) }
    #expect(throws: RegistryFailure.noDecision(99)) { try registry.undo(act: 99) }
    #expect(try registry.decisions().filter { $0.undone == nil }.map(\.id) == [1, 4])
    #expect(try registry.status().isSound)
    _ = try registry.reject(PairSelection())
    let last = try #require(try registry.decisions().last?.id)
    #expect(try registry.undo(act: last).count == 3)
    #expect(try registry.decisions().filter { $0.undone == nil }.map(\.id) == [1, 4])
    // Of no decision given, the latest act that stands; then the one before it.
    #expect(try registry.undo(act: nil).map(\.id) == [4])
    #expect(try registry.undo(act: nil).map(\.id) == [1])
    #expect(throws: RegistryFailure.noDecision(nil)) { try registry.undo(act: nil) }
  }

  @Test func `a pair of two forms asks for the form`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(throws: RegistryFailure.severalForms(["a", "b"])) {
      try registry.approve(PairSelection(mentor: "M1", mentees: ["E1"]))
    }
    #expect(try registry.decisions().isEmpty)
  }

  @Test func `what was not proposed is not approved, and strangers are named`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(throws: RegistryFailure.notProposed(mentor: "M2", mentees: ["E1"], form: nil)) {
      try registry.approve(PairSelection(mentor: "M2", mentees: ["E1"]))
    }
    #expect(throws: RegistryFailure.unknownPerson("M11", suggestion: "M1")) {
      try registry.pin(mentor: "M11", mentees: ["E1"])
    }
    #expect(try registry.decisions().isEmpty)
  }

  @Test func `a pin needs no proposal and is shown beside the proposals`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.pin(mentor: "M2", mentees: ["E1"], form: "b")
    #expect(try registry.pin(mentor: "M2", mentees: ["E1"], form: "b").unchanged.count == 1)
    #expect(try registry.shortPairs().last == "b M2 E1 proposed")
    #expect(try registry.pairs().last?.isPinned == true)
    _ = try registry.ban(mentor: "M2", mentees: ["E1"])
    #expect(try registry.shortPairs().count == 3)
  }

  @Test func `a ban of one member rejects the group, an undo brings it back`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    _ = try registry.ban(mentor: "M1", mentees: ["E2"])
    #expect(try registry.shortPairs().first == "a M1 E1+E2 rejected")
    let undone = try registry.undo()
    #expect(undone.kind == .ban && undone.undone?.by == "Куратор")
    #expect(try registry.shortPairs().first == "a M1 E1+E2 approved")
    #expect(throws: RegistryFailure.noDecision(2)) { try registry.undo(2) }
    _ = try registry.undo(1)
    #expect(throws: RegistryFailure.noDecision(nil)) { try registry.undo() }
    #expect(try registry.decisions().map { $0.undone != nil } == [true, true])
  }

  @Test func `an approved pair that is no longer proposed stays in sight`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "b", mentor: "M1"))
    var run = Sample.run(revision: 1, forms: ["b"])
    run.proposals.removeAll { $0.mentor == "M1" }
    _ = try registry.record(run)
    #expect(
      try registry.shortPairs() == [
        "a M1 E1+E2 proposed", "b M2 E2 proposed", "b M1 E1 approved",
      ])
    #expect(try registry.pairs(in: "a").count == 1)
  }

  @Test func `a withdrawal names the approved pairs that fall, and can be undone`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    let report = try registry.withdraw("E2")
    #expect(report.fallen.map(\.match) == ["G-1"] && !report.isUnchanged)
    #expect(try registry.withdraw("E2").isUnchanged)
    #expect(
      try registry.shortPairs() == ["a M1 E1+E2 fallen", "b M1 E1 proposed", "b M2 E2 fallen"])
    #expect(try registry.people().first { $0.id == "E2" }?.state == .withdrawn)
    #expect(throws: RegistryFailure.self) {
      try registry.approve(PairSelection(mentor: "M2", mentees: ["E2"]))
    }
    _ = try registry.undo()
    #expect(try registry.shortPairs().first == "a M1 E1+E2 approved")
  }

  @Test func `what the table decides holds as well, until the registry decides otherwise`() throws {
    let place = try Scratch()
    var bank = Sample.bank
    var approval = Decision(.approve, form: "b", mentor: "M1", mentee: "E1")
    approval.decidedBy = "Директор"
    approval.decidedOn = Sample.day("2026-09-03")
    bank.decisions = [approval, Decision(.reject, mentor: "M2", mentee: "E2")]
    let registry = try Registry.begin(place.file, by: .curator())
    _ = try registry.record(Sample.run(revision: try registry.add(Sample.folder(bank)).revision))
    #expect(try registry.bank().bank.decisions == bank.decisions)
    #expect(
      try registry.shortPairs() == [
        "a M1 E1+E2 proposed", "b M1 E1 approved", "b M2 E2 rejected",
      ])
    #expect(
      try registry.pairs(in: "b").first?.state
        == .approved(.init(by: "Директор", at: "2026-09-03")))
    _ = try registry.reject(PairSelection(form: "b", mentor: "M1"))
    _ = try registry.approve(PairSelection(form: "b", mentor: "M2"))
    #expect(try registry.shortPairs().suffix(2) == ["b M1 E1 rejected", "b M2 E2 approved"])
  }

  @Test func `a consent taken back in the tables is a withdrawal, until it is given anew`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "b"))
    var bank = Sample.bank
    bank.mentees[1].person.dataConsent = .withdrawn(Sample.day("2026-10-01"))
    _ = try registry.add(Sample.folder(bank))
    #expect(
      try registry.shortPairs() == ["a M1 E1+E2 fallen", "b M1 E1 approved", "b M2 E2 fallen"])
    #expect(try registry.people().first { $0.id == "E2" }?.state == .withdrawn)
    #expect(try registry.status().withdrawn == 1)
    _ = try registry.add(Sample.folder())
    #expect(try registry.shortPairs().last == "b M2 E2 approved")
    #expect(try registry.people().first { $0.id == "E2" }?.state == .present)
  }

  @Test func `decisions outlive imports`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    _ = try registry.approve(PairSelection(form: "a"))
    _ = try registry.withdraw("M2")
    var bank = Sample.bank
    bank.mentees[0].marks = []
    _ = try registry.add(Sample.folder(bank))
    #expect(try registry.shortPairs().first == "a M1 E1+E2 approved")
    #expect(DecisionLedger(try registry.bank().decisions).withdrawn == ["M2"])
  }
}
