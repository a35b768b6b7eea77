/// The costs of a dense problem turned over: the rows of each column one after the other.
///
/// Made where many columns are searched, since going down a column of the weights touches another
/// page of memory with every row.
///
/// Space: O(*A*) for *A* arcs.
struct DenseColumns<Scalar: DenseScalar> {
  /// The length of a column: the rows, and what fills it up with ``DenseScalar/far``.
  let stride: Int
  private var costs: [Scalar]

  /// So many rows are turned over together that their pages stay at hand.
  private static var tile: Int { 64 }

  /// - Complexity: O(*A*) time.
  init(_ source: DenseCosts<Scalar>, rowCount: Int, columnCount: Int) {
    stride = Self.stride(rowCount: rowCount)
    let size = stride * columnCount
    let length = stride
    costs = Array(unsafeUninitializedCapacity: size) { target, count in
      for first in Swift.stride(from: 0, to: rowCount, by: Self.tile) {
        let last = min(first + Self.tile, rowCount)
        for column in 0..<columnCount {
          for row in first..<last { target[column &* length &+ row] = source.cost(row, column) }
        }
      }
      for column in 0..<columnCount {
        for row in rowCount..<length { target[column * length + row] = Scalar.far }
      }
      count = size
    }
  }

  /// The length of a column of so many rows.
  static func stride(rowCount: Int) -> Int {
    let step = RowScan<Scalar>.step
    return (rowCount + step - 1) / step * step
  }

  /// Calls `body` with the costs of a column.
  @inline(__always)
  func withCosts<Result>(
    ofColumn column: Int, _ body: (UnsafePointer<Scalar>) -> Result?
  ) -> Result? {
    costs.withUnsafeBufferPointer { costs in
      costs.baseAddress.flatMap { body($0 + column * stride) }
    }
  }
}
