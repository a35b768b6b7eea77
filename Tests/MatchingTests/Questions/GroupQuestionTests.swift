import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct GroupQuestionTests {
  /// A proved plan of a bank whose form makes groups.
  private func solved(_ fixture: GroupFixture) throws -> SolvedMatching {
    let problem = try fixture.matcher.makeProblem()
    let solution = try GroupSearch().solve(#require(problem.groups))
    return try #require(
      SolvedMatching(problem, solution: solution, by: fixture.matcher, asking: GroupSearch()))
  }

  /// The goals but the choice among equals in the best plan of a restricted problem, by going
  /// through all; nil where there is none.
  private func goals(
    _ solved: SolvedMatching, without arcs: Set<Int> = [], using rows: Set<Int> = []
  ) throws -> [Int128]? {
    let groups = try #require(solved.problem.groups)
    let restricted = try groups.restricted(by: ArcRestriction(forbidden: arcs), using: rows).problem
    let solution = EveryGroupPlan.best(of: restricted)
    guard solution.status == .optimal else { return nil }
    return GroupVerifier.verify(solution, of: restricted).objective.dropLast()
  }

  private func arcs(_ solved: SolvedMatching, of mentee: PersonID, to mentor: PersonID) -> Set<Int>
  {
    let pattern = solved.problem.assignment.arcs
    return Set(
      (0..<pattern.count).filter { arc in
        solved.problem.profiles[pattern.row(ofArc: arc)].members == [mentee]
          && solved.problem.seats[pattern.column(ofArc: arc)].mentor == mentor
      })
  }

  private func expect(_ difference: PlanDifference, _ goals: [Int128], _ best: [Int128]) {
    #expect(difference.isProved)
    #expect(difference.goals.map { Int128($0.change) } == zip(goals, best).map { $0 - $1 })
    #expect(difference.isTie == (goals == best))
  }

  @Test(arguments: seeds(24))
  func `what a place in a plan with groups is worth is the difference of two best plans`(
    seed: UInt64
  ) throws {
    let solved = try solved(RandomGroups(seed: seed).fixture)
    let best = try #require(try goals(solved))
    for mentee in solved.matcher.bank.mentees.map(\.id) {
      for answer in solved.answers(about: mentee) {
        switch answer {
        case .paired(let explanation):
          #expect(explanation.match.mentees.contains(mentee))
          let own = arcs(solved, of: mentee, to: explanation.match.mentor)
          let without = try #require(try goals(solved, without: own))
          expect(try #require(explanation.margin), without, best)
          try expectAlternates(explanation.alternates, of: mentee, in: solved)
        case .unmatched(let explanation): #expect(!explanation.profile.reason.en.isEmpty)
        }
      }
    }
  }

  /// An alternate can take the mentee while all others stay.
  private func expectAlternates(
    _ alternates: [Alternate], of mentee: PersonID, in solved: SolvedMatching
  ) throws {
    let groups = try #require(solved.problem.groups)
    let pattern = groups.assignment.arcs
    let row = try #require(solved.problem.profiles.firstIndex { $0.members == [mentee] })
    let others = solved.solution.arcs.filter { pattern.row(ofArc: $0) != row }
    for alternate in alternates {
      let ways = arcs(solved, of: mentee, to: alternate.mentor).filter {
        GroupVerifier.verify(
          arcs: (others + [$0]).sorted(), proof: GroupProof(), of: groups
        ).isFeasible
      }
      #expect(!ways.isEmpty)
    }
  }

  @Test(arguments: seeds(24))
  func `why not a mentor is answered by the best plan with him, by rules, or by his groups`(
    seed: UInt64
  ) throws {
    let solved = try solved(RandomGroups(seed: seed).fixture)
    let best = try #require(try goals(solved))
    let pattern = solved.problem.assignment.arcs
    for mentee in solved.matcher.bank.mentees.map(\.id) {
      for mentor in solved.matcher.bank.mentors.map(\.id) {
        let own = arcs(solved, of: mentee, to: mentor)
        let row = solved.problem.profiles.firstIndex { $0.members == [mentee] }
        for answer in solved.answers(about: mentee, with: mentor) {
          switch answer.obstacle {
          case .none(let explanation): #expect(explanation.match.mentor == mentor)
          case .rules(let objections): #expect(own.isEmpty && !objections.isEmpty)
          case .noGroup(let reasons):
            #expect(own.isEmpty && !reasons.isEmpty)
            #expect(reasons.allSatisfy { !$0.ru.isEmpty && !$0.en.isEmpty })
          case .noPlan, .cost:
            let row = try #require(row)
            let others = Set(pattern.arcs(ofRow: row)).subtracting(own)
            let forced = try goals(solved, without: others, using: [row])
            guard case .cost(let difference) = answer.obstacle else {
              #expect(forced == nil)
              continue
            }
            expect(difference, try #require(forced), best)
          }
        }
      }
    }
  }

  @Test func `a topic tells its groups, who is short of one, and what one more would change`()
    throws
  {
    var fixture = try GroupFixture(size: 4...5)
    fixture.addMentor("M")
    fixture.addMentor("N", ["оценивание"], places: 3)
    fixture.addMentees("A", "B", "C")
    fixture.addMentees("D", "E", "F", "G", topics: ["оценивание"])
    let solved = try solved(fixture)
    let olympiads = try #require(solved.groups(about: "олимпиады").first)
    #expect(olympiads.asked == 3)
    #expect(olympiads.opened.isEmpty)
    #expect(olympiads.opening == nil)
    let short = try #require(olympiads.closed.first)
    #expect(short.mentor == "M" && short.code == "groupTooSmall" && short.missing == 1)
    #expect(short.reason.en == "3 people ask for the topic “олимпиады”, and a group needs 4")
    #expect(
      short.advice.en == "1 more member would open the group, or a minimum of 3 (size.minimum).")
    let places = try #require(solved.groups(about: "оценивание").first?.closed.first)
    #expect(places.code == "capacityExhausted" && places.missing == 1)
    #expect(solved.groups(about: "оценивание", of: "M").first?.closed == [])
    #expect(solved.groups(about: "дисциплина").isEmpty)
    let answer = try #require(solved.answers(about: "A", with: "N").first)
    guard case .rules(let objections) = answer.obstacle else {
      Issue.record("a mentor without the competency is no mentor for A")
      return
    }
    #expect(objections.map(\.code) == ["noCompetency"])
  }

  @Test func `a group that could open and did not tells what it would cost`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.addMentor("M")
    fixture.addMentor("N", places: 2)
    fixture.addMentees("A", "B", "C")
    let solved = try solved(fixture)
    let topic = try #require(solved.groups(about: "олимпиады").first)
    #expect(topic.opened.map(\.mentees.count) == [3])
    #expect(topic.closed.map(\.code) == ["notChosen"])
    let opening = try #require(topic.opening)
    let coverage = try #require(opening.goals.first { $0.goal == .coverage })
    #expect(opening.isProved && !opening.isTie && coverage.change == -1)
    #expect(
      try #require(topic.openingText).en.hasPrefix(
        "With one of the closed groups open: 1 mentee fewer"))
    let closed = try #require(topic.closed.first)
    #expect(closed.reason.en.hasPrefix("3 people can go to this mentor, 0 of them with no mentor"))
  }

  @Test(arguments: [
    (1, 3, "; but the mentor leads as many groups as allowed: 1", "Raise perMentor to 2"),
    (2, 3, "; but the mentor has 0 of 3 places free", "Raise the mentor's places to 5."),
  ])
  func `a group for which there are people enough is closed for its mentor's limits`(
    perMentor: Int, places: Int, reason: String, advice: String
  ) throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.groups.perMentor = perMentor
    fixture.addMentor("M", ["олимпиады", "оценивание"], places: places)
    fixture.addMentees("A", "B", "C")
    fixture.addMentees("D", "E", topics: ["оценивание"])
    let closed = try #require(solved(fixture).groups(about: "оценивание").first?.closed.first)
    #expect(closed.code == "notChosen" && closed.missing == 0)
    #expect(
      closed.reason.en
        == "there are enough people with no mentor for a group: 2, and it needs 2" + reason)
    #expect(closed.advice.en.hasPrefix(advice))
  }
}
