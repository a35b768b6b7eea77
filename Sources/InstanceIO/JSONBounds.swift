import AssignmentKernel
import Wording

/// Bounds in JSON: `lower` and `upper`, each a number or an array with one for each node; 0…1 where
/// nothing is said.
struct JSONBounds {
  /// What a bound may be.
  static let range = 0...Int(Int32.max)

  private var lower: [Int]?
  private var upper: [Int]?
  private var isLowerShared = false
  private var isUpperShared = false

  init() {}

  init(from scanner: inout ByteScanner) throws(InstanceError) {
    var bounds = JSONBounds()
    scanner.skipSpace()
    guard scanner.isAtEnd || scanner.current == UInt8(ascii: "{") else {
      throw scanner.failure(.notBounds)
    }
    try scanner.object { (scanner, key) throws(InstanceError) in
      switch key {
      case "lower": (bounds.lower, bounds.isLowerShared) = try Self.read(&scanner)
      case "upper": (bounds.upper, bounds.isUpperShared) = try Self.read(&scanner)
      default: throw InstanceError(.unknown, line: scanner.line, value: String(key.prefix(24)))
      }
    }
    self = bounds
  }

  private static func read(
    _ scanner: inout ByteScanner
  ) throws(InstanceError) -> ([Int], isShared: Bool) {
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: "[") else {
      return ([try scanner.integer(in: range)], true)
    }
    var list: [Int] = []
    try scanner.array { (scanner) throws(InstanceError) in
      list.append(try scanner.integer(in: range))
    }
    return (list, false)
  }

  /// The bounds of each of `count` nodes.
  ///
  /// Where only the lower bound is given, the upper one is as high, and at least 1.
  func expanded(to count: Int, key: String) throws(InstanceError) -> [Bounds] {
    for (list, isShared) in [(lower, isLowerShared), (upper, isUpperShared)] {
      guard let list, !isShared, list.count != count else { continue }
      throw InstanceError(.count(list.count, expected: count), value: key)
    }
    return (0..<count).map { node in
      let low = lower.map { isLowerShared ? $0[0] : $0[node] } ?? 0
      let high = upper.map { isUpperShared ? $0[0] : $0[node] } ?? max(1, low)
      return Bounds(lower: low, upper: high)
    }
  }
}

extension Text {
  fileprivate static let notBounds = Text(
    ru: #"Здесь нужны границы: {"lower": …, "upper": …}."#,
    en: #"Bounds must stand here: {"lower": …, "upper": …}."#)

  fileprivate static let unknown = Text(
    ru: "Границы — это lower и upper.", en: "Bounds are lower and upper.")

  fileprivate static func count(_ found: Int, expected: Int) -> Text {
    Text(
      ru: "Границ \(found), а нужно \(expected) или одно число.",
      en: "There are \(found) bounds; give \(expected) or one number.")
  }
}
