import AssignmentKernel
public import MentoringModel

/// Why a request profile is left without a mentor.
public struct UnmatchedExplanation: Sendable, Hashable {
  /// The profile, with the reason, the advice and the nearest mentor that the plan tells.
  public var profile: UnmatchedProfile
  /// What each hard rule does; nil where a rule keeps the mentee out of the form.
  public var rules: RuleTally?
  /// The places that all suitable mentors have, and who competes for them; nil where something
  /// else is the reason.
  public var blocking: BlockingSet?
}

extension SolvedMatching {
  /// Why each unmatched profile has no mentor, in the order of the plan.
  ///
  /// - Parameters:
  ///   - mentee: The mentee asked about, or nil for all.
  ///   - form: The form asked about, or nil for all.
  /// - Returns: The explanations.
  /// - Complexity: O(arcs + nodes) a profile.
  public func unmatched(
    _ mentee: PersonID? = nil, in form: FormID? = nil
  ) -> [UnmatchedExplanation] {
    let search = shortageSearch
    return plan.forms.filter { form == nil || form == $0.form }.flatMap { part in
      part.unmatched.filter { mentee.map($0.mentees.contains) ?? true }
        .map { explanation(of: $0, search) }
    }
  }

  private func explanation(
    of profile: UnmatchedProfile, _ search: ShortageSearch
  ) -> UnmatchedExplanation {
    var explanation = UnmatchedExplanation(profile: profile)
    guard let row = row(of: profile) else { return explanation }
    let (roster, prepared) = place(ofRow: row)
    explanation.rules = roster.ruleTally(for: prepared)
    if roster.groups == nil { explanation.blocking = blockingSet(of: row, in: search) }
    return explanation
  }

  /// The row of an unmatched profile, or nil where a rule keeps it out of the problem.
  private func row(of profile: UnmatchedProfile) -> Int? {
    problem.profiles.indices.first { row in
      let other = problem.profiles[row]
      return arcOfRow[row] == nil && other.form == profile.form
        && other.members == profile.mentees && other.group == profile.group
    }
  }
}
