import MentoringModel
import Testing

@testable import Matching

@Suite struct PlanBalanceTests {
  /// A mentor of two places with one skill, and three who ask, the last for what nobody has.
  private func fixture() throws -> Fixture {
    var fixture = try Fixture()
    fixture.bank.organizations = [
      Organization(id: "south", name: "South"), Organization(id: "north", name: "North"),
    ]
    fixture.addMentor("M", ["план урока": 4]) {
      $0.capacity = 2
      $0.person.organization = "north"
    }
    fixture.addMentor("away") { $0.person.availableThisCycle = false }
    let orders: [[Request]] = [
      [Request("план урока")], [Request("план урока"), Request("оценивание")],
      [Request("олимпиады"), Request("план урока")],
    ]
    for (index, requests) in orders.enumerated() {
      fixture.addMentee(PersonID(rawValue: "A\(index)"), requests) {
        $0.person.organization = index == 2 ? nil : "south"
      }
    }
    return fixture
  }

  private func balance(_ fixture: Fixture) throws -> (Plan, PlanBalance) {
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let plan = try fixture.plan()
    return (plan, matcher.balance(of: plan))
  }

  @Test func `demand and offer of a competency are told apart`() throws {
    let demands = try balance(fixture()).1.demands
    func demand(_ competency: CompetencyID) -> CompetencyDemand? {
      demands.first { $0.competency == competency }
    }
    #expect(
      demand("план урока")
        == CompetencyDemand(
          form: Fixture.form, competency: "план урока", asked: 3, matched: 2, answered: 2,
          mentors: 1, places: 2))
    let assessment = try #require(demand("оценивание"))
    #expect(assessment.mentors == 0 && assessment.answered == 0 && assessment.isShort)
    #expect(demands.map(\.unmatched) == demands.map(\.unmatched).sorted(by: >))
  }

  @Test func `only mentors who can take part have places`() throws {
    let loads = try balance(fixture()).1.loads
    #expect(loads.map(\.mentor) == ["M"])
    #expect(loads[0].places == 2 && loads[0].taken == 2 && loads[0].free == 0)
  }

  @Test func `a mentor has no more places than the forms or he himself allow`() throws {
    var fixture = try fixture()
    var second = fixture.form
    second.id = "second"
    fixture.programme.forms.append(second)
    fixture.form.maximumCapacity = 1
    fixture.bank.mentors[0].capacity = nil
    var load = try #require(try balance(fixture).1.loads.first)
    #expect(load.places == 3 && load.shares.map(\.places) == [1, 2])
    fixture.bank.mentors[0].capacity = 2
    load = try #require(try balance(fixture).1.loads.first)
    #expect(load.places == 2)
  }

  @Test func `organizations stand in the order of the registry, and none comes last`() throws {
    let organizations = try balance(fixture()).1.organizations
    #expect(organizations.map(\.organization) == ["south", "north", nil])
    #expect(organizations.map(\.asking) == [2, 0, 1])
    #expect(organizations.map(\.mentors) == [0, 1, 0])
    #expect(organizations.map(\.taken) == [0, 2, 0])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the counts add up`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let (plan, balance) = try balance(fixture)
    try expectSums(balance, plan, fixture)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the counts add up with groups that open`(seed: UInt64) throws {
    let fixture = try RandomGroups(seed: seed).fixture
    let plan = try fixture.plan()
    let matcher = Matcher(programme: fixture.base.programme, bank: fixture.base.bank)
    try expectSums(matcher.balance(of: plan), plan, fixture.base)
  }

  private func expectSums(_ balance: PlanBalance, _ plan: Plan, _ fixture: Fixture) throws {
    #expect(
      balance.loads.reduce(0) { $0 + $1.taken } == plan.matches.reduce(0) { $0 + $1.mentees.count })
    #expect(balance.loads.allSatisfy { $0.taken <= $0.places })
    let matched = Set(plan.matches.flatMap(\.mentees))
    #expect(balance.organizations.reduce(0) { $0 + $1.matched } == matched.count)
    #expect(
      balance.organizations.reduce(0) { $0 + $1.asking }
        == Set(fixture.bank.profiles.flatMap(\.members)).count)
    for demand in balance.demands {
      let asking = fixture.bank.profiles.filter { profile in
        profile.requests.contains { $0.competency == demand.competency }
      }
      #expect(demand.asked == asking.count)
      #expect(demand.matched == asking.count { matched.contains($0.members[0]) })
      let able = fixture.bank.mentors.filter { mentor in
        balance.loads.contains { $0.mentor == mentor.id }
          && mentor.competencies[demand.competency] ?? 0 > 0
      }
      #expect(demand.mentors == able.count)
      let answered = asking.count { profile in
        let mentor = plan.matches.first { $0.mentees.contains(profile.members[0]) }?.mentor
        return able.contains { $0.id == mentor }
      }
      #expect(demand.answered == answered)
    }
  }
}
