import AssignmentKernel
import Matching
import MentoringModel
import Testing
import Wording

/// A small programme with invented people, to be changed by each test.
struct Fixture {
  var programme: Programme
  var bank = Bank()

  static let form = FormID(rawValue: "teachers")

  init() throws {
    let day = try #require(CalendarDate("2023-09-25"))
    programme = Programme(id: "test", title: Text(same: "Test"), asOf: day)
    programme.vocabulary = Vocabulary(
      ["план урока", "оценивание", "олимпиады"].map { .init(title: Text(same: $0)) })
    programme.forms = [
      MentoringForm(
        id: Self.form, title: Text(same: "Teachers"), mentorRoles: ["educator"],
        menteeRoles: ["educator"])
    ]
  }

  var form: MentoringForm {
    get { programme.forms[0] }
    set { programme.forms[0] = newValue }
  }

  mutating func addMentor(
    _ id: PersonID, _ competencies: [CompetencyID: Int] = ["план урока": 5],
    change: (inout Mentor) -> Void = { _ in }
  ) {
    var mentor = Mentor(Self.person(id))
    mentor.competencies = competencies
    mentor.capacity = 1
    mentor.isTrained = true
    change(&mentor)
    bank.mentors.append(mentor)
  }

  mutating func addMentee(
    _ id: PersonID, _ requests: [Request] = [Request("план урока")], form: FormID = Self.form,
    change: (inout Mentee) -> Void = { _ in }
  ) {
    if !bank.mentees.contains(where: { $0.id == id }) {
      var mentee = Mentee(Self.person(id))
      change(&mentee)
      bank.mentees.append(mentee)
    }
    bank.profiles.append(RequestProfile(members: [id], form: form, requests: requests))
  }

  static func person(_ id: PersonID) -> Person {
    var person = Person(id: id, name: "Выдумкин \(id)")
    person.roles = ["educator"]
    person.dataConsent = .given(nil)
    person.dutiesConsent = .given(nil)
    return person
  }

  /// The proved plan.
  func plan() throws -> Plan {
    let matcher = Matcher(programme: programme, bank: bank)
    let problem = try matcher.makeProblem()
    let solution = try HungarianSolver().solve(problem.assignment)
    let proof = Verifier.verify(solution, of: problem.assignment)
    let plan = matcher.plan(for: solution, verification: proof, of: problem)
    #expect(plan.isProvedOptimal)
    return plan
  }

  /// The proved pairs as `mentor–mentee`.
  func pairs() throws -> Set<String> {
    Set(
      try plan().matches.map { "\($0.mentor)–\($0.mentees.map(\.rawValue).joined(separator: "+"))" }
    )
  }
}
