/// Passes over one row of costs and the prices, eight columns at a time.
///
/// The lengths are multiples of ``step``. Plain loops over these stay scalar; the comparisons are
/// differences whose sign is looked at, which every processor has for vectors.
enum RowScan<Scalar: DenseScalar> {
  typealias Eight = SIMD8<Scalar>

  /// Lengths are multiples of this.
  static var step: Int { 16 }
  /// The number of minima that ``minima(_:_:count:into:)`` gives.
  static var minimumCount: Int { 32 }

  @inline(__always)
  private static func eight(_ numbers: UnsafePointer<Scalar>, _ index: Int) -> Eight {
    UnsafeRawPointer(numbers + index).loadUnaligned(as: Eight.self)
  }

  /// The least sum of cost and price among the columns of each of 32 classes.
  @inline(__always)
  static func minima(
    _ costs: UnsafePointer<Scalar>, _ prices: UnsafePointer<Scalar>, count: Int,
    into minima: UnsafeMutablePointer<Scalar>
  ) {
    let far = Eight(repeating: Scalar.far)
    var (a, b, c, d) = (far, far, far, far)
    var index = 0
    while index + 32 <= count {
      Scalar.lower(&a, to: eight(costs, index) &+ eight(prices, index))
      Scalar.lower(&b, to: eight(costs, index + 8) &+ eight(prices, index + 8))
      Scalar.lower(&c, to: eight(costs, index + 16) &+ eight(prices, index + 16))
      Scalar.lower(&d, to: eight(costs, index + 24) &+ eight(prices, index + 24))
      index += 32
    }
    if index < count {
      Scalar.lower(&a, to: eight(costs, index) &+ eight(prices, index))
      Scalar.lower(&b, to: eight(costs, index + 8) &+ eight(prices, index + 8))
    }
    let target = UnsafeMutableRawPointer(minima)
    let width = MemoryLayout<Eight>.stride
    target.storeBytes(of: a, as: Eight.self)
    target.storeBytes(of: b, toByteOffset: width, as: Eight.self)
    target.storeBytes(of: c, toByteOffset: 2 * width, as: Eight.self)
    target.storeBytes(of: d, toByteOffset: 3 * width, as: Eight.self)
  }

  /// Appends the columns in `range` whose sum of cost and price is below `limit`, with what they
  /// are below it, until there are at least `most`.
  ///
  /// The buffers must have room for `range.count` more.
  @inline(__always)
  static func collect(
    _ costs: UnsafePointer<Scalar>, _ prices: UnsafePointer<Scalar>, in range: Range<Int>,
    below limit: Scalar, most: Int, sums: UnsafeMutablePointer<Scalar>,
    columns: UnsafeMutablePointer<Int32>, count: inout Int
  ) {
    let limits = Eight(repeating: limit)
    var index = range.lowerBound
    while index < range.upperBound {
      let first = eight(costs, index) &+ eight(prices, index) &- limits
      let second = eight(costs, index + 8) &+ eight(prices, index + 8) &- limits
      if Scalar.hasNegative(first | second) {
        append(first, index, sums, columns, &count)
        append(second, index + 8, sums, columns, &count)
        if count >= most { return }
      }
      index += 16
    }
  }

  @inline(__always)
  private static func append(
    _ eight: Eight, _ index: Int, _ sums: UnsafeMutablePointer<Scalar>,
    _ columns: UnsafeMutablePointer<Int32>, _ count: inout Int
  ) {
    guard Scalar.hasNegative(eight) else { return }
    // Written without branches: a place counts only where the number is below 0.
    @inline(__always) func append(_ number: Scalar, _ lane: Int) {
      sums[count] = number
      columns[count] = Int32(truncatingIfNeeded: index &+ lane)
      count &+= number < 0 ? 1 : 0
    }
    append(eight[0], 0)
    append(eight[1], 1)
    append(eight[2], 2)
    append(eight[3], 3)
    append(eight[4], 4)
    append(eight[5], 5)
    append(eight[6], 6)
    append(eight[7], 7)
  }

  /// Moves the `wanted` least of `count` sums to the front, with their columns, and returns the
  /// greatest of them.
  static func select(
    _ wanted: Int, of count: Int, _ sums: UnsafeMutablePointer<Scalar>,
    _ columns: UnsafeMutablePointer<Int32>
  ) -> Scalar {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = sums[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while sums[left] < pivot { left &+= 1 }
        while sums[right] > pivot { right &-= 1 }
        if left <= right {
          (sums[left], sums[right]) = (sums[right], sums[left])
          (columns[left], columns[right]) = (columns[right], columns[left])
          left &+= 1
          right &-= 1
        }
      }
      if wanted - 1 <= right {
        high = right
      } else if wanted - 1 >= left {
        low = left
      } else {
        break
      }
    }
    var greatest = sums[0]
    for index in 1..<wanted { greatest = max(greatest, sums[index]) }
    return greatest
  }
}
