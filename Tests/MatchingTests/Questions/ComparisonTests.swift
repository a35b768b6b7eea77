import AssignmentKernel
import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct ComparisonTests {
  @Test(arguments: seeds(20))
  func `each scenario gets the plan that a solve from nothing gives`(seed: UInt64) throws {
    let fixtures = try (0..<5).map { try RandomBanks.fixture(seed: seed + 100 * $0) }
    let comparison = try Comparison(
      of: fixtures.enumerated().map {
        Scenario(name: "\($0.offset)", programme: $0.element.programme, bank: $0.element.bank)
      })
    for (fixture, result) in zip(fixtures, comparison.results) {
      let plan = try fixture.plan()
      let fits = plan.matches.map(\.score.total)
      let load = Dictionary(grouping: plan.matches, by: \.mentor).mapValues(\.count)
      #expect(result.figures.matched == plan.matches.reduce(0) { $0 + $1.mentees.count })
      #expect(result.figures.asking == fixture.bank.profiles.count)
      #expect(result.figures.totalFit == fits.reduce(0, +))
      #expect(result.figures.worstFit == fits.min())
      #expect(result.figures.mentors == load.count)
      #expect(result.figures.largestLoad == load.values.max() ?? 0)
      #expect(result.placements.mapValues(\.mentor) == placements(of: plan))
    }
    for (index, result) in comparison.results.enumerated() {
      let moves = comparison.moves(from: 0, to: index)
      #expect(result.changes == moves.count)
      var moved = comparison.results[0].placements.mapValues(\.mentor)
      for move in moves {
        let key = ProfileKey(form: move.form, mentees: move.mentees, group: move.group)
        #expect(move.before?.mentor != move.after?.mentor)
        #expect(moved[key] == move.before?.mentor)
        moved[key] = move.after?.mentor
      }
      #expect(moved == result.placements.mapValues(\.mentor))
    }
  }

  @Test func `counts coverage of a roster in each scenario`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    fixture.addMentee("B")
    fixture.bank.roster = ["A", "B"].map { RosterEntry(id: $0, roles: ["educator"]) }
    fixture.programme.coverageTargets = [
      CoverageTarget(id: "all", title: Text(same: "all"), rule: PersonRule(), percent: 70)
    ]
    var more = fixture
    more.bank.mentors[0].capacity = 2
    let comparison = try Comparison(
      of: [fixture, more].map { Scenario(name: "", programme: $0.programme, bank: $0.bank) })
    #expect(comparison.results.map(\.figures.coverage[0].covered) == [1, 2])
    #expect(comparison.results.map(\.figures.coverage[0].isReached) == [false, true])
  }

  private func placements(of plan: Plan) -> [ProfileKey: PersonID] {
    Dictionary(
      uniqueKeysWithValues: plan.matches.map {
        (ProfileKey(form: $0.form, mentees: $0.mentees, group: $0.group), $0.mentor)
      })
  }
}
