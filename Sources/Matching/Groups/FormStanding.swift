/// Where the profiles of a form stand in a plan.
struct FormStanding {
  /// The column of each profile within its form, or nil for one without a mentor.
  let column: [Int?]
  /// The profiles in each open group, by the group's place among those that could open.
  let members: [Int: [Int]]
  /// How many places each mentor of the form has given away there.
  let load: [Int]

  init(_ roster: FormRoster, columnOfRow: (Int) -> Int?) {
    column = roster.profiles.indices.map { columnOfRow($0) }
    var members: [Int: [Int]] = [:]
    var load = [Int](repeating: 0, count: roster.mentors.count)
    for (place, column) in column.enumerated() {
      guard let column else { continue }
      load[roster.mentor(ofColumn: column)] += 1
      if column >= roster.pairColumnCount {
        members[column - roster.pairColumnCount, default: []].append(place)
      }
    }
    self.members = members
    self.load = load
  }
}
