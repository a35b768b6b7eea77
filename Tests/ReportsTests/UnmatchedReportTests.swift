import MentoringModel
import Testing
import Wording

@testable import Matching
@testable import Reports

@Suite struct UnmatchedReportTests {
  private static func names() throws -> ReportNames {
    ReportNames(programme: try SmallPlan.programme(), bank: Bank())
  }

  private func report(_ language: Language = .en) throws -> UnmatchedReport {
    UnmatchedReport(try Self.names(), on: TerminalPage(language, width: 100))
  }

  private static let remedy = Remedy(
    change: .maximumLoad(3), gain: Gain(found: [], lost: [], goals: []))

  @Test func `changes that were not all tried are told as such`() throws {
    let report = try report()
    let whole = report.rendered(Tried(found: [Self.remedy]))
    let part = report.rendered(Tried(found: [Self.remedy], isComplete: false))
    #expect(!whole.contains("--time-limit"))
    #expect(part.hasPrefix(whole) && part.contains("(--time-limit)"))
    #expect(report.rendered(Tried<Remedy>()).hasPrefix("No single change"))
    let none = try self.report(.ru).rendered(Tried<Remedy>(isComplete: false))
    #expect(none.hasPrefix("Время вышло раньше, чем нашлось изменение"))
    #expect(report.rendered(Tried<CompetencyGap>()).isEmpty)
    #expect(report.rendered(Tried<CompetencyGap>(isComplete: false)).contains("the time was up"))
  }

  @Test func `who is left without a mentor instead is told beside those who find one`() throws {
    let (form, change) = (SmallPlan.form, SingleChange.maximumLoad(3))
    func row(_ lost: [PersonID], _ language: Language) throws -> String {
      let gain = Gain(
        found: [FormMentee(form: form, mentee: "A"), FormMentee(form: form, mentee: "B")],
        lost: lost.map { FormMentee(form: form, mentee: $0) }, goals: [])
      return try report(language).rendered(Tried(found: [Remedy(change: change, gain: gain)]))
    }
    #expect(try row([], .ru).contains("A, B\n"))
    #expect(try row(["C"], .ru).contains("A, B; без наставника останется C"))
    #expect(try row(["C", "D"], .ru).contains("без наставника останутся C, D"))
    #expect(try row(["C"], .en).contains("A, B; left without one: C"))
  }

  @Test func `a document says whether all was tried`() throws {
    let names = try Self.names()
    func stopped(_ remedies: Bool, _ gaps: Bool) -> Bool {
      ExplanationDocument(names)
        .value(of: [], remedies: Tried(isComplete: remedies), gaps: Tried(isComplete: gaps))
        .document.contains("\"stopped\": true")
    }
    #expect(!stopped(true, true))
    #expect(stopped(false, true))
    #expect(stopped(true, false))
  }

  @Test func `thousands with one reason are counted, and the first are named`() throws {
    let explanations = (1...40).map { number in
      UnmatchedExplanation(
        profile: UnmatchedProfile(
          form: SmallPlan.form, mentees: [PersonID(rawValue: "N-\(number)")],
          code: "capacityExhausted",
          reason: Text(same: "reason"), advice: Text(same: "advice")))
    }
    let few = try report().summary(Array(explanations.prefix(31)))
    #expect(few.contains("N-31") && !few.contains("--json"))
    let many = try report().summary(explanations)
    #expect(many.contains("40 requests without a mentor"))
    #expect(many.contains("N-30 and 10 more"))
    #expect(!many.contains("N-31"))
  }
}
