/// A binary heap of nodes by distance; equal distances come by ascending node.
///
/// Decreased distances are pushed again and the stale entries skipped by the search, which is
/// cheaper here than keeping positions.
struct NodeHeap<Distance: Comparable & Sendable> {
  struct Entry {
    var distance: Distance
    var node: Int32
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  /// O(log *n*).
  mutating func push(_ distance: Distance, _ node: Int32) {
    var hole = entries.count
    let new = Entry(distance: distance, node: node)
    entries.append(new)
    while hole > 0 {
      let parent = (hole - 1) / 2
      guard Self.precedes(new, entries[parent]) else { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = new
  }

  /// The nearest node, removed; nil where the heap is empty.
  ///
  /// O(log *n*).
  mutating func pop() -> Entry? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return top }
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, Self.precedes(entries[child + 1], entries[child]) {
        child += 1
      }
      guard Self.precedes(entries[child], last) else { break }
      entries[hole] = entries[child]
      hole = child
    }
    entries[hole] = last
    return top
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    a.distance < b.distance || (a.distance == b.distance && a.node < b.node)
  }
}
