import AssignmentKernel
import Matching
import MentoringModel
import Testing
import Wording

@Suite struct GroupFormationTests {
  @Test func `opens a group for those who ask for its topic, and leaves pairs alone`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", ["олимпиады", "оценивание"])
    fixture.addMentees("A", "B", "C")
    fixture.addMentees("D", topics: ["оценивание"])
    #expect(try fixture.matches() == ["M–A+B+C: олимпиады"])
    let group = try #require(try fixture.plan().matches.first)
    #expect(group.id.hasPrefix("G-"))
    #expect(group.group == "олимпиады")
    #expect(group.opened?.title == Text(same: "олимпиады"))
    #expect(group.opened?.members.map(\.mentee) == ["A", "B", "C"])
  }

  @Test func `keeps the size of a group`() throws {
    var fixture = try GroupFixture(size: 3...4)
    fixture.addMentor("M")
    fixture.addMentees("A", "B")
    #expect(try fixture.matches() == [])
    fixture.addMentees("C", "D", "E")
    #expect(try fixture.plan().matches.map(\.mentees.count) == [4])
  }

  @Test func `lets pairs and groups share the mentor's places`() throws {
    var fixture = try GroupFixture(allowsPairs: true)
    fixture.addMentor("M", ["олимпиады", "оценивание"], places: 3)
    fixture.addMentees("A", "B", topics: ["олимпиады"])
    fixture.addMentees("C", "D", topics: ["оценивание"])
    #expect(try fixture.plan().matches.reduce(0) { $0 + $1.mentees.count } == 3)
    fixture.base.bank.mentors[0].capacity = 4
    #expect(try fixture.plan().matches.reduce(0) { $0 + $1.mentees.count } == 4)
  }

  @Test func `lets a mentor lead as many groups as the form allows`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", ["олимпиады", "оценивание"])
    fixture.addMentees("A", "B", topics: ["олимпиады"])
    fixture.addMentees("C", "D", topics: ["оценивание"])
    #expect(try fixture.plan().matches.count == 1)
    fixture.groups.perMentor = 2
    #expect(try fixture.matches() == ["M–A+B: олимпиады", "M–C+D: оценивание"])
  }

  @Test func `lets a mentor lead two groups of one topic where one cannot hold all`() throws {
    var fixture = try GroupFixture()
    fixture.groups.perMentor = 2
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C", "D", "E")
    let matches = try fixture.plan().matches
    #expect(matches.map(\.mentees.count).sorted() == [2, 3])
    #expect(Set(matches.map(\.id)).count == 2)
    #expect(Set(matches.compactMap(\.opened?.number)) == [1, 2])
  }

  @Test func `asks the level of the form of a group's mentor`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M") { $0.competencies = ["олимпиады": 2] }
    fixture.addMentees("A", "B")
    #expect(try fixture.matches() == [])
    fixture.base.form.mustHaveLevel = 2
    #expect(try fixture.matches() == ["M–A+B: олимпиады"])
  }

  @Test func `opens groups about the stated topics alone`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", ["олимпиады", "оценивание"])
    fixture.addMentees("A", "B", topics: ["олимпиады"])
    fixture.groups.topics = ["оценивание"]
    #expect(try fixture.matches() == [])
    #expect(try fixture.codes() == ["A": "noTopic", "B": "noTopic"])
  }

  @Test func `keeps the rules about pairs in a group`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    fixture.base.bank.decisions = [Decision(.forbid, mentor: "M", mentee: "B")]
    #expect(try fixture.matches() == ["M–A+C: олимпиады"])
    #expect(try fixture.codes() == ["B": "noEligibleMentor"])
  }

  @Test func `keeps a fixed pair in any group of the mentor`() throws {
    var fixture = try GroupFixture(size: 2...2)
    fixture.addMentor("M")
    fixture.addMentor("N", change: { $0.awards = ["x"] })
    fixture.addMentees("A", "B")
    #expect(try fixture.matches() == ["N–A+B: олимпиады"])
    fixture.base.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    #expect(try fixture.matches() == ["M–A+B: олимпиады"])
    let group = try #require(try fixture.plan().matches.first)
    #expect(group.isPinned)
    #expect(group.opened?.members.map(\.isPinned) == [true, false])
    #expect(fixture.matcher.findings == [])
  }

  @Test func `says that a fixed pair can have no group`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", ["оценивание"])
    fixture.addMentee("A", ["олимпиады", "оценивание"])
    fixture.base.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    #expect(fixture.matcher.findings.map(\.code) == ["brokenPin"])
  }

  @Test func `takes a group that was formed beforehand as one, beside the size of groups`() throws {
    var fixture = try GroupFixture()
    fixture.addMentor("M", places: 4)
    fixture.addMentees("A", "B", "C", "D")
    fixture.base.bank.profiles.removeFirst(2)
    fixture.base.bank.profiles.append(
      RequestProfile(
        members: ["A", "B"], form: Fixture.form, group: "Команда",
        requests: [Request("олимпиады")]))
    #expect(try fixture.matches() == ["M–C+D: олимпиады", "M–A+B"])
    fixture.base.bank.mentors[0].capacity = 3
    #expect(try fixture.plan().matches.count == 2)
  }

  @Test func `opens as few groups as the coverage allows where the form asks for it`() throws {
    var fixture = try GroupFixture(size: 2...4)
    for (id, topics) in [
      ("M", ["олимпиады"]), ("N", ["оценивание"]),
    ] as [(PersonID, [CompetencyID])] {
      fixture.addMentor(id, topics)
    }
    fixture.addMentee("A", ["олимпиады"])
    fixture.addMentee("B", ["олимпиады"])
    fixture.base.addMentee("C", [Request("оценивание"), Request("олимпиады", priority: 3)])
    fixture.base.addMentee("D", [Request("оценивание"), Request("олимпиады", priority: 3)])
    #expect(try fixture.matches() == ["M–A+B: олимпиады", "N–C+D: оценивание"])
    fixture.groups.opensFewest = true
    #expect(try fixture.matches() == ["M–A+B+C+D: олимпиады"])
    let tiers = try fixture.plan().tiers
    #expect(tiers.map(\.tier) == [.pins, .coverage, .fewestGroups, .fit, .tieBreak])
    #expect(tiers[2].value == -1)
  }

  @Test func `puts as few groups as possible behind coverage whatever the order of goals`() throws {
    var fixture = try GroupFixture()
    fixture.groups.opensFewest = true
    fixture.addMentor("M")
    fixture.addMentees("A", "B")
    fixture.base.programme.tiers = [.fit, .coverage]
    #expect(
      try fixture.matcher.makeProblem().tiers == [.fit, .coverage, .fewestGroups, .tieBreak])
    fixture.base.programme.tiers = [.pins, .coverage, .ownOrganization, .fit]
    #expect(
      try fixture.matcher.makeProblem().tiers
        == [.pins, .coverage, .ownOrganization, .fewestGroups, .fit, .tieBreak])
  }

  @Test func `puts one mentee of a priority group before a whole group of others`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.base.programme.priorityGroups = [
      PriorityGroup(id: "new", title: Text(same: "new"), rule: PersonRule(marks: ["новый"]))
    ]
    fixture.addMentor("M", ["олимпиады", "оценивание"])
    fixture.addMentees("A", "B", "C")
    fixture.addMentee("D", ["оценивание"]) { $0.marks = ["новый"] }
    fixture.addMentee("E", ["оценивание"])
    #expect(try fixture.matches() == ["M–D+E: оценивание"])
  }

  @Test func `has no groups in the problem where no form makes them`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    let problem = try Matcher(programme: fixture.programme, bank: fixture.bank).makeProblem()
    #expect(problem.groups == nil)
    #expect(problem.seats == [Seat(mentor: "M", form: Fixture.form)])
  }

  @Test func `gives the same groups whatever the order of the rows`() throws {
    var fixture = try GroupFixture(size: 2...3)
    for id in ["M", "N"] as [PersonID] { fixture.addMentor(id) }
    for id in ["A", "B", "C", "D", "E"] as [PersonID] { fixture.addMentee(id) }
    let straight = try fixture.standing()
    fixture.base.bank.mentors.reverse()
    fixture.base.bank.profiles.reverse()
    #expect(try fixture.standing() == straight)
  }
}
