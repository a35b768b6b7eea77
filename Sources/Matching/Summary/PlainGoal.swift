import AssignmentKernel
import MentoringModel
public import Wording

/// A goal of a plan as a curator counts it, where its exact sum says little to a reader: weighted
/// mentees, or loads in which each further unit weighs more.
public struct PlainGoal: Sendable, Hashable {
  /// What is reached, in words.
  public var text: Text
  /// The number in it that plans can be compared by, or nil.
  public var number: Int?

  /// Creates a plain goal.
  public init(_ text: Text, number: Int? = nil) {
    self.text = text
    self.number = number
  }
}

extension MatchingProblem {
  /// A goal of a plan, given by its pairs, as a curator counts it; nil where its sum is a count
  /// already.
  ///
  /// - Complexity: O(pairs + seats).
  func plain(
    _ goal: ObjectiveTier, of pairs: some Collection<(row: Int, column: Int)>,
    in programme: Programme
  ) -> PlainGoal? {
    switch goal {
    case .coverage:
      guard !programme.priorityGroups.isEmpty else { return nil }
      let mentees = pairs.reduce(0) { $0 + profiles[$1.row].members.count }
      return PlainGoal(Text(same: "\(mentees)"), number: mentees)
    case .balance:
      let loads = loads(of: pairs).values
      return PlainGoal(.range(loads.min() ?? 0, loads.max() ?? 0))
    case .minimumLoad:
      let places = Dictionary(
        zip(seats, idleArcs).map { ($0.mentor, $1.count) }, uniquingKeysWith: { first, _ in first })
      let missing = loads(of: pairs).map { mentor, load in
        max(0, min(programme.minimumLoad ?? 0, places[mentor] ?? 0) - load)
      }.filter { $0 > 0 }
      return PlainGoal(
        .missing(missing.reduce(0, +), to: missing.count), number: missing.reduce(0, +))
    case .pins, .coverageTargets, .fewestMentors, .fewestGroups, .ownOrganization, .worstFit,
      .leximin, .fit, .tieBreak:
      return nil
    }
  }

  /// The same for chosen arcs.
  func plain(_ goal: ObjectiveTier, ofArcs arcs: [Int], in programme: Programme) -> PlainGoal? {
    let pattern = assignment.arcs
    return plain(
      goal,
      of: pairs(among: arcs).map {
        (row: pattern.row(ofArc: $0), column: pattern.column(ofArc: $0))
      }, in: programme)
  }

  /// The pairs and groups' members of every mentor who can have some.
  private func loads(of pairs: some Collection<(row: Int, column: Int)>) -> [PersonID: Int] {
    var loads: [PersonID: Int] = [:]
    for seat in seats { loads[seat.mentor] = 0 }
    for pair in pairs { loads[seats[pair.column].mentor, default: 0] += 1 }
    return loads
  }
}

extension Text {
  /// «от 0 до 3».
  fileprivate static func range(_ least: Int, _ most: Int) -> Text {
    Text(ru: "от \(least) до \(most)", en: "\(least) to \(most)")
  }

  /// «3 (у 2 наставников)».
  fileprivate static func missing(_ count: Int, to mentors: Int) -> Text {
    let mentors = Noun.withMentors.counted(mentors)
    return count == 0
      ? Text(same: "0") : Text(ru: "\(count) (у \(mentors.ru))", en: "\(count) (\(mentors.en))")
  }
}

extension Noun {
  /// After «у», in the genitive.
  fileprivate static let withMentors = Noun(
    one: "наставника", few: "наставников", many: "наставников", singular: "mentor",
    plural: "mentors")
}
