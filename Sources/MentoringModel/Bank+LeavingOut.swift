extension Bank {
  /// Those of whom the tables say that they took back the consent to process their data.
  public var consentWithdrawn: Set<PersonID> {
    Set(mentors.lazy.filter(\.person.hasWithdrawn).map(\.id))
      .union(mentees.lazy.filter(\.person.hasWithdrawn).map(\.id))
  }

  /// The ids of people, and all other ids under which they surely are in the banks.
  ///
  /// - Complexity: O(*b*) for *b* rows.
  public func everyID(of people: Set<PersonID>) -> Set<PersonID> {
    var ids = people
    for row in mentors where people.contains(row.id) { ids.formUnion(row.person.otherIDs) }
    for row in mentees where people.contains(row.id) { ids.formUnion(row.person.otherIDs) }
    return ids
  }

  /// The bank without some people, wherever they stand and under whatever id: as mentors, mentees,
  /// members of groups, in the roster, in decisions and companions, and as partners or superiors of
  /// others.
  ///
  /// A request profile or a company that loses its last member or its sense goes with them.
  ///
  /// - Complexity: O(*b*) for *b* rows.
  public func leavingOut(_ people: Set<PersonID>) -> Bank {
    guard !people.isEmpty else { return self }
    let people = everyID(of: people)
    var bank = self
    bank.mentors.removeAll { people.contains($0.id) }
    bank.mentees.removeAll { people.contains($0.id) }
    for place in bank.mentors.indices { bank.mentors[place].person.forget(people) }
    for place in bank.mentees.indices { bank.mentees[place].person.forget(people) }
    bank.profiles = profiles.compactMap { profile in
      var profile = profile
      profile.members.removeAll(where: people.contains)
      return profile.members.isEmpty ? nil : profile
    }
    bank.roster.removeAll { people.contains($0.id) }
    bank.decisions.removeAll { people.contains($0.mentor) || people.contains($0.mentee) }
    bank.companions = companions.compactMap { company in
      var company = company
      company.people.removeAll(where: people.contains)
      return company.people.count > 1 ? company : nil
    }
    return bank
  }
}

extension Person {
  /// Whether the consent to process the person's data was taken back.
  fileprivate var hasWithdrawn: Bool {
    if case .withdrawn = dataConsent { true } else { false }
  }

  /// Takes some people out of what the row says of others.
  fileprivate mutating func forget(_ people: Set<PersonID>) {
    preferredPartners.removeAll(where: people.contains)
    lastYearPartners.subtract(people)
    otherIDs.subtract(people)
    doubtfulIDs.subtract(people)
    if let other = superior, people.contains(other) { superior = nil }
  }
}
