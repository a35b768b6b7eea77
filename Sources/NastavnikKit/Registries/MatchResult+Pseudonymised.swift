import Matching
public import MentoringModel
import Registry
import Reports

extension MatchResult {
  /// The result for handing on: the same pairs, scores and proof, with pseudonyms for people in
  /// everything that is written of it.
  ///
  /// What was found in the files is left out: it may quote them.
  ///
  /// - Parameter pseudonyms: What stands for whom, as a registry keeps it.
  /// - Returns: The result.
  /// - Complexity: O(*n*) for *n* rows of the banks and pairs of the plan.
  public func pseudonymised(by pseudonyms: [PersonID: PersonID]) -> MatchResult {
    let programme = subject.programme.pseudonymised(by: pseudonyms)
    // Days of birth decide who takes part: with years alone rows might be others.
    let matched = bank.pseudonymised(by: pseudonyms, keepingBirths: true)
    let matcher = Matcher(
      programme: programme, bank: matched, forms: manifest.forms.map { Set($0) })
    var result = self
    result.problem = problem.pseudonymised(by: pseudonyms, groups: bank.groupPseudonyms)
    let plan = verified.plan(by: matcher, of: result.problem)
    result.bank = bank.pseudonymised(by: pseudonyms)
    result.subject = ReportSubject(plan: plan, programme: programme, bank: result.bank)
    result.findings = matcher.findings + plan.findings
    result.manifest.programme = programme
    result.matcher = matcher
    return result
  }
}

extension MatchingProblem {
  fileprivate func pseudonymised(
    by pseudonyms: [PersonID: PersonID], groups: [String: String]
  ) -> MatchingProblem {
    let name = { (id: PersonID) in pseudonyms[id] ?? .unknown }
    var problem = self
    for place in profiles.indices {
      problem.profiles[place].members = profiles[place].members.map(name)
      problem.profiles[place].group = profiles[place].group.flatMap { groups[folded($0)] }
    }
    for place in seats.indices { problem.seats[place].mentor = name(seats[place].mentor) }
    problem.limits = limits.map { limit in
      switch limit {
      case .mentor(let mentor): .mentor(name(mentor))
      case .mentorInForm(let mentor, let form): .mentorInForm(name(mentor), form)
      case .organization: limit
      }
    }
    problem.ruleOrigins = ruleOrigins.map { origin in
      if case .apart(let form, let people) = origin {
        .apart(form, people.map(name))
      } else {
        origin
      }
    }
    return problem
  }
}
