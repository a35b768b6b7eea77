#if GLPK
  import AssignmentKernel
  import CGLPK

  /// The linear relaxation of a group problem in one tier: every arc linked to its column, links and
  /// arcs added when they are missed.
  ///
  /// Its bound is the best that prices of rows, groups and limits alone can prove at the root, and
  /// its duals are those prices.
  struct GroupRelaxation: ~Copyable {
    /// What the relaxation says.
    enum Outcome {
      /// No plan can pass this.
      case bound(Double)
      /// There is no plan, as these prices prove.
      case noPlan(GroupPrices)
      case timeUp
    }

    var program: GroupProgram
    let problem: GroupProblem
    let network: Network
    private let weights: [Int64]
    /// The most arcs of a row that enter at once.
    private static let arcsPerRow = 5
    /// Up to so many arcs are all in the program from the start.
    private static let fewArcs = 3000
    private static let slack = 1e-7

    init(_ problem: GroupProblem, network: Network, reached: [Int128]) {
      self.problem = problem
      self.network = network
      weights = problem.assignment.tiers[reached.count]
      program = GroupProgram(GroupRows(problem, network: network, reached: reached))
      program.add(firstArcs())
      addCompanies()
    }

    private func firstArcs() -> [ProgramArc] {
      var first: [ProgramArc] = []
      let perRow = weights.count <= Self.fewArcs ? Int.max - 1 : 8
      var ofColumn = Array(
        repeating: BestArcs(limit: perRow > 8 ? 1 : 12), count: network.columnCount)
      for row in 0..<network.rowCount {
        var best = BestArcs(limit: min(perRow, network.arcCount[row] + 1))
        network.forEachArc(ofRow: row) { arc, column in
          best.offer(arc: arc, end: column, merit: weights[arc])
          ofColumn[column].offer(arc: arc, end: row, merit: weights[arc])
        }
        first += best.entries.map { ProgramArc(arc: $0.arc, row: row, column: $0.end) }
      }
      for (column, best) in ofColumn.enumerated() {
        first += best.entries.map { ProgramArc(arc: $0.arc, row: $0.end, column: column) }
      }
      var isIn = Set<Int>()
      return first.filter { isIn.insert($0.arc).inserted }
    }

    private mutating func addCompanies() {
      let pattern = problem.assignment.arcs
      for company in problem.companies {
        for column in company.columns {
          let arcs = company.rows.map { pattern.arc(row: $0, column: column) }
          program.add(
            zip(company.rows, arcs).compactMap { row, arc in
              arc.map { ProgramArc(arc: $0, row: row, column: column) }
            })
          let isWhole = !arcs.contains(nil)
          let first = arcs.compactMap(\.self).first
          for arc in arcs.compactMap(\.self).dropFirst(isWhole ? 1 : 0) {
            program.tie(arc, to: isWhole ? first : nil)
          }
        }
      }
    }

    /// Solves from the present basis, after bounds have changed.
    mutating func solve(limits: SolveLimits) throws(SolverFailure) -> Outcome {
      program.aim(at: .weights)
      var method = GLP_DUALP
      while true {
        switch try converge(method, limits: limits) {
        case .optimal: return .bound(program.objective)
        case .timeUp: return .timeUp
        case .infeasible: break
        }
        // Arcs that are not in the program may be what is missing.
        program.aim(at: .feasibility)
        let outcome = try converge(GLP_PRIMAL, limits: limits)
        if outcome == .timeUp { return .timeUp }
        // What can't even fail is decided within a column, where any prices show it.
        if outcome == .infeasible || program.objective < -1e-6 {
          let prices = self.prices(weighted: false)
          program.aim(at: .weights)
          return .noPlan(prices)
        }
        program.aim(at: .weights)
        method = GLP_PRIMAL
      }
    }

    /// Solves and adds what is missing until nothing is.
    private mutating func converge(
      _ first: Int32, limits: SolveLimits
    ) throws(SolverFailure) -> GroupProgram.Outcome {
      var method = first
      while true {
        let outcome = try program.solve(method, limits: limits)
        guard outcome == .optimal else { return outcome }
        if program.addBrokenLinks() > 0 {
          method = GLP_DUALP
          continue
        }
        let missing = missingArcs()
        if missing.isEmpty { return .optimal }
        program.add(missing)
        method = GLP_PRIMAL
      }
    }

    /// The best few arcs of each row whose weight is above what its two ends ask for.
    private func missingArcs() -> [ProgramArc] {
      guard program.arcs.count < weights.count else { return [] }
      var found: [ProgramArc] = []
      let reduced = reducedWeights()
      for row in 0..<network.rowCount {
        var best: [(arc: ProgramArc, merit: Double)] = []
        network.forEachArc(ofRow: row) { arc, column in
          guard program.place[arc] < 0 else { return }
          let merit = reduced(row, column, arc)
          if merit > Self.slack {
            best.append((ProgramArc(arc: arc, row: row, column: column), merit))
          }
        }
        best.sort { ($1.merit, $0.arc.arc) < ($0.merit, $1.arc.arc) }
        found += best.prefix(Self.arcsPerRow).map(\.arc)
      }
      return found
    }

    /// What an arc's weight is above what its ends, rules and earlier tiers ask for.
    func reducedWeights() -> (_ row: Int, _ column: Int, _ arc: Int) -> Double {
      let rows = program.rows
      let duals = (0..<network.root).map { program.dual(ofRow: rows.rowOfNode[$0]) }
      func sum(_ node: Int) -> Double {
        var sum = 0.0
        network.climb(from: node) { sum += duals[$0] }
        return sum
      }
      let ofRow = (0..<network.rowCount).map { sum($0) }
      let ofColumn = (0..<network.columnCount).map { column in
        sum(network.firstColumn + column) + program.dual(ofRow: rows.fill[column])
          + program.dual(ofRow: rows.room[column])
      }
      let isPlain = problem.rules.isEmpty && rows.floors.isEmpty
      let weights = program.isAimedAtWeights ? self.weights : []
      guard !isPlain else {
        return { (weights.isEmpty ? 0 : Double(weights[$2])) - ofRow[$0] - ofColumn[$1] }
      }
      let ofProgramRow = (0...rows.rows.count).map { program.dual(ofRow: Int32($0)) }
      return { row, column, arc in
        var sum = weights.isEmpty ? 0 : Double(weights[arc])
        rows.entries(of: ProgramArc(arc: arc, row: row, column: column)) { row, value in
          sum -= value * ofProgramRow[Int(row)]
        }
        return sum
      }
    }
  }

  extension GroupRelaxation {
    /// The arcs outside the program that are in `wanted`, or lose no more than `slack`.
    func arcs(losingAtMost slack: Double, and wanted: [Int]) -> [ProgramArc] {
      guard program.arcs.count < program.place.count else { return [] }
      let wanted = Set(wanted)
      let reduced = reducedWeights()
      var near: [ProgramArc] = []
      for row in 0..<network.rowCount {
        network.forEachArc(ofRow: row) { arc, column in
          if program.place[arc] < 0,
            reduced(row, column, arc) >= -slack || wanted.contains(arc)
          {
            near.append(ProgramArc(arc: arc, row: row, column: column))
          }
        }
      }
      return near
    }
  }

  extension GroupRelaxation {
    /// The present duals as a proof states them: in parts of a unit, rounded.
    func prices(weighted: Bool) -> GroupPrices {
      let rows = program.rows
      let duals = (0..<network.root).map { program.dual(ofRow: rows.rowOfNode[$0]) }
      let others = (rows.limits + rows.floors).map { program.dual(ofRow: $0) }
      let ruled = ruleDuals()
      let most = (duals + others + ruled.map(\.dual)).reduce(1) { max($0, abs($1)) }
      var unit = Double(1 << 30)
      while unit > 1, most * unit > 0x1p52 { unit /= 2 }
      func rounded(_ value: Double) -> Int128 { Int128((value * unit).rounded()) }
      let exact = duals.map(rounded)
      func sum(_ nodes: Range<Int>, sign: Int128) -> [Int128] {
        nodes.map { node in
          var sum: Int128 = 0
          network.climb(from: node) { sum += exact[$0] }
          return sign * sum
        }
      }
      let lastColumn = network.firstColumn + network.columnCount
      var tiers = problem.assignment.tiers.map { _ in Int128(0) }
      for (tier, row) in rows.floors.enumerated() {
        tiers[tier] = max(0, -rounded(program.dual(ofRow: row)))
      }
      if weighted { tiers[rows.tier] = Int128(unit) }
      return GroupPrices(
        tiers: tiers, rows: sum(0..<network.rowCount, sign: 1),
        rowGroups: sum(network.rowCount..<network.firstColumn, sign: 1),
        columnGroups: sum(lastColumn..<network.root, sign: -1),
        openLimits: rows.limits.map { rounded(program.dual(ofRow: $0)) },
        rules: ruled.map { RulePrice(rule: $0.rule, column: $0.column, price: rounded($0.dual)) })
    }

    private func ruleDuals() -> [(rule: Int, column: Int, dual: Double)] {
      let rules = program.rows.rules
      return rules.indices.flatMap { column in
        rules[column].compactMap { rule in
          let dual = program.dual(ofRow: rule.least) + program.dual(ofRow: rule.most)
          return dual == 0 ? nil : (rule.rule, column, dual)
        }
      }
    }
  }
#endif
