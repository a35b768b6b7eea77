/// The costs of a dense problem in a compact form, made row by row when a row is looked at again.
///
/// Many rows are looked at once only: their costs are made in a buffer that the next such row
/// overwrites. Each row is filled up with ``DenseScalar/far`` to a multiple of ``RowScan/step``.
///
/// Space: O(*A*) for *A* arcs, of which no more is touched than is needed.
final class DenseCosts<Scalar: DenseScalar> {
  /// The length of a row: the columns, one outside, and what fills it up.
  let stride: Int
  /// A column beyond all others, at a cost of ``DenseScalar/far``.
  let nowhere: Int

  private let shape: DenseShape
  private let weights: [Int64]
  private let closed: [Int]
  private let kept: UnsafeMutablePointer<Scalar>
  private let once: UnsafeMutablePointer<Scalar>
  private var looks: [UInt8]

  init(_ shape: DenseShape, weights: [Int64]) {
    self.shape = shape
    self.weights = weights
    nowhere = shape.columnCount + 1
    stride = (nowhere / RowScan<Scalar>.step + 1) * RowScan<Scalar>.step
    closed = (0..<shape.columnCount).filter { shape.places[$0] == 0 }
    kept = .allocate(capacity: shape.rowCount * stride)
    once = .allocate(capacity: stride)
    looks = Array(repeating: 0, count: shape.rowCount)
  }

  deinit {
    kept.deallocate()
    once.deallocate()
  }

  /// The costs of a row, which stay until this is called again.
  @inline(__always)
  func costs(of row: Int) -> UnsafePointer<Scalar> {
    let target = kept + row * stride
    switch looks[row] {
    case 0:
      looks[row] = 1
      fill(once, row)
      return UnsafePointer(once)
    case 1:
      looks[row] = 2
      fill(target, row)
    default: break
    }
    return UnsafePointer(target)
  }

  /// The cost of one arc; the column may be the one outside.
  @inline(__always)
  func cost(_ row: Int, _ column: Int) -> Scalar {
    guard column < shape.columnCount else { return outside(row) }
    guard shape.places[column] > 0 else { return Scalar.far }
    return cost(ofWeight: weights[row * shape.columnCount + column])
  }

  /// What it costs a row to stay without a place.
  @inline(__always)
  func outside(_ row: Int) -> Scalar {
    shape.hasOutside && !shape.isRequired[row] ? cost(ofWeight: 0) : Scalar.far
  }

  @inline(__always)
  private func cost(ofWeight weight: Int64) -> Scalar {
    (Scalar(truncatingIfNeeded: shape.range.highest) &- Scalar(truncatingIfNeeded: weight))
      &<< Scalar(truncatingIfNeeded: shape.range.shift)
  }

  private func fill(_ target: UnsafeMutablePointer<Scalar>, _ row: Int) {
    let (count, first) = (shape.columnCount, row * shape.columnCount)
    let highest = Scalar(truncatingIfNeeded: shape.range.highest)
    let shift = Scalar(truncatingIfNeeded: shape.range.shift)
    weights.withUnsafeBufferPointer { weights in
      for column in 0..<count {
        target[column] =
          (highest &- Scalar(truncatingIfNeeded: weights[first &+ column])) &<< shift
      }
    }
    target[count] = outside(row)
    for column in nowhere..<stride { target[column] = Scalar.far }
    for column in closed { target[column] = Scalar.far }
  }
}
