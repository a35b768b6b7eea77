import Foundation
import MentoringModel
import Testing
import Wording

@testable import AssignmentKernel
@testable import Matching
@testable import Reports

@Suite struct GroupReportTests {
  private let solver = Text(ru: "hungarian (выбран пользователем)", en: "hungarian (as asked)")

  /// The small plan, its group opened by the programme, and one mentee for whom none opened.
  private func subject() throws -> ReportSubject {
    var plan = SmallPlan.plan
    var programme = try SmallPlan.programme()
    var groups = GroupFormation(allowsPairs: true, size: 2...3)
    groups.opensFewest = true
    groups.composition = [CompositionRequirement(.organization, atMost: 2)]
    programme.forms[0].groups = groups
    func member(_ id: PersonID, _ earned: Int, isPinned: Bool = false) -> GroupMember {
      GroupMember(
        mentee: id,
        score: Score([SmallPlan.part(.requests, earned, "тема группы: проект (5)", "topic")]),
        isPinned: isPinned)
    }
    plan.forms[0].matches[1].group = "проект"
    plan.forms[0].matches[1].opened = OpenedGroup(
      topic: "проект", title: Text(ru: "проект", en: "project"), number: 1,
      members: [member("e2", 3000), member("e3", 2001, isPinned: true)], asked: 3, eligible: 2,
      reason: Text(ru: "просят 3", en: "3 ask"))
    plan.forms[0].unmatched[0].code = "groupTooSmall"
    plan.tiers.insert(TierResult(tier: .fewestGroups, value: -1, bound: -1), at: 1)
    plan.verification = .groups(
      GroupVerifier.verify(
        GroupSolution(status: .optimal, arcs: [], proof: GroupProof()), of: try tiny()))
    return ReportSubject(plan: plan, programme: programme, bank: SmallPlan.bank)
  }

  private func tiny() throws -> GroupProblem {
    try GroupProblem(try AssignmentProblem(dense: [[1]]), mayClose: [false])
  }

  @Test func `a curator reads the members of a group with their fit, and why it opened`() throws {
    let text = PlanTables.rendered(try subject(), solver: solver, in: .ru, width: 200)
    #expect(text.contains("проект: Глеб Тополев (30,00 %), Дина Ивина (20,01 %)"))
    #expect(text.contains("25,00 %  просят 3; ! нужно обучить\n"))
    #expect(text.contains("Итого: 1 пара, 1 группа,"))
    #expect(text.contains("открыто групп 1 / 1, сумма соответствий 80,05 / 80,05."))
  }

  @Test func `the same in English`() throws {
    let text = PlanTables.rendered(try subject(), solver: solver, in: .en, width: 200)
    #expect(text.contains("project: Глеб Тополев (30.00%), Дина Ивина (20.01%)"))
    #expect(text.contains("3 ask; ! to be trained"))
    #expect(text.contains("groups opened 1 / 1, total fit 80.05 / 80.05."))
  }

  @Test func `plan json with groups keeps its members`() throws {
    let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/plan-groups.json")
    let document = PlanDocument.value(of: try subject()).document
    #expect(try document == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func `the manifest has the settings of groups, and only where there are any`() throws {
    let form = SettingsDocument.value(of: try subject().programme).document
    for part in [
      "\"mode\": \"both\"", "\"size\": {\"minimum\": 2, \"maximum\": 3}", "\"perMentor\": 1",
      "\"fewest\": true",
    ] {
      #expect(form.contains(part))
    }
    #expect(form.contains("\"atMost\": 2"))
    let plain = SettingsDocument.value(of: try SmallPlan.programme()).document
    #expect(!plain.contains("\"mode\"") && !plain.contains("cohesion"))
  }

  @Test func `a plan with groups that was stopped tells its gap`() throws {
    var plan = try subject().plan
    plan.status = .feasible
    plan.tiers[1].bound = 0
    plan.verification = try loosened(plan, tier: 1)
    #expect(!plan.isProvedOptimal)
    #expect(
      Text.proof(of: plan).en == "Proof: feasible, gap at most 1 (groups opened), verified.")
  }

  @Test func `a plan with groups is proved when all goals but the choice among equals are`() throws
  {
    var plan = try subject().plan
    let last = plan.tiers.count - 1
    #expect(plan.tiers[last].tier == .tieBreak)
    plan.status = .feasible
    plan.tiers[last].bound? += 1
    plan.verification = try loosened(plan, tier: last)
    #expect(plan.isProvedOptimal)
    #expect(
      Text.proof(of: plan).ru
        == "Доказательство: оптимально по всем целям, проверено; выбор среди равных не доказан.")
  }

  /// What the verifier would have found with a bound that is one above the objective.
  private func loosened(_ plan: Plan, tier: Int) throws -> PlanVerification {
    guard case .groups(var verification) = plan.verification else {
      throw CancellationError()
    }
    verification.objective = plan.tiers.map { Int128($0.value) }
    verification.bound = verification.objective
    verification.bound[tier] += 1
    return .groups(verification)
  }
}
