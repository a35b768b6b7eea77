public import AssignmentKernel

extension GroupProblem {
  /// A random problem of mixed features: the same for the same seed.
  ///
  /// Columns that close and others that don't, lower bounds on both sides, nested groups, opening
  /// weights of either sign, rules that nest and that cross, companies, limits, like columns; often
  /// infeasible.
  public static func random(
    seed: UInt64, maxRows: Int, maxColumns: Int, maxTiers: Int = 1
  ) -> GroupProblem {
    var source = RandomGroupParts(seed: seed)
    let (rows, columns) = (1 + source.upTo(maxRows - 1), 1 + source.upTo(maxColumns - 1))
    do {
      return try source.problem(rows: rows, columns: columns, tiers: 1 + source.upTo(maxTiers - 1))
    } catch {
      preconditionFailure("random group problem \(seed): \(error)")
    }
  }
}

private struct RandomGroupParts {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed &+ 0x6772_6F75) }

  mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...max(0, most), using: &generator) }

  mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  mutating func problem(rows: Int, columns: Int, tiers: Int) throws -> GroupProblem {
    let isAlike = chance(0.3)
    let density = chance(0.3) ? 1 : Double.random(in: 0.4...0.9, using: &generator)
    var lists = (0..<rows).map { _ in (0..<columns).filter { _ in chance(density) } }
    if isAlike, columns > 1 {
      lists = lists.map { row in
        var row = Set(row)
        if row.contains(0) { row.insert(1) } else { row.remove(1) }
        return row.sorted()
      }
    }
    let arcs = ArcPattern(columnsOfRows: lists, columns: columns)
    let ranges: [ClosedRange<Int64>] = [0...1, 1...5, -3...6, 0...100, 1...1_000_000]
    let weights = (0..<tiers).map { _ in
      let range = ranges[upTo(ranges.count - 1)]
      return lists.flatMap { row -> [Int64] in
        var drawn = row.map { _ in Int64.random(in: range, using: &generator) }
        if isAlike, columns > 1, let one = row.firstIndex(of: 1), one > 0 {
          drawn[one] = drawn[one - 1]
        }
        return drawn
      }
    }
    var load = (0..<columns).map { _ in
      let lower = upTo(3)
      return Bounds(lower: lower, upper: max(1, lower + upTo(2)))
    }
    let most = chance(0.2) ? 2 : 1
    let demand = (0..<rows).map { _ in
      let upper = 1 + upTo(most - 1)
      return Bounds(lower: chance(0.15) ? upTo(upper) : 0, upper: upper)
    }
    let closes = chance(0.6)
    var mayClose = (0..<columns).map { _ in closes || chance(0.7) }
    for column in load.indices where !mayClose[column] && chance(0.7) { load[column].lower = 0 }
    var opening = (0..<tiers).map { _ in
      (0..<columns).map { _ in chance(0.4) ? Int64.random(in: -6...4, using: &generator) : 0 }
    }
    if isAlike, columns > 1 {
      load[1] = load[0]
      mayClose[1] = mayClose[0]
      for tier in 0..<tiers { opening[tier][1] = opening[tier][0] }
    }
    for tier in 0..<tiers {
      for column in 0..<columns where !mayClose[column] { opening[tier][column] = 0 }
    }
    let rowGroups = groups(of: rows)
    let columnGroups = isAlike && chance(0.5) ? likeGroups(columns) : groups(of: columns)
    let assignment = try AssignmentProblem(
      arcs: arcs, tiers: weights, rowDemand: demand, columnLoad: load, rowGroups: rowGroups,
      columnGroups: columnGroups)
    return try GroupProblem(
      assignment, mayClose: mayClose, opening: opening, rules: rules(rows, columns),
      companies: companies(rows, columns),
      openLimits: limits(mayClose.indices.filter { mayClose[$0] }))
  }

  private mutating func some(of count: Int, _ share: Double) -> [Int] {
    (0..<count).filter { _ in chance(share) }
  }

  /// The first columns each in a group of its own.
  private mutating func likeGroups(_ columns: Int) -> [NodeGroup] {
    let upper = 1 + upTo(3)
    return (0..<columns).map { NodeGroup([$0], .upTo(upper)) }
  }

  private mutating func groups(of count: Int) -> [NodeGroup] {
    guard chance(0.5) else { return [] }
    var members = (0..<count).shuffled(using: &generator)
    var groups: [NodeGroup] = []
    var outer: [Int] = []
    while !members.isEmpty {
      let inner = Array(members.prefix(1 + upTo(2)))
      members.removeFirst(inner.count)
      outer += inner
      groups.append(
        NodeGroup(inner, Bounds(lower: chance(0.2) ? upTo(2) : 0, upper: 2 + upTo(3))))
      if chance(0.3) {
        groups.append(NodeGroup(outer, .upTo(2 + upTo(4))))
        outer = []
      }
    }
    return groups
  }

  private mutating func rules(_ rows: Int, _ columns: Int) -> [CompositionRule] {
    guard chance(0.5) else { return [] }
    return (0..<1 + upTo(3)).map { _ in
      let isPair = chance(0.4)
      let members =
        isPair ? Array((0..<rows).shuffled(using: &generator).prefix(2)) : some(of: rows, 0.5)
      let lower = !isPair && chance(0.3) ? 1 : 0
      return CompositionRule(
        columns: chance(0.6) ? Array(0..<columns) : some(of: columns, 0.5), rows: members,
        Bounds(lower: lower, upper: isPair ? 1 : lower + upTo(2)))
    }
  }

  private mutating func companies(_ rows: Int, _ columns: Int) -> [Company] {
    guard chance(0.3) else { return [] }
    return (0..<1 + upTo(1)).map { _ in
      Company(
        rows: Array((0..<rows).shuffled(using: &generator).prefix(2 + upTo(1))),
        columns: chance(0.7) ? Array(0..<columns) : some(of: columns, 0.6))
    }
  }

  private mutating func limits(_ columns: [Int]) -> [OpenLimit] {
    guard chance(0.4) else { return [] }
    return (0..<1 + upTo(1)).map { _ in
      let members = columns.filter { _ in chance(0.7) }
      let lower = chance(0.2) ? 1 : 0
      return OpenLimit(columns: members, Bounds(lower: lower, upper: lower + upTo(2)))
    }
  }
}
