#if GLPK
  import AssignmentKernel
  import CGLPK

  /// One tier of a group problem: the relaxation, GLPK's integer search, and a tree of relaxations
  /// that proves what no plan can pass.
  struct GroupTier: ~Copyable {
    private let problem: GroupProblem
    private let tier: Int
    private let limits: SolveLimits
    /// Every sum of this tier's weights is a multiple of this.
    private let step: Double
    private let openColumns: OpenColumns?
    private let likes: LikeColumns
    private var relaxation: GroupRelaxation
    private(set) var tree = GroupTree()
    private(set) var incumbent: GroupIncumbent
    private var losses: AnswerLosses
    private var nodes = 0

    /// A node of the tree that is to be looked at.
    private struct Open {
      var leaf: Int
      var answers: [GroupTree.Answer]
      /// The prices of the node above, which hold here as well.
      var parentPrices: Int?
      var bound: Double
      /// How far the column of the last answer was open in the relaxation above.
      var share = 0.0
    }

    init(
      _ problem: GroupProblem, network: Network, reached: [Int128], incumbent: GroupIncumbent,
      limits: SolveLimits
    ) {
      self.problem = problem
      self.limits = limits
      self.incumbent = incumbent
      tier = reached.count
      step = Double(Self.step(of: reached.count, in: problem))
      openColumns = OpenColumns(problem)
      likes = LikeColumns(problem)
      losses = AnswerLosses(columnCount: problem.mayClose.count)
      relaxation = GroupRelaxation(problem, network: network, reached: reached)
    }

    /// Works until the optimum is proved or the time is up.
    ///
    /// - Returns: Whether all is proved.
    mutating func run() throws(SolverFailure) -> Bool {
      var open = [Open(leaf: 0, answers: [], parentPrices: nil, bound: .infinity)]
      var applied: [GroupTree.Answer] = []
      while let node = open.popLast() {
        move(from: applied, to: node.answers)
        applied = node.answers
        nodes += 1
        switch try relaxation.solve(limits: limits) {
        case .timeUp:
          open.append(node)
          return settle(open)
        case .noPlan(let prices): tree.close(node.leaf, by: prices)
        case .bound(let bound):
          note(node, bound)
          if nodes == 1 {
            report(.searching, bound: bound)
            if !isClosed(bound) { try search(bound) }
            // The search has its own program; this one stands at the root as before.
          }
          tree.close(node.leaf, by: relaxation.prices(weighted: true))
          let prices = tree.prices.count - 1
          if isClosed(bound) { continue }
          guard let question = try question(near: node) else { continue }
          let (yes, no) = tree.ask(question.ask, at: node.leaf)
          let children = [(yes, true), (no, false)].map { leaf, isYes in
            Open(
              leaf: leaf, answers: node.answers + [(question.ask, isYes)], parentPrices: prices,
              bound: bound, share: question.value)
          }
          open += question.value >= 0.5 ? children.reversed() : children
          report(.proving, bound: open.lazy.map(\.bound).max())
        }
      }
      return true
    }

    /// Keeps what the last answer has taken off the bound.
    private mutating func note(_ node: Open, _ bound: Double) {
      guard case (.opens(let column), let isYes)? = node.answers.last, node.bound.isFinite else {
        return
      }
      losses.note(column, isYes, share: node.share, loss: max(0, node.bound - bound))
    }

    /// Leaves the rest of the tree to the prices above.
    private mutating func settle(_ open: [Open]) -> Bool {
      for node in open {
        if let prices = node.parentPrices { tree.close(node.leaf, byPrices: prices) }
      }
      return false
    }

    /// Whether no plan under this bound is better than what is known.
    private func isClosed(_ bound: Double) -> Bool {
      guard incumbent.arcs != nil else { return false }
      let value = Double(incumbent.totals[tier])
      return bound < value + step - max(1e-4 * step, 1e-12 * abs(value))
    }

    /// Sets the bounds of what has been answered, and of the like columns before or after.
    private mutating func move(from old: [GroupTree.Answer], to new: [GroupTree.Answer]) {
      for answer in old { set(answer, nil) }
      for answer in new { set(answer, answer.isYes) }
    }

    private mutating func set(_ answer: GroupTree.Answer, _ value: Bool?) {
      switch answer.question {
      case .takes(let arc): relaxation.program.setTaken(arc, value)
      case .opens(let first):
        var pending = [first]
        var seen: Set<Int> = []
        while let column = pending.popLast() {
          guard seen.insert(column).inserted else { continue }
          relaxation.program.setOpen(column, value)
          pending += answer.isYes ? likes.before[column] : likes.after[column]
        }
      }
    }

    /// What to ask where the relaxation has no answer in whole numbers; where it has, the plan is
    /// taken in.
    private mutating func question(
      near node: Open
    ) throws(SolverFailure) -> (ask: GroupProof.Question, value: Double)? {
      let undecided = relaxation.program.openings.filter { $0.1.isFractional }
      if let column = losses.best(among: undecided) { return (.opens(column: column.0), column.1) }
      let values = relaxation.program.taken
      if let arc = values.mostFractional { return (.takes(arc: arc.0), arc.1) }
      take(values.filter { $0.1 > 0.5 }.map(\.0))
      return nil
    }

    /// Keeps a plan where it is the best so far, and says so.
    private mutating func take(_ plan: [Int]) {
      let before = incumbent.totals
      incumbent.offer(plan)
      if incumbent.totals != before { report(.searching, bound: nil) }
    }

    private func report(_ stage: SolveProgress.Stage, bound: Double?) {
      limits.onProgress?(
        SolveProgress(
          stage: stage, tier: tier,
          objective: incumbent.arcs == nil ? nil : Double(incumbent.totals[tier]), bound: bound,
          steps: nodes))
    }

    private static func step(of tier: Int, in problem: GroupProblem) -> UInt64 {
      var step: UInt64 = 0
      for weights in [problem.assignment.tiers[tier], problem.opening[tier]] {
        for weight in weights where step != 1 {
          var (one, other) = (step, weight.magnitude)
          while other != 0 { (one, other) = (other, one % other) }
          step = one
        }
      }
      return max(1, step)
    }
  }

  extension GroupTier {
    /// Lets GLPK look for plans, with the relaxation at the root.
    private mutating func search(_ bound: Double) throws(SolverFailure) {
      try offerRounded()
      if isClosed(bound) { return }
      let found = relaxation.search(
        bound: bound, start: incumbent.arcs.map { ($0, Double(incumbent.totals[tier])) },
        likes: likes, openColumns: openColumns, limits: searchLimits)
      for plan in found {
        take(plan)
        var isOpen = [Bool](repeating: false, count: problem.mayClose.count)
        for arc in plan { isOpen[problem.assignment.arcs.column(ofArc: arc)] = true }
        try offerPlan(opening: isOpen)
      }
    }

    /// Leaves a part of the time for the proof.
    private var searchLimits: SolveLimits {
      var limits = limits
      limits.deadline = limits.deadline.map { deadline in
        ContinuousClock.now + (deadline - .now) * 0.6
      }
      return limits
    }

    /// Opens the columns that the relaxation opens by half and more, and so on.
    private mutating func offerRounded() throws(SolverFailure) {
      let openings = relaxation.program.openings
      for threshold in [0.5, 0.25, 0.75, 0.05] {
        var isOpen = [Bool](repeating: false, count: problem.mayClose.count)
        for (column, value) in openings where value >= threshold { isOpen[column] = true }
        try offerPlan(opening: isOpen)
      }
    }

    private mutating func offerPlan(opening isOpen: [Bool]) throws(SolverFailure) {
      guard let openColumns else { return }
      if let plan = try openColumns.plan(opening: isOpen, limits: limits) { take(plan) }
    }
  }

  extension GroupProgram {
    /// How far each column that may close is open.
    var openings: [(Int, Double)] {
      opening.indices.compactMap { opening[$0] > 0 ? ($0, value(of: opening[$0])) : nil }
    }

    /// How far each arc of the program is taken.
    var taken: [(Int, Double)] {
      arcs.indices.map { (arcs[$0].arc, value(of: firstArc + Int32($0))) }
    }
  }

  extension [(Int, Double)] {
    /// The entry nearest to a half, or nil where all are whole numbers.
    fileprivate var mostFractional: (Int, Double)? {
      filter { $0.1.isFractional }.max { abs($0.1 - 0.5) > abs($1.1 - 0.5) }
    }
  }

  extension Double {
    /// Whether a value from 0 to 1 is neither, within the simplex method's tolerance.
    fileprivate var isFractional: Bool { abs(self - 0.5) < 0.5 - 1e-6 }
  }
#endif
