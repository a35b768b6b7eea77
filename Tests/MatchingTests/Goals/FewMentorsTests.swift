import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct FewMentorsTests {
  /// What a set of mentors comes to: the goals before few mentors, how few, the goals after.
  private struct Reached: Comparable {
    var before: [Int]
    var mentors: Int
    var after: [Int]

    static func < (left: Reached, right: Reached) -> Bool {
      if left.before != right.before {
        return left.before.lexicographicallyPrecedes(right.before)
      }
      if left.mentors != right.mentors { return left.mentors > right.mentors }
      return left.after.lexicographicallyPrecedes(right.after)
    }
  }

  static func fixture(seed: UInt64) throws -> Fixture {
    var fixture = try GoalTierTests.fixture(seed: seed)
    fixture.programme.minimumLoad = nil
    return fixture
  }

  /// The proved plan with as few mentors as asked for.
  static func plan(_ programme: Programme, _ bank: Bank) throws -> Plan {
    let matcher = Matcher(programme: programme, bank: bank)
    let problem = try matcher.makeProblem()
    let groups = try #require(problem.groups)
    let solution = try GroupSearch().solve(groups)
    let proof = GroupVerifier.verify(solution, of: groups)
    #expect(solution.status == .optimal && proof.provesOptimality)
    return matcher.plan(for: solution, verification: proof, of: problem)
  }

  /// The same, for questions.
  private static func solved(_ fixture: Fixture) throws -> SolvedMatching {
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let problem = try matcher.makeProblem()
    let solution = try GroupSearch().solve(try #require(problem.groups))
    return try #require(
      SolvedMatching(problem, solution: solution, by: matcher, asking: GroupSearch()))
  }

  /// Every set of mentors.
  private static func subsets(of mentors: [Mentor]) -> [[Mentor]] {
    mentors.reduce([[]]) { sets, mentor in sets + sets.map { $0 + [mentor] } }
  }

  private static func value(_ plan: Plan, _ goals: some Sequence<ObjectiveTier>) -> [Int] {
    goals.compactMap { goal in plan.tiers.first { $0.tier == goal }?.value }
  }

  @Test(arguments: seeds(40))
  func `no set of mentors does as much with fewer of them, and none of so few does more`(
    seed: UInt64
  ) throws {
    var fixture = try Self.fixture(seed: seed)
    let before: [ObjectiveTier] = [.pins, .coverage]
    let after: [ObjectiveTier] = seed % 2 == 0 ? [.fit] : [.ownOrganization, .fit]
    let mentors = fixture.bank.mentors
    var sets: [(count: Int, reached: Reached)] = []
    for set in Self.subsets(of: mentors) {
      fixture.bank.mentors = set
      fixture.programme.tiers = before + after
      let plan = try fixture.plan()
      sets.append(
        (
          set.count,
          Reached(
            before: Self.value(plan, before), mentors: set.count, after: Self.value(plan, after))
        ))
    }
    fixture.bank.mentors = mentors
    fixture.programme.tiers = before + [.fewestMentors] + after
    for most in [nil, 1, 2, 3] as [Int?] {
      fixture.programme.maximumMentors = most
      let plan = try Self.plan(fixture.programme, fixture.bank)
      let used = Set(plan.matches.map(\.mentor)).count
      let best = sets.filter { $0.count <= most ?? .max }.map(\.reached).max()
      let found = Reached(
        before: Self.value(plan, before), mentors: used, after: Self.value(plan, after))
      #expect(found == best, "\(String(describing: most))")
      #expect(Self.value(plan, [.fewestMentors]) == [-used])
      #expect(plan.tiers.allSatisfy { $0.bound == $0.value })
    }
  }

  @Test(arguments: seeds(40))
  func `a limit on mentors alone leaves the best that so many can do`(seed: UInt64) throws {
    var fixture = try Self.fixture(seed: seed)
    let goals: [ObjectiveTier] = [.pins, .coverage, .fit]
    let mentors = fixture.bank.mentors
    fixture.programme.tiers = goals
    let most = Int(seed % 3) + 1
    var best: [Int] = []
    for set in Self.subsets(of: mentors) where set.count <= most {
      fixture.bank.mentors = set
      let value = Self.value(try fixture.plan(), goals)
      if best.lexicographicallyPrecedes(value) { best = value }
    }
    fixture.bank.mentors = mentors
    fixture.programme.maximumMentors = most
    let plan = try Self.plan(fixture.programme, fixture.bank)
    #expect(Self.value(plan, goals) == best)
    #expect(Set(plan.matches.map(\.mentor)).count <= most)
  }

  @Test(arguments: seeds(40))
  func `few mentors are counted over pairs and groups alike`(seed: UInt64) throws {
    var random = try RandomGroups(seed: seed).fixture
    let mentors = random.base.bank.mentors
    let goals: [ObjectiveTier] = [.pins, .coverage, .fewestGroups, .fit]
    var alone: [Reached] = []
    for set in Self.subsets(of: mentors) {
      random.base.bank.mentors = set
      let plan = try random.plan()
      alone.append(
        Reached(before: Self.value(plan, goals), mentors: set.count, after: []))
    }
    random.base.bank.mentors = mentors
    random.base.programme.maximumMentors = 1
    let limited = try Self.plan(random.base.programme, random.base.bank)
    let best = alone.filter { $0.mentors <= 1 }.map(\.before)
      .max { $0.lexicographicallyPrecedes($1) }
    #expect(Self.value(limited, goals) == best)
    random.base.programme.maximumMentors = nil
    random.base.programme.tiers = [.pins, .coverage, .fewestMentors, .fit]
    let few = try Self.plan(random.base.programme, random.base.bank)
    let most = alone.map { Array($0.before.prefix(2)) }.max { $0.lexicographicallyPrecedes($1) }
    let fewest = alone.filter { Array($0.before.prefix(2)) == most }.map(\.mentors).min()
    #expect(Self.value(few, [.pins, .coverage]) == most)
    #expect(Set(few.matches.map(\.mentor)).count == fewest)
  }

  @Test func `who stays without a mentor for the limit is told so, and which limit helps`() throws {
    var fixture = try Fixture()
    for id in ["M", "N", "O"] as [PersonID] { fixture.addMentor(id) }
    for id in ["A", "B", "C"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.maximumMentors = 1
    let solved = try Self.solved(fixture)
    #expect(solved.plan.unmatched.map(\.code) == ["mentorsLimited", "mentorsLimited"])
    let reason = try #require(solved.plan.unmatched.first?.reason)
    #expect(
      reason.ru == "3 подходящих наставника, но программа занимает не больше 1 наставника")
    let remedies = try solved.remedies(count: 3).found
    #expect(remedies.map(\.change) == [.maximumMentors(3), .maximumMentors(2)])
    #expect(remedies.map(\.gain.mentees) == [2, 1])
  }

  @Test func `no alternate and no exchange puts more mentors to work than may`() throws {
    var fixture = try Fixture()
    for id in ["M", "N"] as [PersonID] { fixture.addMentor(id) { $0.capacity = 2 } }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.maximumMentors = 1
    let solved = try Self.solved(fixture)
    let used = try #require(solved.plan.matches.first?.mentor)
    let other: PersonID = used == "M" ? "N" : "M"
    guard case .paired(let pair) = try #require(solved.answers(about: "A").first) else { return }
    #expect(pair.alternates.isEmpty)
    let answer = try #require(solved.answers(about: "A", with: other).first)
    guard case .cost(let difference) = answer.obstacle else {
      Issue.record("no cost")
      return
    }
    // Both go over to the other mentor.
    #expect(difference.moves.map(\.after?.mentor) == [other, other])
  }

  @Test(arguments: [1, 2])
  func `an alternate tells that one more mentor would have somebody`(forms: Int) throws {
    var fixture = try Fixture()
    for index in 1..<forms {
      var form = fixture.form
      form.id = FormID(rawValue: "form \(index)")
      fixture.programme.forms.append(form)
    }
    for id in ["M", "N"] as [PersonID] { fixture.addMentor(id) { $0.capacity = 2 } }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.tiers = [.pins, .coverage, .fewestMentors, .fit]
    let solved = try Self.solved(fixture)
    guard case .paired(let pair) = try #require(solved.answers(about: "A").first) else {
      Issue.record("no pair")
      return
    }
    let alternate = try #require(pair.alternates.first)
    let goal = try #require(alternate.difference.goals.first { $0.goal == .fewestMentors })
    #expect([goal.before, goal.after] == [-1, -2])
    #expect(goal.text?.ru == "занято на 1 наставника больше")
    // With B away, A alone takes his mentor's rest with him.
    fixture.bank.profiles.removeLast()
    let one = try Self.solved(fixture)
    guard case .paired(let only) = try #require(one.answers(about: "A").first) else { return }
    let same = try #require(only.alternates.first?.difference.goals)
    #expect(same.first { $0.goal == .fewestMentors }?.change == 0)
  }
}
