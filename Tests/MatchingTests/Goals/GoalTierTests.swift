import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct GoalTierTests {
  static let orders: [[ObjectiveTier]] = [
    [.pins, .coverage, .balance, .fit],
    [.pins, .coverage, .minimumLoad, .fit, .balance],
    [.pins, .coverage, .worstFit, .fit],
    [.pins, .coverage, .leximin, .fit],
    [.pins, .coverageTargets, .coverage, .fit],
    [.pins, .coverage, .coverageTargets, .minimumLoad, .balance, .worstFit, .fit],
    [.coverage, .balance, .leximin, .fit],
    [.fit, .balance],
  ]

  /// A small bank with two forms, whose first mentors and mentees are on the roster.
  static func fixture(seed: UInt64) throws -> Fixture {
    var fixture = try RandomBanks.fixture(seed: seed)
    var random = SplitMix64(seed: seed &+ 1)
    fixture.programme.minimumLoad = Int(random.next() % 3) + 1
    if random.next() % 3 == 0 { fixture.programme.maximumLoad = 2 }
    if random.next() % 3 == 0 { fixture.programme.mentorsPerMentee = 1 }
    var second = fixture.form
    second.id = "second"
    fixture.programme.forms.append(second)
    fixture.bank.profiles.removeLast(2)
    fixture.addMentee("A0", form: "second")
    fixture.addMentee("A1", [Request("оценивание")], form: "second")
    for index in fixture.bank.mentors.indices where random.next() % 2 == 0 {
      fixture.bank.mentors[index].capacityByForm["second"] = 1
    }
    fixture.programme.coverageTargets = [
      CoverageTarget(
        id: "all", title: Text(same: "all"), rule: PersonRule(roles: ["educator"]), percent: 70)
    ]
    for id in ["A0", "A2", "M0", "M1", "A9"] as [PersonID] {
      fixture.bank.roster.append(RosterEntry(id: id, roles: ["educator"]))
    }
    return fixture
  }

  @Test(arguments: seeds(40))
  func `reaches in each goal what no other plan passes`(seed: UInt64) throws {
    var fixture = try Self.fixture(seed: seed)
    for order in Self.orders {
      fixture.programme.tiers = order
      let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
      let listed = try matcher.makeProblem()
      let problem = try listed.settlingFairness(by: HungarianSolver())
      let solution = try HungarianSolver().solve(problem.assignment)
      let proof = Verifier.verify(solution, of: problem.assignment)
      #expect(proof.provesOptimality)
      let plans = EveryPairing(
        problem: listed, programme: fixture.programme, bank: fixture.bank)
      let goals = listed.tiers.filter { $0 != .tieBreak }
      var best: [[Int]]?
      plans.visitAll { chosen in
        let worth = plans.worth(chosen, in: goals)
        if best.map({ worth.isBetter(than: $0) }) ?? true { best = worth }
      }
      var chosen = [Int?](repeating: nil, count: listed.profiles.count)
      for arc in solution.arcs where arc < listed.people.arcs.count {
        chosen[problem.assignment.arcs.row(ofArc: arc)] = arc
      }
      let found = plans.worth(chosen, in: goals)
      #expect(found == best, "\(order)")
      // What the plan tells of each goal is the goal in its own terms.
      let plan = matcher.plan(for: solution, verification: proof, of: problem)
      for (goal, worth) in zip(goals, found) where goal != .leximin {
        #expect(plan.tiers.first { $0.tier == goal }?.value == worth.first, "\(goal)")
        #expect(plan.tiers.first { $0.tier == goal }?.bound == worth.first, "\(goal)")
      }
    }
  }

  @Test func `says for whom a minimum load is out of reach, and what can be reached`() throws {
    var fixture = try Fixture()
    for id in ["M", "N", "O"] as [PersonID] { fixture.addMentor(id) { $0.capacity = 3 } }
    for id in ["A", "B", "C", "D"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.minimumLoad = 2
    let finding = try #require(try fixture.plan().findings.first)
    #expect(finding.code == "minimumLoadUnmet")
    #expect(finding.message.ru.hasPrefix("минимум 2 у наставника недостижим для 2 наставников ("))
    #expect(finding.message.ru.hasSuffix("достижимо 1"))
    fixture.programme.minimumLoad = 1
    #expect(try fixture.plan().findings.isEmpty)
  }

  @Test func `keeps pairs below the least fit apart and says so`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["план урока": 1])
    fixture.addMentee("A")
    #expect(try fixture.pairs() == ["M–A"])
    fixture.form.minimumFit = 9_900
    let plan = try fixture.plan()
    #expect(plan.matches.isEmpty)
    #expect(plan.unmatched.map(\.code) == ["noEligibleMentor"])
  }

  @Test func `holds every mentor to the maximum load over all forms`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M") { $0.capacity = nil }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    #expect(try fixture.pairs().count == 2)
    fixture.programme.maximumLoad = 1
    #expect(try fixture.pairs().count == 1)
  }

  @Test func `the least fit that lets somebody in is named to the percent`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["план урока": 1])
    fixture.addMentee("A")
    let fit = try #require(try fixture.plan().matches.first?.score.total)
    fixture.form.minimumFit = 9_900
    let remedies = try RandomBanks.solved(fixture).remedies(count: 5).found
    #expect(remedies.map(\.change).contains(.minimumFit(Fixture.form, fit / 100 * 100)))
    #expect(remedies.allSatisfy { $0.gain.mentees == 1 })
  }

  @Test func `one more mentee for every mentor is a change that helps`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M") { $0.capacity = nil }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.maximumLoad = 1
    let remedies = try RandomBanks.solved(fixture).remedies(count: 5).found
    #expect(remedies.map(\.change) == [.maximumLoad(2)])
    #expect(remedies.map(\.gain.mentees) == [1])
  }
}
