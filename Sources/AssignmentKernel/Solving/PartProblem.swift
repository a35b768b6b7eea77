/// A part of a problem as a problem of its own.
struct PartProblem {
  let problem: AssignmentProblem
  private let part: Components.Part
  /// Where the arcs of each row start in the whole problem.
  private let wholeStart: [Int]

  /// - Complexity: O(tiers · arcs + nodes) of the part.
  init(_ part: Components.Part, of whole: AssignmentProblem, _ local: LocalNumbers) {
    self.part = part
    wholeStart = part.rows.map { whole.arcs.arcs(ofRow: $0).lowerBound }
    var rowStart = [0]
    rowStart.reserveCapacity(part.rows.count + 1)
    var columns: [Int32] = []
    columns.reserveCapacity(part.weight - part.rows.count)
    for row in part.rows {
      for arc in whole.arcs.arcs(ofRow: row) {
        columns.append(local.column[Int(whole.arcs.columns[arc])])
      }
      rowStart.append(columns.count)
    }
    problem = AssignmentProblem(
      checked: ArcPattern(
        rowStart: rowStart, columns: columns, columnCount: part.columns.count),
      tiers: whole.tiers.map { tier in
        part.rows.flatMap { row in tier[whole.arcs.arcs(ofRow: row)] }
      },
      rowDemand: part.rows.map { whole.rowDemand[$0] },
      columnLoad: part.columns.map { whole.columnLoad[$0] },
      rowForest: whole.rowGroups.part(part.rows, part.rowGroups, local.rowGroup),
      columnForest: whole.columnGroups.part(part.columns, part.columnGroups, local.columnGroup))
  }

  /// The arcs of the whole problem for arcs of the part, ascending as they do.
  func lifted(_ arcs: [Int]) -> [Int] {
    var row = 0
    return arcs.map { arc in
      while problem.arcs.rowStart[row + 1] <= arc { row += 1 }
      return wholeStart[row] + arc - problem.arcs.rowStart[row]
    }
  }

  /// What an answer to the whole problem says about the part; its arcs ascend.
  func lowered(_ whole: Solution) -> Solution {
    var arcs: [Int] = []
    for (row, start) in wholeStart.enumerated() {
      let count = problem.arcs.arcs(ofRow: row).count
      var place = whole.arcs.firstPlace(ofAtLeast: start)
      while place < whole.arcs.count, whole.arcs[place] < start + count {
        arcs.append(problem.arcs.rowStart[row] + whole.arcs[place] - start)
        place += 1
      }
    }
    return Solution(
      status: whole.status, arcs: arcs,
      certificate: Certificate(
        tiers: whole.certificate.tiers.map { tier in
          Potentials(
            rows: tier.rows.at(part.rows), columns: tier.columns.at(part.columns),
            rowGroups: tier.rowGroups.at(part.rowGroups),
            columnGroups: tier.columnGroups.at(part.columnGroups))
        }))
  }
}

extension Components.Part {
  /// Writes the potentials of the part's nodes, tier by tier, into those of the whole problem.
  func lift(_ tiers: [Potentials], into whole: inout [Potentials]) {
    for (tier, potentials) in tiers.enumerated() {
      for (place, row) in rows.enumerated() { whole[tier].rows[row] = potentials.rows[place] }
      for (place, column) in columns.enumerated() {
        whole[tier].columns[column] = potentials.columns[place]
      }
      for (place, group) in rowGroups.enumerated() {
        whole[tier].rowGroups[group] = potentials.rowGroups[place]
      }
      for (place, group) in columnGroups.enumerated() {
        whole[tier].columnGroups[group] = potentials.columnGroups[place]
      }
    }
  }
}

/// The number of each column and group within its part.
struct LocalNumbers: Sendable {
  let column: [Int32]
  let rowGroup: [Int32]
  let columnGroup: [Int32]

  init(_ parts: [Components.Part], in whole: AssignmentProblem) {
    func numbers(_ nodes: (Components.Part) -> [Int], count: Int) -> [Int32] {
      var numbers = [Int32](repeating: -1, count: count)
      for part in parts {
        for (place, node) in nodes(part).enumerated() { numbers[node] = Int32(place) }
      }
      return numbers
    }
    column = numbers(\.columns, count: whole.columnCount)
    rowGroup = numbers(\.rowGroups, count: whole.rowGroups.count)
    columnGroup = numbers(\.columnGroups, count: whole.columnGroups.count)
  }
}

extension GroupForest {
  fileprivate func part(_ members: [Int], _ groups: [Int], _ local: [Int32]) -> GroupForest {
    func inside(_ group: Int32) -> Int32 { group < 0 ? -1 : local[Int(group)] }
    return GroupForest(
      bounds: groups.map { bounds[$0] },
      parentOfMember: members.map { inside(parentOfMember[$0]) },
      parentOfGroup: groups.map { inside(parentOfGroup[$0]) })
  }
}

extension [Int128] {
  /// The values at the places given; nothing where they do not exist.
  fileprivate func at(_ places: [Int]) -> [Int128] {
    places.allSatisfy(indices.contains) ? places.map { self[$0] } : []
  }
}
