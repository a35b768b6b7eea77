/// A stream of pseudo-random integers that is the same on every platform.
///
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// doi:10.1145/2714064.2660195. The draws below are our own: those of the standard library may
/// change with its version, and a dataset must not.
struct SplitMix64 {
  private var state: UInt64

  /// The stream of the paper from a state.
  init(state: UInt64) { self.state = state }

  /// A stream of its own for each `stream`, so that one cohort's size does not touch the next.
  init(seed: UInt64, stream: Int) {
    self.init(state: seed)
    state = next() ^ UInt64(truncatingIfNeeded: stream)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `0..<count`; the bias of count/2⁶⁴ does not matter here.
  mutating func below(_ count: Int) -> Int {
    precondition(count > 0, "There is no number below \(count).")
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number of the span.
  mutating func within(_ span: Span) -> Int { span.low + below(span.high - span.low + 1) }

  /// True in `percent` of a hundred draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the items, or nil where there is none.
  mutating func pick<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[below(items.count)]
  }

  /// `count` different items, or all of them, in the order of the draw.
  mutating func sample<Item>(_ count: Int, of items: [Item]) -> [Item] {
    var pool = items
    for place in 0..<min(max(0, count), pool.count) {
      pool.swapAt(place, place + below(pool.count - place))
    }
    return Array(pool.prefix(max(0, count)))
  }
}
