import MentoringModel

extension BankDraft {
  /// Fills the roster: the people of the banks who have its role, then everybody else.
  mutating func addRoster() {
    guard let role = recipe.roster.first.map({ RoleID(rawValue: $0.role) }) else { return }
    var generator = stream()
    var seen: Set<PersonID> = []
    let known = bank.mentors.map(\.person) + bank.mentees.map(\.person)
    for person in known where person.roles.contains(role) && seen.insert(person.id).inserted {
      bank.roster.append(entry(person))
    }
    var number = 0
    for cohort in recipe.roster {
      for _ in 0..<cohort.count {
        number += 1
        let place = places.pick(cohort.place, forMentor: false, &generator)
        bank.roster.append(
          entry(person(id("R", number), of: cohort, asMentor: false, in: place, &generator)))
      }
    }
  }

  private func entry(_ person: Person) -> RosterEntry {
    RosterEntry(
      id: person.id, organization: person.organization, roles: person.roles, birth: person.birth)
  }
}
