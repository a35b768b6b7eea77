import AssignmentKernel
import MentoringModel
import SolverConformance
import Testing

@testable import Matching

@Suite struct RobustnessTests {
  /// A small bank in which several criteria disagree, now and then with a form of its own weights,
  /// rules that depend on the fit, or a goal of fairness.
  static func fixture(seed: UInt64) throws -> Fixture {
    var fixture = try GoalTierTests.fixture(seed: seed)
    var random = SplitMix64(seed: seed &+ 5)
    let tags = ["шахматы", "музыка", "спорт"]
    for index in fixture.bank.mentors.indices {
      fixture.bank.mentors[index].person.interests = Set(
        tags.filter { _ in random.next() % 2 == 0 })
      fixture.bank.mentors[index].person.subjects = Set(
        tags.filter { _ in random.next() % 2 == 0 })
    }
    for index in fixture.bank.mentees.indices {
      fixture.bank.mentees[index].person.interests = Set(
        tags.filter { _ in random.next() % 2 == 0 })
      fixture.bank.mentees[index].person.subjects = Set(
        tags.filter { _ in random.next() % 2 == 0 })
    }
    fixture.programme.minimumLoad = nil
    fixture.programme.tiers = [.pins, .coverage, .fit]
    fixture.programme.weights = try #require(
      CriterionWeights([.requests: 40, .subject: 30, .interests: 30]))
    if seed % 2 == 0 {
      fixture.programme.forms[1].weights = CriterionWeights([.requests: 1, .interests: 2])
    }
    switch seed % 5 {
    case 1: fixture.form.minimumFit = 5_500
    case 2: fixture.programme.tiers = [.pins, .coverage, .balance, .worstFit, .fit]
    case 3: fixture.programme.tiers = [.coverage, .balance, .fit]
    default: break
    }
    return fixture
  }

  /// Who has whom in the plan that a run from nothing gives.
  private static func plan(
    _ fixture: Fixture, _ programme: Programme
  ) throws -> [ProfileKey: PersonID] {
    let matcher = Matcher(programme: programme, bank: fixture.bank)
    let problem = try matcher.makeProblem().settlingFairness(by: HungarianSolver())
    let solution = try HungarianSolver().solve(problem.assignment)
    #expect(Verifier.verify(solution, of: problem.assignment).provesOptimality)
    let plan = matcher.plan(
      for: solution, verification: Verifier.verify(solution, of: problem.assignment), of: problem)
    return Dictionary(
      uniqueKeysWithValues: plan.matches.map {
        (ProfileKey(form: $0.form, mentees: $0.mentees, group: $0.group), $0.mentor)
      })
  }

  @Test(arguments: seeds(25))
  func `tells in how many weightings a run from nothing gives each pair`(seed: UInt64) throws {
    let fixture = try Self.fixture(seed: seed)
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let draws = 24
    let robustness = try ReweighedMatching(matcher).robustness(over: draws, seed: seed)
    let base = try Self.plan(fixture, fixture.programme)
    let plans = try (0..<draws).map { draw in
      let weights = fixture.programme.weightingScopes(of: nil).map {
        (
          $0, fixture.programme.weights(in: $0).doubted(by: 2, seed: seed, draw: draw)
        )
      }
      return try Self.plan(
        fixture, fixture.programme.reweighed(Dictionary(uniqueKeysWithValues: weights)))
    }
    #expect(robustness.weightings == draws && robustness.asked == draws)
    #expect(robustness.unchanged == plans.count { $0 == base })
    let told = Set(robustness.standings.map(\.profile))
    #expect(told == Set(base.keys).union(plans.flatMap(\.keys)))
    for standing in robustness.standings {
      #expect(standing.partner?.mentor == base[standing.profile])
      let counts = Dictionary(grouping: plans) { $0[standing.profile] }.mapValues(\.count)
      #expect(standing.count == counts[base[standing.profile], default: 0])
      for other in standing.others {
        #expect(other.count == counts[other.mentor] && other.mentor != base[standing.profile])
      }
      #expect(standing.count + standing.others.reduce(0) { $0 + $1.count } == draws)
    }
    let counts = robustness.standings.map(\.count)
    #expect(counts == counts.sorted())
    #expect(robustness.doubtful.map(\.count) == counts.filter { $0 * 100 < 80 * draws })
  }

  @Test(arguments: seeds(25))
  func `a weight can go as far as runs from nothing give the same plan`(seed: UInt64) throws {
    let fixture = try Self.fixture(seed: seed)
    let programme = fixture.programme
    let base = try Self.plan(fixture, programme)
    let ranges = try ReweighedMatching(
      Matcher(programme: programme, bank: fixture.bank)
    ).weightRanges()
    #expect(ranges.count == (seed % 2 == 0 ? 5 : 3))
    for range in ranges {
      #expect(range.share == programme.weights(in: range.scope)[range.criterion])
      func changes(_ points: Int) throws -> Int {
        let weights = try #require(
          programme.weights(in: range.scope).giving(points, to: range.criterion))
        #expect(weights[range.criterion] == points)
        let plan = try Self.plan(fixture, programme.reweighed([range.scope: weights]))
        return Set(plan.keys).union(base.keys).count { plan[$0] != base[$0] }
      }
      #expect((0...range.share).contains(range.lowest))
      #expect((range.share...10_000).contains(range.highest))
      for points in [range.lowest, (range.lowest + 99) / 100 * 100, range.highest / 100 * 100] {
        guard (range.lowest...range.highest).contains(points) else { continue }
        #expect(try changes(points) == 0, "\(range)")
      }
      let below = (range.lowest - 1) / 100 * 100
      let above = range.highest / 100 * 100 + 100
      #expect(
        range.below == (range.lowest == 0 ? .whole : .changes(try changes(below))), "\(range)")
      #expect(
        range.above == (range.highest == 10_000 ? .whole : .changes(try changes(above))),
        "\(range)")
      #expect(range.below != .changes(0) && range.above != .changes(0) && !range.wasStopped)
    }
  }

  @Test func `the same seed gives the same weightings, with any number of threads`() throws {
    let fixture = try Self.fixture(seed: 4)
    let matcher = try ReweighedMatching(
      Matcher(programme: fixture.programme, bank: fixture.bank))
    let first = try matcher.robustness(over: 40, seed: 9, threads: 1)
    #expect(try matcher.robustness(over: 40, seed: 9, threads: 4) == first)
    #expect(try matcher.robustness(over: 40, seed: 10) != first)
  }

  @Test func `no weight is off by more than the factor`() throws {
    let weights = CriterionWeights.standard
    var seen: Set<Int> = []
    for draw in 0..<200 {
      let doubted = weights.doubted(by: 3, seed: 1, draw: draw)
      let factors = weights.points.map { Double(doubted[$0.key]) / Double($0.value) }
      let (least, greatest) = (factors.min() ?? 0, factors.max() ?? 0)
      // The sum is brought back to the whole, which leaves the proportions.
      #expect(greatest / least < 9.3)
      seen.insert(Int(greatest / least))
    }
    #expect(seen.contains { $0 >= 7 })
  }
}
