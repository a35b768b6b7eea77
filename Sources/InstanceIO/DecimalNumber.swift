/// A decimal number as it was written: ± magnitude · 10^exponent.
struct DecimalNumber: Hashable {
  var isNegative = false
  var magnitude: UInt64 = 0
  var exponent = 0
  /// Whether digits beyond the magnitude were dropped.
  var isTruncated = false

  init() {}

  init(_ integer: Int64) {
    isNegative = integer < 0
    magnitude = integer.magnitude
  }

  /// Appends a digit, after the decimal point or before it.
  @inline(__always)
  mutating func append(_ digit: UInt8, isFraction: Bool) {
    if magnitude <= (UInt64.max - 9) / 10 {
      magnitude = magnitude * 10 + UInt64(digit)
      if isFraction { exponent -= 1 }
    } else {
      if digit != 0 { isTruncated = true }
      if !isFraction { exponent += 1 }
    }
  }

  /// The number as an integer and a count of decimals, at most nine; nil where that is not exact.
  var fixedPoint: (value: Int64, decimals: UInt8)? {
    guard !isTruncated else { return nil }
    guard magnitude != 0 else { return (0, 0) }
    var (magnitude, exponent) = (magnitude, exponent)
    while exponent < 0, magnitude % 10 == 0 {
      magnitude /= 10
      exponent += 1
    }
    guard exponent >= -9 else { return nil }
    while exponent > 0 {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      magnitude = product
      exponent -= 1
    }
    let signed = isNegative ? -Int128(magnitude) : Int128(magnitude)
    return Int64(exactly: signed).map { ($0, UInt8(-exponent)) }
  }

  /// The number times `factor`, rounded with halves away from zero; nil beyond 64 bits.
  func scaled(by factor: Int64) -> Int64? {
    var product = UInt128(magnitude) * UInt128(factor.magnitude)
    var exponent = exponent
    while exponent > 0, product != 0 {
      guard product <= UInt128(Int64.max) else { return nil }
      product *= 10
      exponent -= 1
    }
    if exponent < -38 {
      product = 0
    } else if exponent < 0 {
      let divisor = (0..<(-exponent)).reduce(UInt128(1)) { power, _ in power * 10 }
      let rest = product % divisor
      product /= divisor
      if rest >= divisor - rest { product += 1 }
    }
    guard product <= UInt128(Int64.max) else { return nil }
    return isNegative ? -Int64(product) : Int64(product)
  }
}
