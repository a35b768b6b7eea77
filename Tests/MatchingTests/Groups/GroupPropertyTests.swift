import Matching
import MentoringModel
import SolverConformance
import Testing
import Wording

@Suite struct GroupPropertyTests {
  @Test(arguments: seeds(60))
  func `no plan of people that keeps every rule matches more, and the plan keeps them all`(
    seed: UInt64
  ) throws {
    let random = try RandomGroups(seed: seed)
    let plan = try random.fixture.plan()
    var standing: [PersonID: Standing] = [:]
    for match in plan.matches {
      for mentee in match.mentees {
        #expect(standing[mentee] == nil)
        standing[mentee] = Standing(
          mentor: match.mentor, topic: match.opened?.topic, number: match.opened?.number ?? 0)
        #expect(random.options(of: mentee).contains { $0 == standing[mentee] })
      }
    }
    #expect(random.brokenRule(of: standing) == nil)
    #expect(standing.count == random.mostMatched())
  }

  @Test(arguments: seeds(60))
  func `everybody without a mentor is told why and what would help`(seed: UInt64) throws {
    let random = try RandomGroups(seed: seed)
    let plan = try random.fixture.plan()
    #expect(plan.matches.flatMap(\.mentees).count + plan.unmatched.count == 5)
    for profile in plan.unmatched {
      for text in [profile.reason, profile.advice] {
        #expect(!text.ru.isEmpty && !text.en.isEmpty)
      }
      #expect(!profile.code.isEmpty)
    }
  }

  @Test(arguments: seeds(60))
  func `scores of members add up to the goals`(seed: UInt64) throws {
    let plan = try RandomGroups(seed: seed).fixture.plan()
    let fit = plan.matches.reduce(0) { sum, match in
      sum + (match.opened?.members.reduce(0) { $0 + $1.score.total } ?? match.score.total)
    }
    #expect(plan.tiers.first { $0.tier == .fit }?.value == fit)
    if let fewest = plan.tiers.first(where: { $0.tier == .fewestGroups }) {
      #expect(fewest.value == -plan.matches.count { $0.opened != nil })
    }
    for match in plan.matches {
      #expect(match.score.parts.reduce(0) { $0 + $1.earned } == match.score.total)
    }
    #expect(Set(plan.matches.map(\.id)).count == plan.matches.count)
  }
}
