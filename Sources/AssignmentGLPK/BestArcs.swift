/// The few best arcs of a node, best first and the first seen among equals.
struct BestArcs {
  /// An arc with its other end and its merit.
  struct Entry {
    var arc: Int
    var end: Int
    var merit: Int64
  }

  private(set) var entries: [Entry] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    entries.reserveCapacity(limit + 1)
  }

  /// Whether an arc of this merit would be kept.
  @inline(__always)
  func takes(_ merit: Int64) -> Bool {
    entries.count < limit || merit > entries[limit - 1].merit
  }

  /// Keeps the arc where it is among the best.
  ///
  /// Time: O(limit).
  mutating func offer(arc: Int, end: Int, merit: Int64) {
    guard takes(merit) else { return }
    var place = entries.count
    while place > 0, entries[place - 1].merit < merit { place -= 1 }
    entries.insert(Entry(arc: arc, end: end, merit: merit), at: place)
    if entries.count > limit { entries.removeLast() }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }
}
