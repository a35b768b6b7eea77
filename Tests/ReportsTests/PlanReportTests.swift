import MentoringModel
import Testing
import Wording

@testable import Reports

@Suite struct PlanReportTests {
  private let solver = Text(ru: "hungarian (выбран пользователем)", en: "hungarian (as asked)")

  @Test func `a curator reads pairs, reasons, the unmatched, totals and the proof`() throws {
    let text = PlanTables.rendered(try SmallPlan.subject(), solver: solver, in: .ru, width: 100)
    #expect(text == "")
  }

  @Test func `the same in English`() throws {
    let text = PlanTables.rendered(try SmallPlan.subject(), solver: solver, in: .en, width: 100)
    #expect(text == "")
  }

  @Test func `the JSON of a plan keeps its members`() throws {
    #expect(PlanDocument.value(of: try SmallPlan.subject()).document == "")
  }
}
