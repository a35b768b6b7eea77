import Matching
import MentoringModel
import Testing

@Suite struct RematchGoalTests {
  @Test func `approved pairs and an even load are told in their own terms`() throws {
    var fixture = try Fixture()
    for id in ["M", "N"] as [PersonID] { fixture.addMentor(id) { $0.capacity = 3 } }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    fixture.programme.tiers = [.coverage, .balance, .fit]
    let old = ["A", "B"].map {
      OldPair(
        ProfileKey(form: Fixture.form, mentees: [PersonID(rawValue: $0)]), mentor: "M",
        isPinned: true)
    }
    let matcher = Matcher(programme: fixture.programme, bank: fixture.bank)
    let bound = try Rematching(matcher, against: old)
    let plan = try bound.rematch(within: .most(2)).plan
    #expect(plan.tiers.map(\.tier) == [.pins, .coverage, .balance, .fit, .tieBreak])
    #expect(plan.tiers.prefix(3).map(\.value) == [2, 2, -1])
    let free = try Rematching(matcher, against: old, keepingApproved: false)
    #expect(
      try free.curve().points.map { $0.goals.first { $0.goal == .balance }?.after } == [-1, 0])
  }
}
