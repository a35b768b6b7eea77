/// Nodes by their bounds, the highest first; of equal ones the latest.
struct BoundQueue {
  private var heap: [(bound: Double, node: Int)] = []

  /// The highest bound, or nil where there is no node.
  var highest: Double? { heap.first?.bound }

  mutating func push(_ node: Int, bound: Double) {
    heap.append((bound, node))
    var index = heap.count - 1
    while index > 0, comesBefore(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if comesBefore(child, least) { least = child }
      }
      guard least != index else { return first.node }
      heap.swapAt(index, least)
      index = least
    }
  }

  private func comesBefore(_ one: Int, _ other: Int) -> Bool {
    (heap[one].bound, heap[one].node) > (heap[other].bound, heap[other].node)
  }
}
