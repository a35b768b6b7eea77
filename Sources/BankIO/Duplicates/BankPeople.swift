import MentoringModel

extension Bank {
  /// What tells the people of both banks apart: mentors, then mentees.
  var identities: [PersonIdentity] {
    var people: [PersonIdentity] = []
    people.reserveCapacity(mentors.count + mentees.count)
    for mentor in mentors { people.append(PersonIdentity(mentor.person)) }
    for mentee in mentees { people.append(PersonIdentity(mentee.person)) }
    return people
  }

  /// The person at a place of ``identities``.
  func person(at place: Int) -> Person {
    place < mentors.count ? mentors[place].person : mentees[place - mentors.count].person
  }

  /// The places in ``identities`` of those whom answers name; of several rows, of the first.
  func places(of answers: [DuplicateAnswer]) -> [PersonID: Int] {
    guard !answers.isEmpty else { return [:] }
    let named = Set(answers.flatMap { [$0.pair.one, $0.pair.other] })
    var places: [PersonID: Int] = [:]
    for place in 0..<(mentors.count + mentees.count) {
      let id = place < mentors.count ? mentors[place].id : mentees[place - mentors.count].id
      if named.contains(id), places[id] == nil { places[id] = place }
    }
    return places
  }
}
