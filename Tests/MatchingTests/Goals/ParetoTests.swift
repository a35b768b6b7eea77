import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct ParetoTests {
  static let goals: [ParetoGoal] = [.coverage, .fit, .fairness, .balance, .travel, .changes]

  /// Two or three goals at a time.
  static var sets: [[ParetoGoal]] {
    var sets: [[ParetoGoal]] = []
    for (index, first) in goals.enumerated() {
      for (next, second) in goals.enumerated().dropFirst(index + 1) {
        sets.append([second, first])
        for third in goals.dropFirst(next + 1) { sets.append([first, third, second]) }
      }
    }
    return sets.filter { Set($0) != [.fit, .travel, .changes] }
  }

  /// A plan by all six goals, and by what is held.
  private struct Valued: Hashable {
    var pins: Int
    var coverage: Int
    var values: [Int]
  }

  @Test(arguments: seeds(24))
  func `finds all points that no plan beats, and no other`(seed: UInt64) throws {
    var fixture = try GoalTierTests.fixture(seed: seed)
    fixture.programme.minimumLoad = nil
    fixture.programme.tiers = [.pins, .coverage, .fit]
    for index in fixture.bank.mentees.indices {
      fixture.bank.mentees[index].person.organization = index % 2 == 0 ? "north" : "south"
    }
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let problem = try matcher.makeProblem()
    let old = Self.oldPlan(problem, seed: seed)
    let valued = Self.everyPlan(fixture, problem, old)
    for goals in Self.sets {
      let front = try matcher.front(
        of: goals, against: old.mapValues { ParetoPartner($0) })
      let expected = Self.front(of: goals, among: valued)
      #expect(Set(front.points.map(\.values)) == expected, "\(goals)")
      #expect(front.points.count == expected.count && front.isComplete)
      for point in front.points where goals.contains(.fit) {
        let fit = try #require(goals.firstIndex(of: .fit))
        #expect(point.values[fit] == point.placements.values.reduce(0) { $0 + $1.fit })
      }
    }
  }

  private static func oldPlan(_ problem: MatchingProblem, seed: UInt64) -> [ProfileKey: PersonID] {
    var random = SplitMix64(seed: seed &+ 77)
    var old: [ProfileKey: PersonID] = [:]
    for profile in problem.profiles where random.next() % 3 > 0 {
      old[ProfileKey(profile)] = PersonID(rawValue: "M\(random.next() % 4)")
    }
    return old
  }

  private static func everyPlan(
    _ fixture: Fixture, _ problem: MatchingProblem, _ old: [ProfileKey: PersonID]
  ) -> Set<Valued> {
    let plans = EveryPairing(problem: problem, programme: fixture.programme, bank: fixture.bank)
    let arcs = problem.assignment.arcs
    let home = Dictionary(
      uniqueKeysWithValues: fixture.bank.mentees.map { ($0.id, $0.person.organization) })
    let office = Dictionary(
      uniqueKeysWithValues: fixture.bank.mentors.map { ($0.id, $0.person.organization) })
    let possible = (0..<arcs.count).count {
      old[ProfileKey(problem.profiles[arcs.row(ofArc: $0)])]
        == problem.seats[arcs.column(ofArc: $0)].mentor
    }
    var all: Set<Valued> = []
    plans.visitAll { chosen in
      var (load, travel, kept) = ([PersonID: Int](), 0, 0)
      var fits: [Int] = []
      for (row, arc) in chosen.enumerated() {
        guard let arc else { continue }
        let mentor = problem.seats[arcs.column(ofArc: arc)].mentor
        load[mentor, default: 0] += 1
        fits.append(Int(problem.assignment.tiers[2][arc]))
        if home[problem.profiles[row].members[0]] != office[mentor] { travel += 1 }
        if old[ProfileKey(problem.profiles[row])] == mentor { kept += 1 }
      }
      let worth = plans.worth(chosen, in: [.pins, .coverage])
      all.insert(
        Valued(
          pins: worth[0][0], coverage: worth[1][0],
          values: [
            fits.count, fits.reduce(0, +), fits.min() ?? 0, load.values.max() ?? 0, travel,
            possible - kept,
          ]))
    }
    return all
  }

  private static func front(of goals: [ParetoGoal], among plans: Set<Valued>) -> Set<[Int]> {
    let pins = plans.map(\.pins).max()
    var held = plans.filter { $0.pins == pins }
    if !goals.contains(.coverage) {
      let most = held.map(\.coverage).max()
      held = held.filter { $0.coverage == most }
    }
    let places = goals.map { Self.goals.firstIndex(of: $0) ?? 0 }
    let values = Set(held.map { plan in places.map { plan.values[$0] } })
    return values.filter { one in
      !values.contains { other in
        other != one
          && zip(goals, zip(other, one)).allSatisfy { $0.isGain ? $1.0 >= $1.1 : $1.0 <= $1.1 }
      }
    }
  }

  @Test func `tells what fairness costs`() throws {
    let front = ParetoFront(
      goals: [.fit, .fairness],
      points: [[20_000, 100], [19_000, 150], [15_000, 400]].map {
        ParetoPoint(values: $0, placements: [:], isProved: true)
      }, isComplete: true)
    #expect(front.priceOfFairness == 2_500)
    var part = front
    part.isComplete = false
    #expect(part.priceOfFairness == nil)
  }

  @Test func `says that a front is not complete where the steps are used up`() throws {
    let fixture = try GoalTierTests.fixture(seed: 3)
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    #expect(try !matcher.front(of: [.fit, .coverage], most: 1).isComplete)
    #expect(try matcher.front(of: [.fit, .coverage]).isComplete)
  }
}
