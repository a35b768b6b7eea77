public import AssignmentKernel

extension AssignmentProblem {
  /// A random problem of mixed features: the same for the same seed.
  ///
  /// Dense or sparse, with demands, loads, lower bounds, nested groups, weights of any sign and
  /// many ties; often infeasible where there are lower bounds.
  public static func random(
    seed: UInt64, maxRows: Int, maxColumns: Int, maxTiers: Int = 1
  ) -> AssignmentProblem {
    var source = RandomParts(seed: seed)
    let (rows, columns) = (source.upTo(maxRows), source.upTo(maxColumns))
    let arcs = source.arcs(rows: rows, columns: columns)
    let tiers = (0...source.upTo(maxTiers - 1)).map { _ in source.weights(count: arcs.count) }
    let hasLower = source.chance(0.4)
    do {
      return try AssignmentProblem(
        arcs: arcs, tiers: tiers,
        rowDemand: source.bounds(count: rows, most: 3, hasLower: hasLower && source.chance(0.6)),
        columnLoad: source.bounds(
          count: columns, most: 4, hasLower: hasLower && source.chance(0.5)),
        rowGroups: source.groups(of: rows, hasLower: hasLower && source.chance(0.3)),
        columnGroups: source.groups(of: columns, hasLower: hasLower && source.chance(0.3)))
    } catch {
      preconditionFailure("random problem \(seed): \(error)")
    }
  }
}

/// The parts of a random problem, drawn one after the other.
private struct RandomParts {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...max(0, most), using: &generator) }

  mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  mutating func arcs(rows: Int, columns: Int) -> ArcPattern {
    guard chance(0.6) else { return ArcPattern(rows: rows, columns: columns) }
    let share = Double.random(in: 0.1...0.9, using: &generator)
    return ArcPattern(
      columnsOfRows: (0..<rows).map { _ in (0..<columns).filter { _ in chance(share) } },
      columns: columns)
  }

  mutating func weights(count: Int) -> [Int64] {
    let ranges: [ClosedRange<Int64>] = [
      0...1, 1...5, -3...6, 0...1000, -1_000_000...1_000_000, 0...(1 << 30),
    ]
    let range = ranges[upTo(ranges.count - 1)]
    return (0..<count).map { _ in Int64.random(in: range, using: &generator) }
  }

  mutating func bounds(count: Int, most: Int, hasLower: Bool) -> [Bounds] {
    let limit = chance(0.4) ? 1 : most
    return (0..<count).map { _ in
      let upper = chance(0.1) ? 0 : 1 + upTo(limit - 1)
      return Bounds(lower: hasLower && chance(0.5) ? upTo(min(upper, 2)) : 0, upper: upper)
    }
  }

  /// Groups over runs of a shuffled side, and groups over neighbouring groups.
  mutating func groups(of count: Int, hasLower: Bool) -> [NodeGroup] {
    guard chance(0.5) else { return [] }
    var members = (0..<count).shuffled(using: &generator)
    var groups: [NodeGroup] = []
    var outer: [Int] = []
    while !members.isEmpty {
      let size = 1 + upTo(min(3, members.count) - 1)
      let inner = Array(members.prefix(size))
      members.removeFirst(size)
      outer += inner
      if chance(0.6) { groups.append(group(inner, hasLower: hasLower)) }
      if chance(0.3) {
        groups.append(group(outer, hasLower: hasLower))
        outer = []
      }
    }
    return groups.shuffled(using: &generator)
  }

  private mutating func group(_ members: [Int], hasLower: Bool) -> NodeGroup {
    let upper = upTo(2 * members.count)
    let lower = hasLower && chance(0.5) ? upTo(min(upper, 2)) : 0
    return NodeGroup(members, Bounds(lower: lower, upper: upper))
  }
}
