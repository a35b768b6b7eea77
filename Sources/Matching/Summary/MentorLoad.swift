public import MentoringModel

/// How many places a mentor has, and how many of them a plan takes.
public struct MentorLoad: Sendable, Hashable {
  /// The places in one form.
  public struct Share: Sendable, Hashable {
    /// The form.
    public var form: FormID
    /// Places in this form.
    public var places: Int
    /// Those of them that the plan takes.
    public var taken: Int
  }

  /// The mentor.
  public var mentor: PersonID
  /// The organization.
  public var organization: OrganizationID?
  /// Places over all forms: at most what the mentor states, and what the forms together allow.
  public var places: Int
  /// The forms in which the mentor can take part, in the order of the programme.
  public var shares: [Share]

  /// Places that the plan takes over all forms.
  public var taken: Int { shares.reduce(0) { $0 + $1.taken } }
  /// Places that are left.
  public var free: Int { max(0, places - taken) }
}

extension Matcher {
  func loads(of plan: Plan) -> [MentorLoad] {
    var taken: [FormID: [PersonID: Int]] = [:]
    for match in plan.matches {
      taken[match.form, default: [:]][match.mentor, default: 0] += match.placesTaken
    }
    var shares: [PersonID: [MentorLoad.Share]] = [:]
    for roster in rosters {
      let form = roster.setting.form
      for mentor in roster.mentors {
        let id = mentor.mentor.id
        shares[id, default: []].append(
          .init(
            form: form.id, places: form.capacity(of: mentor.mentor),
            taken: taken[form.id]?[id] ?? 0))
      }
    }
    return bank.mentors.compactMap { mentor in
      // A second row of the same mentor finds nothing left.
      guard let own = shares.removeValue(forKey: mentor.id) else { return nil }
      let sum = own.reduce(0) { $0 + $1.places }
      return MentorLoad(
        mentor: mentor.id, organization: mentor.person.organization,
        places: mentor.capacity.map { min(max(0, $0), sum) } ?? sum, shares: own)
    }
  }
}
