/// What a Dijkstra search knows of the nodes it met: how far each is, over which node and what it
/// was reached, and which are to be looked at next.
///
/// A search of few nodes costs as little as they do: only labels that were written are taken back.
/// Space: O(nodes).
struct SearchLabels<Distance>
where Distance: FixedWidthInteger & SignedInteger & Sendable {
  /// Beyond this nothing is worth a look; it falls to the target's distance once that is reached.
  private(set) var limit: Distance = 0
  private var target = 0
  private var distance: [Distance]
  private var neighbour: [Int32]
  /// An arc or a slot, as the search has it.
  private var via: [Int]
  private var touched: [Int32] = []
  private var heap = NodeHeap<Distance>()

  init(nodeCount: Int) {
    distance = Array(repeating: .max, count: nodeCount)
    neighbour = Array(repeating: -1, count: nodeCount)
    via = Array(repeating: -1, count: nodeCount)
  }

  /// Begins a search at a node.
  mutating func begin(at start: Int, target: Int, limit: Distance) {
    self.limit = limit
    self.target = target
    neighbour[target] = -1
    distance[start] = 0
    touched.append(Int32(start))
    heap.push(0, Int32(start))
  }

  /// The nearest node that was not looked at yet, or nil where none is within the limit.
  @inline(__always)
  mutating func next() -> (node: Int, distance: Distance)? {
    while let entry = heap.pop(), entry.distance < limit {
      let node = Int(entry.node)
      if entry.distance == distance[node] { return (node, entry.distance) }
    }
    return nil
  }

  @inline(__always)
  func isNearer(_ node: Int, at far: Distance) -> Bool { far < limit && far < distance[node] }

  /// Reaches a node from a neighbour, where that is nearer than before.
  @inline(__always)
  mutating func reach(_ node: Int, from other: Int, via path: Int = -1, at far: Distance) {
    guard isNearer(node, at: far) else { return }
    mark(node, from: other, via: path, at: far)
    if node == target {
      limit = far
    } else {
      heap.push(far, Int32(node))
    }
  }

  /// Reaches a node that the search goes on from at once.
  @inline(__always)
  mutating func mark(_ node: Int, from other: Int, via path: Int, at far: Distance) {
    if distance[node] == .max { touched.append(Int32(node)) }
    distance[node] = far
    neighbour[node] = Int32(other)
    via[node] = path
  }

  /// Takes all labels back; calls `body` with each node within the limit and what it lacks to it.
  mutating func end(_ body: (_ node: Int, _ lack: Distance) -> Void) {
    for node in touched {
      let near = distance[Int(node)]
      if near < limit { body(Int(node), limit - near) }
      distance[Int(node)] = .max
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
  }

  /// Whether the last search came to its target.
  var isFound: Bool { neighbour[target] >= 0 }

  /// The neighbour over which a node was reached.
  func neighbour(of node: Int) -> Int { Int(neighbour[node]) }

  /// The arc or slot over which a node was reached.
  func path(to node: Int) -> Int { via[node] }
}
