import AssignmentKernel
import SolverConformance

/// What the weights of a random dense problem are like.
enum DenseKind: CaseIterable, Sendable {
  case uniform, ties, equal, negative, profiles, distances, likeRows, outlier
  case above32Bits, near2to53, near2to62

  /// Weights for `rows` by `columns`, row by row.
  func weights(rows: Int, columns: Int, _ source: inout SplitMix64) -> [Int64] {
    func many(_ range: ClosedRange<Int64>, _ source: inout SplitMix64) -> [Int64] {
      (0..<rows * columns).map { _ in Int64.random(in: range, using: &source) }
    }
    func points(_ count: Int, _ source: inout SplitMix64) -> [[Double]] {
      (0..<count).map { _ in (0..<3).map { _ in Double.random(in: 0..<1, using: &source) } }
    }
    switch self {
    case .uniform: return many(0...1_000_000, &source)
    case .ties: return many(-1...2, &source)
    case .equal: return Array(repeating: 3, count: rows * columns)
    case .negative: return many(-100 ... -1, &source)
    case .profiles, .distances:
      let (here, there) = (points(rows, &source), points(columns, &source))
      return here.flatMap { row in
        there.map { column in
          let terms = zip(row, column).map { self == .profiles ? $0 * $1 : -abs($0 - $1) }
          return Int64(1000 * terms.reduce(0, +))
        }
      }
    case .likeRows:
      let row = many(0...1000, &source).prefix(columns)
      return (0..<rows).flatMap { _ in row }
    case .outlier:
      var weights = many(0...9, &source)
      weights[Int.random(in: weights.indices, using: &source)] = 100_000_000
      return weights
    case .above32Bits: return many(-(1 << 40)...(1 << 40), &source)
    case .near2to53: return many((1 << 53) - 100...(1 << 53), &source)
    case .near2to62: return many(-(1 << 62)...(1 << 62), &source)
    }
  }
}

extension AssignmentProblem {
  /// A random dense problem of a kind: wide, tall or square, with room above, at or below demand,
  /// rows that must, may or must not have a place, columns that are closed or never full.
  static func dense(_ kind: DenseKind, seed: UInt64, largest: Int) throws -> AssignmentProblem {
    var source = SplitMix64(seed: seed)
    func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &source) }
    let rows = 1 + below(largest)
    let columns = below(3) == 0 ? rows : 1 + below(largest)
    let weights = kind.weights(rows: rows, columns: columns, &source)
    let style = below(5)
    let loads: [Bounds] = (0..<columns).map { column in
      switch style {
      case 0: .upTo(1)
      case 1: .upTo(below(4))
      case 2: .upTo(Int(Int32.max))
      // Exactly as many places as there are rows.
      case 3: .upTo(rows / columns + (column < rows % columns ? 1 : 0))
      default: .upTo(1 + below(3))
      }
    }
    let demand = below(4)
    let demands: [Bounds] = (0..<rows).map { _ in
      switch demand {
      case 0: .exactly(1)
      case 1: .upTo(1)
      case 2: below(2) == 0 ? .exactly(1) : .upTo(1)
      default: [.exactly(0), .exactly(1), .upTo(1)][below(3)]
      }
    }
    return try AssignmentProblem(
      arcs: ArcPattern(rows: rows, columns: columns), tiers: [weights], rowDemand: demands,
      columnLoad: loads)
  }

  /// The same with every arc in a list, which the dense solver leaves alone.
  func listed() throws -> AssignmentProblem {
    try AssignmentProblem(
      arcs: ArcPattern(
        columnsOfRows: Array(repeating: Array(0..<columnCount), count: rowCount),
        columns: columnCount),
      tiers: tiers, rowDemand: rowDemand, columnLoad: columnLoad)
  }
}
