import Matching
import MentoringModel
import Testing
import Wording

@Suite struct TierTests {
  @Test func `keeps a fixed pair even when its fit is lower`() throws {
    var fixture = try Fixture()
    fixture.addMentor("strong", ["план урока": 5])
    fixture.addMentor("weak", ["план урока": 1])
    fixture.addMentee("A")
    #expect(try fixture.pairs() == ["strong–A"])
    fixture.bank.decisions = [Decision(.pin, mentor: "weak", mentee: "A")]
    #expect(try fixture.pairs() == ["weak–A"])
    #expect(try fixture.plan().matches[0].isPinned)
  }

  @Test func `keeps a fixed pair even when that leaves somebody without a mentor`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["план урока": 5])
    fixture.addMentor("N", ["оценивание": 5])
    fixture.addMentee("A", [Request("план урока"), Request("оценивание")])
    fixture.addMentee("B", [Request("план урока")])
    #expect(try fixture.pairs() == ["N–A", "M–B"])
    fixture.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    #expect(try fixture.pairs() == ["M–A"])
  }

  @Test func `matches most mentees before it looks at the fit`() throws {
    var fixture = try Fixture()
    fixture.programme.weights = try #require(CriterionWeights([.requests: 1]))
    fixture.addMentor("M", ["план урока": 5])
    fixture.addMentor("N", ["оценивание": 1])
    fixture.addMentee("A", [Request("план урока"), Request("оценивание", priority: 3)])
    fixture.addMentee("B", [Request("план урока"), Request("олимпиады")])
    #expect(try fixture.pairs() == ["N–A", "M–B"])
    fixture.programme.tiers = [.pins, .fit, .coverage]
    #expect(try fixture.pairs() == ["M–A"])
  }

  @Test func `matches the first priority group before the second and both before the rest`() throws
  {
    var fixture = try Fixture()
    fixture.programme.priorityGroups = [
      PriorityGroup(id: "new", title: Text(same: "new"), rule: PersonRule(marks: ["новый"])),
      PriorityGroup(
        id: "early", title: Text(same: "early"),
        rule: PersonRule(experience: ExperienceRule(Limit(.below, years: 3)))),
    ]
    fixture.addMentor("M", ["план урока": 5])
    fixture.addMentee("plain") { $0.person.experience = .months(36) }
    fixture.addMentee("early", [Request("план урока"), Request("олимпиады")]) {
      $0.person.experience = .months(35)
    }
    #expect(try fixture.pairs() == ["M–early"])
    fixture.addMentee("new", [Request("план урока"), Request("олимпиады"), Request("оценивание")]) {
      $0.marks = ["новый"]
    }
    #expect(try fixture.pairs() == ["M–new"])
  }

  @Test func `puts one mentee of a priority group before a whole group of others`() throws {
    var fixture = try Fixture()
    fixture.programme.priorityGroups = [
      PriorityGroup(id: "new", title: Text(same: "new"), rule: PersonRule(marks: ["новый"]))
    ]
    fixture.addMentor("M")
    for id in ["A", "B", "C"] as [PersonID] { fixture.addMentee(id) }
    fixture.bank.profiles = [
      RequestProfile(
        members: ["A", "B", "C"], form: Fixture.form, group: "Г", requests: [Request("план урока")])
    ]
    fixture.addMentee("new") { $0.marks = ["новый"] }
    #expect(try fixture.pairs() == ["M–new"])
  }

  @Test func `prefers mentors of the own organization where the programme says so`() throws {
    var fixture = try Fixture()
    fixture.addMentor("own", ["план урока": 1]) { $0.person.organization = "north" }
    fixture.addMentor("other", ["план урока": 5]) { $0.person.organization = "south" }
    fixture.addMentee("A") { $0.person.organization = "north" }
    #expect(try fixture.pairs() == ["other–A"])
    fixture.programme.tiers = [.pins, .coverage, .ownOrganization, .fit]
    #expect(try fixture.pairs() == ["own–A"])
  }

  @Test func `reports what each tier reached and its bound`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    fixture.addMentee("B", [Request("олимпиады")])
    let tiers = try fixture.plan().tiers
    #expect(tiers.map(\.tier) == [.pins, .coverage, .fit, .tieBreak])
    #expect(tiers.map(\.value) == tiers.map(\.bound))
    #expect(tiers[1].value == 1)
  }

  @Test(arguments: 0..<8)
  func `chooses the same among equal plans whatever the order of the rows`(turn: Int) throws {
    var fixture = try Fixture()
    for index in 0..<8 {
      fixture.addMentor(PersonID(rawValue: "M\(index)"))
      fixture.addMentee(PersonID(rawValue: "A\(index)"))
    }
    let straight = try fixture.pairs()
    #expect(straight.count == 8)
    fixture.bank.mentors.swapAt(turn, 7 - turn)
    fixture.bank.profiles.reverse()
    fixture.bank.mentees.swapAt(0, turn)
    #expect(try fixture.pairs() == straight)
  }
}
