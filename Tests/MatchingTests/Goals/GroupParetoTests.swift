import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing

@Suite struct GroupParetoTests {
  private static let goals = ParetoTests.goals

  /// A small bank whose form makes groups, or in which the number of mentors is limited.
  private static func matcher(seed: UInt64) throws -> Matcher {
    var random = SplitMix64(seed: seed &+ 3)
    guard seed % 4 == 3 else {
      var fixture = try RandomGroups(seed: seed).fixture
      fixture.base.bank.mentors[1].person.organization = "south"
      for index in fixture.base.bank.mentors.indices {
        let level = 3 + Int(random.next() % 3)
        for topic in fixture.base.bank.mentors[index].competencies.keys {
          fixture.base.bank.mentors[index].competencies[topic] = level
        }
      }
      return fixture.matcher
    }
    var fixture = try FewMentorsTests.fixture(seed: seed)
    fixture.programme.tiers = [.pins, .coverage, .fit]
    fixture.programme.maximumMentors = 1 + Int(random.next() % 3)
    for index in fixture.bank.mentees.indices {
      fixture.bank.mentees[index].person.organization = index % 2 == 0 ? "north" : "south"
    }
    return Matcher(programme: fixture.programme, bank: fixture.bank)
  }

  private static func oldPlan(_ problem: MatchingProblem, seed: UInt64)
    -> [ProfileKey: ParetoPartner]
  {
    var random = SplitMix64(seed: seed &+ 77)
    var old: [ProfileKey: ParetoPartner] = [:]
    for profile in problem.profiles where random.next() % 4 > 0 {
      let seat = problem.seats[Int(random.next() % UInt64(problem.seats.count))]
      old[ProfileKey(profile)] = ParetoPartner(seat.mentor, topic: seat.topic)
    }
    return old
  }

  /// Fixed pairs, coverage, and the values of all six goals of every plan.
  private static func everyPlan(
    _ matcher: Matcher, _ problem: MatchingProblem, _ old: [ProfileKey: ParetoPartner]
  ) throws -> Set<[Int]> {
    let pattern = problem.assignment.arcs
    let home = Dictionary(
      matcher.bank.mentees.map { ($0.id, $0.person.organization) },
      uniquingKeysWith: { first, _ in first })
    let office = Dictionary(
      uniqueKeysWithValues: matcher.bank.mentors.map { ($0.id, $0.person.organization) })
    func stays(_ arc: Int) -> Bool {
      let seat = problem.seats[pattern.column(ofArc: arc)]
      return old[ProfileKey(problem.profiles[pattern.row(ofArc: arc)])]
        == ParetoPartner(seat.mentor, topic: seat.topic)
    }
    let people = problem.people.arcs.count
    let possible = Set((0..<people).filter(stays).map(pattern.row)).count
    let tier = Dictionary(uniqueKeysWithValues: zip(problem.tiers, problem.assignment.tiers))
    let (fit, pins, coverage) = (
      try #require(tier[.fit]), try #require(tier[.pins]), try #require(tier[.coverage])
    )
    var all: Set<[Int]> = []
    EveryGroupPlan.visitAll(of: try #require(problem.groups)) { chosen, _ in
      let arcs = chosen.filter { $0 < people }
      var (load, travel, kept) = ([PersonID: Int](), 0, 0)
      for arc in arcs {
        let mentor = problem.seats[pattern.column(ofArc: arc)].mentor
        load[mentor, default: 0] += 1
        let mentee = problem.profiles[pattern.row(ofArc: arc)].members[0]
        if let own = home[mentee] ?? nil, let other = office[mentor] ?? nil, own != other {
          travel += 1
        }
        if stays(arc) { kept += 1 }
      }
      let fits = arcs.map { Int(fit[$0]) }
      all.insert([
        arcs.reduce(0) { $0 + Int(pins[$1]) }, arcs.reduce(0) { $0 + Int(coverage[$1]) },
        arcs.count, fits.reduce(0, +), fits.min() ?? 0, load.values.max() ?? 0, travel,
        possible - kept,
      ])
    }
    return all
  }

