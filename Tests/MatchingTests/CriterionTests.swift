import Matching
import MentoringModel
import Testing
import Wording

/// What one criterion gives, in thousandths, to two people who differ in nothing else.
struct CriterionCase: Sendable, CustomTestStringConvertible {
  let criterion: CriterionID
  let name: String
  let expected: Int
  let change: @Sendable (inout Fixture) throws -> Void

  var testDescription: String { "\(criterion): \(name)" }

  init(
    _ criterion: CriterionID, _ name: String, _ expected: Int,
    _ change: @escaping @Sendable (inout Fixture) throws -> Void = { _ in }
  ) {
    self.criterion = criterion
    self.name = name
    self.expected = expected
    self.change = change
  }

  static let all: [CriterionCase] = [
    .init(.requests, "the only request at level 5", 1000),
    .init(.requests, "the only request at level 2", 400) {
      $0.bank.mentors[0].competencies = ["план урока": 2]
    },
    .init(.requests, "the first of two by priority", 750) {
      $0.bank.profiles[0].requests = [
        Request("план урока", priority: 1), Request("олимпиады", priority: 3),
      ]
    },
    .init(.requests, "nothing asked", 500) { $0.bank.profiles[0].requests = [] },
    .init(.cohesion, "in a pair", 500) {
      $0.form.groups = GroupFormation(allowsPairs: true)
    },
    .init(.subject, "not stated", 500),
    .init(.subject, "the same", 1000) {
      $0.bank.mentors[0].person.subjects = ["химия", "физика"]
      $0.bank.mentees[0].person.subjects = ["физика"]
    },
    .init(.subject, "different", 0) {
      $0.bank.mentors[0].person.subjects = ["химия"]
      $0.bank.mentees[0].person.subjects = ["физика"]
    },
    .init(.experience, "not stated", 500),
    .init(.experience, "five years ahead", 500) {
      $0.bank.mentors[0].person.experience = .since(CalendarDate("2017-09-25") ?? $0.programme.asOf)
      $0.bank.mentees[0].person.experience = .months(12)
    },
    .init(.experience, "behind", 0) {
      $0.bank.mentors[0].person.experience = .months(12)
      $0.bank.mentees[0].person.experience = .months(120)
    },
    .init(.interests, "one of three", 333) {
      $0.bank.mentors[0].person.interests = ["шахматы", "музыка"]
      $0.bank.mentees[0].person.interests = ["шахматы", "спорт", "театр", "кино"]
    },
    .init(.interests, "the only one", 1000) {
      $0.bank.mentors[0].person.interests = ["шахматы", "музыка"]
      $0.bank.mentees[0].person.interests = ["шахматы"]
    },
    .init(.preference, "not stated", 500),
    .init(.preference, "mutual", 1000) {
      $0.bank.mentors[0].person.preferredPartners = ["A"]
      $0.bank.mentees[0].person.preferredPartners = ["X", "M"]
    },
    .init(.preference, "for others", 0) {
      $0.bank.mentors[0].person.preferredPartners = ["X"]
      $0.bank.mentees[0].person.preferredPartners = ["Y"]
    },
    .init(.schedule, "a common way and no common time", 500) {
      $0.bank.mentors[0].person.formats = ["очно"]
      $0.bank.mentees[0].person.formats = ["очно", "дистанционно"]
      $0.bank.mentors[0].person.schedule = ["пн"]
      $0.bank.mentees[0].person.schedule = ["вт"]
    },
    .init(.proximity, "the same building, language not stated", 750) {
      $0.bank.mentors[0].person.building = "корпус 1"
      $0.bank.mentees[0].person.building = "корпус 1"
    },
    .init(.proximity, "different organizations, common language", 500) {
      $0.bank.mentors[0].person.languages = ["русский"]
      $0.bank.mentees[0].person.languages = ["русский"]
      $0.bank.mentors[0].person.organization = "a"
      $0.bank.mentees[0].person.organization = "b"
    },
    .init(.age, "not stated", 500),
    .init(.age, "within", 1000) {
      $0.bank.mentors[0].preferredAges = 14...17
      $0.bank.mentees[0].person.birth = .year(2009)
    },
    .init(.age, "a year beside", 500) {
      $0.bank.mentors[0].preferredAges = 14...17
      $0.bank.mentees[0].person.birth = .year(2005)
    },
    .init(.age, "outside", 0) {
      $0.bank.mentors[0].preferredAges = 14...17
      $0.bank.mentees[0].person.birth = .year(1999)
    },
    .init(.recognition, "an award and the first category", 750) {
      $0.bank.mentors[0].awards = ["Учитель года"]
      $0.bank.mentors[0].category = .first
    },
    .init(.recognition, "nothing", 0),
    .init(.continuity, "together last year", 1000) {
      $0.bank.mentees[0].person.lastYearPartners = ["M"]
    },
    .init(.continuity, "new to each other", 0),
  ]
}

@Suite struct CriterionTests {
  @Test(arguments: CriterionCase.all)
  func `a criterion values what the banks say`(example: CriterionCase) throws {
    var fixture = try Fixture()
    fixture.addMentor("M")
    fixture.addMentee("A")
    try example.change(&fixture)
    fixture.programme.weights = try #require(CriterionWeights([example.criterion: 1]))
    let score = try #require(try fixture.plan().matches.first).score
    #expect(score.parts.map(\.criterion) == [example.criterion])
    #expect(score.total == example.expected * 10)
    #expect(!score.parts[0].reason.ru.isEmpty && !score.parts[0].reason.en.isEmpty)
  }

  @Test func `every criterion has an example`() {
    #expect(Set(CriterionCase.all.map(\.criterion)) == Set(CriterionID.allCases))
  }

  @Test func `the parts sum to the score, and the scores to the tier`() throws {
    var fixture = try Fixture()
    for index in 0..<6 {
      fixture.addMentor(PersonID(rawValue: "M\(index)"), ["план урока": index % 5 + 1])
      fixture.addMentee(PersonID(rawValue: "A\(index)"))
    }
    let plan = try fixture.plan()
    for match in plan.matches {
      #expect(match.score.parts.reduce(0) { $0 + $1.earned } == match.score.total)
      #expect(match.score.parts.allSatisfy { $0.earned <= $0.possible })
    }
    let total = plan.matches.reduce(0) { $0 + $1.score.total }
    #expect(plan.tiers.first { $0.tier == .fit }?.value == total)
  }

  @Test func `gives no reason where the banks say nothing`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M", ["план урока": 1])
    fixture.addMentee("A")
    fixture.programme.weights = try #require(CriterionWeights([.requests: 1, .subject: 9]))
    let score = try #require(try fixture.plan().matches.first).score
    #expect(score.parts.map(\.isStated) == [true, false])
    #expect(score.strongest.map(\.criterion) == [.requests])
  }

  @Test func `a group is valued by the mean of its members`() throws {
    var fixture = try Fixture()
    fixture.addMentor("M") { $0.person.subjects = ["химия"] }
    for id in ["A", "B"] as [PersonID] { fixture.addMentee(id) }
    fixture.bank.mentees[0].person.subjects = ["химия"]
    fixture.bank.mentees[1].person.subjects = ["физика"]
    fixture.bank.profiles = [
      RequestProfile(members: ["A", "B"], form: Fixture.form, group: "Г", requests: [])
    ]
    fixture.programme.weights = try #require(CriterionWeights([.subject: 1]))
    #expect(try fixture.plan().matches.first?.score.total == 5000)
  }
}
