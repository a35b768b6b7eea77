public import Matching
public import MentoringModel
public import Wording

/// Everything that the files beside a plan tell of it.
///
/// ```swift
/// let report = PlanReport(
///   subject, balance: matcher.balance(of: subject.plan), bank: bank, manifest: manifest,
///   solver: solver)
/// let page = PlanPage.html(of: report, in: .ru)
/// let table = PlanFiles.pairs(of: report, in: .ru)
/// ```
public struct PlanReport: Sendable {
  /// The plan with the names it needs.
  public let subject: ReportSubject
  /// Demand, offer and load.
  public let balance: PlanBalance
  /// What the plan came from.
  public let manifest: RunManifest
  /// The solver and why that one.
  public let solver: Text
  let people: ReportPeople

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - subject: The plan with the names it needs.
  ///   - balance: Demand, offer and load of the plan.
  ///   - bank: The banks, for organizations and posts.
  ///   - manifest: What the plan came from.
  ///   - solver: The solver and why that one.
  public init(
    _ subject: ReportSubject, balance: PlanBalance, bank: Bank, manifest: RunManifest,
    solver: Text
  ) {
    self.subject = subject
    self.balance = balance
    self.manifest = manifest
    self.solver = solver
    people = ReportPeople(bank)
  }

  /// The plan.
  var plan: Plan { subject.plan }

  /// The criteria that count in some form of the plan.
  var criteria: [CriterionID] {
    let forms = Set(plan.forms.map(\.form))
    let weights = subject.programme.forms.filter { forms.contains($0.id) }
      .map { $0.weights ?? subject.programme.weights }
    return CriterionID.allCases.filter { criterion in weights.contains { $0[criterion] > 0 } }
  }
}
