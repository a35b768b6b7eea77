import MentoringModel
import Testing
import Wording

@Suite struct DecisionLedgerTests {
  private let programme: Programme

  init() throws {
    let day = try #require(CalendarDate("2026-09-01"))
    var programme = Programme(id: "p", title: Text(same: "p"), asOf: day)
    programme.forms = ["a", "b", "c"].map {
      MentoringForm(
        id: FormID(rawValue: $0), title: Text(same: $0), mentorRoles: [], menteeRoles: [])
    }
    self.programme = programme
  }

  private let bank = Bank(
    mentors: ["M1", "M2"].map { Mentor(Person(id: $0, name: "")) },
    mentees: ["E1", "E2"].map { Mentee(Person(id: $0, name: "")) },
    profiles: [
      RequestProfile(members: ["E1"], form: "a", requests: []),
      RequestProfile(members: ["E1", "E2"], form: "b", group: "g", requests: []),
    ],
    decisions: [
      Decision(.pin, mentor: "M1", mentee: "E1"), Decision(.forbid, mentor: "M2", mentee: "E2"),
      Decision(.forbid, form: "b", mentor: "M1", mentee: "E2"),
    ])

  private func decision(
    _ id: Int, _ kind: RecordedDecision.Kind, _ form: FormID? = nil, _ mentor: PersonID? = "M1",
    _ people: [PersonID] = ["E1"], isUndone: Bool = false
  ) -> RecordedDecision {
    let act = RecordedDecision.Act(by: "K", at: "2026-09-01T00:00:00Z")
    return RecordedDecision(
      id: id, kind, form: form, mentor: mentor, people: people, made: act,
      undone: isUndone ? act : nil)
  }

  /// The decisions of the bank that comes out, as short words.
  private func result(_ decisions: RecordedDecision...) -> [String] {
    DecisionLedger(decisions).applied(to: bank, of: programme).decisions.map {
      "\($0.kind.rawValue) \($0.form?.rawValue ?? "*") \($0.mentor) \($0.mentee)"
    }
  }

  @Test func `without decisions the bank is as it was`() {
    let isSame = DecisionLedger([]).applied(to: bank, of: programme) == bank
    #expect(isSame)
  }

  @Test func `a decision on all forms replaces that of the table`() {
    #expect(
      result(decision(1, .ban)) == ["forbid * M2 E2", "forbid b M1 E2", "forbid * M1 E1"])
  }

  @Test func `a decision on one form leaves that of the table in the others that are asked for`() {
    #expect(
      result(decision(1, .reject, "a"))
        == ["forbid * M2 E2", "forbid b M1 E2", "reject a M1 E1", "pin b M1 E1"])
  }

  @Test func `the latest decision on a pair and form holds`() {
    #expect(
      result(decision(1, .ban), decision(2, .approve, "b"))
        == ["forbid * M2 E2", "forbid b M1 E2", "forbid a M1 E1", "approve b M1 E1"])
    #expect(
      result(decision(2, .ban), decision(1, .approve, "b"))
        == ["forbid * M2 E2", "forbid b M1 E2", "forbid * M1 E1"])
  }

  @Test func `who decided and when goes into the bank with what was decided`() {
    let row = DecisionLedger([decision(7, .approve, "b")]).applied(to: bank, of: programme)
      .decisions.first { $0.kind == .approve }
    #expect(row?.decidedBy == "K" && row?.decidedOn == CalendarDate("2026-09-01"))
    #expect(row?.source == SourceLocation(file: DecisionLedger.sourceFile, row: 7))
    #expect(decision(8, .withdraw, nil, nil).row(on: "E1", in: nil) == nil)
  }

  @Test func `what was undone says nothing`() {
    #expect(
      result(decision(1, .ban), decision(2, .pin, isUndone: true))
        == ["forbid * M2 E2", "forbid b M1 E2", "forbid * M1 E1"])
  }

  @Test func `a group is approved member by member`() {
    #expect(
      result(decision(1, .approve, "b", "M1", ["E1", "E2"]))
        == ["forbid * M2 E2", "pin a M1 E1", "approve b M1 E1", "approve b M1 E2"])
  }

  @Test func `who withdrew is nowhere, and comes back with the undoing`() {
    let ledger = DecisionLedger([decision(1, .withdraw, nil, nil, ["E1"]), decision(2, .pin)])
    let left = ledger.applied(to: bank, of: programme)
    #expect(ledger.withdrawn == ["E1"])
    #expect(left.mentees.map(\.id) == ["E2"])
    #expect(left.profiles.map(\.members) == [["E2"]])
    #expect(!left.decisions.contains { $0.mentee == "E1" })
    #expect(
      DecisionLedger([decision(1, .withdraw, nil, nil, ["E1"], isUndone: true)]).withdrawn.isEmpty)
  }

  @Test func `who took the consent back in the tables is in no bank that is matched`() {
    var bank = bank
    bank.mentees[0].person.dataConsent = .withdrawn(CalendarDate("2026-10-01"))
    bank.mentors[1].person.dataConsent = .withdrawn(nil)
    bank.mentors[0].person.dutiesConsent = .withdrawn(nil)
    let left = DecisionLedger([decision(1, .pin)]).applied(to: bank, of: programme)
    #expect(left.mentees.map(\.id) == ["E2"] && left.mentors.map(\.id) == ["M1"])
    #expect(left.decisions.map(\.mentee) == ["E2"])
  }

  @Test func `a decision holds until a later one speaks of the same forms`() {
    let first = decision(1, .approve, "a")
    #expect(DecisionLedger([first, decision(2, .ban, "b")]).holds(first))
    #expect(!DecisionLedger([first, decision(2, .ban, "a")]).holds(first))
    #expect(!DecisionLedger([first, decision(2, .ban)]).holds(first))
    #expect(!DecisionLedger([decision(1, .approve, "a", isUndone: true)]).holds(first))
    let general = decision(1, .pin)
    #expect(DecisionLedger([general, decision(2, .ban, "a")]).holds(general))
  }

  @Test func `leaving somebody out leaves no trace in what others say`() {
    var bank = bank
    bank.mentees[1].person.preferredPartners = ["M1", "M2"]
    bank.mentees[1].person.lastYearPartners = ["M1"]
    bank.mentors[1].person.superior = "M1"
    bank.roster = [RosterEntry(id: "M1"), RosterEntry(id: "E2")]
    bank.companions = [
      Companions(.together, people: ["E1", "E2"]), Companions(.apart, people: ["E1", "E2", "M1"]),
    ]
    let left = bank.leavingOut(["M1"])
    #expect(left.mentees[1].person.preferredPartners == ["M2"])
    #expect(left.mentees[1].person.lastYearPartners == [])
    #expect(left.mentors.map(\.id) == ["M2"] && left.mentors[0].person.superior == nil)
    #expect(left.roster.map(\.id) == ["E2"])
    #expect(left.companions.map(\.people) == [["E1", "E2"], ["E1", "E2"]])
    #expect(left.leavingOut(["E1"]).companions.isEmpty)
    #expect(left.leavingOut(["E1", "E2"]).profiles.isEmpty)
  }
}
