import MentoringModel

/// Counts coverage targets over the roster: persons, not memberships.
struct CoverageCount {
  private let programme: Programme
  private let bank: Bank

  init(_ programme: Programme, _ bank: Bank) {
    self.programme = programme
    self.bank = bank
  }

  func results(for matches: [ProposedMatch]) -> [CoverageResult] {
    results(involving: Set(matches.flatMap { $0.mentees + [$0.mentor] }))
  }

  /// The counts when these people are in a pair, on either side.
  func results(involving involved: Set<PersonID>) -> [CoverageResult] {
    guard !programme.coverageTargets.isEmpty else { return [] }
    let people = rosterPeople
    return programme.coverageTargets.map { target in
      var counts: [OrganizationID?: OrganizationCoverage] = [:]
      for (person, marks) in people where person.keeps(target.rule, marks: marks) {
        let home = person.person.organization
        counts[home, default: OrganizationCoverage(organization: home, total: 0, covered: 0)]
          .add(isCovered: involved.contains(person.person.id))
      }
      let listed = bank.organizations.compactMap { counts[$0.id] }
      let known = Set(bank.organizations.map(\.id))
      let others = counts.filter { home, _ in home.map { !known.contains($0) } ?? true }
        .values.sorted { ($0.organization?.rawValue ?? "") < ($1.organization?.rawValue ?? "") }
      return CoverageResult(target: target, organizations: listed + others)
    }
  }

  /// The people on the roster whom some target counts.
  var countedPeople: Set<PersonID> {
    Set(
      rosterPeople.compactMap { person, marks in
        programme.coverageTargets.contains { person.keeps($0.rule, marks: marks) }
          ? person.person.id : nil
      })
  }

  /// Everybody on the roster, with what the banks know beside it.
  private var rosterPeople: [(PreparedPerson, marks: Set<String>)] {
    var preparation = Preparation(asOf: programme.asOf)
    let mentees = Dictionary(bank.mentees.map { ($0.id, $0) }) { first, _ in first }
    let mentors = Dictionary(bank.mentors.map { ($0.id, $0) }) { first, _ in first }
    return bank.roster.map { entry in
      var person = Person(id: entry.id, name: "")
      person.organization = entry.organization
      person.roles = entry.roles
      let known = mentees[entry.id]?.person ?? mentors[entry.id]?.person
      person.birth = entry.birth ?? known?.birth
      person.experience = known?.experience
      var mentee = Mentee(person)
      mentee.marks = mentees[entry.id]?.marks ?? []
      let profile = RequestProfile(members: [entry.id], form: "", requests: [])
      let prepared = preparation.profile(profile, members: [mentee])
      return (prepared.members[0].common, mentee.marks)
    }
  }
}

extension OrganizationCoverage {
  fileprivate mutating func add(isCovered: Bool) {
    total += 1
    covered += isCovered ? 1 : 0
  }
}
