import AssignmentKernel
import Wording

/// What a unit of an integer weight is in the units of the file.
public enum WeightUnit: Sendable, Hashable {
  /// Ten to the minus so many.
  case decimals(Int)
  /// One part in so many; the weights were rounded to it.
  case rounded(partsPerUnit: Int64)

  /// So many units as a decimal number of the file's units, without needless zeros.
  ///
  /// Exact, unless the parts divide no power of ten; then rounded down to 18 decimals.
  public func decimal(of count: Int128) -> String {
    let divisor: UInt128 =
      switch self {
      case .decimals(let decimals): (0..<decimals).reduce(1) { power, _ in power * 10 }
      case .rounded(let parts): UInt128(parts)
      }
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits = ""
    var remainder = rest
    while remainder != 0, digits.count < 63, digits.count < 18 || isFinite {
      remainder *= 10
      digits += "\(remainder / divisor)"
      remainder %= divisor
    }
    while digits.last == "0" { digits.removeLast() }
    let sign = count < 0 && (whole != 0 || !digits.isEmpty) ? "-" : ""
    return sign + "\(whole)" + (digits.isEmpty ? "" : "." + digits)
  }

  /// Whether every count of units has a finite decimal expansion.
  private var isFinite: Bool {
    guard case .rounded(var parts) = self else { return true }
    for prime: Int64 in [2, 5] {
      while parts % prime == 0 { parts /= prime }
    }
    return parts == 1
  }
}

/// Weights as they come from a file, each with its own number of decimals.
struct WeightTable {
  private var values: [Int64] = []
  /// Empty as long as all weights are integers.
  private var decimals: [UInt8] = []
  private let scale: Int64?
  let memory: MemoryBudget
  /// As many weights as there is known to be room for.
  private var room = 1 << 16

  /// The bytes of a weight with its decimals.
  static let bytes = 9

  init(_ options: RawInstance.Options) {
    scale = options.scale
    memory = options.memory
  }

  var count: Int { values.count }

  mutating func reserve(_ count: Int) throws(InstanceError) {
    try ensureRoom(for: count)
    values.reserveCapacity(count)
  }

  /// Makes sure that there is memory for so many weights, and for the ends of their arcs.
  private mutating func ensureRoom(for count: Int) throws(InstanceError) {
    guard count > room else { return }
    try memory.take(count * (Self.bytes + 8))
    room = count
  }

  mutating func append(
    _ number: DecimalNumber, row: Int?, column: Int
  ) throws(InstanceError) {
    if values.count == room { try ensureRoom(for: 2 * room) }
    if let scale {
      guard let value = number.scaled(by: scale) else {
        throw InstanceError(.tooLarge, row: row, column: column)
      }
      values.append(value)
      return
    }
    guard let fixed = number.fixedPoint else {
      throw InstanceError(.inexact, row: row, column: column)
    }
    if fixed.decimals > 0, decimals.isEmpty {
      decimals = Array(repeating: 0, count: values.count)
    }
    if fixed.decimals > 0 || !decimals.isEmpty { decimals.append(fixed.decimals) }
    values.append(fixed.value)
  }

  func reordered(_ order: [Int]) -> WeightTable {
    var table = self
    table.values = order.map { values[$0] }
    if !decimals.isEmpty { table.decimals = order.map { decimals[$0] } }
    return table
  }

  /// All weights in the smallest unit that holds them exactly, those of the pattern's arcs first
  /// and then those of opening each column.
  func finished(
    isNegated: Bool, pattern: ArcPattern
  ) throws(InstanceError) -> ([Int64], WeightUnit) {
    try memory.take(values.count * Self.bytes)
    let most = decimals.max() ?? 0
    let powers = (0...most).map { exponent in
      (0..<exponent).reduce(Int64(isNegated ? -1 : 1)) { power, _ in power * 10 }
    }
    var weights = values
    if isNegated || most > 0 {
      for arc in weights.indices {
        let power = powers[Int(most - (decimals.isEmpty ? 0 : decimals[arc]))]
        let (weight, overflow) = values[arc].multipliedReportingOverflow(by: power)
        guard !overflow else {
          guard arc < pattern.count else {
            throw InstanceError(.tooLarge, column: arc - pattern.count, value: "opening")
          }
          throw InstanceError(
            .tooLarge, row: pattern.row(ofArc: arc), column: pattern.column(ofArc: arc))
        }
        weights[arc] = weight
      }
    }
    return (weights, scale.map { .rounded(partsPerUnit: $0) } ?? .decimals(Int(most)))
  }
}

extension MemoryBudget {
  /// Makes sure that `bytes` can be taken.
  func take(_ bytes: Int) throws(InstanceError) {
    do throws(MemoryShortage) {
      try require(bytes)
    } catch {
      throw InstanceError(error)
    }
  }
}

extension Text {
  fileprivate static let inexact = Text(
    ru: "Вес не держится точно в девяти знаках после запятой и 64 битах: задайте --scale.",
    en: "The weight is not exact within nine decimals and 64 bits: give a --scale.")
  fileprivate static let tooLarge = Text(
    ru: "Вес не помещается в 64 бита: уменьшите веса или множитель.",
    en: "The weight does not fit into 64 bits: make the weights or the scale smaller.")
}
