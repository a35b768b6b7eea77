import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct CoverageNeedTests {
  @Test(arguments: seeds(40))
  func `no plan covers more people of a target than it says`(seed: UInt64) throws {
    var fixture = try GoalTierTests.fixture(seed: seed)
    fixture.programme.minimumLoad = nil
    fixture.programme.tiers = [.pins, .coverage, .fit]
    fixture.programme.coverageTargets[0].percent = 100
    let solved = try RandomBanks.solved(fixture)
    let need = try #require(try solved.coverageNeeds().first)
    let involved = Set(solved.plan.matches.flatMap { $0.mentees + [$0.mentor] })
    let roster = fixture.bank.roster.map(\.id)
    #expect(need.needed == roster.count)
    #expect(need.missing == roster.count { !involved.contains($0) })
    #expect(Set(need.outside.map(\.person)) == Set(roster).subtracting(involved))
    for person in need.outside {
      let profile = solved.plan.unmatched.first { $0.mentees.contains(person.person) }
      #expect(person.request == profile)
    }
    guard let most = need.most else { return #expect(need.missing == 0) }
    // By every plan: fixed pairs, then people of the target, then the rest.
    var first = fixture.programme
    first.tiers = [.pins, .coverageTargets, .coverage, .fit]
    let problem = try Matcher(programme: first, bank: fixture.bank).makeProblem()
    let plans = EveryPairing(problem: problem, programme: first, bank: fixture.bank)
    var best: [[Int]] = []
    plans.visitAll { chosen in
      let worth = plans.worth(chosen, in: first.tiers)
      if best.isEmpty || worth.isBetter(than: best) { best = worth }
    }
    #expect(most.reach == best[1][0])
    #expect([most.covered, most.then.totalFit] == [best[1][0], best[3][0]])
    #expect(most.covered == need.result.covered + most.found.count - most.lost.count)
    #expect(Set(most.found).isSubset(of: need.outside.map(\.person)))
    #expect(most.now.totalFit == solved.plan.matches.reduce(0) { $0 + $1.score.total })
  }

  @Test(arguments: seeds(60))
  func `the plan that reaches a target is the best of those that do`(seed: UInt64) throws {
    var fixture = try GoalTierTests.fixture(seed: seed)
    fixture.programme.minimumLoad = nil
    fixture.programme.tiers = [.pins, .coverage, .fit]
    fixture.programme.coverageTargets[0].percent = 100
    let covered = try #require(try RandomBanks.solved(fixture).coverageNeeds().first).result.covered
    guard covered < fixture.bank.roster.count else { return }
    // One person more than now.
    fixture.programme.coverageTargets[0].percent = (covered + 1) * 100 / fixture.bank.roster.count
    let need = try #require(try RandomBanks.solved(fixture).coverageNeeds().first)
    let most = try #require(need.most)
    #expect(need.missing == 1)
    guard most.reach > need.needed else { return #expect(most.covered == most.reach) }
    var counting = fixture.programme
    counting.tiers = [.pins, .coverageTargets, .coverage, .fit]
    let problem = try Matcher(programme: counting, bank: fixture.bank).makeProblem()
    let plans = EveryPairing(problem: problem, programme: counting, bank: fixture.bank)
    var best: [[Int]] = []
    plans.visitAll { chosen in
      guard plans.worth(chosen, in: [.coverageTargets])[0][0] >= need.needed else { return }
      let worth = plans.worth(chosen, in: [.pins, .coverage, .fit])
      if best.isEmpty || worth.isBetter(than: best) { best = worth }
    }
    #expect(most.covered >= need.needed)
    #expect(most.then.totalFit == best[2][0])
  }

  @Test func `asks for no other plan where the target is reached`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    fixture.addMentee("B")
    fixture.bank.roster = ["A", "B", "C"].map { RosterEntry(id: $0, roles: ["educator"]) }
    fixture.programme.coverageTargets = [
      CoverageTarget(id: "all", title: Text(same: "all"), rule: PersonRule(), percent: 33)
    ]
    let reached = try #require(try RandomBanks.solved(fixture).coverageNeeds().first)
    #expect(reached.needed == 1 && reached.missing == 0 && reached.most == nil)
    fixture.programme.coverageTargets[0].percent = 34
    let need = try #require(try RandomBanks.solved(fixture).coverageNeeds().first)
    #expect(need.needed == 2 && need.missing == 1 && need.most?.covered == 1)
    #expect(need.outside.map { $0.request == nil } == [false, true])
  }
}
