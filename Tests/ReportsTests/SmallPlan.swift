import MentoringModel
import Testing
import Wording

@testable import AssignmentKernel
@testable import Matching
@testable import Reports

/// A form with two pairs and one request without a mentor.
enum SmallPlan {
  static let form = FormID("educator-educator")

  static func person(_ id: PersonID, _ name: String) -> Person { Person(id: id, name: name) }

  static let bank = Bank(
    mentors: [Mentor(person("m1", "Анна Рябинина")), Mentor(person("m2", "Борис Клёнов"))],
    mentees: [
      Mentee(person("e1", "Вера Осинина")), Mentee(person("e2", "Глеб Тополев")),
      Mentee(person("e3", "Дина Ивина")),
    ],
    organizations: [
      Organization(id: "s1", name: "Школа 1"), Organization(id: "s2", name: "Школа 2"),
    ])

  static func programme() throws -> Programme {
    var programme = Programme(
      id: "small", title: Text(ru: "Малая", en: "Small"),
      asOf: try #require(CalendarDate("2023-09-25")))
    programme.forms = [
      MentoringForm(
        id: form, title: Text(ru: "учитель – учитель", en: "teacher–teacher"),
        mentorRoles: ["educator"], menteeRoles: ["educator"])
    ]
    return programme
  }

  static func part(_ criterion: CriterionID, _ earned: Int, _ ru: String, _ en: String) -> ScorePart
  {
    ScorePart(
      criterion: criterion, possible: 5000, earned: earned, reason: Text(ru: ru, en: en))
  }

  static var plan: Plan {
    let pair = ProposedMatch(
      id: "P-1", form: form, mentor: "m1", mentees: ["e1"], group: nil,
      score: Score([
        part(.requests, 4500, "ФГОС (4)", "FGOS (4)"), part(.subject, 1000, "химия", "chemistry"),
        part(.interests, 5, "шахматы", "chess"),
      ]),
      isPinned: true, remarks: [])
    let group = ProposedMatch(
      id: "G-1", form: form, mentor: "m2", mentees: ["e2", "e3"], group: "Проект",
      score: Score([part(.requests, 2500, "проект", "project")]), isPinned: false,
      remarks: [
        Remark(
          code: "mentorUntrained", person: "m2",
          text: Text(ru: "нужно обучить", en: "to be trained"))
      ])
    let alone = UnmatchedProfile(
      form: form, mentees: ["e1"], group: nil, code: "capacityExhausted",
      reason: Text(ru: "все места заняты", en: "all places are taken"),
      advice: Text(ru: "Добавьте место.", en: "Add a place."),
      nearest: NearestMentor(
        mentor: "m1", fit: 6120, obstacle: Text(ru: "мест 1 из 1", en: "1 of 1 places")))
    return Plan(
      programme: "small",
      forms: [
        FormPlan(
          form: form, matches: [pair, group], unmatched: [alone], mentorCount: 2, placeCount: 3)
      ],
      tiers: [
        TierResult(tier: .pins, value: 1, bound: 1),
        TierResult(tier: .fit, value: 8005, bound: 8005),
        TierResult(tier: .tieBreak, value: 77, bound: 77),
      ],
      coverage: [
        CoverageResult(
          target: CoverageTarget(
            id: "under35", title: Text(ru: "До 35", en: "Under 35"), rule: PersonRule(), percent: 70
          ),
          organizations: [
            OrganizationCoverage(organization: "s1", total: 4, covered: 4),
            OrganizationCoverage(organization: "s2", total: 3, covered: 1),
          ])
      ],
      reserve: ["m2"], findings: [], status: .optimal,
      verification: .pairs(
        Verification(
          violations: [], objective: [1, 8005, 77], bound: [1, 8005, 77],
          provesInfeasibility: false)))
  }

  /// The small plan, made with the fits from the worst upwards as its second goal.
  static var withLeximin: Plan {
    var plan = plan
    plan.tiers[1...1] = [
      TierResult(tier: .leximin, value: -12, bound: -12),
      TierResult(tier: .leximin, value: -7, bound: -7),
      TierResult(tier: .leximin, value: -5, bound: -5),
      TierResult(tier: .fit, value: 8005, bound: 8005),
    ]
    return plan
  }

  static func subject() throws -> ReportSubject {
    ReportSubject(plan: plan, programme: try programme(), bank: bank)
  }
}
