import MentoringModel

extension Person {
  /// The person with other ids.
  func renaming(_ name: (PersonID) -> PersonID) -> Person {
    var person = self
    person.id = name(id)
    person.preferredPartners = preferredPartners.map(name)
    person.lastYearPartners = Set(lastYearPartners.map(name))
    person.superior = superior.map(name)
    return person
  }
}

extension Mentor {
  func renaming(_ name: (PersonID) -> PersonID) -> Mentor {
    var mentor = self
    mentor.person = person.renaming(name)
    return mentor
  }
}

extension Mentee {
  func renaming(_ name: (PersonID) -> PersonID) -> Mentee {
    var mentee = self
    mentee.person = person.renaming(name)
    return mentee
  }
}

extension RosterEntry {
  func renaming(_ name: (PersonID) -> PersonID) -> RosterEntry {
    var entry = self
    entry.id = name(id)
    return entry
  }
}

extension RequestProfile {
  func renaming(_ name: (PersonID) -> PersonID) -> RequestProfile {
    var profile = self
    profile.members = members.map(name)
    return profile
  }
}

extension Decision {
  func renaming(_ name: (PersonID) -> PersonID) -> Decision {
    var decision = self
    decision.mentor = name(mentor)
    decision.mentee = name(mentee)
    return decision
  }
}

extension Companions {
  func renaming(_ name: (PersonID) -> PersonID) -> Companions {
    var companions = self
    companions.people = people.map(name)
    return companions
  }
}

extension Organization {
  /// No person has an id in an organization.
  func renaming(_ name: (PersonID) -> PersonID) -> Organization { self }
}
