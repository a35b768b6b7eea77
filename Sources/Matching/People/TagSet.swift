/// A set of small numbers with fast intersections.
struct TagSet: Sendable, Hashable {
  private var first: UInt64 = 0
  private var rest: [UInt64] = []

  init() {}

  init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  var isEmpty: Bool { first == 0 && rest.allSatisfy { $0 == 0 } }

  var count: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  /// The members as bits, 64 to a word; trailing words without a member may be missing.
  var words: [UInt64] { isEmpty ? [] : [first] + rest }

  mutating func insert(_ number: Int) {
    guard number >= 64 else {
      first |= 1 << UInt64(number)
      return
    }
    let word = number / 64 - 1
    while rest.count <= word { rest.append(0) }
    rest[word] |= 1 << UInt64(number % 64)
  }

  func contains(_ number: Int) -> Bool {
    guard number >= 64 else { return first >> UInt64(number) & 1 == 1 }
    let word = number / 64 - 1
    return word < rest.count && rest[word] >> UInt64(number % 64) & 1 == 1
  }

  /// How many numbers stand in both sets.
  func sharedCount(with other: TagSet) -> Int {
    var count = (first & other.first).nonzeroBitCount
    for word in 0..<min(rest.count, other.rest.count) {
      count += (rest[word] & other.rest[word]).nonzeroBitCount
    }
    return count
  }

  func meets(_ other: TagSet) -> Bool { sharedCount(with: other) > 0 }
}

/// Numbers for words, in the order in which they are met.
struct Interner<Word: Hashable & Sendable>: Sendable {
  private var numbers: [Word: Int] = [:]
  private(set) var words: [Word] = []

  mutating func number(of word: Word) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }

  mutating func tags(_ words: Set<Word>) -> TagSet where Word: Comparable {
    TagSet(words.sorted().map { number(of: $0) })
  }
}
