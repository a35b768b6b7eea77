import Matching
import MentoringModel
import Testing
import Wording

@Suite struct CoverageTests {
  private static func fixture(percent: Int) throws -> Fixture {
    var fixture = try Fixture()
    fixture.programme.coverageTargets = [
      CoverageTarget(
        id: "young", title: Text(same: "young"),
        rule: PersonRule(age: Limit(.atMost, years: 35)), percent: percent)
    ]
    fixture.bank.organizations = [
      Organization(id: "north", name: "North"), Organization(id: "south", name: "South"),
    ]
    fixture.addMentor("M")
    fixture.addMentee("A")
    for (id, home, year) in [
      ("A", "south", 1990), ("B", "south", 1995), ("C", "north", 2000), ("M", "north", 1970),
    ] {
      fixture.bank.roster.append(
        RosterEntry(
          id: PersonID(rawValue: id), organization: OrganizationID(rawValue: home),
          birth: .year(year)))
    }
    return fixture
  }

  @Test func `counts over the roster and not over the bank`() throws {
    let result = try #require(try Self.fixture(percent: 70).plan().coverage.first)
    #expect(result.total == 3)
    #expect(result.covered == 1)
    #expect(!result.isReached)
    #expect(result.organizations.map(\.organization) == ["north", "south"])
    #expect(result.organizations.map(\.covered) == [0, 1])
  }

  @Test func `is reached exactly at the share`() throws {
    #expect(try Self.fixture(percent: 33).plan().coverage[0].isReached)
    #expect(try !Self.fixture(percent: 34).plan().coverage[0].isReached)
  }

  @Test func `counts a person in two pairs once`() throws {
    var fixture = try Self.fixture(percent: 70)
    var second = fixture.form
    second.id = "second"
    fixture.programme.forms.append(second)
    fixture.addMentee("A", form: "second")
    fixture.bank.mentors[0].capacity = 2
    #expect(try fixture.plan().matches.count == 2)
    #expect(try fixture.plan().coverage[0].covered == 1)
  }

  @Test func `counts a person who is matched under an id that the roster does not have`() throws {
    var fixture = try Self.fixture(percent: 70)
    fixture.addMentor("C")
    fixture.bank.mentees[0].person.otherIDs = ["C"]
    fixture.bank.mentors[1].person.otherIDs = ["A"]
    fixture.bank.roster.removeAll { $0.id == "A" }
    let result = try fixture.plan().coverage[0]
    #expect([result.total, result.covered] == [2, 1])
  }

  @Test func `counts a person who stands on the roster under two ids once`() throws {
    var fixture = try Self.fixture(percent: 70)
    fixture.addMentor("C")
    fixture.bank.mentees[0].person.otherIDs = ["C"]
    fixture.bank.mentors[1].person.otherIDs = ["A"]
    let result = try fixture.plan().coverage[0]
    #expect([result.total, result.covered] == [2, 1])
    fixture.bank.mentees[0].person.otherIDs = []
    fixture.bank.mentors[1].person.otherIDs = []
    fixture.bank.mentees[0].person.doubtfulIDs = ["C"]
    #expect(try fixture.plan().coverage[0].total == 3)
  }
}
