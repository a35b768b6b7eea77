#if GLPK
  import AssignmentKernel
  import CGLPK

  /// GLPK's branch and cut over what can still be in a better plan.
  ///
  /// It works on a copy of the relaxation's program, in which only the columns' variables need be
  /// whole, save where rules or companies ask for whole arcs. Like columns open in order, columns
  /// of one group no more than there is room for, and what the reduced weights rule out is fixed.
  @safe
  final class IntegerSearch {
    private let handle: OpaquePointer
    private let state: IntegerSearchState
    /// The variables that the relaxation has as well.
    private let fixed: [Int32]

    init(
      _ program: borrowing GroupProgram, near: [ProgramArc], state: IntegerSearchState
    ) {
      unsafe handle = glp_create_prob()
      unsafe glp_copy_prob(handle, program.handle, GLP_OFF)
      self.state = state
      for (column, variable) in program.opening.enumerated() where variable > 0 {
        unsafe glp_set_col_kind(handle, variable, GLP_IV)
        state.opening[column] = variable
      }
      let problem = program.rows.problem
      let isWhole = !problem.rules.isEmpty || !problem.companies.isEmpty
      for (index, arc) in program.arcs.enumerated() {
        let variable = program.firstArc + Int32(index)
        if isWhole { unsafe glp_set_col_kind(handle, variable, GLP_IV) }
        state.variables.append((arc.arc, variable, program.opening[arc.column]))
        state.variable[arc.arc] = variable
      }
      fixed = state.variables.map(\.variable) + state.opening.filter { $0 > 0 }
      for arc in near {
        let variable = unsafe glp_add_cols(handle, 1)
        unsafe program.setColumn(variable, of: arc, in: handle)
        if isWhole { unsafe glp_set_col_kind(handle, variable, GLP_IV) }
        state.variables.append((arc.arc, variable, program.opening[arc.column]))
        state.variable[arc.arc] = variable
      }
    }

    deinit {
      unsafe glp_delete_prob(handle)
    }

    /// Fixes what can't change in a plan that loses less than `slack` of the bound.
    func fix(_ program: borrowing GroupProgram, slack: Double) {
      for variable in fixed {
        let reduced = program.reducedWeight(of: variable)
        if reduced < -slack {
          unsafe glp_set_col_bnds(handle, variable, GLP_FX, 0, 0)
        } else if reduced > slack {
          unsafe glp_set_col_bnds(handle, variable, GLP_FX, 1, 1)
        }
      }
    }

    /// Opens a column only where the one before is open.
    func order(_ before: Int, _ after: Int) {
      addRow(GLP_LO, 0, [(state.opening[before], 1), (state.opening[after], -1)])
    }

    /// Opens no more columns than there is room for.
    func cover(_ columns: [Int], most: Int) {
      addRow(GLP_UP, Double(most), columns.map { (state.opening[$0], 1) })
    }

    private func addRow(_ kind: Int32, _ bound: Double, _ entries: [(Int32, Double)]) {
      let row = unsafe glp_add_rows(handle, 1)
      unsafe glp_set_row_bnds(handle, row, kind, bound, bound)
      let (indices, values) = ([0] + entries.map(\.0), [0] + entries.map(\.1))
      unsafe glp_set_mat_row(handle, row, Int32(entries.count), indices, values)
    }

    /// Searches until the time is up or GLPK knows the best; the plans are left in the state.
    func run(limits: SolveLimits) {
      guard !limits.isOver else { return }
      var simplex = glp_smcp()
      unsafe glp_init_smcp(&simplex)
      simplex.msg_lev = GLP_MSG_OFF
      simplex.meth = GLP_DUALP
      simplex.tm_lim = limits.milliseconds
      guard unsafe glp_simplex(handle, &simplex) == 0,
        unsafe glp_get_status(handle) == GLP_OPT
      else { return }
      var parameters = unsafe glp_iocp()
      unsafe glp_init_iocp(&parameters)
      unsafe parameters.msg_lev = GLP_MSG_OFF
      unsafe parameters.tm_lim = limits.milliseconds
      unsafe parameters.br_tech = GLP_BR_DTH
      unsafe parameters.bt_tech = GLP_BT_BLB
      unsafe parameters.mir_cuts = GLP_ON
      unsafe parameters.cov_cuts = GLP_ON
      let info = unsafe Unmanaged.passRetained(state)
      unsafe parameters.cb_func = integerSearchCallback
      unsafe parameters.cb_info = info.toOpaque()
      _ = unsafe glp_intopt(handle, &parameters)
      unsafe info.release()
      if [GLP_OPT, GLP_FEAS].contains(unsafe glp_mip_status(handle)) {
        state.found.append(
          state.variables.compactMap {
            unsafe glp_mip_col_val(handle, $0.variable) > 0.5 ? $0.arc : nil
          })
      }
    }
  }

  /// What the callback of one search knows; used on the thread of the search alone.
  final class IntegerSearchState {
    /// The arc, its variable and its column's variable, or 0.
    var variables: [(arc: Int, variable: Int32, opening: Int32)] = []
    /// The variable of each arc that has one.
    var variable: [Int: Int32] = [:]
    /// The variable of each column that may close, or 0.
    var opening: [Int32]
    /// The plans found.
    var found: [[Int]] = []
    let problem: GroupProblem
    let openColumns: OpenColumns?
    let limits: SolveLimits
    let tier: Int
    /// A plan to begin with.
    var pending: [Int]?
    private var nodes = 0
    private var tried: Set<[Bool]> = []

    init(
      _ problem: GroupProblem, tier: Int, openColumns: OpenColumns?, start: [Int]?,
      limits: SolveLimits
    ) {
      self.problem = problem
      self.tier = tier
      self.openColumns = openColumns
      self.limits = limits
      pending = start
      opening = Array(repeating: 0, count: problem.mayClose.count)
    }

    /// Does what GLPK asks for.
    @unsafe
    func answer(_ tree: OpaquePointer) {
      if limits.isOver {
        unsafe glp_ios_terminate(tree)
        return
      }
      switch unsafe glp_ios_reason(tree) {
      case GLP_IROWGEN: unsafe addBrokenLinks(tree)
      case GLP_IHEUR: unsafe offerPlan(tree)
      case GLP_ISELECT, GLP_IBINGO: unsafe report(tree)
      default: break
      }
    }

    private func addBrokenLinks(_ tree: OpaquePointer) {
      let program = unsafe glp_ios_get_prob(tree)
      for entry in variables where entry.opening > 0 {
        let taken = unsafe glp_get_col_prim(program, entry.variable)
        guard taken > 1e-6, unsafe taken > glp_get_col_prim(program, entry.opening) + 1e-5 else {
          continue
        }
        let row = unsafe glp_add_rows(program, 1)
        unsafe glp_set_row_bnds(program, row, GLP_UP, 0, 0)
        let (indices, values) = ([0, entry.variable, entry.opening], [0.0, 1.0, -1.0])
        unsafe glp_set_mat_row(program, row, 2, indices, values)
      }
    }

    /// Offers the plan to begin with, and now and then what rounding gives.
    private func offerPlan(_ tree: OpaquePointer) {
      if let start = pending {
        pending = nil
        unsafe offer(start, to: tree)
        return
      }
      nodes += 1
      guard let openColumns, nodes <= 8 || nodes % 16 == 0 else { return }
      let program = unsafe glp_ios_get_prob(tree)
      let isOpen = opening.map { unsafe $0 > 0 && glp_get_col_prim(program, $0) >= 0.5 }
      guard tried.insert(isOpen).inserted,
        let plan = try? openColumns.plan(opening: isOpen, limits: limits)
      else { return }
      found.append(plan)
      unsafe offer(plan, to: tree)
    }

    private func offer(_ plan: [Int], to tree: OpaquePointer) {
      let program = unsafe glp_ios_get_prob(tree)
      var values = [Double](repeating: 0, count: Int(unsafe glp_get_num_cols(program)) + 1)
      for arc in plan {
        guard let variable = variable[arc] else { return }
        values[Int(variable)] = 1
        let column = opening[problem.assignment.arcs.column(ofArc: arc)]
        if column > 0 { values[Int(column)] = 1 }
      }
      _ = unsafe glp_ios_heur_sol(tree, values)
    }

    private func report(_ tree: OpaquePointer) {
      guard let onProgress = limits.onProgress else { return }
      let program = unsafe glp_ios_get_prob(tree)
      let best = unsafe glp_ios_best_node(tree)
      let hasPlan = unsafe glp_mip_status(program) == GLP_FEAS
      onProgress(
        SolveProgress(
          stage: .searching, tier: tier,
          objective: hasPlan ? unsafe glp_mip_obj_val(program) : nil,
          bound: best > 0 ? unsafe glp_ios_node_bound(tree, best) : nil, steps: nodes))
    }
  }

  private let integerSearchCallback:
    @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Void = { tree, info in
      guard let tree = unsafe tree, let info = unsafe info else { return }
      let state = unsafe Unmanaged<IntegerSearchState>.fromOpaque(info).takeUnretainedValue()
      unsafe state.answer(tree)
    }

  extension GroupRelaxation {
    /// Plans that GLPK finds near the present optimum of the relaxation.
    ///
    /// `bound` is the relaxation's optimum at the root, `start` a plan with its value.
    mutating func search(
      bound: Double, start: (arcs: [Int], value: Double)?, likes: LikeColumns,
      openColumns: OpenColumns?, limits: SolveLimits
    ) -> [[Int]] {
      let slack = start.map { bound - $0.value + 1e-6 * max(1, abs(bound)) }
      let near = arcs(losingAtMost: slack ?? 0.02 * abs(bound) + 1, and: start?.arcs ?? [])
      let state = IntegerSearchState(
        problem, tier: program.rows.tier, openColumns: openColumns, start: start?.arcs,
        limits: limits)
      let search = IntegerSearch(program, near: near, state: state)
      if let slack { search.fix(program, slack: slack) }
      for (column, after) in likes.after.enumerated() {
        for next in after { search.order(column, next) }
      }
      for (columns, most) in covers { search.cover(columns, most: most) }
      search.run(limits: limits)
      return state.found
    }

    /// Groups whose room does not suffice for all their columns at their lower bounds.
    private var covers: [(columns: [Int], most: Int)] {
      var members: [Int: [Int]] = [:]
      for column in problem.mayClose.indices where problem.mayClose[column] {
        network.climb(from: Int(network.parent[network.firstColumn + column])) {
          members[$0, default: []].append(column)
        }
      }
      return members.sorted { $0.key < $1.key }.compactMap { node, columns in
        let least = columns.map { program.rows.openBounds(of: $0).lower }.sorted()
        var (room, most) = (network.bounds[node].upper, 0)
        while most < least.count, least[most] <= room {
          room -= least[most]
          most += 1
        }
        return most < columns.count ? (columns, most) : nil
      }
    }
  }
#endif
