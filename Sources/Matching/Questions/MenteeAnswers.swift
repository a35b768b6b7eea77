public import MentoringModel

/// The answer about one request profile of a mentee.
public enum MenteeAnswer: Sendable, Hashable {
  /// Why the mentor of the plan.
  case paired(PairExplanation)
  /// Why no mentor.
  case unmatched(UnmatchedExplanation)
}

extension SolvedMatching {
  /// Why the mentee has the mentors that the plan gives him, or none: an answer for each profile.
  ///
  /// - Parameters:
  ///   - mentee: The mentee.
  ///   - form: The form asked about, or nil for all.
  ///   - alternates: How many alternates to name.
  /// - Returns: The answers in the order of the programme's forms; none where the mentee has no
  ///   request there.
  public func answers(
    about mentee: PersonID, in form: FormID? = nil, alternates: Int = 3
  ) -> [MenteeAnswer] {
    let unmatched = unmatched(mentee, in: form)
    return plan.forms.filter { form == nil || form == $0.form }.flatMap { part in
      let pairs = rows(of: mentee, in: part.form).compactMap {
        pairExplanation(ofRow: $0, alternates: alternates)
      }
      return pairs.map(MenteeAnswer.paired)
        + unmatched.filter { $0.profile.form == part.form }.map(MenteeAnswer.unmatched)
    }
  }

  /// Why a mentor is not the mentee's: an answer for each profile of the mentee.
  ///
  /// - Returns: The answers in the order of the programme's forms; none where one of the two is
  ///   not in the banks.
  public func answers(
    about mentee: PersonID, with mentor: PersonID, in form: FormID? = nil, alternates: Int = 3
  ) -> [PairAnswer] {
    matcher.rosters.filter { form == nil || form == $0.setting.form.id }
      .flatMap { roster -> [PairAnswer] in
        let everyone = roster.mentors + roster.excludedMentors.map(\.mentor)
        guard let mentor = everyone.first(where: { $0.mentor.id == mentor }) else { return [] }
        let rows = rows(of: mentee, in: roster.setting.form.id)
        let excluded = roster.excludedMembers.filter { $0.member.mentee.id == mentee }
        return rows.map {
          pairAnswer(
            place(ofRow: $0).profile, row: $0, mentor: mentor, in: roster, alternates: alternates)
        }
          + excluded.map { member in
            let profile = member.profile
            let alone = PreparedProfile(
              profile.profile, members: [member.member], requests: profile.requests)
            return pairAnswer(
              alone, row: nil, mentor: mentor, in: roster, alternates: alternates)
          }
      }
  }
}
