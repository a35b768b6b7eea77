public import AssignmentKernel
public import MentoringModel

/// From banks to an assignment problem, and from its solution to a plan.
///
/// ```swift
/// let matcher = Matcher(programme: programme, bank: bank)
/// let problem = try matcher.makeProblem()
/// let solution = try HungarianSolver().solve(problem.assignment)
/// let proof = Verifier.verify(solution, of: problem.assignment)
/// let plan = matcher.plan(for: solution, verification: proof, of: problem)
/// ```
///
/// Every stage is a pure function of its values: the same banks give the same plan.
public struct Matcher: Sendable {
  /// The programme.
  public let programme: Programme
  /// The banks.
  public let bank: Bank
  /// The forms that are matched, or nil for all.
  let forms: Set<FormID>?
  let rosters: [FormRoster]
  let pins: Pins

  /// Sorts out who can take part in which form.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - bank: The banks.
  ///   - forms: The forms to match, or nil for all.
  /// - Complexity: O(forms · people).
  public init(programme: Programme, bank: Bank, forms: Set<FormID>? = nil) {
    self.programme = programme
    self.bank = bank
    self.forms = forms
    var preparation = Preparation(asOf: programme.asOf)
    let mentors = bank.mentors.map { preparation.mentor($0) }
    let mentees = Dictionary(
      bank.mentees.indices.lazy.map { (bank.mentees[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    let profiles = bank.profiles.map { profile in
      preparation.profile(
        profile, members: profile.members.compactMap { mentees[$0].map { bank.mentees[$0] } })
    }
    rosters = programme.forms.filter { forms?.contains($0.id) ?? true }.map { form in
      var roster = FormRoster(
        FormSetting(
          form, vocabulary: programme.vocabulary,
          weights: form.effectiveWeights(in: programme),
          forbidden: Set(
            bank.decisions.filter { !$0.kind.fixes && $0.concerns(form.id) }
              .map { ForbiddenPair(mentor: $0.mentor, mentee: $0.mentee) }),
          isRejected: bank.formDecisions.contains { $0.form == form.id && $0.kind == .reject }))
      for mentor in mentors { roster.admit(mentor) }
      for profile in profiles where profile.profile.form == form.id && !profile.members.isEmpty {
        roster.admit(profile)
      }
      roster.formGroups(in: bank, asOf: programme.asOf)
      return roster
    }
    pins = Pins(bank.decisions)
  }

  /// The assignment problem: a row for each request profile, a column for each mentor and form,
  /// an arc for each pair that no hard rule forbids.
  ///
  /// Goals of fairness are still to be brought down to plain weights: see
  /// ``MatchingProblem/settlingFairness(by:limits:)``.
  ///
  /// - Throws: `ProblemError` where capacities are beyond what a problem can hold.
  /// - Complexity: O(profiles · mentors) time a form, O(arcs) space.
  public func makeProblem() throws(ProblemError) -> MatchingProblem {
    var builder = ProblemBuilder(
      programme: programme, bank: bank, pins: pins, rosters: rosters)
    for roster in rosters { builder.add(roster) }
    return try builder.makeProblem()
  }

  /// Whether the pairs are to be listed: some group could open, or a goal needs all of them.
  public var needsListedPairs: Bool {
    isIntegerProgram
      || ObjectiveTier.inOrder(
        of: programme, opensFewest: false, makesGroups: rosters.contains { $0.groups != nil }
      ).contains { $0.isFairness || $0.isAboutLoads }
  }

  /// Whether some group could open; then all pairs are to be listed.
  ///
  /// A form that makes groups may have none that could: nobody asks for what is offered, or too few.
  public var makesGroups: Bool { rosters.contains { $0.groups?.columns.isEmpty == false } }

  /// Whether it is part of the answer what opens, groups or mentors, so that no network solves it.
  public var isIntegerProgram: Bool { makesGroups || programme.choosesMentors }

  /// The plan that a solution stands for.
  public func plan(
    for solution: Solution, verification: Verification, of problem: MatchingProblem
  ) -> Plan {
    plan(
      of: solution.arcs, status: solution.status, verification: .pairs(verification), in: problem)
  }

  /// The plan that chosen arcs stand for.
  public func plan(
    of arcs: [Int], status: SolveStatus, verification: PlanVerification,
    in problem: MatchingProblem
  ) -> Plan {
    PlanBuilder(
      matcher: self, problem: problem, status: status, arcs: arcs, verification: verification
    ).makePlan()
  }

  /// The plan that a solution with groups stands for.
  public func plan(
    for solution: GroupSolution, verification: GroupVerification, of problem: MatchingProblem
  ) -> Plan {
    plan(
      of: solution.arcs, status: solution.status, verification: .groups(verification), in: problem)
  }

  /// Remarks about decisions of a bank that the rules do not let stand.
  ///
  /// Like ``findings`` of a matcher, but nobody is prepared whom no decision fixes: what a bank of a
  /// million is checked for needs no million prepared people.
  ///
  /// - Complexity: O(people) time, and the space of those who are fixed; with groups, whose topics
  ///   depend on everybody, that of all people.
  public static func findings(programme: Programme, bank: Bank) -> [Finding] {
    let fixed = bank.decisions.filter(\.kind.fixes)
    guard !fixed.isEmpty else { return [] }
    guard programme.forms.allSatisfy({ $0.groups == nil }) else {
      return Matcher(programme: programme, bank: bank).findings
    }
    let (mentors, mentees) = (Set(fixed.map(\.mentor)), Set(fixed.map(\.mentee)))
    var some = bank
    some.mentors = bank.mentors.filter { mentors.contains($0.id) }
    some.profiles = bank.profiles.filter { !mentees.isDisjoint(with: $0.members) }
    let members = Set(some.profiles.flatMap(\.members))
    some.mentees = bank.mentees.filter { members.contains($0.id) }
    return Matcher(programme: programme, bank: some).findings
  }

  /// Remarks about decisions that the rules do not let stand.
  public var findings: [Finding] {
    guard !pins.decisions.isEmpty else { return [] }
    let forms = rosters.map { (id: $0.setting.form.id, judge: PinJudge($0)) }
    return pins.decisions.compactMap { pin in
      var objections: [Finding] = []
      for (form, judge) in forms where pin.concerns(form) {
        switch judge.standing(of: pin) {
        case .stands: return nil
        case .notBoth: continue
        case .broken(let objection): objections.append(.brokenPin(pin, objection))
        }
      }
      return objections.first ?? (pin.isAmong(rosters) ? .aimlessPin(pin) : nil)
    }
  }
}
