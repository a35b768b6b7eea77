/// A small set of the numbers of people, of whom there may be many.
///
/// Space: O(members), where a ``TagSet`` would need a bit for everybody.
struct PersonNumbers: Sendable, Hashable, Sequence {
  private let numbers: [Int]

  init(_ numbers: some Sequence<Int>) {
    self.numbers = Set(numbers).sorted()
  }

  var isEmpty: Bool { numbers.isEmpty }

  func contains(_ number: Int) -> Bool { numbers.contains(number) }

  func makeIterator() -> IndexingIterator<[Int]> { numbers.makeIterator() }
}
