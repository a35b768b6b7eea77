import AssignmentKernel
import Matching
import MentoringModel
import Testing
import Wording

@Suite struct CompositionTests {
  /// Four mentees, two of each school, one mentor.
  private func fixture(_ rules: CompositionRequirement...) throws -> GroupFixture {
    var fixture = try GroupFixture(size: 2...4)
    fixture.groups.composition = rules
    fixture.addMentor("M")
    for (id, school) in [("A", "north"), ("B", "north"), ("C", "north"), ("D", "south")] {
      fixture.addMentee(PersonID(rawValue: id)) {
        $0.person.organization = OrganizationID(rawValue: school)
        $0.person.position = school == "north" ? "9А класс" : "10Б класс"
        $0.person.birth = .year(school == "north" ? 2008 : 2007)
        $0.person.subjects = school == "north" ? ["физика", "химия"] : ["физика"]
        $0.marks = school == "north" ? [] : ["новый"]
      }
    }
    return fixture
  }

  @Test(arguments: [
    (CompositionRequirement(.organization, atMost: 2), 3),
    (CompositionRequirement(.organization, atMost: 1), 2),
    (CompositionRequirement(.organization, values: ["south"], atMost: 0), 3),
    (CompositionRequirement(.organization, values: ["north", "south"], atMost: 3), 3),
    (CompositionRequirement(.year, atMost: 2), 3),
    (CompositionRequirement(.year, values: ["9"], atMost: 1), 2),
    (CompositionRequirement(.age, values: ["15"], atMost: 1), 2),
    (CompositionRequirement(.subject, values: ["химия"], atMost: 2), 3),
    (CompositionRequirement(.subject, atMost: 3), 3),
    (CompositionRequirement(.mark, values: ["новый"], atMost: 0), 3),
    (CompositionRequirement(.mark, values: ["новый"], atLeast: 1), 4),
    (CompositionRequirement(.mark, values: ["новый"], atLeast: 2), 0),
    (CompositionRequirement(.role, values: ["educator"], atMost: 3), 3),
    (CompositionRequirement(.level, values: ["5"], atMost: 0), 4),
  ])
  func `keeps a rule of composition in every group`(
    rule: CompositionRequirement, members: Int
  ) throws {
    let matches = try fixture(rule).plan().matches
    #expect(matches.reduce(0) { $0 + $1.mentees.count } == members)
  }

  @Test func `counts the mentee's own level in the topic`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.groups.composition = [CompositionRequirement(.level, values: ["4", "5"], atLeast: 1)]
    fixture.addMentor("M")
    for (id, level) in [("A", 1), ("B", 2), ("C", 3), ("D", 4)] {
      fixture.base.addMentee(
        PersonID(rawValue: id), [Request("олимпиады", level: level), Request("оценивание")])
    }
    let members = try #require(try fixture.plan().matches.first).mentees
    #expect(members.count == 3)
    #expect(members.contains("D"))
  }

  @Test func `reads the class or course, else the year of birth`() throws {
    var mentee = Mentee(Person(id: "A", name: "А"))
    let rule = CompositionRequirement(.year)
    func years(_ position: String) throws -> [String] {
      mentee.person.position = position
      return rule.values(
        of: mentee, topic: nil, asOf: try #require(CalendarDate("2023-09-25")))
    }
    mentee.person.birth = .year(2008)
    for (position, year) in [
      ("9А класс", "9"), ("студент, 2 курс", "2"), ("гр. 1-ТР-А", "1"), ("11 класс", "11"),
      ("ученик 10 класса", "10"), ("сварщик 5 разряда", "2008"), ("", "2008"), ("2008 г.", "2008"),
      ("13 класс", "2008"),
    ] {
      #expect(try years(position) == [year])
    }
  }

  @Test func `keeps mentees together, in one group or in none`() throws {
    var fixture = try GroupFixture(size: 2...2)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    for pair in [["A", "B"], ["A", "C"], ["B", "C"]] as [[PersonID]] {
      fixture.base.bank.companions = [Companions(.together, people: pair)]
      #expect(try fixture.plan().matches.map(\.mentees) == [pair])
    }
    fixture.base.bank.companions = [Companions(.together, people: ["A", "B", "C"])]
    #expect(try fixture.matches() == [])
    #expect(
      try fixture.codes() == ["A": "companyKeptOut", "B": "companyKeptOut", "C": "companyKeptOut"])
  }

  @Test func `keeps companions with one mentor where pairs are made as well`() throws {
    var fixture = try GroupFixture(size: 3...3, allowsPairs: true)
    fixture.addMentor("M", places: 1)
    fixture.addMentor("N", places: 2)
    fixture.addMentees("A", "B")
    fixture.base.bank.companions = [Companions(.together, people: ["A", "B"])]
    #expect(try fixture.matches() == ["N–A", "N–B"])
  }

  @Test func `joins lists that share somebody`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C", "D")
    fixture.groups.companions = [Companions(.together, form: Fixture.form, people: ["A", "B"])]
    fixture.base.bank.companions = [Companions(.together, people: ["D", "B"])]
    #expect(try fixture.standing() == ["M": ["A", "B", "D"]])
  }

  @Test func `keeps mentees apart in groups, not in pairs`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    fixture.base.bank.companions = [Companions(.apart, people: ["A", "B", "C"])]
    #expect(try fixture.matches() == [])
    fixture.base.bank.companions = [Companions(.apart, people: ["A", "B"])]
    #expect(try fixture.plan().matches.map(\.mentees.count) == [2])
    fixture.base.bank.companions = [Companions(.apart, form: "another", people: ["A", "B"])]
    #expect(try fixture.plan().matches.map(\.mentees.count) == [3])
    fixture.groups.allowsPairs = true
    fixture.base.bank.companions = [Companions(.apart, people: ["A", "B", "C"])]
    #expect(try fixture.matches() == ["M–A", "M–B", "M–C"])
  }

  @Test func `lets together win over apart`() throws {
    var fixture = try GroupFixture(size: 2...2)
    fixture.addMentor("M")
    fixture.addMentees("A", "B")
    fixture.base.bank.companions = [
      Companions(.apart, people: ["A", "B"]), Companions(.together, people: ["A", "B"]),
    ]
    #expect(try fixture.matches() == ["M–A+B: олимпиады"])
    let companions = EffectiveCompanions(of: fixture.base.form, in: fixture.base.bank)
    #expect(companions.contradictions.map(\.one) == ["A"])
    #expect(companions.apart == [])
  }

  @Test func `tells what each rule of the kernel comes from`() throws {
    var fixture = try fixture(CompositionRequirement(.organization, atMost: 2))
    fixture.base.bank.companions = [Companions(.apart, people: ["A", "D"])]
    let problem = try fixture.matcher.makeProblem()
    #expect(
      problem.ruleOrigins == [
        .composition(Fixture.form, rule: 0, values: ["north"]), .apart(Fixture.form, ["A", "D"]),
      ])
    #expect(problem.groups?.rules.count == 2)
  }
}
