import AssignmentKernel
public import MentoringModel
import Synchronization

/// What a programme lacks in one competency, and what one more mentor with it would bring.
public struct CompetencyGap: Sendable, Hashable {
  /// The form.
  public var form: FormID
  /// The competency.
  public var competency: CompetencyID
  /// Requests of this form that ask for it.
  public var asked: Int
  /// Those of them without a mentor.
  public var unmet: Int
  /// Mentors who can take part in the form and have it.
  public var mentors: Int
  /// Their places in the form.
  public var places: Int
  /// What one more mentor with this competency alone, with the form's usual number of places, would
  /// bring.
  public var gain: Gain
}

extension SolvedMatching {
  /// The competencies of requests without a mentor, those first with which one more mentor would
  /// help most.
  ///
  /// The mentor is one whom no other rule keeps away: of the organization where most ask, open to
  /// others, trained, experienced, of every subject.
  ///
  /// - Parameters:
  ///   - most: The longest that one competency is looked into; one that takes longer is left out.
  ///   - progress: Told the number of competencies that were looked into.
  /// - Returns: The competencies; where the limits of the matching end before all were looked into,
  ///   or one was left out, those that were.
  /// - Throws: ``QuestionFailure``.
  /// - Complexity: a solve from the plan for each competency that a request without a mentor asks
  ///   for.
  public func competencyGaps(
    within most: Duration? = nil, progress: @Sendable (_ tried: Int) -> Void = { _ in }
  ) throws(QuestionFailure) -> Tried<CompetencyGap> {
    var short: [(competency: CompetencyID, rows: [Int], roster: FormRoster, unmet: Int)] = []
    var first = 0
    for roster in matcher.rosters {
      let rows = roster.profiles.indices.map { first + $0 }
      first += roster.profiles.count
      var unmet: [CompetencyID: Int] = [:]
      for row in rows where arcOfRow[row] == nil {
        for competency in Set(problem.profiles[row].requests.map(\.competency)) {
          unmet[competency, default: 0] += 1
        }
      }
      short += unmet.sorted { $0.key < $1.key }.map { ($0.key, rows, roster, $0.value) }
    }
    let sought = short.indices.sorted { (short[$1].unmet, $0) < (short[$0].unmet, $1) }
    let tried = Atomic(0)
    let found = InParallel.map(short.count) {
      [short] place -> Result<CompetencyGap?, QuestionFailure> in
      guard !limits.isOver else { return .success(nil) }
      progress(tried.add(1, ordering: .relaxed).newValue)
      let competency = short[sought[place]]
      return Result { () throws(QuestionFailure) in
        try gap(competency.competency, competency.rows, in: competency.roster, most)
      }
    }
    let answers = try found.map { gap throws(QuestionFailure) in try gap.get() }
    let gaps = answers.backInPlace(from: sought).compactMap { $0 }
    let order = gaps.indices.sorted {
      (gaps[$1].gain.mentees, gaps[$1].unmet, $0) < (gaps[$0].gain.mentees, gaps[$0].unmet, $1)
    }
    return Tried(
      found: order.map { gaps[$0] }, isComplete: answers.allSatisfy { $0 != nil })
  }

  private func gap(
    _ competency: CompetencyID, _ rows: [Int], in roster: FormRoster, _ most: Duration?
  ) throws(QuestionFailure) -> CompetencyGap? {
    let form = roster.setting.form
    let asking = rows.filter { row in
      problem.profiles[row].requests.contains { $0.competency == competency }
    }
    let unmet = asking.filter { arcOfRow[$0] == nil }
    let able = roster.mentors.filter { $0.mentor.competencies[competency] ?? 0 > 0 }
    var bank = matcher.bank
    bank.mentors.append(idealMentor(competency, for: unmet, in: form))
    guard let variant = try variant(matcher.programme, bank, orNilWithin: most) else { return nil }
    return CompetencyGap(
      form: form.id, competency: competency, asked: asking.count, unmet: unmet.count,
      mentors: able.count, places: able.reduce(0) { $0 + form.capacity(of: $1.mentor) },
      gain: gain(of: variant))
  }

  /// A mentor with one competency whom no other rule keeps away.
  private func idealMentor(
    _ competency: CompetencyID, for rows: [Int], in form: MentoringForm
  ) -> Mentor {
    let people = rows.flatMap { place(ofRow: $0).profile.members.map(\.common.person) }
    let taken = Set((matcher.bank.mentors.map(\.id) + matcher.bank.mentees.map(\.id)))
    var id = PersonID(rawValue: "+")
    while taken.contains(id) { id = PersonID(rawValue: id.rawValue + "+") }
    var person = Person(id: id, name: "")
    person.roles = form.mentorRoles
    person.dataConsent = .given(nil)
    person.dutiesConsent = .given(nil)
    person.experience = experience(keeping: form.mentorExperience?.limit)
    person.subjects = people.reduce(into: []) { $0.formUnion($1.subjects) }
    if form.scope != .other {
      let homes = Dictionary(grouping: people.compactMap(\.organization)) { $0 }
      person.organization =
        homes.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }
    var mentor = Mentor(person)
    mentor.competencies = [competency: 5]
    mentor.forms = [form.id]
    mentor.isTrained = true
    mentor.isMunicipal = true
    return mentor
  }

  private func experience(keeping limit: Limit?) -> Experience? {
    guard let limit else { return nil }
    return switch limit.comparison {
    case .above, .atLeast: .months((limit.years + 1) * 12)
    case .below, .atMost: .months(max(0, (limit.years - 1) * 12))
    }
  }
}
