/// The integers in which dense rows are scanned, eight at a time.
///
/// Costs stay below a quarter of ``far`` and prices below a half, so that what is allowed is always
/// nearer than ``far``, and no sum in a search wraps.
protocol DenseScalar: FixedWidthInteger, SignedInteger, SIMDScalar, Codable, Sendable {
  /// The cost of what is not allowed.
  static var far: Self { get }

  /// Whether any of eight numbers is below 0.
  static func hasNegative(_ numbers: SIMD8<Self>) -> Bool

  /// Replaces each of eight numbers by the other where that is less.
  ///
  /// Only between concrete vectors is a comparison one instruction.
  static func lower(_ numbers: inout SIMD8<Self>, to others: SIMD8<Self>)
}

extension DenseScalar {
  /// The greatest cost of an arc.
  static var costLimit: Self { far >> 2 }
  /// The greatest price of a place.
  static var priceLimit: Self { far >> 1 }
}

extension Int32: DenseScalar {
  static var far: Int32 { 1 << 28 }

  @inline(__always)
  static func lower(_ numbers: inout SIMD8<Int32>, to others: SIMD8<Int32>) {
    numbers.replace(with: others, where: others .< numbers)
  }

  @inline(__always)
  static func hasNegative(_ numbers: SIMD8<Int32>) -> Bool {
    let pairs = unsafeBitCast(numbers, to: SIMD4<UInt64>.self)
    let both = pairs.lowHalf | pairs.highHalf
    return (both.x | both.y) & 0x8000_0000_8000_0000 != 0
  }
}

extension Int64: DenseScalar {
  static var far: Int64 { 1 << 60 }

  @inline(__always)
  static func lower(_ numbers: inout SIMD8<Int64>, to others: SIMD8<Int64>) {
    numbers.replace(with: others, where: others .< numbers)
  }

  @inline(__always)
  static func hasNegative(_ numbers: SIMD8<Int64>) -> Bool {
    let four = numbers.lowHalf | numbers.highHalf
    let two = four.lowHalf | four.highHalf
    return two.x | two.y < 0
  }
}
