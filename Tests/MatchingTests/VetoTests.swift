import Matching
import MentoringModel
import Testing
import Wording

/// A change that a hard rule answers by removing the only pair there is.
struct VetoCase: Sendable, CustomTestStringConvertible {
  let name: String
  let code: String
  let change: @Sendable (inout Fixture) throws -> Void

  var testDescription: String { name }

  static let all: [VetoCase] = [
    VetoCase(name: "mentee without consent", code: "noDataConsent") {
      $0.bank.mentees[0].person.dataConsent = .absent
    },
    VetoCase(name: "mentee who withdrew consent", code: "noDataConsent") {
      $0.bank.mentees[0].person.dataConsent = .withdrawn(nil)
    },
    VetoCase(name: "mentor without consent", code: "noMentor") {
      $0.bank.mentors[0].person.dataConsent = .absent
    },
    VetoCase(name: "mentee of another role", code: "wrongRole") {
      $0.bank.mentees[0].person.roles = ["pupil"]
    },
    VetoCase(name: "mentor of another role", code: "noMentor") {
      $0.bank.mentors[0].person.roles = ["parent"]
    },
    VetoCase(name: "mentee who is away this cycle", code: "notAvailable") {
      $0.bank.mentees[0].person.availableThisCycle = false
    },
    VetoCase(name: "mentor who is away this cycle", code: "noMentor") {
      $0.bank.mentors[0].person.availableThisCycle = false
    },
    VetoCase(name: "mentor who leaves before the period ends", code: "noMentor") {
      $0.form.period = Period(start: CalendarDate("2023-10-01"), end: CalendarDate("2024-05-31"))
      $0.bank.mentors[0].person.availability.end = CalendarDate("2024-05-30")
    },
    VetoCase(name: "mentor who chose another form", code: "noMentor") {
      $0.bank.mentors[0].forms = ["pupils"]
    },
    VetoCase(name: "mentor with no places", code: "noMentor") {
      $0.bank.mentors[0].capacity = 0
    },
    VetoCase(name: "mentor with exactly three years where more is asked", code: "noMentor") {
      $0.form.mentorExperience = ExperienceRule(Limit(.above, years: 3))
      $0.bank.mentors[0].person.experience = .months(36)
    },
    VetoCase(name: "mentor whose experience is not stated", code: "noMentor") {
      $0.form.mentorExperience = ExperienceRule(Limit(.above, years: 3))
    },
    VetoCase(name: "untrained mentor where training blocks", code: "noMentor") {
      $0.form.training = .block
      $0.bank.mentors[0].isTrained = false
    },
    VetoCase(name: "mentee above the age of the form", code: "conditionNotMet") {
      $0.form.menteeRule.age = Limit(.atMost, years: 35)
      $0.bank.mentees[0].person.birth = CalendarDate("1987-09-25").map { .day($0) }
    },
    VetoCase(name: "the mentee who is the mentor under another id", code: "noMentor") {
      $0.bank.mentees[0].person.otherIDs = [$0.bank.mentors[0].id]
    },
    VetoCase(name: "the mentor who is the mentee under another id", code: "noMentor") {
      $0.bank.mentors[0].person.otherIDs = [$0.bank.mentees[0].id]
    },
    VetoCase(name: "the mentee who may be the mentor under another id", code: "noMentor") {
      $0.bank.mentees[0].person.doubtfulIDs = [$0.bank.mentors[0].id]
    },
    VetoCase(name: "a mentor and a mentee of one crowd of namesakes", code: "noMentor") {
      $0.bank.mentors[0].person.crowds = ["first", "other"]
      $0.bank.mentees[0].person.crowds = ["another", "first"]
    },
    VetoCase(name: "the same person on both sides", code: "noMentor") {
      $0.bank.mentees = []
      $0.bank.profiles = []
      $0.addMentee("M")
    },
    VetoCase(name: "a pair that the curator forbids", code: "noEligibleMentor") {
      $0.bank.decisions = [Decision(.forbid, mentor: "M", mentee: "A")]
    },
    VetoCase(name: "a mentor of another organization", code: "outOfScope") {
      $0.form.scope = .own
      $0.bank.mentors[0].person.organization = "north"
      $0.bank.mentees[0].person.organization = "south"
    },
    VetoCase(name: "a mentor outside the municipal base", code: "outOfScope") {
      $0.form.scope = .municipal
      $0.bank.mentors[0].person.organization = "north"
      $0.bank.mentees[0].person.organization = "south"
    },
    VetoCase(name: "the same organization where another is asked", code: "outOfScope") {
      $0.form.scope = .other
      $0.bank.mentors[0].person.organization = "north"
      $0.bank.mentees[0].person.organization = "north"
    },
    VetoCase(name: "the direct superior", code: "noEligibleMentor") {
      $0.bank.mentees[0].person.superior = "M"
    },
    VetoCase(name: "no subject in common where one is asked", code: "noEligibleMentor") {
      $0.form.requiresSameSubject = true
      $0.bank.mentors[0].person.subjects = ["химия"]
      $0.bank.mentees[0].person.subjects = ["физика"]
    },
    VetoCase(name: "a must-have below its level", code: "noCompetency") {
      $0.form.mustHaveLevel = 4
      $0.bank.mentors[0].competencies = ["план урока": 3]
      $0.bank.profiles[0].requests = [Request("план урока", isMustHave: true)]
    },
    VetoCase(name: "no competency asked for", code: "noCompetency") {
      $0.bank.mentors[0].competencies = ["олимпиады": 5]
    },
  ]

