import AssignmentKernel
import MentoringModel
import SolverConformance
import Testing

@testable import Matching

@Suite struct GroupRobustnessTests {
  private static let draws = 5

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

  @Test(arguments: seeds(3))
  func `a plan with groups stays in as many weightings as none is better in`(seed: UInt64) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.makesGroups else { return }
    let matching = try ReweighedMatching(matcher)
    let robustness = try matching.robustness(over: Self.draws, seed: seed)
    #expect(robustness.weightings == Self.draws && !robustness.wasStopped)
    let stays = try (0..<Self.draws).count { draw in
      let weights = matcher.programme.weights.doubted(by: 2, seed: seed, draw: draw)
      return try Self.isBest(
        matching.base, under: matcher.programme.reweighed([.programme: weights]))
    }
    #expect(robustness.unchanged == stays)
    for standing in robustness.standings {
      #expect(standing.count >= stays)
      #expect(standing.count + standing.others.reduce(0) { $0 + $1.count } == Self.draws)
      #expect(standing.partner == matching.base.placements[standing.profile])
    }
  }

  @Test(arguments: seeds(2), [11, 24])
  func `a range reaches as far as no plan with groups is better, and no further than is proved`(
    seed: UInt64, solves: Int
  ) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.makesGroups else { return }
    let watch = Stopwatch(after: solves)
    let matching = try ReweighedMatching(
      matcher, groupSolver: StoppingGroupSolver(watch: watch), limits: watch.limits)
    let ranges = try matching.weightRanges(threads: 1, limits: watch.limits)
    // The solve in which the time is up is the last.
    #expect(watch.solves <= solves + 1)
    #expect(ranges.contains(where: \.wasStopped) == (watch.solves > solves))
    let steps = ranges.flatMap {
      [($0.share - $0.lowest, $0.below), ($0.highest - $0.share, $0.above)]
    }
    // All weights are gone along one percent after the other.
    let open = steps.filter { $0.1 == .unknown }.map(\.0)
    #expect((open.max() ?? 0) - (open.min() ?? 0) <= 100)
    for range in ranges {
      func stays(_ points: Int) throws -> Bool {
        let weights = try #require(
          matcher.programme.weights.giving(points, to: range.criterion))
        return try Self.isBest(
          matching.base, under: matcher.programme.reweighed([.programme: weights]))
      }
      for points in [range.lowest, range.highest] where points != range.share {
        #expect(try stays(points), "\(range)")
      }
      #expect((range.lowest == 0) == (range.below == .whole))
      #expect((range.highest == 10_000) == (range.above == .whole))
      if case .changes(let count) = range.below {
        #expect(count > 0)
        #expect(try !stays((range.lowest - 1) / 100 * 100), "\(range)")
      }
      if case .changes(let count) = range.above {
        #expect(count > 0)
        #expect(try !stays(range.highest / 100 * 100 + 100), "\(range)")
      }
    }
  }

  @Test(arguments: [1, 3])
  func `weightings that are not proved in time do not count`(solves: Int) throws {
    let matcher = try Self.matcher(seed: 0)
    let watch = Stopwatch(after: solves)
    let matching = try ReweighedMatching(
      matcher, groupSolver: StoppingGroupSolver(watch: watch), limits: watch.limits)
    let told = try matching.robustness(over: 6, seed: 1, threads: 1, limits: watch.limits)
    #expect(told.asked == 6 && told.weightings == solves - 1 && told.wasStopped)
    #expect(watch.solves == solves + 1)
    guard told.weightings > 0 else {
      #expect(told.standings.isEmpty && told.doubtful.isEmpty && told.unchanged == 0)
      return
    }
    var known = try matching.robustness(over: told.weightings, seed: 1)
    #expect(!known.wasStopped)
    known.asked = 6
    #expect(told == known)
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
