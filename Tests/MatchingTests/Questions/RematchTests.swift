import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct RematchTests {
  /// Old pairs of one bank, and another bank in which somebody left and places are others.
  private static func instance(_ seed: UInt64) throws -> (old: [OldPair], now: Fixture) {
    var fixture = try RandomBanks.fixture(seed: seed)
    fixture.bank.decisions = []
    let old = try fixture.plan().matches.map { OldPair(ProfileKey($0), mentor: $0.mentor) }
    let other = try RandomBanks.fixture(seed: seed + 1000)
    fixture.bank.mentors[Int(seed % 4)].competencies =
      other.bank.mentors[Int(seed % 4)].competencies
    fixture.bank.mentors[Int(seed / 4 % 4)].capacity = other.bank.mentors[0].capacity
    for index in fixture.bank.profiles.indices where index % 2 == Int(seed % 2) {
      fixture.bank.profiles[index].requests = other.bank.profiles[index].requests
    }
    return (old, fixture)
  }

  @Test(arguments: seeds(60))
  func `a plan within K changes is the best by enumeration`(seed: UInt64) throws {
    let (old, now) = try Self.instance(seed)
    let matcher = Matcher(programme: now.programme, bank: now.bank)
    let rematching = try Rematching(matcher, against: old)
    let best = try Self.bestByGiven(matcher, old)
    #expect(rematching.possible + rematching.impossible.count == old.count)
    for most in 0...rematching.possible {
      let expected = best.filter { $0.key <= most }.map(\.value)
        .max { $0.lexicographicallyPrecedes($1) }
      guard let expected else {
        let fewest = QuestionFailure.tooFewChanges(atLeast: try #require(best.keys.min()))
        #expect(throws: fewest) { try rematching.rematch(within: .most(most)) }
        continue
      }
      let rematch = try rematching.rematch(within: .most(most))
      #expect(rematch.isProved)
      #expect(rematch.given <= most)
      #expect(rematch.plan.tiers.dropLast().map(\.value) == expected)
      #expect(rematch.plan.isProvedOptimal)
      let broken = old.filter { pair in
        !rematch.plan.matches.contains {
          ProfileKey($0) == pair.profile && $0.mentor == pair.mentor
        }
      }
      #expect(broken.count == rematch.given + rematch.impossible.count)
    }
  }

  @Test(arguments: seeds(60))
  func `the curve holds every number of changes that buys something, by enumeration`(
    seed: UInt64
  ) throws {
    let (old, now) = try Self.instance(seed)
    let matcher = Matcher(programme: now.programme, bank: now.bank)
    let rematching = try Rematching(matcher, against: old)
    let best = try Self.bestByGiven(matcher, old)
    var expected: [Int: [Int]] = [:]
    var reached: [Int] = []
    for given in best.keys.sorted() {
      let value = best[given] ?? []
      if reached.isEmpty || reached.lexicographicallyPrecedes(value) {
        expected[given] = value
        reached = value
      }
    }
    let told = try rematching.curve()
    let curve = told.points
    #expect(told.isComplete)
    #expect(curve.allSatisfy { $0.isProved })
    #expect(curve.map(\.given) == expected.keys.sorted())
    for point in curve { #expect(point.goals.map(\.after) == expected[point.given]) }
  }

  @Test(arguments: seeds(40), [0, 500, 20_000])
  func `a price is paid for each pair that is given up, by enumeration`(
    seed: UInt64, price: Int
  ) throws {
    let (old, now) = try Self.instance(seed)
    let matcher = Matcher(programme: now.programme, bank: now.bank)
    let rematch = try Rematching(matcher, against: old).rematch(within: .price(price))
    let fit = try #require(rematch.plan.tiers.firstIndex { $0.tier == .fit })
    func priced(_ goals: [Int], _ given: Int) -> [Int] {
      var goals = goals
      goals[fit] -= given * price
      return goals
    }
    let best = try Self.bestByGiven(matcher, old).map { priced($0.value, $0.key) }
      .max { $0.lexicographicallyPrecedes($1) }
    #expect(priced(rematch.plan.tiers.dropLast().map(\.value), rematch.given) == best)
  }

  @Test func `an approved pair stays unless it is released`() throws {
    var fixture = try Fixture()
    fixture.addMentor("weak", ["план урока": 1])
    fixture.addMentor("strong", ["план урока": 5])
    fixture.addMentee("A")
    let old = [
      OldPair(ProfileKey(form: Fixture.form, mentees: ["A"]), mentor: "weak", isPinned: true)
    ]
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let bound = try Rematching(matcher, against: old).rematch(within: .most(5))
    #expect(bound.plan.matches.map(\.mentor) == ["weak"])
    #expect(bound.moves.isEmpty)
    let free = try Rematching(matcher, against: old, keepingApproved: false)
      .rematch(within: .most(5))
    #expect(free.plan.matches.map(\.mentor) == ["strong"])
    #expect(free.moves.map(\.before?.mentor) == ["weak"])
    #expect(free.given == 1)
  }

  @Test func `tells the pairs that cannot stay, and knows a group by its name`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentor("N")
    for id in ["A", "B", "C"] as [PersonID] { fixture.addMentee(id) }
    fixture.bank.profiles = [
      RequestProfile(
        members: ["A", "C"], form: Fixture.form, group: "Г", requests: [Request("план урока")]),
      RequestProfile(members: ["B"], form: Fixture.form, requests: [Request("план урока")]),
    ]
    let old = [
      OldPair(ProfileKey(form: Fixture.form, mentees: ["A", "B"], group: "Г"), mentor: "M"),
      OldPair(ProfileKey(form: Fixture.form, mentees: ["B"]), mentor: "gone"),
    ]
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let rematch = try Rematching(matcher, against: old).rematch(within: .most(0))
    #expect(rematch.impossible.map(\.mentor) == ["gone"])
    #expect(rematch.moves.map(\.mentees) == [["B"]])
    #expect(rematch.moves.map(\.after?.mentor) == ["N"])
  }

  /// The best sums for each number of old pairs that are given up, over all plans.
  private static func bestByGiven(_ matcher: Matcher, _ old: [OldPair]) throws -> [Int: [Int]] {
    let whole = try matcher.makeProblem()
    let problem = whole.assignment
    let kept = Set(
      old.compactMap { pair -> Int? in
        guard
          let row = whole.profiles.firstIndex(where: { ProfileKey($0) == pair.profile }),
          let column = whole.seats.firstIndex(where: { $0.mentor == pair.mentor })
        else { return nil }
        return problem.arcs.arc(row: row, column: column)
      })
    var best: [Int: [Int]] = [:]
    var plan: [Int] = []
    func extend(_ row: Int) {
      guard row < problem.rowCount else {
        let solution = Solution(status: .feasible, arcs: plan, certificate: Certificate())
        guard Verifier.verify(solution, of: problem).isFeasible else { return }
        let sums = problem.tiers.dropLast().map { tier in
          plan.reduce(0) { $0 + Int(tier[$1]) }
        }
        let given = kept.count - plan.count { kept.contains($0) }
        if best[given].map({ $0.lexicographicallyPrecedes(sums) }) ?? true { best[given] = sums }
        return
      }
      extend(row + 1)
      for arc in problem.arcs.arcs(ofRow: row) {
        plan.append(arc)
        extend(row + 1)
        plan.removeLast()
      }
    }
    extend(0)
    return best
  }
}

extension ProfileKey {
  fileprivate init(_ match: ProposedMatch) {
    self.init(form: match.form, mentees: match.mentees, group: match.group)
  }
}
