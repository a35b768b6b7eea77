/// The parts of a problem that have nothing in common: no arc and no group leads from one to another.
///
/// A part is a component of the network without its root, or several small ones in a row, so that
/// no part is too small to be worth a solve of its own. Parts depend on the problem alone.
struct Components {
  /// The nodes of a part, each kind ascending by its number in the whole problem.
  struct Part {
    var rows: [Int] = []
    var columns: [Int] = []
    var rowGroups: [Int] = []
    var columnGroups: [Int] = []
    /// Rows and arcs: what it takes to solve the part.
    var weight = 0
  }

  let parts: [Part]

  /// The parts of a problem of at least `leastWeight` rows and arcs; nil where it is smaller, hangs
  /// together, or has a part beside which the others count for little.
  ///
  /// - Complexity: O((arcs + nodes) · α(nodes)) time, less where the problem hangs together, which
  ///   shows after a part of the arcs; O(nodes) space.
  init?(_ problem: AssignmentProblem, leastWeight: Int) {
    let weight = problem.rowCount + problem.arcs.count
    guard weight >= leastWeight, !problem.arcs.isDense else { return nil }
    var sets = DisjointSets(joining: problem)
    guard sets.count > 1 else { return nil }
    let partOfRoot = Self.packed(
      Self.weights(of: problem, &sets), upTo: max(leastWeight / 8, weight / 32))
    var parts = [Part](
      repeating: Part(), count: Int(partOfRoot.max() ?? -1) + 1)
    for node in 0..<sets.nodeCount {
      let part = Int(partOfRoot[sets.root(of: node)])
      var place = node
      if place < problem.rowCount {
        parts[part].rows.append(place)
        parts[part].weight += 1 + problem.arcs.arcs(ofRow: place).count
        continue
      }
      place -= problem.rowCount
      if place < problem.columnCount {
        parts[part].columns.append(place)
        continue
      }
      place -= problem.columnCount
      if place < problem.rowGroups.count {
        parts[part].rowGroups.append(place)
      } else {
        parts[part].columnGroups.append(place - problem.rowGroups.count)
      }
    }
    let heaviest = parts.lazy.map(\.weight).max() ?? 0
    guard parts.count > 1, heaviest <= weight / 8 * 7 else { return nil }
    self.parts = parts
  }

  /// The rows and arcs of each component, at its root.
  private static func weights(
    of problem: AssignmentProblem, _ sets: inout DisjointSets
  ) -> [Int?] {
    var weights = [Int?](repeating: nil, count: sets.nodeCount)
    for node in 0..<sets.nodeCount {
      let isRow = node < problem.rowCount
      weights[sets.root(of: node), default: 0] +=
        isRow ? 1 + problem.arcs.arcs(ofRow: node).count : 0
    }
    return weights
  }

  /// Puts components into parts in their order, as many as stay within `limit` together.
  private static func packed(_ weights: [Int?], upTo limit: Int) -> [Int32] {
    var part: Int32 = -1
    var filled = Int.max
    return weights.map { weight in
      guard let weight else { return -1 }
      if part < 0 || (filled > 0 && filled + weight > limit) {
        part += 1
        filled = 0
      }
      filled += weight
      return part
    }
  }
}

extension [Int?] {
  fileprivate subscript(place: Int, default value: Int) -> Int {
    get { self[place] ?? value }
    set { self[place] = newValue }
  }
}

/// Sets of nodes that are joined two by two (union–find with path halving; the root of a set is its
/// smallest node).
///
/// R. E. Tarjan, J. van Leeuwen, Worst-case analysis of set union algorithms,
/// doi:10.1145/62.2160.
private struct DisjointSets {
  private var parent: [Int32]
  private(set) var count: Int

  var nodeCount: Int { parent.count }

  /// Joins what arcs and groups connect.
  ///
  /// Nodes are rows, columns, groups of rows, groups of columns.
  init(joining problem: AssignmentProblem) {
    let (rows, columns) = (problem.rowCount, problem.columnCount)
    count = rows + columns + problem.rowGroups.count + problem.columnGroups.count
    parent = (0..<Int32(count)).map { $0 }
    let firstColumnGroup = rows + columns + problem.rowGroups.count
    join(problem.rowGroups, firstMember: 0, firstGroup: rows + columns)
    join(problem.columnGroups, firstMember: rows, firstGroup: firstColumnGroup)
    for row in 0..<rows {
      for arc in problem.arcs.arcs(ofRow: row) { join(row, rows + Int(problem.arcs.columns[arc])) }
      if count == 1 { return }
    }
  }

  private mutating func join(_ groups: GroupForest, firstMember: Int, firstGroup: Int) {
    for (member, group) in groups.parentOfMember.enumerated() where group >= 0 {
      join(firstMember + member, firstGroup + Int(group))
    }
    for (inner, group) in groups.parentOfGroup.enumerated() where group >= 0 {
      join(firstGroup + inner, firstGroup + Int(group))
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(of: one), root(of: other))
    guard a != b else { return }
    parent[max(a, b)] = Int32(min(a, b))
    count -= 1
  }

  mutating func root(of node: Int) -> Int {
    var node = node
    while Int(parent[node]) != node {
      parent[node] = parent[Int(parent[node])]
      node = Int(parent[node])
    }
    return node
  }
}
