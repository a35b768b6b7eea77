import AssignmentKernel
public import MentoringModel

/// Why a request profile is left without a mentor.
public struct UnmatchedExplanation: Sendable, Hashable {
  /// The profile, with the reason, the advice and the nearest mentor that the plan tells.
  public var profile: UnmatchedProfile
  /// What each hard rule does; nil where a rule keeps the mentee out of the form, or it was not asked
  /// for.
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
  ///   - tallies: Whether to tell what each hard rule does, which takes longest.
  /// - Returns: The explanations.
  /// - Complexity: as the kernel's `ShortageSearch.shortages(of:)`, and O(mentors · rules) a profile.
  public func unmatched(
    _ mentee: PersonID? = nil, in form: FormID? = nil, tallyingRules tallies: Bool = true
  ) -> [UnmatchedExplanation] {
    let profiles = plan.forms.filter { form == nil || form == $0.form }.flatMap { part in
      part.unmatched.filter { mentee.map($0.mentees.contains) ?? true }
    }
    let rowOfProfile = Dictionary(
      problem.profiles.indices.filter { arcOfRow[$0] == nil }
        .map { (ProfileKey(problem.profiles[$0]), $0) }, uniquingKeysWith: { first, _ in first })
    let rows = profiles.map { rowOfProfile[ProfileKey($0)] }
    let blocking = blockingSets(of: rows.compactMap { $0 })
    return InParallel.map(profiles.count) { index in
      var explanation = UnmatchedExplanation(profile: profiles[index])
      guard let row = rows[index] else { return explanation }
      let (roster, prepared) = place(ofRow: row)
      if tallies { explanation.rules = roster.ruleTally(for: prepared) }
      if roster.groups == nil { explanation.blocking = blocking[row] }
      return explanation
    }
  }
}

extension ProfileKey {
  fileprivate init(_ profile: UnmatchedProfile) {
    self.init(form: profile.form, mentees: profile.mentees, group: profile.group)
  }
}
