#if GLPK
  import AssignmentKernel
  import CGLPK

  /// The linear program of a group problem over some of its arcs and some of the links between an
  /// arc and its column.
  ///
  /// All counts and numbers are checked before they reach GLPK. A program is made, used and freed
  /// within one synchronous function.
  @safe
  struct GroupProgram: ~Copyable {
    /// How a run of the simplex method ended.
    enum Outcome {
      case optimal
      case infeasible
      case timeUp
    }

    let rows: GroupRows
    let handle: OpaquePointer
    private(set) var arcs: [ProgramArc] = []
    /// The place of each of the problem's arcs in ``arcs``, or -1.
    private(set) var place: [Int32]
    /// The variable of each column that may close, or 0.
    private(set) var opening: [Int32]
    private(set) var firstArc: Int32 = 0
    /// Whether each arc of the program is linked to its column.
    private var isLinked: [Bool] = []
    private var shortfalls: [Int32] = []
    private let weights: [Int64]
    private let tolerance: Double
    private var aim = Aim.weights
    private(set) var steps = 0

    /// What is maximised.
    enum Aim {
      case weights
      /// Minus all shortfalls.
      case feasibility
    }

    init(_ rows: GroupRows) {
      self.rows = rows
      let problem = rows.problem
      weights = problem.assignment.tiers[rows.tier]
      place = Array(repeating: -1, count: weights.count)
      opening = Array(repeating: 0, count: rows.network.columnCount)
      let most = max(
        weights.lazy.map(\.magnitude).max() ?? 0,
        problem.opening[rows.tier].lazy.map(\.magnitude).max() ?? 0)
      tolerance = min(1e-9, max(1e-15, 1e-3 / Double(max(1, most))))
      _ = glp_term_out(GLP_OFF)
      unsafe handle = glp_create_prob()
      unsafe glp_set_obj_dir(handle, GLP_MAX)
      addRows()
      addOpenings()
      firstArc = unsafe glp_get_num_cols(handle) + 1
    }

    deinit {
      unsafe glp_delete_prob(handle)
    }

    private mutating func addRows() {
      let takesArcs = !rows.problem.rules.isEmpty || !rows.problem.companies.isEmpty
      guard !rows.rows.isEmpty else { return }
      unsafe glp_add_rows(handle, Int32(rows.rows.count))
      for (index, row) in rows.rows.enumerated() {
        let (kind, lower, upper) = Self.bounds(row.lower, row.upper)
        unsafe glp_set_row_bnds(handle, Int32(index + 1), kind, lower, upper)
        // Where no arc has to be taken, only limits on open columns can have too many.
        let isLimit = row.lower != nil && row.upper != nil && !row.openings.isEmpty
        for (sign, canFail) in [
          (1.0, row.lower != nil), (-1.0, row.upper != nil && (isLimit || takesArcs)),
        ] where canFail {
          let column = unsafe glp_add_cols(handle, 1)
          unsafe glp_set_col_bnds(handle, column, GLP_FX, 0, 0)
          let (indices, values) = ([0, Int32(index + 1)], [0.0, sign])
          unsafe glp_set_mat_col(handle, column, 1, indices, values)
          shortfalls.append(column)
        }
      }
    }

    private mutating func addOpenings() {
      let problem = rows.problem
      var entries = [[(Int32, Double)]](repeating: [], count: opening.count)
      for (index, row) in rows.rows.enumerated() {
        for (column, value) in row.openings where value != 0 {
          entries[column].append((Int32(index + 1), value))
        }
      }
      for column in opening.indices where problem.mayClose[column] {
        let variable = unsafe glp_add_cols(handle, 1)
        opening[column] = variable
        let indices = [0] + entries[column].map(\.0)
        let values = [0] + entries[column].map(\.1)
        unsafe glp_set_mat_col(handle, variable, Int32(indices.count - 1), indices, values)
        unsafe glp_set_obj_coef(handle, variable, Double(problem.opening[rows.tier][column]))
        setOpen(column, nil)
      }
    }

    /// Lets a column that may close be open or closed, or settles which.
    func setOpen(_ column: Int, _ isOpen: Bool?) {
      let bounds = rows.openBounds(of: column)
      let canOpen = bounds.lower <= bounds.upper
      switch isOpen {
      case nil where canOpen: unsafe glp_set_col_bnds(handle, opening[column], GLP_DB, 0, 1)
      case true: unsafe glp_set_col_bnds(handle, opening[column], GLP_FX, 1, 1)
      default: unsafe glp_set_col_bnds(handle, opening[column], GLP_FX, 0, 0)
      }
    }

    /// Lets an arc of the program be taken or not, or settles which.
    func setTaken(_ arc: Int, _ isTaken: Bool?) {
      let variable = firstArc + place[arc]
      switch isTaken {
      case nil: unsafe glp_set_col_bnds(handle, variable, GLP_DB, 0, 1)
      case let taken?:
        unsafe glp_set_col_bnds(handle, variable, GLP_FX, taken ? 1 : 0, taken ? 1 : 0)
      }
    }

    /// Adds arcs, each once.
    mutating func add(_ new: [ProgramArc]) {
      let new = new.filter { place[$0.arc] < 0 }
      guard !new.isEmpty else { return }
      let first = unsafe glp_add_cols(handle, Int32(new.count))
      for (variable, arc) in zip(first..., new) {
        unsafe setColumn(variable, of: arc, in: handle)
        place[arc.arc] = Int32(arcs.count)
        arcs.append(arc)
        isLinked.append(rows.fill[arc.column] == 0)
      }
    }

    /// Fills an empty column of this program, or of a copy of it, with an arc.
    func setColumn(_ variable: Int32, of arc: ProgramArc, in handle: OpaquePointer) {
      var (indices, values) = ([Int32(0)], [0.0])
      rows.entries(of: arc) { row, value in
        indices.append(row)
        values.append(value)
      }
      unsafe glp_set_col_bnds(handle, variable, GLP_DB, 0, 1)
      unsafe glp_set_mat_col(handle, variable, Int32(indices.count - 1), indices, values)
      unsafe glp_set_obj_coef(
        handle, variable, aim == .weights ? Double(weights[arc.arc]) : 0)
    }

    /// Has two arcs of the program taken both or neither, or one of them not at all.
    func tie(_ arc: Int, to other: Int?) {
      guard let other else { return setTaken(arc, false) }
      let row = unsafe glp_add_rows(handle, 1)
      unsafe glp_set_row_bnds(handle, row, GLP_FX, 0, 0)
      let (indices, values) = (
        [0, firstArc + place[arc], firstArc + place[other]], [0.0, 1.0, -1.0]
      )
      unsafe glp_set_mat_row(handle, row, 2, indices, values)
    }

    /// Links the arcs that are taken more than their columns are open.
    ///
    /// - Returns: How many there were.
    mutating func addBrokenLinks() -> Int {
      let broken = arcs.indices.filter { index in
        !isLinked[index]
          && value(of: firstArc + Int32(index)) > value(of: opening[arcs[index].column]) + 1e-6
      }
      for index in broken { link(index) }
      return broken.count
    }

    /// Links every arc of the program.
    mutating func addLinks() {
      for index in arcs.indices where !isLinked[index] { link(index) }
    }

    private mutating func link(_ index: Int) {
      let row = unsafe glp_add_rows(handle, 1)
      unsafe glp_set_row_bnds(handle, row, GLP_UP, 0, 0)
      let (indices, values) = (
        [0, firstArc + Int32(index), opening[arcs[index].column]], [0.0, 1.0, -1.0]
      )
      unsafe glp_set_mat_row(handle, row, 2, indices, values)
      isLinked[index] = true
    }

    /// Maximises the weights without shortfalls, or minus the shortfalls.
    mutating func aim(at aim: Aim) {
      guard aim != self.aim else { return }
      self.aim = aim
      let isOpen = aim == .feasibility
      for column in shortfalls {
        unsafe glp_set_col_bnds(handle, column, isOpen ? GLP_LO : GLP_FX, 0, 0)
        unsafe glp_set_obj_coef(handle, column, isOpen ? -1 : 0)
      }
      for column in opening.indices where opening[column] > 0 {
        unsafe glp_set_obj_coef(
          handle, opening[column],
          isOpen ? 0 : Double(rows.problem.opening[rows.tier][column]))
      }
      for (index, arc) in arcs.enumerated() {
        unsafe glp_set_obj_coef(
          handle, firstArc + Int32(index), isOpen ? 0 : Double(weights[arc.arc]))
      }
    }

    /// Runs the simplex method from the present basis.
    mutating func solve(_ method: Int32, limits: SolveLimits) throws(SolverFailure) -> Outcome {
      if limits.isOver { return .timeUp }
      var parameters = glp_smcp()
      unsafe glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.meth = method
      parameters.tol_dj = tolerance
      parameters.tm_lim = limits.milliseconds
      let before = unsafe glp_get_it_cnt(handle)
      var code = unsafe glp_simplex(handle, &parameters)
      if code != 0, code != GLP_ETMLIM {
        // A basis that has become singular is replaced once.
        unsafe glp_std_basis(handle)
        parameters.meth = GLP_PRIMAL
        code = unsafe glp_simplex(handle, &parameters)
      }
      steps += Int(unsafe glp_get_it_cnt(handle) - before)
      switch (code, unsafe glp_get_status(handle)) {
      case (GLP_ETMLIM, _): return .timeUp
      case (0, GLP_OPT): return .optimal
      case (0, GLP_NOFEAS), (0, GLP_INFEAS): return .infeasible
      case (0, let status):
        throw .breakdown(solver: GLPKSolver.name, reason: "status \(status)")
      default: throw .breakdown(solver: GLPKSolver.name, reason: "simplex code \(code)")
      }
    }

    /// Whether the weights are what is maximised.
    var isAimedAtWeights: Bool { aim == .weights }

    /// The optimum of the present program.
    var objective: Double { unsafe glp_get_obj_val(handle) }

    /// The value of a variable.
    func value(of variable: Int32) -> Double { unsafe glp_get_col_prim(handle, variable) }

    /// The dual of a row.
    func dual(ofRow row: Int32) -> Double {
      row > 0 ? unsafe glp_get_row_dual(handle, row) : 0
    }

    /// The reduced weight of a variable.
    func reducedWeight(of variable: Int32) -> Double {
      unsafe glp_get_col_dual(handle, variable)
    }

    static func bounds(_ lower: Double?, _ upper: Double?) -> (Int32, Double, Double) {
      switch (lower, upper) {
      case (let lower?, let upper?): (lower == upper ? GLP_FX : GLP_DB, lower, upper)
      case (let lower?, nil): (GLP_LO, lower, 0)
      case (nil, let upper?): (GLP_UP, 0, upper)
      case (nil, nil): (GLP_FR, 0, 0)
      }
    }
  }
#endif
