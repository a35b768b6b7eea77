import AssignmentKernel

/// A basis for the first linear program: a spanning tree of the network.
///
/// A set of edges is a basis of a network's linear program exactly if it is a spanning tree, and
/// the basis fits a plan exactly if it holds every edge whose flow is strictly between its
/// bounds. Arcs of a plan carry 0 or 1, so these are edges to parents, which form no cycle. The
/// tree is filled up in the order of the smallest reduced weights, so that its duals come close
/// to the estimates.
///
/// R. K. Ahuja, T. L. Magnanti, J. B. Orlin, "Network Flows", chapter 11. Time: O(e log e) and
/// space: O(e) for *e* edges.
struct OpeningBasis {
  /// Whether each node's edge to its parent is in the tree.
  private(set) var holdsNode: [Bool]
  /// Whether each candidate arc is in the tree.
  private(set) var holdsCandidate: [Bool]

  /// Grows the tree for a plan.
  ///
  /// The edge of a node that is short of its lower bound has a companion that makes up for it,
  /// and the companion is in the tree.
  init(plan: OpeningPlan, isShort: [Bool], network: Network) {
    holdsNode = Array(repeating: false, count: network.root)
    holdsCandidate = Array(repeating: false, count: plan.candidates.count)
    var trees = DisjointSets(count: network.root + 1)
    var edges: [(slack: Int64, index: Int)] = []
    for node in 0..<network.root {
      let bounds = network.bounds[node]
      let isBetween = bounds.lower < plan.use[node] && plan.use[node] < bounds.upper
      if isShort[node] || isBetween || network.isSlack(node) {
        trees.join(node, Int(network.parent[node]))
        holdsNode[node] = !isShort[node]
      } else {
        edges.append((Int64(plan.estimates[node].magnitude), node))
      }
    }
    for (index, candidate) in plan.candidates.enumerated() {
      edges.append((Int64(candidate.reducedWeight.magnitude), network.root + index))
    }
    edges.sort { ($0.slack, $0.index) < ($1.slack, $1.index) }
    for (_, index) in edges {
      if index < network.root {
        holdsNode[index] = trees.join(index, Int(network.parent[index]))
      } else {
        let candidate = plan.candidates[index - network.root]
        holdsCandidate[index - network.root] = trees.join(
          candidate.row, network.firstColumn + candidate.column)
      }
    }
  }
}

/// Sets that only grow together, with path halving.
private struct DisjointSets {
  private var parent: [Int32]

  init(count: Int) {
    parent = Array(0..<Int32(count))
  }

  private mutating func head(of member: Int) -> Int {
    var member = member
    while Int(parent[member]) != member {
      parent[member] = parent[Int(parent[member])]
      member = Int(parent[member])
    }
    return member
  }

  /// Joins the sets of two members; false where they were one set already.
  @discardableResult
  mutating func join(_ first: Int, _ second: Int) -> Bool {
    let (first, second) = (head(of: first), head(of: second))
    guard first != second else { return false }
    parent[max(first, second)] = Int32(min(first, second))
    return true
  }
}