  /// Changes that stop just short of a veto.
  static let harmless: [VetoCase] = [
    VetoCase(name: "three years and a month", code: "") {
      $0.form.mentorExperience = ExperienceRule(Limit(.above, years: 3))
      $0.bank.mentors[0].person.experience = .months(37)
    },
    VetoCase(name: "experience asked of other roles", code: "") {
      $0.form.mentorExperience = ExperienceRule(Limit(.above, years: 3), roles: ["specialist"])
    },
    VetoCase(name: "untrained mentor where training warns", code: "") {
      $0.bank.mentors[0].isTrained = false
    },
    VetoCase(name: "35 on the day before the birthday", code: "") {
      $0.form.menteeRule.age = Limit(.atMost, years: 35)
      $0.bank.mentees[0].person.birth = CalendarDate("1987-09-26").map { .day($0) }
    },
    VetoCase(name: "a municipal mentor", code: "") {
      $0.form.scope = .municipal
      $0.bank.mentors[0].isMunicipal = true
      $0.bank.mentors[0].person.organization = "north"
      $0.bank.mentees[0].person.organization = "south"
    },
    VetoCase(name: "the direct superior where the form allows it", code: "") {
      $0.form.allowsSuperior = true
      $0.bank.mentees[0].person.superior = "M"
    },
    VetoCase(name: "a ban in another form", code: "") {
      $0.bank.decisions = [Decision(.forbid, form: "pupils", mentor: "M", mentee: "A")]
    },
    VetoCase(name: "a must-have at its level", code: "") {
      $0.form.mustHaveLevel = 4
      $0.bank.mentors[0].competencies = ["план урока": 4]
      $0.bank.profiles[0].requests = [Request("план урока", isMustHave: true)]
    },
    VetoCase(name: "no competency where none is asked", code: "") {
      $0.form.requiresSharedCompetency = false
      $0.bank.mentors[0].competencies = [:]
    },
    VetoCase(name: "missing consent to extra duties", code: "") {
      $0.bank.mentees[0].person.dutiesConsent = .absent
    },
  ]
}

@Suite struct VetoTests {
  private static func fixture() throws -> Fixture {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    return fixture
  }

  @Test(arguments: VetoCase.all)
  func `a hard rule removes the pair and says why`(veto: VetoCase) throws {
    var fixture = try Self.fixture()
    try veto.change(&fixture)
    let plan = try fixture.plan()
    #expect(plan.matches.isEmpty)
    let unmatched = try #require(plan.unmatched.first)
    #expect(unmatched.code == veto.code)
    #expect(!unmatched.reason.ru.isEmpty && !unmatched.reason.en.isEmpty)
    #expect(!unmatched.advice.ru.isEmpty && !unmatched.advice.en.isEmpty)
  }

  @Test(arguments: VetoCase.harmless)
  func `a rule that is kept leaves the pair alone`(change: VetoCase) throws {
    var fixture = try Self.fixture()
    try change.change(&fixture)
    #expect(try fixture.pairs() == ["M–A"])
  }

  @Test func `tells of the mentor who came nearest`() throws {
    var fixture = try Self.fixture()
    fixture.bank.mentors[0].competencies = ["олимпиады": 5]
    fixture.addMentor("S")
    fixture.bank.mentees[0].person.superior = "S"
    let unmatched = try #require(try fixture.plan().unmatched.first)
    #expect(unmatched.nearest?.mentor == "M")
    #expect(unmatched.reason.ru.contains("исключают 2 наставника"))
  }

  @Test func `remarks on an untrained mentor and on missing consents to extra duties`() throws {
    var fixture = try Self.fixture()
    fixture.bank.mentors[0].isTrained = false
    fixture.bank.mentors[0].person.dutiesConsent = .absent
    fixture.bank.mentees[0].person.dutiesConsent = .withdrawn(nil)
    let remarks = try #require(try fixture.plan().matches.first).remarks
    #expect(
      remarks.map(\.code) == ["mentorUntrained", "dutiesConsentMissing", "dutiesConsentMissing"])
    #expect(remarks.map(\.person) == ["M", "M", "A"])
  }
}
