import Wording

/// Looks for the best plan with a sum of marks.
struct MarkedSearch<Solving: MarkedSolving> {
  private let solving: Solving
  private let problem: AssignmentProblem
  private let marks: [Int]
  private let combined: CombinedWeights
  private let nodes: Int
  private let progress: @Sendable () -> Void

  init(
    _ solving: Solving, _ marks: [Int], nodes: Int, progress: @escaping @Sendable () -> Void
  ) throws(SolverFailure) {
    let problem = solving.assignment
    precondition(
      marks.indices.allSatisfy {
        marks[$0] == 0 || problem.rowDemand[problem.arcs.row(ofArc: $0)].upper <= 1
      }, "a row with a marked arc is used at most once")
    self.solving = solving
    self.problem = problem
    self.nodes = nodes
    self.marks = marks
    self.progress = progress
    combined = try CombinedWeights(problem, opening: solving.opening, solver: solving.name)
  }

  /// A choice of arcs with what counts of it.
  private struct Point {
    var arcs: [Int]
    var marked: Int
    var worth: Int128
    /// Whether no choice is better by the weights that it was found with.
    var isProved: Bool
  }

  /// The best plan with so many marked arcs, the most marked among equals.
  func plan(atLeast count: Int) throws(SolverFailure) -> MarkedPlan? {
    let restriction = ArcRestriction()
    guard let free = try best(restriction, price: 0, per: 1, most: true) else { return nil }
    if free.marked >= count { return told(free, isProved: free.isProved) }
    guard let most = try best(restriction, price: 1, per: 0, most: true) else { return nil }
    guard most.marked >= count else {
      // That no plan has so many is told only where it is proved.
      guard most.isProved else { throw .outOfTime(solver: solving.name) }
      return nil
    }
    // Plans without a multiplier's help on one side of the count, and with it on the other.
    var (few, many) = (free, most)
    while few.isProved, many.isProved {
      let (price, per) = (few.worth - many.worth, Int128(many.marked - few.marked))
      guard let next = try best(restriction, price: price, per: per, most: true) else { return nil }
      let value = next.worth * per + Int128(next.marked) * price
      if value == many.worth * per + Int128(many.marked) * price {
        return try between(few, many, price: price, per: per, count: count)
      }
      if next.marked >= count { many = next } else { few = next }
    }
    return told(many, isProved: false)
  }

  /// Branches on marked arcs until the best plan with the count is proved.
  private func between(
    _ few: Point, _ many: Point, price: Int128, per: Int128, count: Int
  ) throws(SolverFailure) -> MarkedPlan? {
    var best = many
    var open = [ArcRestriction()]
    var left = nodes
    while let restriction = open.popLast() {
      guard left > 0, !solving.limits.isOver else { return told(best, isProved: false) }
      left -= 1
      guard let most = try self.best(restriction, price: price, per: per, most: true) else {
        continue
      }
      if most.marked >= count, most.worth > best.worth { best = most }
      guard most.isProved else { return told(best, isProved: false) }
      let value = most.worth * per + Int128(most.marked) * price
      // No plan here with the count is worth more.
      let bound = (value - Int128(count) * price).flooredQuotient(by: per)
      guard bound > best.worth,
        let least = try self.best(restriction, price: price, per: per, most: false)
      else { continue }
      if least.marked >= count, least.worth > best.worth { best = least }
      guard bound > best.worth else { continue }
      guard let arc = branchingArc(restriction, most, least, count) else { continue }
      open.append(restriction.forcing(arc))
      open.append(restriction.forbidding(arc))
    }
    return told(best, isProved: true)
  }

  /// A marked arc that is open and in which the plans differ; else one that the plan with most has
  /// too many of, or too few.
  private func branchingArc(
    _ restriction: ArcRestriction, _ most: Point, _ least: Point, _ count: Int
  ) -> Int? {
    let (inMost, inLeast) = (Set(most.arcs), Set(least.arcs))
    let open = marks.indices.filter {
      marks[$0] != 0 && !restriction.forced.contains($0) && !restriction.forbidden.contains($0)
    }
    return open.first { marks[$0] > 0 && inMost.contains($0) && !inLeast.contains($0) }
      ?? open.first { marks[$0] < 0 && inLeast.contains($0) && !inMost.contains($0) }
      ?? open.first { inMost.contains($0) == (most.marked >= count) } ?? open.first
  }

  private func told(_ point: Point, isProved: Bool) -> MarkedPlan {
    let columns = openColumns(point.arcs)
    return MarkedPlan(
      arcs: point.arcs, marked: point.marked,
      objective: zip(problem.tiers, solving.opening).map { tier, opening in
        point.arcs.reduce(0) { $0 + Int128(tier[$1]) }
          + columns.reduce(0) { $0 + Int128(opening[$1]) }
      }, isProved: isProved)
  }

  /// The columns in use whose opening counts.
  private func openColumns(_ arcs: [Int]) -> Set<Int> {
    combined.opening.isEmpty ? [] : Set(arcs.map(problem.arcs.column))
  }

  /// The best plan by `per` times the weights plus `price` for each marked arc, with the most
  /// marked arcs among equals, or the fewest; nil where there is none.
  private func best(
    _ restriction: ArcRestriction, price: Int128, per: Int128, most: Bool
  ) throws(SolverFailure) -> Point? {
    let priced = try combined.weights.indices.mapOrFail(solving.name) { arc in
      Int128(combined.weights[arc]) * per + Int128(marks[arc]) * price
    }
    let opening = try combined.opening.indices.mapOrFail(solving.name) { column in
      Int128(combined.opening[column]) * per
    }
    let unit: Int64 = most ? 1 : -1
    let counted = marks.map { Int64($0) * unit }
    let uncounted = combined.opening.map { _ in Int64(0) }
    progress()
    let answer = try solving.best(
      restriction, arcs: per == 0 ? [counted, combined.weights] : [priced, counted],
      opening: per == 0 ? [uncounted, combined.opening] : [opening, uncounted])
    switch answer {
    case .none: return nil
    case .unknown: throw .outOfTime(solver: solving.name)
    case .plan(let arcs, let isProved):
      return Point(
        arcs: arcs, marked: arcs.reduce(0) { $0 + marks[$1] },
        worth: arcs.reduce(0) { $0 + Int128(combined.weights[$1]) }
          + openColumns(arcs).reduce(0) { $0 + Int128(combined.opening[$1]) },
        isProved: isProved)
    }
  }
}

extension Range<Int> {
  /// The values as weights, or a failure where one does not fit.
  fileprivate func mapOrFail(
    _ solver: String, _ value: (Int) -> Int128
  ) throws(SolverFailure) -> [Int64] {
    var weights: [Int64] = []
    weights.reserveCapacity(count)
    for index in self {
      let weight = value(index)
      guard weight.magnitude < 1 << 62 else {
        throw .weightRange(solver: solver, weight: Int64(clamping: weight), limit: 1 << 62)
      }
      weights.append(Int64(weight))
    }
    return weights
  }
}

extension Int128 {
  fileprivate func flooredQuotient(by divisor: Int128) -> Int128 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
