import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

/// Small banks from seeds, with short supply, priority groups, limits and fixed pairs.
enum RandomBanks {
  static let competencies: [CompetencyID] = ["план урока", "оценивание", "олимпиады"]

  static func fixture(seed: UInt64) throws -> Fixture {
    var random = SplitMix64(seed: seed)
    var fixture = try Fixture()
    fixture.programme.priorityGroups = [
      PriorityGroup(id: "new", title: Text(same: "new"), rule: PersonRule(marks: ["новый"]))
    ]
    if seed % 3 == 0 { fixture.programme.priorityGroups = [] }
    fixture.form.mustHaveLevel = 2
    for index in 0..<4 {
      let known = competencies.filter { _ in random.next() % 5 < 2 }
      let levels = known.map { ($0, Int(random.next() % 5) + 1) }
      let isWilling = random.next() % 5 > 0
      fixture.addMentor(PersonID(rawValue: "M\(index)"), Dictionary(uniqueKeysWithValues: levels)) {
        $0.capacity = Int(random.next() % 3)
        $0.person.dataConsent = isWilling ? .given(nil) : .absent
        $0.person.organization = index < 2 ? "north" : "south"
      }
    }
    for index in 0..<6 {
      let first = competencies[Int(random.next() % 3)]
      let second = competencies[Int(random.next() % 3)]
      let isNew = random.next() % 3 == 0
      let mustHave = random.next() % 4 == 0
      let requests =
        [Request(first, isMustHave: mustHave)]
        + (second == first ? [] : [Request(second, priority: 2)])
      fixture.addMentee(PersonID(rawValue: "A\(index)"), requests) {
        if isNew { $0.marks = ["новый"] }
      }
    }
    if seed % 4 == 0 {
      fixture.bank.organizations = [Organization(id: "north", name: "North", capacity: 2)]
    }
    if seed % 5 == 0 {
      fixture.bank.decisions = [Decision(.pin, mentor: "M1", mentee: "A1")]
    }
    return fixture
  }

  static func solved(_ fixture: Fixture) throws -> SolvedMatching {
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let problem = try matcher.makeProblem()
    let solution = try HungarianSolver().solve(problem.assignment)
    return try #require(SolvedMatching(problem, solution: solution, by: matcher))
  }

  /// The best plan's sum in every goal, from nothing.
  static func objective(_ fixture: Fixture) throws -> [Int128] {
    let problem = try Matcher(programme: fixture.programme, bank: fixture.bank).makeProblem()
    return try objective(problem.assignment)
  }

  static func objective(_ problem: AssignmentProblem) throws -> [Int128] {
    let solution = try HungarianSolver().solve(problem)
    let proof = Verifier.verify(solution, of: problem)
    #expect(proof.provesOptimality)
    return proof.objective
  }
}
