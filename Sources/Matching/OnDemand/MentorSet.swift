/// A set of the mentors of a roster, by their places in it.
struct MentorSet: Sendable, Hashable {
  private var words: [UInt64]

  /// None of `count` mentors.
  init(of count: Int) {
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// All of `count` mentors.
  init(allOf count: Int) {
    words = Array(repeating: .max, count: (count + 63) / 64)
    if count % 64 > 0 { words[words.count - 1] = 1 << UInt64(count % 64) - 1 }
  }

  mutating func insert(_ mentor: Int) { words[mentor / 64] |= 1 << UInt64(mentor % 64) }

  mutating func remove(_ mentor: Int) { words[mentor / 64] &= ~(1 << UInt64(mentor % 64)) }

  mutating func formUnion(_ other: MentorSet) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  mutating func formIntersection(_ other: MentorSet) {
    for word in words.indices { words[word] &= other.words[word] }
  }

  mutating func subtract(_ other: MentorSet) {
    for word in words.indices { words[word] &= ~other.words[word] }
  }

  mutating func removeAll() {
    for word in words.indices { words[word] = 0 }
  }

  /// The mentors in ascending order.
  var places: [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        places.append(Int32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return places
  }
}
