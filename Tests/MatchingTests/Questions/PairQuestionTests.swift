import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct PairQuestionTests {
  @Test(arguments: seeds(60))
  func `a margin is the difference of two independent solves`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let solved = try RandomBanks.solved(fixture)
    let best = try RandomBanks.objective(fixture)
    for match in solved.plan.matches {
      let answers = solved.answers(about: match.mentees[0])
      guard case .paired(let explanation) = try #require(answers.first) else {
        Issue.record("paired in the plan and not in the answer")
        continue
      }
      #expect(explanation.match == match)
      let without = try objective(of: solved, mentee: match.mentees[0], without: match.mentor)
      let margin = try #require(explanation.margin)
      #expect(margin.goals.map { Int128($0.change) } == zip(without, best).map { $0 - $1 })
      #expect(margin.goals.map(\.before) == solved.plan.tiers.map(\.value))
      #expect(explanation.isTie == (without.dropLast() == best.dropLast()))
    }
  }

  @Test(arguments: seeds(60))
  func `the cost of a pair is the difference of two independent solves`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let solved = try RandomBanks.solved(fixture)
    let best = try RandomBanks.objective(fixture)
    for mentee in fixture.bank.mentees.map(\.id) {
      for mentor in fixture.bank.mentors.map(\.id) {
        let answer = try #require(solved.answers(about: mentee, with: mentor).first)
        let forced = try objective(of: solved, mentee: mentee, with: mentor)
        switch answer.obstacle {
        case .none(let explanation): #expect(explanation.match.mentor == mentor)
        case .rules(let objections):
          #expect(!objections.isEmpty)
          #expect(forced == nil)
        case .noGroup: Issue.record("no form of these makes groups")
        case .noPlan: #expect(forced == nil)
        case .cost(let difference):
          let forced = try #require(forced)
          #expect(difference.goals.map { Int128($0.change) } == zip(forced, best).map { $0 - $1 })
          #expect(difference.moves.first?.mentees == [mentee])
          #expect(difference.moves.first?.after?.mentor == mentor)
          try expectChain(difference, changes: solved)
        }
      }
    }
  }

  /// The moves, carried out on the plan, give a plan of the stated total.
  private func expectChain(_ difference: PlanDifference, changes solved: SolvedMatching) throws {
    var mentorOf = Dictionary(
      uniqueKeysWithValues: solved.plan.matches.map { ($0.mentees, $0.mentor) })
    var fit = solved.plan.matches.reduce(0) { $0 + $1.score.total }
    for move in difference.moves {
      #expect(mentorOf[move.mentees] == move.before?.mentor)
      mentorOf[move.mentees] = move.after?.mentor
      fit += (move.after?.fit ?? 0) - (move.before?.fit ?? 0)
    }
    for (index, move) in difference.moves.enumerated().dropLast() {
      let rest = difference.moves[(index + 1)...]
      let makesRoom = rest.contains { $0.before?.mentor == move.after?.mentor }
      #expect(!makesRoom || rest.first?.before?.mentor == move.after?.mentor)
    }
    let goal = try #require(difference.goals.first { $0.goal == .fit })
    #expect(goal.after == fit)
  }

  @Test(arguments: seeds(40))
  func `alternates are the free mentors, best first, by enumeration`(seed: UInt64) throws {
    let fixture = try RandomBanks.fixture(seed: seed)
    let solved = try RandomBanks.solved(fixture)
    let problem = solved.problem.assignment
    let plan = Set(solved.solution.arcs)
    for arc in solved.solution.arcs {
      let row = problem.arcs.row(ofArc: arc)
      let others = problem.arcs.arcs(ofRow: row).filter { other in
        let moved = plan.subtracting([arc]).union([other]).sorted()
        let solution = Solution(status: .feasible, arcs: moved, certificate: Certificate())
        return other != arc && Verifier.verify(solution, of: problem).isFeasible
      }
      let ranked = others.sorted { left, right in
        let (a, b) = (problem.tiers.map { $0[left] }, problem.tiers.map { $0[right] })
        return b.lexicographicallyPrecedes(a)
      }
      let expected = ranked.map { solved.problem.seats[problem.arcs.column(ofArc: $0)].mentor }
      let answers = solved.answers(
        about: solved.problem.profiles[row].members[0], alternates: 2)
      guard case .paired(let explanation) = try #require(answers.first) else { return }
      #expect(explanation.alternates.map(\.mentor) == Array(expected.prefix(2)))
    }
  }

  @Test func `tells every rule that forbids a pair, and whose it is`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["оценивание": 5]) { $0.person.dataConsent = .absent }
    fixture.addMentor("N")
    fixture.addMentee("A") { $0.person.superior = "M" }
    let solved = try RandomBanks.solved(fixture)
    let answer = try #require(solved.answers(about: "A", with: "M").first)
    guard case .rules(let objections) = answer.obstacle else {
      Issue.record("no rule objects")
      return
    }
    #expect(objections.map(\.code) == ["noDataConsent", "directSuperior", "noCompetency"])
    #expect(objections.map(\.person) == ["M", nil, nil])
    #expect(answer.text.ru.hasPrefix("Правила запрещают: нет согласия"))
  }

  @Test func `tells a tie, and what is asked and offered`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["план урока": 4])
    fixture.addMentor("N", ["план урока": 4])
    fixture.addMentee("A", [Request("план урока", isMustHave: true), Request("олимпиады")])
    let solved = try RandomBanks.solved(fixture)
    guard case .paired(let pair) = try #require(solved.answers(about: "A").first) else { return }
    #expect(pair.isTie)
    #expect(pair.marginText.ru.contains("равноценный план"))
    #expect(pair.requests.map(\.level) == [4, 0])
    #expect(pair.requests.map(\.isMustHave) == [true, false])
    #expect(pair.match.score.parts.reduce(0) { $0 + $1.earned } == pair.match.score.total)
    #expect(pair.alternates.count == 1)
  }

  @Test func `puts the cost of a pair into words, goal by goal`() throws {
    var fixture = try Fixture()
    fixture.programme.weights = try #require(CriterionWeights([.requests: 1]))
    fixture.programme.priorityGroups = [
      PriorityGroup(
        id: "new", title: Text(ru: "Новые", en: "New"), rule: PersonRule(marks: ["новый"]))
    ]
    fixture.addMentor("M", ["план урока": 5])
    fixture.addMentee("A", [Request("план урока")]) { $0.marks = ["новый"] }
    fixture.addMentee("B", [Request("план урока"), Request("олимпиады")])
    let solved = try RandomBanks.solved(fixture)
    let swap = try #require(solved.answers(about: "B", with: "M").first)
    #expect(
      swap.text.ru
        == "Если закрепить эту пару: другой охват групп (Новые: −1, остальные: +1); "
        + "сумма соответствий меньше на 50,00 пункта.")
    fixture.bank.decisions = [Decision(.pin, mentor: "M", mentee: "A")]
    let pinned = try #require(try RandomBanks.solved(fixture).answers(about: "B", with: "M").first)
    #expect(pinned.text.en.hasPrefix("With this pair fixed: 1 fixed pair fewer; "))
  }

  /// The best plan in which the mentee does without a mentor's help.
  private func objective(
    of solved: SolvedMatching, mentee: PersonID, without mentor: PersonID
  ) throws -> [Int128] {
    try #require(
      try objective(of: solved) { profile, seat in
        seat.mentor != mentor || !profile.members.contains(mentee)
      })
  }

  /// The best plan with a pair, or nil where there is none.
  private func objective(
    of solved: SolvedMatching, mentee: PersonID, with mentor: PersonID
  ) throws -> [Int128]? {
    let rows = solved.problem.profiles.indices.filter {
      solved.problem.profiles[$0].members.contains(mentee)
    }
    return try objective(of: solved, needed: rows) { profile, seat in
      seat.mentor == mentor || !profile.members.contains(mentee)
    }
  }

  private func objective(
    of solved: SolvedMatching, needed: [Int] = [],
    keeping isKept: (RequestProfile, Seat) -> Bool
  ) throws -> [Int128]? {
    let whole = solved.problem.assignment
    var columns: [[Int]] = []
    var tiers = [[Int64]](repeating: [], count: whole.tiers.count)
    for row in 0..<whole.rowCount {
      let arcs = whole.arcs.arcs(ofRow: row).filter {
        isKept(solved.problem.profiles[row], solved.problem.seats[whole.arcs.column(ofArc: $0)])
      }
      columns.append(arcs.map { whole.arcs.column(ofArc: $0) })
      for tier in tiers.indices { tiers[tier] += arcs.map { whole.tiers[tier][$0] } }
    }
    var demand = whole.rowDemand
    for row in needed { demand[row].lower = 1 }
    let groups = solved.problem.limits.indices.map { group in
      NodeGroup(
        (0..<whole.columnCount).filter { column in
          var above = whole.columnGroups.parentOfMember[column]
          while above >= 0, Int(above) != group {
            above = whole.columnGroups.parentOfGroup[Int(above)]
          }
          return above >= 0
        }, whole.columnGroups.bounds[group])
    }
    let problem = try AssignmentProblem(
      arcs: ArcPattern(columnsOfRows: columns, columns: whole.columnCount), tiers: tiers,
      rowDemand: demand, columnLoad: whole.columnLoad, columnGroups: groups)
    let solution = try HungarianSolver().solve(problem)
    guard solution.status == .optimal else { return nil }
    return Verifier.verify(solution, of: problem).objective
  }
}
