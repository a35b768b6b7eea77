import MentoringModel
import Orders
import Reports
import Testing
import Wording

@testable import AssignmentKernel
@testable import Matching

/// A form with a pair and a group, made of banks whose consents a test may change.
struct SmallBatch {
  static let form = FormID("teacher-teacher")
  var mentors = [person("M1", "Рябинина Анна"), person("M2", "Клёнов «Бор» & <Ко>")]
  var mentees = [
    person("E1", "Осинина Вера"), person("E2", "Тополев Глеб"), person("E3", "Ивина Дина"),
  ]
  /// Members of the group whom a rule has left out.
  var leftOut: [PersonID] = []
  var decisions: [Decision] = []
  var formDecisions: [FormDecision] = []
  /// What is to be seen to in the pair.
  var remarks: [Remark] = []
  var order = OrderSettings(
    basis: ["приказ № 1 от 01.09.2023"], place: "г. Пример", headPosition: "Директор")
  var period = Period(
    start: CalendarDate(year: 2023, month: 9, day: 1),
    end: CalendarDate(year: 2024, month: 5, day: 31))

  /// A batch in which every member of the format has a value: consents of each state, with days and
  /// without, something ready, something that waits for each reason, and a remark.
  static var withEverything: SmallBatch {
    var small = SmallBatch()
    small.order.requiresApproval = true
    small.order.headName = "Образцова В. В."
    small.decisions = [Decision(.approve, form: form, mentor: "M1", mentee: "E1")]
    small.mentors[1].dutiesConsent = .absent
    small.mentees[1].dutiesConsent = .withdrawn(CalendarDate(year: 2023, month: 9, day: 12))
    small.mentees[2].dataConsent = .absent
    small.mentees[2].birth = nil
    small.mentees[2].organization = nil
    small.remarks = [
      Remark(code: "mentorUntrained", person: "M1", text: Text(ru: "обучить", en: "train"))
    ]
    return small
  }

  static func person(_ id: PersonID, _ name: String) -> Person {
    var person = Person(id: id, name: name)
    person.position = "учитель"
    person.organization = "S1"
    person.dataConsent = .given(CalendarDate(year: 2023, month: 8, day: 19))
    person.dutiesConsent = .given(nil)
    person.birth = .year(id.rawValue.hasPrefix("E") ? 2010 : 1980)
    return person
  }

  var programme: Programme {
    get throws {
      var programme = Programme(
        id: "small", title: Text(ru: "Малая", en: "Small"), institution: "Школа № 1",
        asOf: try #require(CalendarDate("2023-09-25")))
      var form = MentoringForm(
        id: Self.form, title: Text(ru: "учитель – учитель", en: "teacher–teacher"),
        mentorRoles: ["educator"], menteeRoles: ["educator"])
      form.period = period
      form.curator = "методист"
      programme.forms = [form]
      programme.order = order
      programme.vocabulary.add(.init(title: Text(ru: "ФГОС", en: "FGOS")))
      return programme
    }
  }

  var bank: Bank {
    Bank(
      mentors: mentors.map { Mentor($0) }, mentees: mentees.map { Mentee($0) },
      profiles: [
        RequestProfile(members: ["E1"], form: Self.form, requests: [Request("фгос")]),
        RequestProfile(
          members: ["E2", "E3"] + leftOut, form: Self.form, group: "Проект",
          requests: [Request("фгос")]),
      ],
      organizations: [Organization(id: "S1", name: "Школа № 1")], decisions: decisions,
      formDecisions: formDecisions)
  }

  private static func match(
    _ id: String, _ mentor: PersonID, _ mentees: [PersonID], group: String? = nil,
    remarks: [Remark] = []
  ) -> ProposedMatch {
    ProposedMatch(
      id: id, form: form, mentor: mentor, mentees: mentees, group: group,
      score: Score([
        ScorePart(
          criterion: .requests, possible: 10_000, earned: 7500,
          reason: Text(ru: "ФГОС (4)", en: "FGOS (4)"))
      ]),
      isPinned: false, remarks: remarks, opened: nil)
  }

  var batch: OrderBatch {
    get throws {
      let plan = Plan(
        programme: "small",
        forms: [
          FormPlan(
            form: Self.form,
            matches: [
              Self.match("P-01", "M1", ["E1"], remarks: remarks),
              Self.match("G-02", "M2", ["E2", "E3"], group: "Проект"),
            ],
            unmatched: [
              UnmatchedProfile(
                form: Self.form, mentees: ["E1"], group: nil, code: "capacityExhausted",
                reason: Text(ru: "мест нет", en: "no places"),
                advice: Text(ru: "Добавьте место.", en: "Add a place."), nearest: nil)
            ], mentorCount: 2, placeCount: 3)
        ],
        tiers: [], coverage: [], reserve: [], findings: [], status: .optimal,
        verification: .pairs(
          Verification(violations: [], objective: [], bound: [], provesInfeasibility: false)))
      let (bank, programme) = (bank, try programme)
      return OrderBatchBuilder(
        ReportSubject(plan: plan, programme: programme, bank: bank), bank: bank
      ).batch(manifest: ["format": "nastavnik.manifest/1", "timeLimit": .decimal("2.5")])
    }
  }
}
