/// Prices and chosen arcs to start from: nearly right, and made right by ``AugmentingPathSearch``.
struct Opening<Scalar: Sendable>: Sendable {
  /// An arc that is to be taken where it can be.
  struct Choice: Sendable {
    var arc: Int
    var row: Int32
    var column: Int32
    /// Where a group has no room for all, the choices of higher rank go first.
    var rank: Scalar
  }

  /// The potential of each column, and of each group of columns.
  var columns: [Scalar]
  var columnGroups: [Scalar]
  var choices: [Choice]
}

extension Opening where Scalar: FixedWidthInteger & SignedInteger {
  /// The prices and bids of an auction.
  init(_ auction: ForwardAuction<Scalar>, groupCount: Int) {
    columns = auction.price.map { -$0 }
    columnGroups = Array(repeating: 0, count: groupCount)
    choices = []
    auction.forEachHeld { column, bid in
      choices.append(
        Choice(arc: bid.arc, row: bid.row, column: Int32(column), rank: bid.amount))
    }
  }

  /// The potentials and arcs of an earlier answer, or nil where they are beyond the range.
  init?(_ start: WarmStart, of problem: AssignmentProblem, shift: Int) {
    guard start.potentials.columns.count == problem.columnCount,
      start.potentials.columnGroups.count == problem.columnGroups.count
    else { return nil }
    let limit = Int128(Scalar.max) >> Int128(shift + 8)
    func scaled(_ values: [Int128]) -> [Scalar]? {
      guard values.allSatisfy({ $0.magnitude <= limit.magnitude }) else { return nil }
      return values.map { Scalar(truncatingIfNeeded: $0) << shift }
    }
    guard let columns = scaled(start.potentials.columns),
      let groups = scaled(start.potentials.columnGroups)
    else { return nil }
    self.columns = columns
    columnGroups = groups
    choices = start.arcs.filter { (0..<problem.arcs.count).contains($0) }.map {
      Choice(
        arc: $0, row: Int32(problem.arcs.row(ofArc: $0)),
        column: Int32(problem.arcs.column(ofArc: $0)), rank: 0)
    }
  }
}
