import AssignmentKernel
import Matching
import MentoringModel
import Testing
import Wording

/// A small programme whose form makes groups, with invented people.
struct GroupFixture {
  var base: Fixture

  init(size: ClosedRange<Int> = 2...3, allowsPairs: Bool = false) throws {
    base = try Fixture()
    base.form.maximumCapacity = 9
    base.form.groups = GroupFormation(allowsPairs: allowsPairs, size: size)
  }

  var groups: GroupFormation {
    get { base.form.groups ?? GroupFormation() }
    set { base.form.groups = newValue }
  }

  /// A mentor of level 5 in the topics, with so many places.
  mutating func addMentor(
    _ id: PersonID, _ topics: [CompetencyID] = ["олимпиады"], places: Int = 9,
    change: (inout Mentor) -> Void = { _ in }
  ) {
    base.addMentor(id, Dictionary(uniqueKeysWithValues: topics.map { ($0, 5) })) {
      $0.capacity = places
      change(&$0)
    }
  }

  /// A mentee who asks for the topics.
  mutating func addMentee(
    _ id: PersonID, _ topics: [CompetencyID] = ["олимпиады"],
    change: (inout Mentee) -> Void = { _ in }
  ) {
    base.addMentee(id, topics.map { Request($0) }, change: change)
  }

  mutating func addMentees(_ ids: PersonID..., topics: [CompetencyID] = ["олимпиады"]) {
    for id in ids { addMentee(id, topics) }
  }

  var matcher: Matcher { Matcher(programme: base.programme, bank: base.bank) }

  /// The best plan, found by going through all.
  func plan() throws -> Plan {
    let problem = try matcher.makeProblem()
    let groups = try #require(problem.groups)
    let solution = EveryGroupPlan.best(of: groups)
    let verification = GroupVerifier.verify(solution, of: groups)
    #expect(verification.violations == [])
    return matcher.plan(for: solution, verification: verification, of: problem)
  }

  /// Pairs and groups as `mentor–mentee+mentee`, groups with their topic behind.
  func matches() throws -> Set<String> {
    Set(
      try plan().matches.map { match in
        let mentees = match.mentees.map(\.rawValue).joined(separator: "+")
        return "\(match.mentor)–\(mentees)" + (match.opened.map { ": \($0.topic)" } ?? "")
      })
  }

  /// Who stands with whom, whatever the order.
  func standing() throws -> [PersonID: Set<PersonID>] {
    Dictionary(try plan().matches.map { ($0.mentor, Set($0.mentees)) }) { $0.union($1) }
  }

  /// The unmatched with their codes.
  func codes() throws -> [PersonID: String] {
    Dictionary(uniqueKeysWithValues: try plan().unmatched.map { ($0.mentees[0], $0.code) })
  }
}
