import Matching
import MentoringModel
import Testing
import Wording

@Suite struct GroupScoreTests {
  private func members(
    _ weights: [CriterionID: Double], _ change: (inout GroupFixture) -> Void
  ) throws -> [Int] {
    var fixture = try GroupFixture(size: 2...9)
    fixture.addMentor("M")
    change(&fixture)
    fixture.base.programme.weights = try #require(CriterionWeights(weights))
    let plan = try fixture.plan()
    let group = try #require(plan.matches.first?.opened)
    let total = group.members.reduce(0) { $0 + $1.score.total }
    #expect(plan.tiers.first { $0.tier == .fit }?.value == total)
    let score = try #require(plan.matches.first?.score)
    #expect(score.parts.reduce(0) { $0 + $1.earned } == score.total)
    #expect(score.total <= total / group.members.count)
    return group.members.map(\.score.total)
  }

  @Test func `looks at the topic first, by the share that the mentee gives it`() throws {
    let scores = try members([.requests: 1]) {
      $0.base.addMentee("A", [Request("олимпиады", priority: 1)])
      $0.base.addMentee(
        "B", [Request("олимпиады", priority: 1), Request("оценивание", priority: 1)])
      $0.base.addMentee(
        "C", [Request("олимпиады", priority: 3), Request("оценивание", priority: 1)])
    }
    // B: (1000 + 500) / 2; C: (333 + 250) / 2.
    #expect(scores == [10_000, 7500, 2910])
  }

  @Test func `values those near to the median level and the commonest interests`() throws {
    let scores = try members([.cohesion: 1]) { fixture in
      for (id, level, interests) in [
        ("A", 2, ["шахматы", "хор"]), ("B", 2, ["шахматы"]), ("C", 4, ["лыжи"]),
      ] as [(String, Int, Set<String>)] {
        fixture.base.addMentee(PersonID(rawValue: id), [Request("олимпиады", level: level)]) {
          $0.person.interests = interests
        }
      }
    }
    // The median is 2; only «шахматы» is shared.
    #expect(scores == [10_000, 10_000, 2500])
  }

  @Test func `takes the mean of the two middle levels`() throws {
    let scores = try members([.cohesion: 1]) { fixture in
      for (id, level) in [("A", 2), ("B", 3)] {
        fixture.base.addMentee(PersonID(rawValue: id), [Request("олимпиады", level: level)])
      }
    }
    #expect(scores == [6880, 6880])
  }

  @Test func `counts half for what the banks do not say`() throws {
    let scores = try members([.cohesion: 1]) { $0.addMentees("A", "B") }
    #expect(scores == [5000, 5000])
  }

  @Test func `does not count cohesion in a form of pairs`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    fixture.programme.weights = try #require(CriterionWeights([.requests: 1, .cohesion: 3]))
    let score = try #require(try fixture.plan().matches.first).score
    #expect(score.parts.map(\.criterion) == [.requests])
    #expect(score.total == 10_000)
  }

  @Test func `counts half for cohesion in a pair beside groups`() throws {
    var fixture = try GroupFixture(size: 2...2, allowsPairs: true)
    fixture.base.programme.weights = try #require(CriterionWeights([.cohesion: 1]))
    fixture.addMentor("M")
    fixture.addMentees("A")
    #expect(try fixture.plan().matches.map(\.score.total) == [5000])
  }
}
