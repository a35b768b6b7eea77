/// Dijkstra's search for the path that loses least between two nodes of a plan's residual network.
///
/// A path that ends where a changed edge begins closes a cycle, and the plan can change along it.
/// An arc has room in one direction only, so the cycle through an arc is simple, and what it drops
/// and takes makes another plan.
///
/// E. W. Dijkstra, A note on two problems in connexion with graphs, doi:10.1007/BF01386390.
///
/// - Complexity: a search takes O(*A* + *N* log *N*) time for *A* arcs and *N* nodes, and less
///   where the path is found early; O(*N* + *A*) space.
struct PathSearch<Losses: EdgeLosses> {
  /// A path: what it loses, and the arcs it drops and takes, ascending.
  struct Path {
    var loss: Losses.Loss
    var dropped: [Int]
    var taken: [Int]
  }

  var network: PlanNetwork
  var losses: Losses
  /// Rows below this number take no arcs.
  var firstOpenRow = 0

  private var distance: [Losses.Loss]
  private var isReached: [Bool]
  /// The node before each node on its path.
  private var before: [Int32]
  private var touched: [Int32] = []
  private var heap = NodeHeap<Losses.Loss>()
  private var limit: Losses.Loss?
  private var target = 0

  init(_ network: PlanNetwork, _ losses: Losses) {
    self.network = network
    self.losses = losses
    distance = Array(repeating: losses.none, count: network.root + 1)
    isReached = Array(repeating: false, count: network.root + 1)
    before = Array(repeating: -1, count: network.root + 1)
  }

  /// The path between two different nodes that loses least, if less than `limit`.
  mutating func path(
    from source: Int, to target: Int, losingLessThan limit: Losses.Loss? = nil
  ) -> Path? {
    prepare(target: target, limit: limit)
    isReached[source] = true
    distance[source] = losses.none
    touched.append(Int32(source))
    heap.push(losses.none, Int32(source))
    return finish(source: source)
  }

  /// The cycle that loses least among those that leave a row by taking an arc, if less than
  /// `limit`.
  mutating func cycle(from row: Int, losingLessThan limit: Losses.Loss? = nil) -> Path? {
    prepare(target: row, limit: limit)
    takeArcs(of: row, at: losses.none)
    return finish(source: row)
  }

  /// Calls `body` with the nodes that the last search passed and their distances.
  func forEachPassed(_ body: (_ node: Int, _ distance: Losses.Loss) -> Void) {
    for node in touched where limit.map({ distance[Int(node)] < $0 }) ?? true {
      body(Int(node), distance[Int(node)])
    }
  }

  private mutating func prepare(target: Int, limit: Losses.Loss?) {
    for node in touched { isReached[Int(node)] = false }
    touched.removeAll(keepingCapacity: true)
    self.target = target
    self.limit = limit
    before[target] = -1
  }

  private mutating func finish(source: Int) -> Path? {
    while let entry = heap.pop() {
      if let limit, entry.distance >= limit { break }
      let node = Int(entry.node)
      guard entry.distance == distance[node] else { continue }
      expand(node, at: entry.distance)
    }
    heap.removeAll()
    guard before[target] >= 0, let limit else { return nil }
    return pathBack(to: source, loss: limit)
  }

  private func pathBack(to source: Int, loss: Losses.Loss) -> Path {
    var path = Path(loss: loss, dropped: [], taken: [])
    var node = target
    repeat {
      let previous = Int(before[node])
      if network.isRow(previous), network.isColumn(node) {
        let arc = network.arcs.arc(row: previous, column: node - network.firstColumn)
        path.taken += arc.map { [$0] } ?? []
      } else if network.isColumn(previous), network.isRow(node) {
        let arc = network.arcs.arc(row: node, column: previous - network.firstColumn)
        path.dropped += arc.map { [$0] } ?? []
      }
      node = previous
    } while node != source
    path.dropped.sort()
    path.taken.sort()
    return path
  }
}

extension PathSearch {
  private mutating func expand(_ node: Int, at near: Losses.Loss) {
    if node != network.root, network.canClimb(node) {
      reach(
        Int(network.parent[node]), from: node, at: losses.joined(near, losses.climbing(node)))
    }
    if network.isRow(node) {
      takeArcs(of: node, at: near)
    } else if network.isColumn(node) {
      for arc in network.held[node - network.firstColumn] {
        let row = network.arcs.row(ofArc: arc)
        guard let loss = losses.dropping(arc, row: row, column: node) else { continue }
        reach(row, from: node, at: losses.joined(near, loss))
      }
    } else {
      for child in network.children(of: node) where network.canDescend(Int(child)) {
        reach(
          Int(child), from: node, at: losses.joined(near, losses.descending(Int(child))))
      }
    }
  }

  private mutating func takeArcs(of row: Int, at near: Losses.Loss) {
    guard row >= firstOpenRow else { return }
    let arcs = network.arcs.arcs(ofRow: row)
    for arc in arcs where !network.isChosen[arc] {
      let column =
        network.firstColumn
        + (network.arcs.isDense ? arc - arcs.lowerBound : Int(network.arcs.columns[arc]))
      guard let loss = losses.taking(arc, row: row, column: column) else { continue }
      reach(column, from: row, at: losses.joined(near, loss))
    }
  }

  private mutating func reach(_ node: Int, from previous: Int, at far: Losses.Loss) {
    if let limit, far >= limit { return }
    if node == target {
      limit = far
      before[node] = Int32(previous)
      return
    }
    if isReached[node] {
      guard far < distance[node] else { return }
    } else {
      isReached[node] = true
      touched.append(Int32(node))
    }
    distance[node] = far
    before[node] = Int32(previous)
    heap.push(far, Int32(node))
  }
}
