import MentoringModel
import Testing

@testable import Registry

@Suite struct PairWishTests {
  private func wish(
    _ kind: Decision.Kind?, _ form: FormID, _ mentor: PersonID, _ mentees: [PersonID],
    seen: [Decision.Kind?]? = nil
  ) -> PairWish {
    PairWish(
      form: form, mentor: mentor, mentees: mentees, kind: kind,
      seen: seen ?? mentees.map { _ in nil })
  }

  @Test func `a group is approved by one decision, and the same again changes nothing`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    // One member is fixed by the table.
    let group = wish(.approve, "a", "M1", ["E1", "E2"], seen: [.pin, nil])
    #expect(try registry.decide([group]) == 1)
    #expect(try registry.decide([group]) == 0)
    let decision = try #require(try registry.decisions().first)
    #expect(decision.kind == .approve && decision.people == ["E1", "E2"])
    #expect(try registry.shortPairs().first == "a M1 E1+E2 approved")
    #expect(try registry.decisions().count == 1)
  }

  @Test func `what somebody else decided meanwhile is not written over, and nothing is`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let second = try Registry.open(place.file, by: .curator("Второй"))
    #expect(try second.decide([wish(.reject, "b", "M1", ["E1"])]) == 1)
    let wishes = [wish(.approve, "b", "M2", ["E2"]), wish(.approve, "b", "M1", ["E1"])]
    #expect(throws: RegistryFailure.overtaken(mentor: "M1", mentees: ["E1"], form: "b")) {
      try registry.decide(wishes)
    }
    #expect(try registry.decisions().map(\.kind) == [.reject])
    #expect(try registry.history().filter { $0.action == .approve }.isEmpty)
  }

  @Test func `taking back undoes what holds, and what was before holds again`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(try registry.decide([wish(.forbid, "b", "M1", ["E1"])]) == 1)
    #expect(try registry.decide([wish(.pin, "b", "M1", ["E1"], seen: [.forbid])]) == 1)
    #expect(try registry.decide([wish(nil, "b", "M1", ["E1"], seen: [.pin])]) == 1)
    #expect(try registry.decisions().map { $0.undone != nil } == [false, true])
    #expect(try registry.shortPairs().contains("b M1 E1 rejected"))
    #expect(throws: RegistryFailure.noDecision(nil)) {
      try registry.decide([wish(nil, "a", "M1", ["E1"], seen: [.pin])])
    }
  }

  @Test func `what is not proposed is not approved, and strangers are told`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    #expect(throws: RegistryFailure.notProposed(mentor: "M1", mentees: ["E2"], form: "b")) {
      try registry.decide([wish(.approve, "b", "M1", ["E2"])])
    }
    #expect(throws: RegistryFailure.unknownPerson("M11", suggestion: "M1")) {
      try registry.decide([wish(.pin, "b", "M11", ["E2"])])
    }
    #expect(try registry.decisions().isEmpty)
  }

  @Test func `only what changes the people or what holds of them is a change`() throws {
    let place = try Scratch()
    let registry = try Registry.sample(place)
    let before = try registry.lastChange()
    _ = try registry.runs()
    #expect(try registry.lastChange() == before)
    _ = try registry.decide([wish(.approve, "b", "M1", ["E1"])])
    let decided = try registry.lastChange()
    #expect(decided > before)
    _ = try registry.undo()
    #expect(try registry.lastChange() > decided)
  }
}
