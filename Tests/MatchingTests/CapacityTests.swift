import Matching
import MentoringModel
import Testing
import Wording

@Suite struct CapacityTests {
  private static func fixture(mentees: Int, places: Int?) throws -> Fixture {
    var fixture = try Fixture()
    fixture.addMentor("M") { $0.capacity = places }
    for index in 0..<mentees { fixture.addMentee(PersonID(rawValue: "A\(index)")) }
    return fixture
  }

  @Test func `takes the number of the mentor's row, at most the form's`() throws {
    #expect(try Self.fixture(mentees: 5, places: 2).plan().matches.count == 2)
    #expect(try Self.fixture(mentees: 5, places: 9).plan().matches.count == 3)
  }

  @Test func `takes the form's usual number where the row states none`() throws {
    #expect(try Self.fixture(mentees: 5, places: nil).plan().matches.count == 2)
  }

  @Test func `tells that every place is taken, and by how many suitable mentors`() throws {
    let unmatched = try Self.fixture(mentees: 3, places: 2).plan().unmatched
    #expect(unmatched.map(\.code) == ["capacityExhausted"])
    #expect(unmatched[0].reason.ru == "1 подходящий наставник, все места заняты (2)")
    #expect(unmatched[0].nearest?.mentor == "M")
  }

  @Test func `limits a mentor over all forms`() throws {
    var fixture = try Self.fixture(mentees: 2, places: 2)
    var second = fixture.form
    second.id = "second"
    fixture.programme.forms.append(second)
    fixture.addMentee("B0", form: "second")
    fixture.addMentee("B1", form: "second")
    #expect(try fixture.plan().matches.count == 2)
    fixture.bank.mentors[0].capacity = nil
    #expect(try fixture.plan().matches.count == 4)
    fixture.bank.mentors[0].capacityByForm = ["second": 1]
    #expect(try fixture.plan().forms.map(\.matches.count) == [2, 1])
  }

  @Test func `limits an organization with all that belongs to it`() throws {
    var fixture = try Self.fixture(mentees: 3, places: 3)
    fixture.bank.mentors[0].person.organization = "branch"
    fixture.bank.organizations = [
      Organization(id: "centre", name: "Centre", capacity: 1),
      Organization(id: "branch", name: "Branch", parent: "centre"),
    ]
    #expect(try fixture.plan().matches.count == 1)
    #expect(try fixture.plan().unmatched[0].reason.ru.contains("предел организации"))
  }

  @Test func `is not led in circles by a cyclic registry`() throws {
    var fixture = try Self.fixture(mentees: 2, places: 2)
    fixture.bank.mentors[0].person.organization = "a"
    fixture.bank.organizations = [
      Organization(id: "a", name: "A", parent: "b", capacity: 1),
      Organization(id: "b", name: "B", parent: "a", capacity: 1),
    ]
    #expect(try fixture.plan().matches.count == 1)
  }

  @Test func `limits the mentors of one mentee over all forms`() throws {
    var fixture = try Self.fixture(mentees: 1, places: 3)
    var second = fixture.form
    second.id = "second"
    fixture.programme.forms.append(second)
    fixture.addMentee("A0", form: "second")
    #expect(try fixture.plan().matches.count == 2)
    fixture.programme.mentorsPerMentee = 1
    let plan = try fixture.plan()
    #expect(plan.matches.count == 1)
    #expect(plan.unmatched.map(\.code) == ["mentorLimitReached"])
  }

  @Test func `gives a group that was formed beforehand one mentor and one place`() throws {
    var fixture = try Self.fixture(mentees: 3, places: 1)
    fixture.bank.profiles = [
      RequestProfile(
        members: ["A0", "A1", "A2"], form: Fixture.form, group: "Группа 1",
        requests: [Request("план урока")])
    ]
    fixture.bank.mentees[1].person.dataConsent = .absent
    let plan = try fixture.plan()
    #expect(plan.matches.map(\.mentees) == [["A0", "A2"]])
    #expect(plan.matches.map(\.group) == ["Группа 1"])
    #expect(plan.unmatched.map(\.mentees) == [["A1"]])
    #expect(plan.matches[0].id.hasPrefix("G-"))
  }

  @Test func `takes an empty bank of mentees or mentors as a valid input`() throws {
    #expect(try Self.fixture(mentees: 0, places: 1).plan().matches.isEmpty)
    #expect(try Self.fixture(mentees: 0, places: 1).plan().reserve == ["M"])
    var fixture = try Fixture()
    fixture.addMentee("A")
    #expect(try fixture.plan().unmatched.map(\.code) == ["noMentor"])
  }
}
