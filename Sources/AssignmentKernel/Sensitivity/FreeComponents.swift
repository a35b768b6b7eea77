/// The strongly connected components of the residual edges that lose nothing.
///
/// An arc lies on a cycle without loss exactly where both its ends are in one component: the way
/// back can't use the arc itself, which has room in one direction only.
///
/// R. Tarjan, Depth-first search and linear graph algorithms, doi:10.1137/0201010.
///
/// - Complexity: O(*A* + *N*) time, O(*N*) space.
struct FreeComponents {
  /// The component of each node.
  private(set) var number: [Int32]

  private var index: [Int32]
  private var low: [Int32]
  private var open: [Int32] = []
  private var found: Int32 = 0
  private var components: Int32 = 0

  init<Loss>(_ network: PlanNetwork, _ losses: TierLosses<Loss>) {
    number = Array(repeating: -1, count: network.root + 1)
    index = number
    low = number
    for node in 0...network.root where index[node] < 0 { explore(node, network, losses) }
  }

  /// Depth first, with the nodes on the way and the next edge of each on a stack of its own.
  private mutating func explore<Loss>(
    _ start: Int, _ network: PlanNetwork, _ losses: TierLosses<Loss>
  ) {
    var way: [(node: Int, edge: Int)] = []
    enter(start)
    way.append((start, 0))
    while let (node, edge) = way.last {
      if edge < network.edgeCount(of: node) {
        way[way.count - 1].edge += 1
        guard let head = network.freeHead(ofEdge: edge, of: node, losses) else { continue }
        if index[head] < 0 {
          enter(head)
          way.append((head, 0))
        } else if number[head] < 0 {
          low[node] = min(low[node], index[head])
        }
        continue
      }
      way.removeLast()
      if let (above, _) = way.last { low[above] = min(low[above], low[node]) }
      if low[node] == index[node] { close(node) }
    }
  }

  private mutating func enter(_ node: Int) {
    index[node] = found
    low[node] = found
    found += 1
    open.append(Int32(node))
  }

  private mutating func close(_ node: Int) {
    while let member = open.popLast() {
      number[Int(member)] = components
      if Int(member) == node { break }
    }
    components += 1
  }
}

extension PlanNetwork {
  /// The number of edges at a node: to the parent first, then arcs or children.
  fileprivate func edgeCount(of node: Int) -> Int {
    if isRow(node) { return 1 + arcs.arcs(ofRow: node).count }
    if isColumn(node) { return 1 + held[node - firstColumn].count }
    return 1 + children(of: node).count
  }

  /// Where an edge leads, or nil where it has no room or loses something.
  fileprivate func freeHead<Loss>(
    ofEdge edge: Int, of node: Int, _ losses: TierLosses<Loss>
  ) -> Int? {
    if edge == 0 {
      guard node != root, canClimb(node), losses.climbing(node) == .zero else { return nil }
      return Int(parent[node])
    }
    if isRow(node) {
      let arc = arcs.arcs(ofRow: node).lowerBound + edge - 1
      guard !isChosen[arc], losses.taking(arc) == .zero else { return nil }
      return firstColumn + arcs.column(ofArc: arc)
    }
    if isColumn(node) {
      let arc = held[node - firstColumn][edge - 1]
      return losses.dropping(arc) == .zero ? arcs.row(ofArc: arc) : nil
    }
    let children = children(of: node)
    let child = Int(children[children.startIndex + edge - 1])
    return canDescend(child) && losses.descending(child) == .zero ? child : nil
  }
}
