import AssignmentKernel
import MentoringModel

extension SolvedMatching {
  /// The best mentors who could take the profile of a row if its pair fell through and everybody
  /// else stayed; best in the goals of the programme first.
  ///
  /// For an unmatched row, those who could take it now.
  ///
  /// - Complexity: O(degree · (depth + log degree)).
  func alternates(ofRow row: Int, count: Int) -> [Alternate] {
    let (roster, profile) = place(ofRow: row)
    let own = arcOfRow[row]
    let freed = Set(own.map { bounds(aroundColumnOf: $0) } ?? [])
    let free = problem.assignment.arcs.arcs(ofRow: row).filter {
      $0 != own && hasRoom(for: $0, besides: freed) && keepsGroups($0, insteadOf: own)
    }
    let ranked = free.map { arc in (arc, change: change(from: own, to: arc)) }
      .sorted { left, right in
        left.change == right.change
          ? left.0 < right.0 : right.change.lexicographicallyPrecedes(left.change)
      }
    return ranked.prefix(count).compactMap { arc, change in
      guard let mentor = mentor(ofArc: arc, in: roster) else { return nil }
      return Alternate(
        mentor: mentor.mentor.id,
        score: roster.scoring.parts(of: mentor, for: profile, in: roster.setting),
        difference: difference(
          Exchange(change: change, dropped: own.map { [$0] } ?? [], taken: [arc]), from: row))
    }
  }

  /// Whether all groups keep their sizes and rules when a row takes another arc.
  private func keepsGroups(_ arc: Int, insteadOf own: Int?) -> Bool {
    guard let groups = problem.groups else { return true }
    let arcs = solution.arcs.filter { $0 != own } + [arc]
    return GroupVerifier.verify(arcs: arcs.sorted(), proof: GroupProof(), of: groups).isFeasible
  }

  private func change(from old: Int?, to new: Int) -> [Int128] {
    problem.assignment.tiers.map { tier in
      Int128(tier[new]) - (old.map { Int128(tier[$0]) } ?? 0)
    }
  }

  /// Whether an arc fits beside the plan, when one unit of each place in `freed` is given back.
  private func hasRoom(for arc: Int, besides freed: Set<Place>) -> Bool {
    bounds(aroundColumnOf: arc).allSatisfy { place in
      let (load, upper) = use(of: place)
      return load - (freed.contains(place) ? 1 : 0) < upper
    }
  }

  /// The column of an arc and the groups around it.
  private func bounds(aroundColumnOf arc: Int) -> [Place] {
    let column = problem.assignment.arcs.column(ofArc: arc)
    let forest = problem.assignment.columnGroups
    var places: [Place] = [.column(column)]
    var group = forest.parentOfMember[column]
    while group >= 0 {
      places.append(.columnGroup(Int(group)))
      group = forest.parentOfGroup[Int(group)]
    }
    return places
  }

  private func use(of place: Place) -> (load: Int, upper: Int) {
    switch place {
    case .column(let column):
      (loadOfColumn[column], problem.assignment.columnLoad[column].upper)
    case .columnGroup(let group):
      (loadOfGroup[group], problem.assignment.columnGroups.bounds[group].upper)
    case .row, .rowGroup: (0, 0)
    }
  }
}
