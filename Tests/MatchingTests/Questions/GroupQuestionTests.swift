import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct GroupQuestionTests {
  /// A proved plan of a bank whose form makes groups.
  private func solved(
    _ fixture: GroupFixture, asking solver: any GroupSolver = GroupSearch()
  ) throws -> SolvedMatching {
    let problem = try fixture.matcher.makeProblem()
    let solution = try GroupSearch().solve(#require(problem.groups))
    return try #require(
      SolvedMatching(problem, solution: solution, by: fixture.matcher, asking: solver))
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
    let olympiads = try #require(try solved.groups(about: "олимпиады").first)
    #expect(olympiads.asked == 3)
    #expect(olympiads.opened.isEmpty)
    #expect(olympiads.opening == nil)
    let short = try #require(olympiads.closed.first)
    #expect(short.mentor == "M" && short.code == "groupTooSmall" && short.missing == 1)
    #expect(short.reason.en == "3 people ask for the topic “олимпиады”, and a group needs 4")
    #expect(
      short.advice.en == "1 more member would open the group, or a minimum of 3 (size.minimum).")
    let places = try #require(try solved.groups(about: "оценивание").first?.closed.first)
    #expect(places.code == "capacityExhausted" && places.missing == 1)
    #expect(try solved.groups(about: "оценивание", of: "M").first?.closed == [])
    #expect(try solved.groups(about: "дисциплина").isEmpty)
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
    let topic = try #require(try solved.groups(about: "олимпиады").first)
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

  @Test func `one more group of one who leads a like one is not another plan`() throws {
    var fixture = try GroupFixture(size: 2...3)
    fixture.groups.perMentor = 2
    fixture.addMentor("M")
    fixture.addMentees("A", "B", "C")
    let topic = try #require(try solved(fixture).groups(about: "олимпиады").first)
    #expect(topic.opened.map(\.mentees.count) == [3])
    #expect(topic.closed.isEmpty && topic.opening == nil)
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
    let closed = try #require(try solved(fixture).groups(about: "оценивание").first?.closed.first)
    #expect(closed.code == "notChosen" && closed.missing == 0)
    #expect(
      closed.reason.en
        == "there are enough people with no mentor for a group: 2, and it needs 2" + reason)
    #expect(closed.advice.en.hasPrefix(advice))
  }

  @Test(arguments: seeds(24))
  func `a rule of composition costs what the best plan without it has more`(seed: UInt64) throws {
    var fixture = try RandomGroups(seed: seed).fixture
    if fixture.groups.composition.isEmpty {
      fixture.groups.composition = [CompositionRequirement(.organization, atMost: 1)]
    }
    let solved = try solved(fixture)
    let best = try #require(try goals(solved))
    let costs = try solved.compositionCosts()
    #expect(costs.map(\.rule) == Array(1...fixture.groups.composition.count))
    for cost in costs {
      var free = fixture
      #expect(free.groups.composition.remove(at: cost.rule - 1) == cost.requirement)
      let problem = try free.matcher.makeProblem()
      let groups = try #require(problem.groups)
      let without = EveryGroupPlan.best(of: groups)
      let reached = GroupVerifier.verify(without, of: groups).objective.dropLast()
      #expect(cost.difference.isProved)
      #expect(
        cost.difference.goals.filter { $0.goal != .tieBreak }.map { Int128($0.change) }
          == zip(reached, best).map { $0 - $1 })
      #expect(cost.isFree == (reached.elementsEqual(best)))
    }
  }

  @Test func `tells what rules of composition cost, and names the rule that would help`() throws {
    var fixture = try GroupFixture(size: 2...4)
    fixture.groups.composition = [
      CompositionRequirement(.organization, atMost: 1),
      CompositionRequirement(.organization, values: ["north", "south"], atLeast: 1),
    ]
    fixture.addMentor("M")
    for id in ["A", "B", "C"] as [PersonID] {
      fixture.addMentee(id) { $0.person.organization = "north" }
    }
    fixture.addMentee("D") { $0.person.organization = "south" }
    let solved = try solved(fixture)
    let topic = try #require(try solved.groups(about: "олимпиады").first)
    #expect(topic.rules.map(\.isFree) == [false, true])
    let first = try #require(topic.rules.first)
    #expect(
      first.text.en.hasPrefix(
        "Without rule of composition 1 (from one organization at most 1): 2 mentees more with a "
          + "mentor; the total fit is higher by "))
    #expect(
      first.text.ru.hasPrefix(
        "Без правила состава 1 (из одной организации не больше 1): на 2 наставляемых больше с "
          + "наставником; сумма соответствий больше на "))
    #expect(first.difference.moves.count(where: { $0.before == nil && $0.after != nil }) == 2)
    #expect(
      topic.rules[1].text.ru
        == "Правило состава 2 (организация north, south: не меньше 1) ничего не стоит.")
    #expect(try solved.groups(about: "олимпиады", of: "M").first?.rules == [])
    let remedy = try #require(try solved.remedies().found.first { $0.gain.mentees == 2 })
    #expect(remedy.change == .anyComposition(fixture.base.form.id, rule: 0))
    let over = StopSignal()
    over.raise()
    let stopped = try self.solved(fixture, asking: EmptyHandedSolver())
      .asked(within: SolveLimits(stop: over))
    let cut = try #require(try stopped.compositionCosts().first)
    #expect(!cut.difference.isProved && !cut.isFree)
    #expect(cut.text.en.hasSuffix("no such plan was found in the time given."))
  }
}

/// A search for groups that has found nothing when its time is up.
private struct EmptyHandedSolver: GroupSolver {
  var name: String { "empty-handed" }

  func solve(
    _ problem: GroupProblem, from start: [Int]?, limits: SolveLimits
  ) throws(SolverFailure) -> GroupSolution {
    throw .outOfTime(solver: name)
  }
}
