import MentoringModel

extension Person {
  /// Takes in another row of the same person: this row holds, the other fills in what it leaves
  /// open.
  mutating func merge(_ other: Person) {
    roles.formUnion(other.roles)
    organization = organization ?? other.organization
    if position.isEmpty { position = other.position }
    if PersonName(other.name).isFull, !PersonName(name).isFull { name = other.name }
    if case .day = other.birth { birth = other.birth } else { birth = birth ?? other.birth }
    experience = experience ?? other.experience
    subjects.formUnion(other.subjects)
    interests.formUnion(other.interests)
    languages.formUnion(other.languages)
    formats.formUnion(other.formats)
    schedule.formUnion(other.schedule)
    building = building ?? other.building
    dataConsent = dataConsent.merged(with: other.dataConsent)
    dutiesConsent = dutiesConsent.merged(with: other.dutiesConsent)
    for id in other.preferredPartners where !preferredPartners.contains(id) {
      preferredPartners.append(id)
    }
    lastYearPartners.formUnion(other.lastYearPartners)
    superior = superior ?? other.superior
  }
}

extension Consent {
  /// Takes over the withdrawal of another row of the same person.
  mutating func withdraw(as other: Consent) {
    if case .withdrawn = other { self = merged(with: other) }
  }

  /// What two rows of one person say together: a withdrawal holds over everything.
  fileprivate func merged(with other: Consent) -> Consent {
    switch (self, other) {
    case (.withdrawn, _), (.given(.some), .given): self
    case (_, .withdrawn): other
    case (.given, .given(.some)), (.absent, _): other
    case (.given, _): self
    }
  }
}

extension Mentor {
  /// Takes in another row of the same person; awards and competencies of both are kept.
  mutating func merge(_ other: Mentor) {
    person.merge(other.person)
    competencies.merge(other.competencies) { max($0, $1) }
    // No form stands for every form.
    forms = forms.isEmpty || other.forms.isEmpty ? [] : forms.union(other.forms)
    capacity = capacity ?? other.capacity
    capacityByForm.merge(other.capacityByForm) { mine, _ in mine }
    isTrained = isTrained || other.isTrained
    isMunicipal = isMunicipal || other.isMunicipal
    for award in other.awards where !awards.contains(where: { folded($0) == folded(award) }) {
      awards.append(award)
    }
    category = max(category, other.category)
    preferredAges = preferredAges ?? other.preferredAges
  }
}

extension Bank {
  /// Merges the mentors of dropped ids into those that stay.
  mutating func mergeMentors(_ keepers: [PersonID: PersonID]) {
    guard !keepers.isEmpty else { return }
    let places = Self.places(of: Set(keepers.values), among: mentors.lazy.map(\.id))
    for mentor in mentors {
      if let place = keepers[mentor.id].flatMap({ places[$0] }) { mentors[place].merge(mentor) }
    }
    mentors.removeAll { keepers[$0.id] != nil }
  }

  /// Merges the mentees of dropped ids, and their requests in one form, into those that stay.
  mutating func mergeMentees(_ keepers: [PersonID: PersonID]) {
    guard !keepers.isEmpty else { return }
    let places = Self.places(of: Set(keepers.values), among: mentees.lazy.map(\.id))
    for dropped in mentees.indices {
      guard let place = keepers[mentees[dropped].id].flatMap({ places[$0] }) else { continue }
      let mentee = mentees[dropped]
      mentees[place].person.merge(mentee.person)
      mentees[place].marks.formUnion(mentee.marks)
    }
    mentees.removeAll { keepers[$0.id] != nil }
    mergeProfiles(keepers)
  }

  /// The first places of some ids.
  private static func places(
    of wanted: Set<PersonID>, among ids: some Sequence<PersonID>
  ) -> [PersonID: Int] {
    var places: [PersonID: Int] = [:]
    for (place, id) in ids.enumerated() where wanted.contains(id) && places[id] == nil {
      places[id] = place
    }
    return places
  }

  /// The rows of merged mentees in forms in which the one who stays asks, too.
  func doubledRequests(_ keepers: [PersonID: PersonID]) -> [RequestRow] {
    guard !keepers.isEmpty else { return [] }
    var asked: Set<RequestRow> = []
    var doubled: [RequestRow] = []
    let merged = Set(keepers.values)
    for profile in profiles {
      for member in profile.members where keepers[member] != nil || merged.contains(member) {
        let own = RequestRow(person: keepers[member] ?? member, form: profile.form)
        if !asked.insert(own).inserted {
          doubled.append(RequestRow(person: member, form: profile.form))
        }
      }
    }
    return doubled
  }

  private mutating func mergeProfiles(_ keepers: [PersonID: PersonID]) {
    var own: [RequestRow: Int] = [:]
    let merged = Set(keepers.values)
    for place in profiles.indices {
      let members = profiles[place].members
      guard members.contains(where: { keepers[$0] != nil || merged.contains($0) }) else { continue }
      let form = profiles[place].form
      var seen: Set<PersonID> = []
      profiles[place].members = members.map { keepers[$0] ?? $0 }
        .filter { seen.insert($0).inserted }
      // Who asks in a form already does not ask twice.
      let twice = profiles[place].members.compactMap { own[RequestRow(person: $0, form: form)] }
      if let first = twice.first {
        for request in profiles[place].requests { profiles[first].requests.merge(request) }
        profiles[place].members.removeAll { own[RequestRow(person: $0, form: form)] != nil }
      }
      for member in profiles[place].members where merged.contains(member) {
        own[RequestRow(person: member, form: form)] = place
      }
    }
    profiles.removeAll(where: \.members.isEmpty)
  }

  /// Puts the ids that stay where other rows refer to dropped ones.
  mutating func rename(mentors: [PersonID: PersonID], mentees: [PersonID: PersonID]) {
    guard !mentors.isEmpty || !mentees.isEmpty else { return }
    for place in self.mentors.indices {
      self.mentors[place].person.rename(partners: mentees, superiors: mentors)
    }
    for place in self.mentees.indices {
      self.mentees[place].person.rename(partners: mentors, superiors: mentors)
    }
    for place in decisions.indices {
      decisions[place].mentor = mentors[decisions[place].mentor] ?? decisions[place].mentor
      decisions[place].mentee = mentees[decisions[place].mentee] ?? decisions[place].mentee
    }
    for place in companions.indices {
      companions[place].people = companions[place].people.map { mentees[$0] ?? $0 }.uniqued
    }
    var seen: Set<PersonID> = []
    roster = roster.compactMap { entry in
      var entry = entry
      entry.id = mentors[entry.id] ?? mentees[entry.id] ?? entry.id
      return seen.insert(entry.id).inserted ? entry : nil
    }
  }
}

extension Person {
  fileprivate mutating func rename(
    partners: [PersonID: PersonID], superiors: [PersonID: PersonID]
  ) {
    if preferredPartners.contains(where: { partners[$0] != nil }) {
      preferredPartners = preferredPartners.map { partners[$0] ?? $0 }.uniqued
    }
    if lastYearPartners.contains(where: { partners[$0] != nil }) {
      lastYearPartners = Set(lastYearPartners.map { partners[$0] ?? $0 })
    }
    superior = superior.map { superiors[$0] ?? $0 }
  }
}

extension [PersonID] {
  /// Each id once.
  fileprivate var uniqued: [PersonID] {
    var seen: Set<PersonID> = []
    return filter { seen.insert($0).inserted }
  }
}
