#if GLPK
  import AssignmentKernel
  import CGLPK

  /// A linear program in GLPK over some of a problem's arcs.
  ///
  /// Its rows are the nodes whose bounds can bind, its columns the shortfalls of lower bounds and
  /// then the arcs. All counts and numbers are checked before they reach GLPK, which aborts on
  /// bad ones. GLPK's environment belongs to a thread: a program is made, used and freed within
  /// one synchronous function.
  @safe
  struct RestrictedProgram: ~Copyable {
    /// How a run of the simplex method ended.
    enum Outcome {
      case optimal
      case timeUp
    }

    private let handle: OpaquePointer
    private let network: Network
    /// The row of the program for each node, or 0.
    private var rowOfNode: [Int32]
    private var shortNodes: [Int] = []
    private(set) var arcs: [ProgramArc] = []
    private var tolerance = 1e-7

    /// A program with a row for each node that can bind and no columns.
    init(network: Network) {
      _ = glp_term_out(GLP_OFF)
      unsafe handle = glp_create_prob()
      self.network = network
      rowOfNode = Array(repeating: 0, count: network.root)
      unsafe glp_set_obj_dir(handle, GLP_MAX)
      for node in 0..<network.root where !network.isSlack(node) {
        let row = unsafe glp_add_rows(handle, 1)
        rowOfNode[node] = row
        let bounds = network.bounds[node]
        unsafe glp_set_row_bnds(
          handle, row, bounds.lower == bounds.upper ? GLP_FX : GLP_DB, Double(bounds.lower),
          Double(bounds.upper))
      }
    }

    deinit {
      unsafe glp_delete_prob(handle)
    }

    /// Adds a column for what each of the nodes lacks of its lower bound.
    ///
    /// Shortfalls come before all arcs.
    mutating func addShortfalls(of nodes: [Int]) {
      guard !nodes.isEmpty else { return }
      let first = unsafe glp_add_cols(handle, Int32(nodes.count))
      for (column, node) in zip(first..., nodes) {
        unsafe glp_set_col_bnds(handle, column, GLP_LO, 0, 0)
        let (indices, values) = ([0, rowOfNode[node]], [0.0, 1.0])
        unsafe glp_set_mat_col(handle, column, 1, indices, values)
      }
      shortNodes = nodes
    }

    /// Adds a column for each arc; when the time is up, no more of them.
    mutating func add(_ new: [ProgramArc], limits: SolveLimits) {
      var rest = new[...]
      while !rest.isEmpty, arcs.isEmpty || !limits.isOver {
        addColumns(rest.prefix(Self.columnsAtOnce))
        rest = rest.dropFirst(Self.columnsAtOnce)
      }
    }

    private static var columnsAtOnce: Int { 16_384 }

    private mutating func addColumns(_ new: ArraySlice<ProgramArc>) {
      let first = unsafe glp_add_cols(handle, Int32(new.count))
      var indices: [Int32] = []
      var values: [Double] = []
      for (column, arc) in zip(first..., new) {
        unsafe glp_set_col_bnds(handle, column, GLP_DB, 0, 1)
        indices = [0]
        for end in [arc.row, network.firstColumn + arc.column] {
          network.climb(from: end) { node in
            if rowOfNode[node] > 0 { indices.append(rowOfNode[node]) }
          }
        }
        while values.count < indices.count { values.append(1) }
        unsafe glp_set_mat_col(handle, column, Int32(indices.count - 1), indices, values)
      }
      arcs += new
    }

    /// Minimises the shortfalls.
    func aimAtFeasibility() {
      for index in shortNodes.indices {
        unsafe glp_set_obj_coef(handle, Int32(index + 1), -1)
      }
    }

    /// Maximises the weights; shortfalls are no longer allowed.
    mutating func aim(at weights: [Int64]) {
      for index in shortNodes.indices {
        unsafe glp_set_obj_coef(handle, Int32(index + 1), 0)
        unsafe glp_set_col_bnds(handle, Int32(index + 1), GLP_FX, 0, 0)
      }
      let most = weights.lazy.map(\.magnitude).max() ?? 0
      // GLPK scales the objective to 1 and would take a reduced weight of 1 for 0.
      tolerance = min(1e-7, max(1e-15, 0.05 / Double(max(1, most))))
      setWeights(weights, from: 0)
    }

    /// Sets the weights of the arcs from `start` on.
    func setWeights(_ weights: [Int64], from start: Int) {
      for index in start..<arcs.count {
        unsafe glp_set_obj_coef(
          handle, Int32(shortNodes.count + index + 1), Double(weights[arcs[index].arc]))
      }
    }

    /// Starts from a plan and a spanning tree that fits it.
    func set(_ basis: OpeningBasis, for plan: OpeningPlan) {
      for node in 0..<network.root where rowOfNode[node] > 0 {
        let status =
          basis.holdsNode[node]
          ? GLP_BS : plan.use[node] >= network.bounds[node].upper ? GLP_NU : GLP_NL
        unsafe glp_set_row_stat(handle, rowOfNode[node], status)
      }
      for (index, node) in shortNodes.enumerated() {
        let isShort = plan.use[node] < network.bounds[node].lower
        unsafe glp_set_col_stat(handle, Int32(index + 1), isShort ? GLP_BS : GLP_NS)
      }
      for (index, candidate) in plan.candidates.enumerated() {
        let status =
          basis.holdsCandidate[index] ? GLP_BS : candidate.isChosen ? GLP_NU : GLP_NL
        unsafe glp_set_col_stat(handle, Int32(shortNodes.count + index + 1), status)
      }
    }

    /// Runs some steps of the primal simplex method from the present basis.
    ///
    /// How many steps at most does not depend on the clock, so that the answer does not either:
    /// their number times the rows and columns of the program is at most `work`. The outcome is nil
    /// where there is more to do.
    func solve(
      limits: SolveLimits, work: Int
    ) throws(SolverFailure) -> (outcome: Outcome?, steps: Int) {
      if limits.isOver { return (.timeUp, 0) }
      var parameters = glp_smcp()
      unsafe glp_init_smcp(&parameters)
      parameters.msg_lev = GLP_MSG_OFF
      parameters.meth = GLP_PRIMAL
      parameters.tol_dj = tolerance
      parameters.tm_lim = limits.milliseconds
      parameters.it_lim = stepLimit(work: work)
      let before = unsafe glp_get_it_cnt(handle)
      let code = unsafe glp_simplex(handle, &parameters)
      let steps = Int(unsafe glp_get_it_cnt(handle) - before)
      switch code {
      case 0:
        let status = unsafe glp_get_status(handle)
        guard status == GLP_OPT else {
          throw .breakdown(solver: GLPKSolver.name, reason: "status \(status)")
        }
        return (.optimal, steps)
      case GLP_EITLIM where steps > 0: return (nil, steps)
      case GLP_ETMLIM: return (.timeUp, steps)
      default: throw .breakdown(solver: GLPKSolver.name, reason: Self.reason(code))
      }
    }

    /// A step costs about as much time as the program is long.
    private func stepLimit(work: Int) -> Int32 {
      let length = Int(unsafe glp_get_num_rows(handle)) + arcs.count
      return Int32(min(max(50, work / max(1, length)), Int(Int32.max)))
    }

    /// The weight of the present point.
    var objective: Double { unsafe glp_get_obj_val(handle) }

    /// The arcs in use, or nil where the present point is not an integral plan.
    func chosenArcs() -> [ProgramArc]? {
      guard unsafe glp_get_prim_stat(handle) == GLP_FEAS else { return nil }
      var chosen: [ProgramArc] = []
      for (index, arc) in arcs.enumerated() {
        let value = unsafe glp_get_col_prim(handle, Int32(shortNodes.count + index + 1))
        if abs(value - 1) < 1e-4 {
          chosen.append(arc)
        } else if abs(value) >= 1e-4 {
          return nil
        }
      }
      return chosen
    }

    /// What the nodes together lack of their lower bounds, or nil where it is not integral.
    func shortfall() -> Int64? {
      var total: Int64 = 0
      for index in shortNodes.indices {
        let value = unsafe glp_get_col_prim(handle, Int32(index + 1))
        guard let count = value.nearInteger, count >= 0 else { return nil }
        total += count
      }
      return total
    }

    /// The duals of the nodes' bounds, or nil where one is beyond exact doubles.
    func duals() -> [Int64]? {
      var duals = [Int64](repeating: 0, count: network.root)
      for node in 0..<network.root where rowOfNode[node] > 0 {
        let value = unsafe glp_get_row_dual(handle, rowOfNode[node])
        guard let dual = Int64(exactly: value.rounded()), dual.magnitude <= NodePotentials.limit
        else { return nil }
        duals[node] = dual
      }
      return duals
    }

    private static func reason(_ code: Int32) -> String {
      switch code {
      case GLP_EBADB: "invalid basis"
      case GLP_ESING: "singular basis"
      case GLP_ECOND: "ill-conditioned basis"
      case GLP_EBOUND: "impossible bounds"
      case GLP_EFAIL: "numerical failure"
      case GLP_EITLIM: "iteration limit"
      default: "code \(code)"
      }
    }
  }

  extension Double {
    /// The integer within 10⁻⁴, or nil.
    fileprivate var nearInteger: Int64? {
      abs(self - rounded()) < 1e-4 ? Int64(exactly: rounded()) : nil
    }
  }

  extension SolveLimits {
    /// The time left, as GLPK wants it.
    var milliseconds: Int32 {
      guard let deadline else { return .max }
      let left = (deadline - .now) / .milliseconds(1)
      return Int32(max(1, min(left, Double(Int32.max))))
    }
  }
#endif
