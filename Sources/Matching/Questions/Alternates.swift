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
      $0 != own && hasRoom(for: $0, besides: freed)
    }
    let ranked = free.map { arc in (arc, exchange: exchange(own, for: arc)) }
      .filter { keepsGroups(after: $0.exchange) }
      .sorted { left, right in
        left.exchange.change == right.exchange.change
          ? left.0 < right.0
          : right.exchange.change.lexicographicallyPrecedes(left.exchange.change)
      }
    return ranked.prefix(count).compactMap { arc, exchange in
      guard let mentor = mentor(ofArc: arc, in: roster) else { return nil }
      return Alternate(
        mentor: mentor.mentor.id,
        score: roster.scoring.parts(of: mentor, for: profile, in: roster.setting),
        difference: difference(exchange, from: row))
    }
  }

  /// Whether all groups keep their sizes and rules, and no more mentors have somebody than may.
  private func keepsGroups(after exchange: Exchange) -> Bool {
    guard let groups = problem.groups else { return true }
    let arcs = exchange.applied(to: solution.arcs).sorted()
    return GroupVerifier.verify(arcs: arcs, proof: GroupProof(), of: groups).isFeasible
  }

  /// One mentor for another, with what each of them gets or gives up: an idle unit, or his rest.
  private func exchange(_ old: Int?, for new: Int) -> Exchange {
    var (dropped, taken) = (old.map { [$0] } ?? [], [new])
    let units = { (arc: Int) in
      problem.idleArcs.isEmpty
        ? 0..<0 : problem.idleArcs[problem.assignment.arcs.column(ofArc: arc)]
    }
    let (given, lost) = (old.map(units) ?? 0..<0, units(new))
    if given != lost {
      dropped += lost.last(where: isChosen).map { [$0] } ?? []
      // Who keeps somebody else does not rest.
      if problem.groups == nil || old.map(isLastOfMentor) ?? false {
        taken += given.first { !isChosen($0) }.map { [$0] } ?? []
      }
    }
    return Exchange(
      change: problem.assignment.tiers.indices.map { tier in
        let weights = problem.assignment.tiers[tier]
        return taken.reduce(opened(old, new, in: tier)) { $0 + Int128(weights[$1]) }
          - dropped.reduce(0) { $0 + Int128(weights[$1]) }
      }, dropped: dropped, taken: taken)
  }

  /// What columns add that open or close when a row takes another arc.
  private func opened(_ old: Int?, _ new: Int, in tier: Int) -> Int128 {
    guard let groups = problem.groups else { return 0 }
    let columns = (
      old: old.map(problem.assignment.arcs.column), new: problem.assignment.arcs.column(ofArc: new)
    )
    guard columns.old != columns.new else { return 0 }
    let opening = { (column: Int) in Int128(groups.opening[tier][column]) }
    return (loadOfColumn[columns.new] == 0 ? opening(columns.new) : 0)
      - (columns.old.map { loadOfColumn[$0] == 1 ? opening($0) : 0 } ?? 0)
  }

  /// Whether the mentor of an arc has nobody else.
  private func isLastOfMentor(_ arc: Int) -> Bool {
    let mentor = problem.seats[problem.assignment.arcs.column(ofArc: arc)].mentor
    return problem.seats.indices.reduce(0) {
      $0 + (problem.seats[$1].mentor == mentor ? loadOfColumn[$1] : 0)
    } == 1
  }

  private func isChosen(_ arc: Int) -> Bool {
    arcOfRow[problem.assignment.arcs.row(ofArc: arc)] == arc
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
    let forest = problem.people.columnGroups
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
      (loadOfColumn[column], problem.people.columnLoad[column].upper)
    case .columnGroup(let group):
      (loadOfGroup[group], problem.people.columnGroups.bounds[group].upper)
    case .row, .rowGroup: (0, 0)
    }
  }
}
