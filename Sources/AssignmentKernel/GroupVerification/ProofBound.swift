/// Evaluates a ``GroupProof``: what no plan can pass.
struct ProofBound {
  private let problem: GroupProblem
  private let ranges: [TierRange]
  private let offers: [ColumnOffer]
  private let alike: LikeColumns

  init(of problem: GroupProblem, ranges: [TierRange]) {
    self.problem = problem
    self.ranges = ranges
    offers = ColumnOffer.all(of: problem)
    alike = LikeColumns(problem)
  }

  /// One number a tier, or nil where the proof shows that there is no plan.
  func bound(by proof: GroupProof) -> [Int128]? {
    var bound: [Int128] = []
    var leaves: [Int: Int128]? = nil
    for tier in ranges.indices {
      if tier < proof.trees.count {
        var walk = ProofWalk(problem, offers, alike, proof.prices, ranges)
        leaves = walk.leafBounds(of: proof.trees[tier])
      }
      guard let leaves else {
        bound.append(ranges[tier].upper)
        continue
      }
      let found = leaves.map {
        decoded($0.value, by: proof.prices[$0.key], tier: tier, after: bound)
      }
      switch found.max() ?? .noPlan {
      case .noPlan where tier == 0: return nil
      case .noPlan: bound.append(ranges[tier].lower)
      case .atMost(let most): bound.append(min(most, ranges[tier].upper))
      case .anything: bound.append(ranges[tier].upper)
      }
    }
    return bound
  }

  /// What a leaf's Lagrangian value says of one tier where the tiers before stand at their bounds.
  private func decoded(
    _ value: Int128, by prices: GroupPrices, tier: Int, after bound: [Int128]
  ) -> LeafClaim {
    var rest = value
    for (other, unit) in prices.tiers.enumerated() where other != tier {
      let worth =
        other < tier ? bound[other] : unit > 0 ? ranges[other].lower : ranges[other].upper
      let (term, isWide) = unit.multipliedReportingOverflow(by: worth)
      let (less, isWrapped) = rest.subtractingReportingOverflow(term)
      guard !isWide, !isWrapped else { return .anything }
      rest = less
    }
    let unit = prices.tiers[tier]
    guard unit > 0 else { return unit == 0 && rest < 0 ? .noPlan : .anything }
    // Every sum is a whole number of steps.
    let (counted, isWide) = unit.multipliedReportingOverflow(by: ranges[tier].step)
    guard !isWide else { return .anything }
    let (whole, remainder) = rest.quotientAndRemainder(dividingBy: counted)
    let most = (remainder < 0 ? whole - 1 : whole) * ranges[tier].step
    return most < ranges[tier].lower ? .noPlan : .atMost(most)
  }
}

/// What is proved of the plans at a leaf.
private enum LeafClaim: Comparable {
  case noPlan
  case atMost(Int128)
  case anything
}

extension ColumnOffer {
  /// The offers of all columns.
  ///
  /// - Complexity: O(arcs + columns · rules' rows).
  static func all(of problem: GroupProblem) -> [ColumnOffer] {
    let assignment = problem.assignment
    let none = [[Int]](repeating: [], count: assignment.columnCount)
    var (arcs, rows, rules, companies) = (none, none, none, none)
    for row in 0..<assignment.rowCount {
      for arc in assignment.arcs.arcs(ofRow: row) {
        let column = assignment.arcs.column(ofArc: arc)
        arcs[column].append(arc)
        rows[column].append(row)
      }
    }
    for (index, rule) in problem.rules.enumerated() {
      for column in rule.columns { rules[column].append(index) }
    }
    for (index, company) in problem.companies.enumerated() {
      for column in company.columns { companies[column].append(index) }
    }
    return none.indices.map { column in
      ColumnOffer(
        column: column, arcs: arcs[column], rows: rows[column], rules: rules[column],
        companies: companies[column], in: problem)
    }
  }
}
