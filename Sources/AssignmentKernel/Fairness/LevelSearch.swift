/// The losses of one tier under potentials of its own.
struct LevelLosses: EdgeLosses {
  let weights: [Int64]
  let parent: [Int32]
  /// One a node of ``PlanNetwork``.
  var potential: [Int64]
  /// Chosen arcs that stay as they are for now.
  var fixed: Set<Int>

  var none: Int64 { 0 }

  func taking(_ arc: Int, row: Int, column: Int) -> Int64? {
    potential[row] - potential[column] - weights[arc]
  }

  func dropping(_ arc: Int, row: Int, column: Int) -> Int64? {
    if weights[arc] < 0, fixed.contains(arc) { return nil }
    return weights[arc] - potential[row] + potential[column]
  }

  func climbing(_ node: Int) -> Int64 { potential[node] - potential[Int(parent[node])] }
  func descending(_ node: Int) -> Int64 { potential[Int(parent[node])] - potential[node] }
  func joined(_ path: Int64, _ edge: Int64) -> Int64 { path + edge }
}

/// The best plan in one tier of weights 0 and below, from a plan that is nearly that.
///
/// Where all potentials are 0, only dropping arcs of negative weight gains. Such arcs are let go
/// one by one: a search from the arc's row either closes a cycle that gains, or moves potentials
/// so far that dropping the arc gains nothing.
///
/// The dynamic Hungarian method of G. A. Mills-Tettey, A. Stentz, M. B. Dias, The dynamic Hungarian
/// algorithm for the assignment problem with changing costs, CMU-RI-TR-07-27, 2007.
///
/// - Complexity: O(*k* · (*A* + *N* log *N*)) time for *k* chosen arcs of negative weight, *A* arcs
///   and *N* nodes; O(*A* + *N*) space.
struct LevelSearch {
  private var search: PathSearch<LevelLosses>
  private var pending: [Int]

  init(_ problem: AssignmentProblem, weights: [Int64], plan: [Int]) {
    let network = PlanNetwork(problem, plan: plan)
    pending = plan.filter { weights[$0] < 0 }
    search = PathSearch(
      network,
      LevelLosses(
        weights: weights, parent: network.parent,
        potential: Array(repeating: 0, count: network.root + 1), fixed: Set(pending)))
  }

  /// False where the time was up before.
  mutating func run(limits: SolveLimits) -> Bool {
    for arc in pending {
      if limits.isOver { return false }
      release(arc)
    }
    return true
  }

  private mutating func release(_ arc: Int) {
    let (row, column) = search.network.ends(ofArc: arc)
    search.losses.fixed.remove(arc)
    guard let loss = search.losses.dropping(arc, row: row, column: column), loss < 0 else { return }
    let path = search.path(from: row, to: column, losingLessThan: -loss)
    let limit = path?.loss ?? -loss
    var potential = search.losses.potential
    for node in potential.indices { potential[node] += limit }
    search.forEachPassed { node, distance in potential[node] += distance - limit }
    search.losses.potential = potential
    if let path { search.network.apply(dropped: path.dropped + [arc], taken: path.taken) }
  }

  /// The chosen arcs, ascending.
  var plan: [Int] { search.network.held.flatMap { $0 }.sorted() }

  /// The potentials by kind of node, with the root at 0.
  var potentials: Potentials {
    let network = search.network
    let potential = search.losses.potential
    func wide(_ range: Range<Int>) -> [Int128] {
      potential[range].map { Int128($0 - potential[network.root]) }
    }
    return Potentials(
      rows: wide(0..<network.firstColumn),
      columns: wide(network.firstColumn..<network.firstRowGroup),
      rowGroups: wide(network.firstRowGroup..<network.firstColumnGroup),
      columnGroups: wide(network.firstColumnGroup..<network.root))
  }
}
