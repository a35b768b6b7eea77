/// A hash that is the same on every machine and in every run: FNV-1a in 64 bits, mixed at the end.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(0)
  }

  /// Takes in bytes with nothing behind them.
  mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes { combine(byte) }
  }

  private mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var value: UInt64 {
    var mixed = (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }

  /// The number that settles ties between pairs: 24 bits.
  var tieBreak: Int64 { Int64(value >> 40) }

  /// The greatest of those numbers.
  static var greatestTieBreak: Int64 { 1 << 24 - 1 }

  /// The first twelve hexadecimal digits.
  var name: String {
    let digits = String(value >> 16, radix: 16)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}
