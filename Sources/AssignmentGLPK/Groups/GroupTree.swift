import AssignmentKernel

/// A tree of questions that grows at its ends, and what is proved there.
struct GroupTree {
  /// What a plan at some end of the tree has answered.
  typealias Answer = (question: GroupProof.Question, isYes: Bool)

  private enum Node {
    case question(GroupProof.Question, yes: Int, no: Int)
    case leaf(Int)
  }

  private var nodes: [Node] = [.leaf(0)]
  /// The prices that the leaves name.
  private(set) var prices: [GroupPrices] = []

  /// Has a leaf proved by prices.
  mutating func close(_ leaf: Int, by new: GroupPrices) {
    nodes[leaf] = .leaf(prices.count)
    prices.append(new)
  }

  /// Has a leaf proved by prices that are known already.
  mutating func close(_ leaf: Int, byPrices number: Int) {
    nodes[leaf] = .leaf(number)
  }

  /// Asks a question at a leaf.
  ///
  /// - Returns: The leaves for yes and for no.
  mutating func ask(_ question: GroupProof.Question, at leaf: Int) -> (yes: Int, no: Int) {
    let children = (yes: nodes.count, no: nodes.count + 1)
    nodes[leaf] = .question(question, yes: children.yes, no: children.no)
    nodes += [.leaf(0), .leaf(0)]
    return children
  }

  /// The tree in preorder with the prices that its leaves name, numbered from `offset`.
  func stated(offset: Int) -> (branches: [GroupProof.Branch], prices: [GroupPrices]) {
    var branches: [GroupProof.Branch] = []
    var named: [Int] = []
    var number: [Int: Int] = [:]
    var open = [0]
    while let node = open.popLast() {
      switch nodes[node] {
      case .question(let question, let yes, let no):
        branches.append(.question(question))
        open += [no, yes]
      case .leaf(let old):
        if number[old] == nil {
          number[old] = offset + named.count
          named.append(old)
        }
        branches.append(.leaf(number[old] ?? offset))
      }
    }
    return (branches, named.map { prices[$0] })
  }
}
