extension [Int64] {
  /// The number that `count` numbers reach or pass, `count` being at most the length.
  ///
  /// - Complexity: O(length · log count) at worst; near to O(length) where order is random.
  package func greatest(_ count: Int) -> Int64 {
    var heap = LeastFirst(capacity: count)
    for number in self { heap.meet(number) }
    return heap.least
  }
}

/// The greatest numbers met so far, the least of them in front.
private struct LeastFirst {
  private var numbers: [Int64] = []
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    numbers.reserveCapacity(capacity)
  }

  var least: Int64 { numbers[0] }

  @inline(__always)
  mutating func meet(_ number: Int64) {
    if numbers.count == capacity {
      if number > numbers[0] { sink(number) }
    } else {
      numbers.append(number)
      var hole = numbers.count - 1
      while hole > 0, number < numbers[(hole - 1) / 2] {
        numbers[hole] = numbers[(hole - 1) / 2]
        hole = (hole - 1) / 2
      }
      numbers[hole] = number
    }
  }

  private mutating func sink(_ number: Int64) {
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < capacity else { break }
      if child + 1 < capacity, numbers[child + 1] < numbers[child] { child += 1 }
      guard numbers[child] < number else { break }
      numbers[hole] = numbers[child]
      hole = child
    }
    numbers[hole] = number
  }
}
