public import MentoringModel

/// How many of an organization ask for a mentor and find one, and what its own mentors offer.
public struct OrganizationBalance: Sendable, Hashable {
  /// The organization, or nil for those of whom none is known.
  public var organization: OrganizationID?
  /// People who ask for a mentor in some form, those whom a rule leaves out among them.
  public var asking: Int
  /// Those of them who have a mentor in the plan.
  public var matched: Int
  /// Its mentors who can take part.
  public var mentors: Int
  /// Their places over all forms.
  public var places: Int
  /// Those of the places that the plan takes.
  public var taken: Int
}

extension Matcher {
  func organizations(in plan: Plan, _ loads: [MentorLoad]) -> [OrganizationBalance] {
    let matched = Set(plan.matches.flatMap(\.mentees))
    var found: [OrganizationID?: OrganizationBalance] = [:]
    func count(_ home: OrganizationID?, _ change: (inout OrganizationBalance) -> Void) {
      let empty = OrganizationBalance(
        organization: home, asking: 0, matched: 0, mentors: 0, places: 0, taken: 0)
      change(&found[home, default: empty])
    }
    var seen: Set<PersonID> = []
    for mentee in rosters.flatMap(\.asking) where seen.insert(mentee.mentee.id).inserted {
      count(mentee.mentee.person.organization) {
        $0.asking += 1
        $0.matched += matched.contains(mentee.mentee.id) ? 1 : 0
      }
    }
    for organization in plan.coverage.flatMap(\.organizations) {
      count(organization.organization) { _ in }
    }
    for load in loads {
      count(load.organization) {
        $0.mentors += 1
        $0.places += load.places
        $0.taken += load.taken
      }
    }
    let listed = bank.organizations.compactMap { found.removeValue(forKey: $0.id) }
    let others = found.values.sorted { left, right in
      guard let a = left.organization, let b = right.organization else {
        return left.organization != nil
      }
      return a < b
    }
    return listed + others
  }
}

extension FormRoster {
  /// Everybody who asks for a mentor in the form.
  fileprivate var asking: [PreparedMentee] {
    profiles.flatMap(\.members) + excludedMembers.map(\.member)
  }
}
