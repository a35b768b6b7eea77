import AssignmentKernel
import MentoringModel
import SolverConformance
import Testing

@testable import Matching

@Suite struct GroupRobustnessTests {
  /// A small bank whose form makes groups, in which several criteria disagree.
  static func matcher(seed: UInt64) throws -> Matcher {
    var fixture = try RandomGroups(seed: seed).fixture
    var random = SplitMix64(seed: seed &+ 9)
    let tags = ["шахматы", "музыка", "спорт"]
    for index in fixture.base.bank.mentors.indices {
      fixture.base.bank.mentors[index].person.interests = Set(
        tags.filter { _ in random.next() % 2 == 0 })
      fixture.base.bank.mentors[index].person.subjects = Set(
        tags.filter { _ in random.next() % 2 == 0 })
    }
    for index in fixture.base.bank.mentees.indices {
      fixture.base.bank.mentees[index].person.interests = Set(
        tags.filter { _ in random.next() % 2 == 0 })
      fixture.base.bank.mentees[index].person.subjects = Set(
        tags.filter { _ in random.next() % 2 == 0 })
    }
    fixture.base.programme.weights = try #require(
      CriterionWeights([.requests: 40, .subject: 25, .interests: 25, .cohesion: 10]))
    if seed % 3 == 1 { fixture.base.form.minimumFit = 5_000 }
    return fixture.matcher
  }

  /// Whether a plan is allowed under the weights of a programme and the best in every goal but the
  /// choice among equals, by a search from nothing.
  private static func isBest(_ base: Variant, under programme: Programme) throws -> Bool {
    let matcher = Matcher(programme: programme, bank: base.matcher.bank)
    var problem = try matcher.makeProblem()
    problem.leaveGroupTies()
    let groups = try #require(problem.groups)
    let arcs = problem.arcs(standingFor: base.solution.arcs, of: base.problem)
    guard arcs.count == base.solution.arcs.count else { return false }
    let solution = try GroupSearch().solve(groups)
    let best = GroupVerifier.verify(solution, of: groups)
    #expect(best.provesOptimality)
    let own = GroupVerifier.verify(arcs: arcs, proof: GroupProof(), of: groups)
    return own.isFeasible && own.objective == best.objective
  }

  @Test(arguments: seeds(40))
  func `a plan with groups stays in as many weightings as none is better in`(seed: UInt64) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.makesGroups else { return }
    let matching = try ReweighedMatching(matcher)
    let robustness = try matching.robustness(over: 12, seed: seed)
    #expect(robustness.weightings == 12 && !robustness.wasStopped)
    let stays = try (0..<12).count { draw in
      let weights = matcher.programme.weights.doubted(by: 2, seed: seed, draw: draw)
      return try Self.isBest(
        matching.base, under: matcher.programme.reweighed([.programme: weights]))
    }
    #expect(robustness.unchanged == stays)
    for standing in robustness.standings {
      #expect(standing.count >= stays)
      #expect(standing.count + standing.others.reduce(0) { $0 + $1.count } == 12)
      #expect(standing.partner == matching.base.placements[standing.profile])
    }
  }

  @Test(arguments: seeds(25))
  func `at every percent of a range no plan with groups is better, and beyond it one is`(
    seed: UInt64
  ) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.makesGroups else { return }
    let matching = try ReweighedMatching(matcher)
    var random = SplitMix64(seed: seed)
    for range in try matching.weightRanges() {
      func stays(_ points: Int) throws -> Bool {
        let weights = try #require(
          matcher.programme.weights.giving(points, to: range.criterion))
        return try Self.isBest(
          matching.base, under: matcher.programme.reweighed([.programme: weights]))
      }
      let percents = Array(stride(from: range.lowest, through: range.highest, by: 100))
      let some = percents[Int(random.next() % UInt64(percents.count))]
      for points in [range.lowest, some, range.highest] { #expect(try stays(points), "\(range)") }
      if range.lowest == 0 {
        #expect(range.below == .whole)
      } else {
        #expect(try !stays((range.lowest - 1) / 100 * 100), "\(range)")
        #expect(range.below != .whole)
      }
      if range.highest == 10_000 {
        #expect(range.above == .whole)
      } else {
        #expect(try !stays(range.highest / 100 * 100 + 100), "\(range)")
        #expect(range.above != .whole)
      }
      #expect(!range.wasStopped)
    }
  }

  @Test(arguments: seeds(4), [1, 2, 5, 9, 20])
  func `where the time is up nothing is told that was not proved`(
    seed: UInt64, solves: Int
  ) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.makesGroups else { return }
    let whole = try ReweighedMatching(matcher)
    let watch = Stopwatch(after: solves)
    let matching = try ReweighedMatching(
      matcher, groupSolver: StoppingGroupSolver(watch: watch), limits: watch.limits)
    let robustness = try matching.robustness(over: 8, seed: seed, threads: 1, limits: watch.limits)
    #expect(robustness.asked == 8 && robustness.weightings == min(8, solves - 1))
    #expect(robustness.wasStopped == (solves < 9))
    if robustness.weightings > 0 {
      var known = try whole.robustness(over: robustness.weightings, seed: seed)
      known.asked = 8
      #expect(robustness == known)
    } else {
      #expect(robustness.standings.isEmpty && robustness.doubtful.isEmpty)
    }
    let ranges = try matching.weightRanges(threads: 1, limits: watch.limits)
    // The solve in which the time is up is the last.
    #expect(watch.solves <= solves + 1)
    let full = try whole.weightRanges()
    #expect(ranges.count == full.count)
    for (range, whole) in zip(ranges, full) {
      #expect(range.share == whole.share && range.criterion == whole.criterion)
      #expect(range.below == (range.lowest == whole.lowest ? range.below : .unknown))
      #expect(range.above == (range.highest == whole.highest ? range.above : .unknown))
      #expect(range.lowest >= whole.lowest && range.highest <= whole.highest)
      #expect(range.below == .unknown || range.below == whole.below)
      #expect(range.above == .unknown || range.above == whole.above)
    }
    if solves < 9 { #expect(ranges.allSatisfy { $0.below == .unknown && $0.lowest == $0.share }) }
  }

  @Test func `all weights are gone along one percent after the other`() throws {
    let matcher = try Self.matcher(seed: 3)
    let count = try ReweighedMatching(matcher).weightRanges().count
    // The plan, then one step down and one up for each weight.
    let watch = Stopwatch(after: 1 + 2 * count)
    let matching = try ReweighedMatching(
      matcher, groupSolver: StoppingGroupSolver(watch: watch), limits: watch.limits)
    for range in try matching.weightRanges(threads: 1, limits: watch.limits) {
      if case .unknown = range.below { #expect(range.share - range.lowest == 100) }
      if case .unknown = range.above { #expect(range.highest - range.share == 100) }
    }
    #expect(watch.solves == 2 + 2 * count)
  }

  @Test func `a question whose time is up before the plan is proved has no answer`() throws {
    let matcher = try Self.matcher(seed: 3)
    #expect(throws: QuestionFailure.unproved) {
      try ReweighedMatching(matcher, limits: SolveLimits(deadline: .now))
    }
  }

  @Test(arguments: seeds(5), [3, 8, 30])
  func `where the time is up for pairs nothing is told that was not proved`(
    seed: UInt64, solves: Int
  ) throws {
    let fixture = try RobustnessTests.fixture(seed: seed)
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let whole = try ReweighedMatching(matcher)
    let watch = Stopwatch(after: solves)
    let solver = StoppingSolver(watch: watch)
    guard
      let matching = try? ReweighedMatching(matcher, by: solver, limits: watch.limits)
    else { return }
    let robustness = try matching.robustness(over: 30, seed: seed, threads: 1, limits: watch.limits)
    #expect(robustness.wasStopped && robustness.weightings < 30)
    if robustness.weightings > 0 {
      var known = try whole.robustness(over: robustness.weightings, seed: seed)
      known.asked = 30
      #expect(robustness == known)
    }
    let ranges = try matching.weightRanges(threads: 1, limits: watch.limits)
    #expect(ranges.allSatisfy { $0.wasStopped && $0.lowest == $0.share && $0.highest == $0.share })
  }
}
