import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing

@Suite struct GroupRematchTests {
  /// The members and pairs of the plan for one bank, and another bank in which somebody left and
  /// places are others.
  private static func instance(_ seed: UInt64) throws -> (old: [OldPair], now: GroupFixture) {
    var fixture = try RandomGroups(seed: seed).fixture
    let old = try oldPairs(fixture.plan())
    fixture.base.bank.mentors[Int(seed % 2)].capacity = Int(seed / 2 % 5)
    if seed % 3 == 0 {
      fixture.base.bank.profiles.removeFirst()
      fixture.base.bank.mentees.removeFirst()
    }
    if seed % 4 == 1 { fixture.base.bank.profiles[0].requests = [Request("оценивание")] }
    return (old, fixture)
  }

  static func oldPairs(_ plan: Plan) -> [OldPair] {
    plan.matches.flatMap { match in
      match.mentees.map {
        OldPair(
          ProfileKey(form: match.form, mentees: [$0]), mentor: match.mentor,
          topic: match.opened?.topic)
      }
    }
  }

  /// How many old pairs stand in a plan.
  private static func standing(_ old: [OldPair], in plan: Plan) -> Int {
    let now = Set(oldPairs(plan))
    return old.count { now.contains($0) }
  }

  private static func goals(_ plan: Plan) -> [Int] { plan.tiers.dropLast().map(\.value) }

  @Test(arguments: seeds(40))
  func `a plan with groups within K changes is the best by enumeration`(seed: UInt64) throws {
    let (old, now) = try Self.instance(seed)
    let matcher = now.matcher
    let rematching = try Rematching(matcher, against: old)
    #expect(rematching.possible + rematching.impossible.count == old.count)
    let problem = try matcher.makeProblem()
    let groups = try #require(problem.groups)
    for most in 0...rematching.possible {
      let best = EveryGroupPlan.best(of: groups) { arcs in
        let kept = arcs.count { arc in
          let seat = problem.seats[groups.assignment.arcs.column(ofArc: arc)]
          let profile = problem.profiles[groups.assignment.arcs.row(ofArc: arc)]
          return old.contains(
            OldPair(ProfileKey(profile), mentor: seat.mentor, topic: seat.topic))
        }
        return rematching.possible - kept <= most
      }
      guard best.status == .optimal else {
        #expect(throws: QuestionFailure.self) { try rematching.rematch(within: .most(most)) }
        continue
      }
      let expected = matcher.plan(
        for: best, verification: GroupVerifier.verify(best, of: groups), of: problem)
      let rematch = try rematching.rematch(within: .most(most))
      #expect(rematch.isProved && rematch.plan.isProvedOptimal)
      #expect(Self.goals(rematch.plan) == Self.goals(expected), "\(most) changes")
      #expect(rematch.given <= most)
      #expect(
        Self.standing(old, in: rematch.plan) == rematching.possible - rematch.given)
    }
    let told = try rematching.curve()
    let curve = told.points
    #expect(told.isComplete)
    for (point, next) in zip(curve, curve.dropFirst()) {
      #expect(point.given < next.given)
      let (less, more) = (point.goals.map(\.after), next.goals.map(\.after))
      #expect(less.lexicographicallyPrecedes(more))
    }
    for point in curve {
      let rematch = try rematching.rematch(within: .most(point.given))
      #expect(point.isProved && point.goals.map(\.after) == Self.goals(rematch.plan))
    }
  }

  @Test(arguments: seeds(20), [0, 700, 20_000])
  func `a price is paid for each member who goes elsewhere, by enumeration`(
    seed: UInt64, price: Int
  ) throws {
    let (old, now) = try Self.instance(seed)
    let matcher = now.matcher
    let rematching = try Rematching(matcher, against: old)
    let problem = try matcher.makeProblem()
    let groups = try #require(problem.groups)
    let fit = try #require(problem.tiers.firstIndex(of: .fit))
    var tiers = groups.assignment.tiers
    for row in 0..<groups.assignment.rowCount {
      for arc in groups.assignment.arcs.arcs(ofRow: row) {
        let seat = problem.seats[groups.assignment.arcs.column(ofArc: arc)]
        let pair = OldPair(
          ProfileKey(problem.profiles[row]), mentor: seat.mentor, topic: seat.topic)
        if old.contains(pair) { tiers[fit][arc] += Int64(price) }
      }
    }
    let priced = try GroupProblem(
      try groups.assignment.weighted(tiers), mayClose: groups.mayClose, opening: groups.opening,
      rules: groups.rules, companies: groups.companies, openLimits: groups.openLimits)
    let best = EveryGroupPlan.best(of: priced)
    let expected = GroupVerifier.verify(best, of: priced).objective.dropLast().map { Int($0) }
    let rematch = try rematching.rematch(within: .price(price))
    var found = Self.goals(rematch.plan)
    found[fit] += (rematching.possible - rematch.given) * price
    #expect(rematch.isProved && found == expected)
  }

  @Test func `approved members of a group stay together unless they are released`() throws {
    var fixture = try GroupFixture(size: 2...2)
    fixture.addMentor("weak")
    fixture.addMentor("strong")
    fixture.base.bank.mentors[0].competencies["олимпиады"] = 3
    fixture.addMentees("A", "B")
    let old = ["A", "B"].map {
      OldPair(
        ProfileKey(form: Fixture.form, mentees: [$0]), mentor: "weak", topic: "олимпиады",
        isPinned: true)
    }
    let bound = try Rematching(fixture.matcher, against: old).rematch(within: .most(5))
    #expect(bound.plan.matches.map(\.mentor) == ["weak"] && bound.moves.isEmpty)
    let free = try Rematching(fixture.matcher, against: old, keepingApproved: false)
      .rematch(within: .most(5))
    #expect(free.plan.matches.map(\.mentor) == ["strong"])
    #expect(free.given == 2 && free.moves.map(\.mentees) == [["A"], ["B"]])
  }
}
