import MentoringModel
import Wording

@testable import Matching
@testable import Reports

/// A report of the small plan, with demand, offer and load by hand.
enum SmallReport {
  static func report(of plan: Plan = SmallPlan.plan, bank: Bank? = nil) throws -> PlanReport {
    var bank = bank ?? SmallPlan.bank
    for index in bank.mentors.indices {
      bank.mentors[index].person.organization = index == 0 ? "s1" : "s2"
      bank.mentors[index].person.position = "учитель"
    }
    for index in bank.mentees.indices { bank.mentees[index].person.organization = "s2" }
    var programme = try SmallPlan.programme()
    programme.vocabulary = Vocabulary([.init(title: Text(ru: "ФГОС", en: "FGOS"))])
    let manifest = RunManifest(
      version: "9.9", inputs: [.init(file: "mentors.csv", digest: "abc123")],
      programme: programme, forms: nil, timeLimit: nil, requestedSolver: "auto",
      usedSolver: "hungarian", solverReasonCode: "asked",
      solverReason: Text(ru: "по просьбе", en: "as asked"))
    return PlanReport(
      ReportSubject(plan: plan, programme: programme, bank: bank), balance: balance, bank: bank,
      manifest: manifest, solver: Text(ru: "hungarian (по просьбе)", en: "hungarian (as asked)"))
  }

  private static let balance = PlanBalance(
    loads: [
      MentorLoad(
        mentor: "m1", organization: "s1", places: 2,
        shares: [.init(form: SmallPlan.form, places: 2, taken: 1)]),
      MentorLoad(
        mentor: "m2", organization: "s2", places: 1,
        shares: [.init(form: SmallPlan.form, places: 1, taken: 1)]),
    ],
    demands: [
      CompetencyDemand(
        form: SmallPlan.form, competency: "фгос", asked: 3, matched: 2, answered: 1, mentors: 1,
        places: 2),
      CompetencyDemand(
        form: SmallPlan.form, competency: "проект", asked: 1, matched: 1, answered: 1, mentors: 1,
        places: 1),
    ],
    organizations: [
      OrganizationBalance(
        organization: "s1", asking: 0, matched: 0, mentors: 1, places: 2, taken: 1),
      OrganizationBalance(
        organization: "s2", asking: 3, matched: 2, mentors: 1, places: 1, taken: 1),
    ])

  /// A plan in which nobody has a mentor and nobody asks for one.
  static var empty: Plan {
    var plan = SmallPlan.plan
    plan.forms[0].matches = []
    plan.forms[0].unmatched = []
    plan.coverage = []
    plan.reserve = []
    return plan
  }

  /// The small plan, its group opened by the programme.
  static var withGroup: Plan {
    var plan = SmallPlan.plan
    func member(_ id: PersonID, _ earned: Int) -> GroupMember {
      GroupMember(
        mentee: id, score: Score([SmallPlan.part(.requests, earned, "тема", "topic")]),
        isPinned: id == "e3")
    }
    plan.forms[0].matches[1].opened = OpenedGroup(
      topic: "проект", title: Text(ru: "проект", en: "project"), number: 2,
      members: [member("e2", 3000), member("e3", 2001)], asked: 3, eligible: 2,
      reason: Text(ru: "тему просят 3", en: "3 ask for the topic"))
    return plan
  }

  /// Names that every format would take for its own signs.
  static let hostile = [
    "<b onclick=\"x()\">&'Ряб|инина`*_[x]", "=cmd|'/C calc'!A1", "\"\u{301} onload='x' ]]>",
    "</script><script>alert(1)</script>", "#1 \\ ~x~ {{title}}",
  ]

  static var hostileBank: Bank {
    var bank = SmallPlan.bank
    for index in bank.mentors.indices { bank.mentors[index].person.name = hostile[index] }
    for index in bank.mentees.indices { bank.mentees[index].person.name = hostile[index + 2] }
    bank.organizations[1].name = "Школа <i>2</i> & \"три\""
    return bank
  }
}
