import MentoringModel

/// Ids that are one person's, joined pair by pair.
struct SamePeople {
  private var parents: [PersonID: PersonID] = [:]

  /// Notes that two ids are one person's.
  mutating func join(_ one: PersonID, _ other: PersonID) {
    let (a, b) = (root(one), root(other))
    parents[a] = parents[a] ?? a
    parents[b] = a
  }

  /// The id that stands for the person, or nil where the id was joined with no other.
  func person(of id: PersonID) -> PersonID? { parents[id] == nil ? nil : root(id) }

  /// All ids that were joined with others.
  var ids: some Sequence<PersonID> { parents.keys }

  private func root(_ id: PersonID) -> PersonID {
    var id = id
    while let parent = parents[id], parent != id { id = parent }
    return id
  }
}

extension Bank {
  /// More ids than these of one person are a mistake, and not all pairs of them are kept.
  private static let mostIDs = 1000

  /// Notes under which other ids each person is, or may be, in the banks.
  mutating func connect(_ open: [Lookalike], _ crowds: [[Person]], _ same: SamePeople) {
    func root(_ id: PersonID) -> PersonID { same.person(of: id) ?? id }
    let joined = Set(same.ids)
    let there = Set(mentors.lazy.map(\.id).filter(joined.contains))
      .union(mentees.lazy.map(\.id).filter(joined.contains))
    var members: [PersonID: Set<PersonID>] = [:]
    for id in same.ids where there.contains(id) { members[root(id), default: []].insert(id) }
    var doubts: [PersonID: Set<PersonID>] = [:]
    for pair in open {
      let (first, second) = (root(pair.first.id), root(pair.second.id))
      doubts[first, default: []].insert(second)
      doubts[second, default: []].insert(first)
    }
    var namesakes: [PersonID: Set<PersonID>] = [:]
    for crowd in crowds {
      for person in crowd { namesakes[root(person.id), default: []].insert(crowd[0].id) }
    }
    guard !members.isEmpty || !doubts.isEmpty || !namesakes.isEmpty else { return }

    func settle(_ person: inout Person) {
      let own = root(person.id)
      person.crowds = namesakes[own] ?? []
      if let ids = members[own] {
        if ids.count <= Self.mostIDs { person.otherIDs = ids } else { person.crowds.insert(own) }
      }
      person.otherIDs.remove(person.id)
      for doubt in doubts[own] ?? [] where doubt != own {
        person.doubtfulIDs.formUnion(members[doubt] ?? [doubt])
      }
    }
    for place in mentors.indices { settle(&mentors[place].person) }
    for place in mentees.indices { settle(&mentees[place].person) }
  }
}
