/// The tree of one tier's search, from which its proof is written.
struct SearchTree {
  struct Node {
    var parent: Int
    /// How the node was reached: the parent's question and its answer.
    var answer: Bool
    /// The prices that bound the node, and those that settle its ``fixes``.
    var prices: Int
    var fixPrices: Int
    /// Columns that are open or closed in every better plan; the opposite has the fix prices.
    var fixes: [(column: Int, isOpen: Bool)] = []
    var question: GroupProof.Question?
    var yes = -1
    var no = -1
    /// No plan of the node passes this.
    var bound: Double
    var depth: Int
  }

  /// What bounds a node: prices that were steered to, or exact ones.
  enum Entry {
    case steered(PriceAscent.Prices)
    case exact(ExactPrices)
  }

  private(set) var nodes: [Node] = []
  private(set) var entries: [Entry] = []
  /// How many numbers the entries hold.
  private(set) var size = 0

  /// Beyond so many numbers the search ends: the proof must fit in memory.
  static var sizeLimit: Int { 8_000_000 }

  mutating func add(_ entry: Entry) -> Int {
    switch entry {
    case .steered(let prices): size += prices.constraints.count + prices.tiers.count
    case .exact(let prices): size += 2 * (prices.constraints.count + prices.tiers.count)
    }
    entries.append(entry)
    return entries.count - 1
  }

  mutating func addRoot(prices: Int) {
    nodes = [
      Node(parent: -1, answer: true, prices: prices, fixPrices: prices, bound: .infinity, depth: 0)
    ]
  }

  /// Asks a question at a node; returns the nodes for yes and for no.
  mutating func ask(_ question: GroupProof.Question, at index: Int) -> (yes: Int, no: Int) {
    let node = nodes[index]
    let child = Node(
      parent: index, answer: true, prices: node.prices, fixPrices: node.prices, bound: node.bound,
      depth: node.depth + 1)
    nodes.append(child)
    nodes.append(child)
    nodes[nodes.count - 1].answer = false
    nodes[index].question = question
    nodes[index].yes = nodes.count - 2
    nodes[index].no = nodes.count - 1
    return (nodes.count - 2, nodes.count - 1)
  }

  subscript(index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  /// What has been settled on the way to a node.
  func state(of index: Int, _ model: GroupModel) -> SearchState {
    var way: [Int] = []
    var node = index
    while node >= 0 {
      way.append(node)
      node = nodes[node].parent
    }
    var state = SearchState(model)
    for node in way.reversed() {
      let parent = nodes[node].parent
      if parent >= 0, let question = nodes[parent].question {
        state.take(question, nodes[node].answer, model)
      }
      for fix in nodes[node].fixes { state.settle(fix.column, isOpen: fix.isOpen, model) }
    }
    return state
  }

  /// The tree in preorder, prices numbered by their entries from `offset` on.
  func branches(offset: Int) -> [GroupProof.Branch] {
    enum Step {
      case node(Int)
      case rest(Int, fix: Int)
      case leaf(Int)
    }
    guard !nodes.isEmpty else { return [] }
    var branches: [GroupProof.Branch] = []
    var pending: [Step] = [.node(0)]
    while let step = pending.popLast() {
      switch step {
      case .leaf(let prices): branches.append(.leaf(prices + offset))
      case .node(let index): pending.append(.rest(index, fix: 0))
      case .rest(let index, let fix):
        let node = nodes[index]
        if fix < node.fixes.count {
          let (column, isOpen) = node.fixes[fix]
          branches.append(.question(.opens(column: column)))
          let (rest, leaf) = (Step.rest(index, fix: fix + 1), Step.leaf(node.fixPrices))
          pending += isOpen ? [leaf, rest] : [rest, leaf]
        } else if let question = node.question {
          branches.append(.question(question))
          pending += [.node(node.no), .node(node.yes)]
        } else {
          branches.append(.leaf(node.prices + offset))
        }
      }
    }
    return branches
  }
}
