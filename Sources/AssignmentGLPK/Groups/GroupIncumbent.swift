#if GLPK
  import AssignmentKernel

  /// The best plan found so far.
  struct GroupIncumbent {
    /// The arcs, ascending.
    private(set) var arcs: [Int]?
    /// What they come to in each tier.
    private(set) var totals: [Int128] = []

    private let problem: GroupProblem

    init(_ problem: GroupProblem) {
      self.problem = problem
    }

    /// Keeps a choice of arcs where it breaks nothing and is better than what is known.
    ///
    /// - Returns: Whether it breaks nothing.
    @discardableResult
    mutating func offer(_ chosen: [Int]) -> Bool {
      let check = GroupVerifier.verify(arcs: chosen, proof: GroupProof(), of: problem)
      guard check.isFeasible else { return false }
      if arcs == nil || totals.lexicographicallyPrecedes(check.objective) {
        (arcs, totals) = (chosen.sorted(), check.objective)
      }
      return true
    }
  }

  /// Plans for a given choice of open columns, as network problems.
  struct OpenColumns {
    private let problem: GroupProblem
    private let rowGroups: [NodeGroup]
    private let columnGroups: [NodeGroup]

    /// Nil where rules or companies make the plan of given columns more than a network problem.
    init?(_ problem: GroupProblem) {
      guard problem.rules.isEmpty, problem.companies.isEmpty else { return nil }
      self.problem = problem
      let assignment = problem.assignment
      rowGroups = assignment.rowGroups.groups(of: assignment.rowCount)
      columnGroups = assignment.columnGroups.groups(of: assignment.columnCount)
    }

    /// The best plan in all tiers that opens these columns, or fewer where they can't be filled.
    ///
    /// Columns that can't be filled close one after the other, the emptiest first.
    func plan(opening wanted: [Bool], limits: SolveLimits) throws(SolverFailure) -> [Int]? {
      var isOpen = wanted
      while !limits.isOver {
        let solution = try solve(isOpen, isFilled: true, limits: limits)
        switch solution.status {
        case .optimal: return solution.arcs
        case .infeasible: break
        case .feasible, .unknown: return nil
        }
        let loose = try solve(isOpen, isFilled: false, limits: limits)
        guard loose.status == .optimal, let emptiest = emptiest(isOpen, loose.arcs) else {
          return nil
        }
        isOpen[emptiest] = false
      }
      return nil
    }

    /// The answer over the arcs of open columns, with the arcs' numbers in the whole problem.
    private func solve(
      _ isOpen: [Bool], isFilled: Bool, limits: SolveLimits
    ) throws(SolverFailure) -> Solution {
      let whole = problem.assignment
      var load = whole.columnLoad
      for column in load.indices where problem.mayClose[column] {
        load[column].lower = isOpen[column] && isFilled ? max(1, load[column].lower) : 0
        load[column].upper = isOpen[column] ? load[column].upper : 0
        guard load[column].lower <= load[column].upper else {
          return Solution(status: .infeasible, arcs: [], certificate: Certificate())
        }
      }
      var open: [Int] = []
      var columns: [Int32] = []
      var rowStart = [0]
      for row in 0..<whole.rowCount {
        for arc in whole.arcs.arcs(ofRow: row) {
          let column = whole.arcs.column(ofArc: arc)
          guard load[column].upper > 0 else { continue }
          open.append(arc)
          columns.append(Int32(column))
        }
        rowStart.append(open.count)
      }
      do {
        let network = try AssignmentProblem(
          arcs: ArcPattern(rowStart: rowStart, columns: columns, columnCount: whole.columnCount),
          tiers: whole.tiers.map { tier in open.map { tier[$0] } }, rowDemand: whole.rowDemand,
          columnLoad: load, rowGroups: rowGroups, columnGroups: columnGroups)
        var solution = try GLPKSolver().solve(
          network, limits: limits.untold)
        solution.arcs = solution.arcs.map { open[$0] }
        return solution
      } catch let failure as SolverFailure {
        throw failure
      } catch {
        throw .breakdown(solver: GLPKSolver.name, reason: "\(error)")
      }
    }

    private func emptiest(_ isOpen: [Bool], _ arcs: [Int]) -> Int? {
      var load = [Int](repeating: 0, count: isOpen.count)
      for arc in arcs { load[problem.assignment.arcs.column(ofArc: arc)] += 1 }
      func share(_ column: Int) -> Double {
        Double(load[column]) / Double(max(1, problem.assignment.columnLoad[column].lower))
      }
      let open = isOpen.indices.filter { isOpen[$0] && problem.mayClose[$0] }
      let short = open.filter { share($0) < 1 }
      return (short.isEmpty ? open : short).min { (share($0), $0) < (share($1), $1) }
    }
  }

  extension GroupForest {
    /// The groups with their members, by number.
    fileprivate func groups(of memberCount: Int) -> [NodeGroup] {
      var members = [[Int]](repeating: [], count: count)
      for member in 0..<memberCount {
        var group = parentOfMember[member]
        while group >= 0 {
          members[Int(group)].append(member)
          group = parentOfGroup[Int(group)]
        }
      }
      return zip(members, bounds).map { NodeGroup($0, $1) }
    }
  }
#endif
