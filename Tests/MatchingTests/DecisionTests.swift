import Matching
import MentoringModel
import Testing
import Wording

@Suite struct DecisionTests {
  private static func fixture(_ decisions: [Decision]) throws -> Fixture {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    fixture.addMentee("B")
    fixture.bank.decisions = decisions
    return fixture
  }

  private static func codes(_ fixture: Fixture) -> [String] {
    Matcher(programme: fixture.programme, bank: fixture.bank).findings.map(\.code)
  }

  @Test func `a fixed pair that keeps the rules raises no finding`() throws {
    let fixture = try Self.fixture([Decision(.pin, mentor: "M", mentee: "B")])
    #expect(Self.codes(fixture) == [])
    #expect(try fixture.pairs() == ["M–B"])
  }

  @Test func `a fixed pair that breaks a hard rule is told and not made`() throws {
    var fixture = try Self.fixture([Decision(.pin, mentor: "M", mentee: "B")])
    fixture.bank.mentees[1].person.superior = "M"
    #expect(Self.codes(fixture) == ["brokenPin"])
    #expect(try fixture.pairs() == ["M–A"])
  }

  @Test func `a fixed pair of somebody without consent is told`() throws {
    var fixture = try Self.fixture([Decision(.pin, mentor: "M", mentee: "B")])
    fixture.bank.mentees[1].person.dataConsent = .absent
    #expect(Self.codes(fixture) == ["brokenPin"])
  }

  @Test func `a fixed pair of nobody is told`() throws {
    let fixture = try Self.fixture([Decision(.pin, mentor: "M", mentee: "Z")])
    #expect(Self.codes(fixture) == ["aimlessPin"])
  }

  @Test func `what a bank is checked for is what its matcher finds`() throws {
    let day = try #require(CalendarDate("2023-09-25"))
    var found = 0
    for seed in 0..<300 {
      let random = RandomBank(seed: UInt64(seed), day: day)
      var bank = random.bank
      // Half of the random decisions are pins; here more pairs are fixed, and some of nobody.
      for (number, mentor) in bank.mentors.enumerated() where number % 2 == seed % 2 {
        let mentee = bank.mentees.isEmpty ? "?" : bank.mentees[number % bank.mentees.count].id
        bank.decisions.append(Decision(.pin, mentor: mentor.id, mentee: mentee))
      }
      let expected = Matcher(programme: random.programme, bank: bank).findings
      #expect(Matcher.findings(programme: random.programme, bank: bank) == expected)
      found += expected.count
    }
    #expect(found > 100)
  }

  @Test func `a form that is rejected whole proposes nothing, and says so to each`() throws {
    var fixture = try Self.fixture([])
    let form = try #require(fixture.programme.forms.first?.id)
    fixture.bank.formDecisions = [FormDecision(.reject, form: "other")]
    #expect(try fixture.plan().matches.count == 1)
    fixture.bank.formDecisions.append(FormDecision(.approve, form: form))
    #expect(try fixture.plan().matches.count == 1)
    fixture.bank.formDecisions = [FormDecision(.reject, form: form)]
    let plan = try fixture.plan()
    #expect(plan.matches.isEmpty)
    #expect(plan.unmatched.map(\.code) == ["formRejectedByCurator", "formRejectedByCurator"])
  }

  @Test func `a fixed pair of a form that is rejected whole is told and not made`() throws {
    var fixture = try Self.fixture([Decision(.approve, mentor: "M", mentee: "B")])
    let form = try #require(fixture.programme.forms.first?.id)
    fixture.bank.formDecisions = [FormDecision(.reject, form: form)]
    #expect(Self.codes(fixture) == ["brokenPin"])
    #expect(try fixture.pairs() == [])
  }

  @Test func `a fixed pair without a place is told in the plan`() throws {
    let fixture = try Self.fixture([
      Decision(.pin, mentor: "M", mentee: "A"), Decision(.pin, mentor: "M", mentee: "B"),
    ])
    #expect(try fixture.plan().findings.map(\.code) == ["unmetPin"])
    #expect(try fixture.plan().matches.count == 1)
  }
}
