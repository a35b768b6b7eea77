import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct UnmatchedQuestionTests {
  @Test func `tells how many requests compete for a place`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M-07")
    fixture.addMentor("N", ["олимпиады": 5])
    for id in ["A", "B", "C"] as [PersonID] { fixture.addMentee(id) }
    let solved = try RandomBanks.solved(fixture)
    let blocking = solved.unmatched().compactMap(\.blocking)
    #expect(blocking.count == 2)
    #expect(
      blocking[0].text { limit in
        if case .mentor(let mentor) = limit { mentor.rawValue } else { "?" }
      }
        == Text(
          ru: "на 1 место у наставника M-07 претендуют 3 заявки",
          en: "3 requests compete for 1 place of mentor M-07"))
  }

  @Test func `tells which rule keeps how many mentors away`() throws {
    var fixture = try Fixture()
    fixture.form.mentorExperience = ExperienceRule(Limit(.above, years: 3))
    for index in 0..<5 {
      fixture.addMentor(
        PersonID(rawValue: "M\(index)"), index == 4 ? ["олимпиады": 5] : ["план урока": 5]
      ) {
        $0.person.experience = .months(index == 4 ? 60 : 24)
      }
    }
    fixture.addMentee("A")
    let rules = try #require(try RandomBanks.solved(fixture).unmatched().first?.rules)
    #expect(
      rules.lines.map(\.ru) == [
        "4 из 5 наставников исключены: стаж не отвечает правилу «больше 3 лет»",
        "1 из 5 наставников исключён: не владеет ни одной из запрошенных компетенций: план урока",
      ])
  }

  @Test(arguments: seeds(80))
  func `a blocking set blocks, and no part of it does, by enumeration`(seed: UInt64) throws {
    var fixture = try RandomBanks.fixture(seed: seed)
    fixture.bank.organizations = []
    fixture.bank.decisions = []
    let solved = try RandomBanks.solved(fixture)
    let problem = solved.problem.assignment
    for explanation in solved.unmatched() {
      let row = try #require(
        solved.problem.profiles.firstIndex { $0.members == explanation.profile.mentees })
      guard let blocking = explanation.blocking else {
        #expect(problem.arcs.arcs(ofRow: row).isEmpty)
        continue
      }
      let owners = blocking.owners.compactMap { owner -> Int? in
        guard case .mentor(let mentor) = owner else { return nil }
        return solved.problem.seats.firstIndex { $0.mentor == mentor }
      }
      let sets = (0..<1 << owners.count).map { mask in
        Set(owners.indices.filter { mask >> $0 & 1 == 1 }.map { owners[$0] })
      }
      let short = sets.filter { competing(for: $0, with: row, in: problem) != nil }
      #expect(short == [Set(owners)])
      #expect(
        blocking.requests.count == competing(for: Set(owners), with: row, in: problem))
      #expect(blocking.places == owners.reduce(0) { $0 + problem.columnLoad[$1].upper })
    }
  }

  @Test func `a fixed pair does not move to make room`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentor("N", ["оценивание": 5])
    fixture.addMentee("A", [Request("план урока"), Request("оценивание")])
    fixture.addMentee("B")
    fixture.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    let blocking = try #require(try RandomBanks.solved(fixture).unmatched().first?.blocking)
    #expect(blocking.owners == [.mentor("M")])
    #expect(blocking.fixedPlaces == 1)
    #expect(blocking.requests.map(\.mentees) == [["A"], ["B"]])
  }

  /// How many rows have no place beside these columns, where they are too many and the row is one.
  private func competing(
    for columns: Set<Int>, with row: Int, in problem: AssignmentProblem
  ) -> Int? {
    let rows = (0..<problem.rowCount).filter { row in
      let arcs = problem.arcs.arcs(ofRow: row)
      return !arcs.isEmpty && arcs.allSatisfy { columns.contains(problem.arcs.column(ofArc: $0)) }
    }
    let places = columns.reduce(0) { $0 + problem.columnLoad[$1].upper }
    return rows.contains(row) && rows.count > places ? rows.count : nil
  }

  @Test func `counts places of an organization, and fixed pairs that hold some`() throws {
    var fixture = try Fixture()
    fixture.bank.organizations = [Organization(id: "north", name: "North", capacity: 2)]
    for id in ["M", "N"] as [PersonID] {
      fixture.addMentor(id) {
        $0.person.organization = "north"
        $0.capacity = 3
      }
    }
    for id in ["A", "B", "C", "D"] as [PersonID] { fixture.addMentee(id) }
    fixture.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    let solved = try RandomBanks.solved(fixture)
    let blocking = try #require(solved.unmatched().first?.blocking)
    #expect(blocking.owners == [.organization("north")])
    #expect(
      blocking.text { _ in "«Север»" }.ru
        == "на 2 места у организации «Север» претендуют 4 заявки (1 место держит закреплённая пара)"
    )
  }

  @Test(arguments: seeds(40))
  func `no single change brings more than the first that is told`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let solved = try RandomBanks.solved(fixture)
    let remedies = try solved.remedies(count: 3).found
    for remedy in remedies {
      #expect(remedy.gain.mentees == (try gain(of: remedy.change, fixture)))
      #expect(remedy.gain.mentees > 0)
      let after = remedy.gain.goals.map { Int128($0.after) }
      #expect(after == (try RandomBanks.objective(changed(fixture, remedy.change))))
    }
    let order = remedies.map(\.gain.mentees)
    #expect(order == order.sorted(by: >))
    let most = try everyChange(fixture).map { try gain(of: $0, fixture) }.max() ?? 0
    #expect(most == remedies.first?.gain.mentees ?? 0)
    for mentee in solved.unmatched().map(\.profile.mentees[0]) {
      for remedy in try solved.remedies(for: mentee, count: 2).found {
        #expect(remedy.gain.found.contains { $0.mentee == mentee })
      }
    }
  }

  /// Skipping what cannot be among the best must not skip any of them.
  @Test(arguments: seeds(60))
  func `few changes are the first of many`(seed: UInt64) throws {
    let random = RandomBank(seed: seed, day: try Fixture().programme.asOf)
    var other = try Fixture()
    (other.programme, other.bank) = (random.programme, random.bank)
    for fixture in [try RandomBanks.fixture(seed: seed), other] {
      guard let solved = try? RandomBanks.solved(fixture) else { continue }
      let all = try solved.remedies(count: 1000)
      #expect(all.isComplete)
      for count in 0...3 {
        let few = try solved.remedies(count: count)
        #expect(few.isComplete)
        #expect(few.found.map(\.gain.mentees) == all.found.prefix(count).map(\.gain.mentees))
      }
    }
  }

  @Test func `answers that the time cut short say so`() throws {
    let solved = try RandomBanks.solved(try RandomBanks.fixture(seed: 1))
    #expect(try !solved.remedies().found.isEmpty)
    #expect(try !solved.competencyGaps().found.isEmpty)
    let stop = StopSignal()
    stop.raise()
    let ended = solved.asked(within: SolveLimits(stop: stop))
    #expect(try ended.remedies() == Tried(found: [], isComplete: false))
    #expect(try ended.competencyGaps() == Tried(found: [], isComplete: false))
  }

  @Test(arguments: seeds(20))
  func `one more mentor brings what a solve with him brings`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let solved = try RandomBanks.solved(fixture)
    for gap in try solved.competencyGaps().found {
      var more = fixture
      more.bank.decisions = fixture.bank.decisions
      more.addMentor("new", [gap.competency: 5]) {
        $0.capacity = nil
        $0.person.organization = "elsewhere"
      }
      let count = try more.plan().matches.count - (try fixture.plan().matches.count)
      #expect(gap.gain.mentees == count)
      let asking = fixture.bank.profiles.filter {
        $0.requests.contains { $0.competency == gap.competency }
      }
      #expect(gap.asked == asking.count)
      #expect(gap.unmet > 0)
    }
  }

  private func changed(_ fixture: Fixture, _ change: SingleChange) -> Fixture {
    var fixture = fixture
    (fixture.programme, fixture.bank) = change.applied(to: fixture.programme, fixture.bank)
    return fixture
  }

  private func gain(of change: SingleChange, _ fixture: Fixture) throws -> Int {
    try changed(fixture, change).plan().matches.count - (try fixture.plan().matches.count)
  }

  /// Every change of the kinds that the banks allow, whether it can help or not.
  private func everyChange(_ fixture: Fixture) -> [SingleChange] {
    let mentors = fixture.bank.mentors.map(\.id)
    return mentors.map { .place($0, Fixture.form) } + mentors.map { .consent($0) }
      + mentors.flatMap { mentor in
        RandomBanks.competencies.map { .competency(mentor, $0, 3) }
      } + [
        .formPlaces(Fixture.form), .anyCompetency(Fixture.form), .mustHaveLevel(Fixture.form, 1),
      ]
      + fixture.bank.organizations.map { .organizationPlace($0.id) }
  }
}