  /// The values that no plan beats.
  private static func front(of goals: [ParetoGoal], among plans: Set<[Int]>) -> Set<[Int]> {
    let pins = plans.map { $0[0] }.max()
    var held = plans.filter { $0[0] == pins }
    if !goals.contains(.coverage) {
      let most = held.map { $0[1] }.max()
      held = held.filter { $0[1] == most }
    }
    let places = goals.map { (Self.goals.firstIndex(of: $0) ?? 0) + 2 }
    let values = Set(held.map { plan in places.map { plan[$0] } })
    return values.filter { one in !values.contains { beats($0, one, goals) } }
  }

  private static func beats(_ one: [Int], _ other: [Int], _ goals: [ParetoGoal]) -> Bool {
    one != other
      && zip(goals, zip(one, other)).allSatisfy { $0.isGain ? $1.0 >= $1.1 : $1.0 <= $1.1 }
  }

  @Test(arguments: seeds(4))
  func `finds all points that no plan with groups beats, and no other`(seed: UInt64) throws {
    let matcher = try Self.matcher(seed: seed)
    guard matcher.isIntegerProgram else { return }
    var plain = matcher.programme
    plain.tiers = [.pins, .coverage, .fit]
    let problem = try Matcher(programme: plain, bank: matcher.bank).makeProblem()
    let old = Self.oldPlan(problem, seed: seed)
    let valued = try Self.everyPlan(matcher, problem, old)
    for (index, goals) in ParetoTests.sets.enumerated() where index % 17 == Int(seed) % 17 {
      let expected = Self.front(of: goals, among: valued)
      let front = try matcher.front(of: goals, against: old)
      #expect(Set(front.points.map(\.values)) == expected, "\(goals)")
      #expect(front.points.count == expected.count && front.isComplete, "\(goals)")
      #expect(front.points.allSatisfy { $0.isProved })
      for point in front.points where goals.contains(.fit) {
        let fit = try #require(goals.firstIndex(of: .fit))
        #expect(point.values[fit] == point.placements.values.reduce(0) { $0 + $1.fit })
      }
      let watch = Stopwatch(after: 4)
      let part = try matcher.front(
        of: goals, against: old, groupSolver: StoppingGroupSolver(watch: watch),
        limits: watch.limits)
      expect(part, watch, goals, expected)
    }
  }

  /// What is told when the time is up after some solves.
  private func expect(
    _ part: ParetoFront, _ watch: Stopwatch, _ goals: [ParetoGoal], _ expected: Set<[Int]>
  ) {
    // A sum beside the problem takes two solves before it can end.
    #expect(watch.solves <= 6, "\(goals)")
    #expect(part.isComplete == (watch.solves <= 4), "\(goals)")
    let found = part.points.map(\.values)
    if part.isComplete { #expect(Set(found) == expected) }
    for point in part.points {
      #expect(!point.isProved || expected.contains(point.values), "\(goals) \(point.values)")
      #expect(!found.contains { Self.beats($0, point.values, goals) })
    }
  }

  @Test(arguments: seeds(12))
  func `a front of pairs that was stopped proves only points that no plan beats`(
    seed: UInt64
  ) throws {
    var fixture = try FewMentorsTests.fixture(seed: seed)
    fixture.programme.tiers = [.pins, .coverage, .fit]
    for index in fixture.bank.mentees.indices {
      fixture.bank.mentees[index].person.organization = index % 2 == 0 ? "north" : "south"
    }
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    for (index, goals) in ParetoTests.sets.enumerated() where (index + Int(seed)) % 4 == 0 {
      let whole = try matcher.front(of: goals)
      let expected = Set(whole.points.map(\.values))
      var proved = 0
      for most in 1...12 {
        let part = try matcher.front(of: goals, most: most)
        let told = part.points.filter(\.isProved).map(\.values)
        #expect(expected.isSuperset(of: told), "\(goals) \(most)")
        // More steps prove no less.
        #expect(told.count >= proved)
        proved = told.count
        if part.isComplete { #expect(part == whole) }
      }
    }
  }
}
