import AssignmentKernel
import Matching
import MentoringModel

/// Every plan of a small problem of people, by trying all; shares nothing with the solvers.
struct EveryPairing {
  let problem: MatchingProblem
  let programme: Programme
  let bank: Bank

  /// Calls `body` with the chosen arc of each row, for each plan within all limits.
  func visitAll(_ body: ([Int?]) -> Void) {
    var chosen: [Int?] = []
    visit(&chosen, body)
  }

  private func visit(_ chosen: inout [Int?], _ body: ([Int?]) -> Void) {
    guard chosen.count < problem.people.rowCount else {
      if isWithinRowGroups(chosen) { body(chosen) }
      return
    }
    for arc in [nil] + Array(problem.people.arcs.arcs(ofRow: chosen.count)).map(Optional.some) {
      chosen.append(arc)
      if isWithinLoads(chosen) { visit(&chosen, body) }
      chosen.removeLast()
    }
  }

  private func columns(_ chosen: [Int?]) -> [Int] {
    chosen.compactMap { $0.map(problem.people.arcs.column) }
  }

  private func isWithinLoads(_ chosen: [Int?]) -> Bool {
    var load = [Int](repeating: 0, count: problem.people.columnCount)
    for column in columns(chosen) { load[column] += 1 }
    let groups = problem.people.columnGroups
    return zip(load, problem.people.columnLoad).allSatisfy { $0 <= $1.upper }
      && zip(groups.load(from: load), groups.bounds).allSatisfy { $0 <= $1.upper }
  }

  private func isWithinRowGroups(_ chosen: [Int?]) -> Bool {
    let groups = problem.people.rowGroups
    return zip(groups.load(from: chosen.map { $0 == nil ? 0 : 1 }), groups.bounds)
      .allSatisfy { $0 <= $1.upper }
  }

  /// How good a plan is in each goal, greater first; one list a goal.
  func worth(_ chosen: [Int?], in goals: [ObjectiveTier]) -> [[Int]] {
    let arcs = chosen.compactMap { $0 }
    func sum(_ tier: ObjectiveTier) -> Int {
      let index = problem.tiers.firstIndex(of: tier) ?? 0
      return arcs.reduce(0) { $0 + Int(problem.people.tiers[index][$1]) }
    }
    let fit = problem.tiers.firstIndex(of: .fit) ?? 0
    let fits = arcs.map { Int(problem.people.tiers[fit][$0]) }.sorted()
    var load: [PersonID: Int] = [:]
    for column in columns(chosen) { load[problem.seats[column].mentor, default: 0] += 1 }
    return goals.map { goal in
      switch goal {
      case .balance: [-load.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }]
      case .minimumLoad: [-shortfall(load)]
      case .coverageTargets: [covered(chosen, load)]
      case .worstFit: [fits.first ?? 0]
      case .leximin: fits
      default: [sum(goal)]
      }
    }
  }

  /// The sum over the mentors of what is missing, each further unit weighing more than the one
  /// before.
  private func shortfall(_ load: [PersonID: Int]) -> Int {
    Set(problem.seats.map(\.mentor)).reduce(0) { sum, mentor in
      let seats = problem.seats.indices.filter { problem.seats[$0].mentor == mentor }
      let own = bank.mentors.first { $0.id == mentor }?.capacity ?? .max
      let places = min(
        seats.reduce(0) { $0 + problem.people.columnLoad[$1].upper }, own,
        programme.maximumLoad ?? .max)
      // What he has no places for is missing in every plan.
      return sum + triangle(programme.minimumLoad, load[mentor, default: 0])
        - triangle(programme.minimumLoad, places)
    }
  }

  private func triangle(_ minimum: Int?, _ load: Int) -> Int {
    let missing = max(0, (minimum ?? 0) - load)
    return missing * (missing + 1) / 2
  }

  /// People of the roster in a pair, each once.
  private func covered(_ chosen: [Int?], _ load: [PersonID: Int]) -> Int {
    var involved: Set<PersonID> = []
    for (row, arc) in chosen.enumerated() where arc != nil {
      involved.formUnion(problem.profiles[row].members)
    }
    let mentees = Set(bank.profiles.flatMap(\.members))
    involved.formUnion(load.keys.filter { !mentees.contains($0) })
    return bank.roster.count { involved.contains($0.id) }
  }
}

extension [[Int]] {
  /// Whether the goals come before those of another plan; a longer list of fits after a like start
  /// is better.
  func isBetter(than other: [[Int]]) -> Bool {
    for (left, right) in zip(self, other) where left != right {
      return right.lexicographicallyPrecedes(left)
    }
    return false
  }
}
