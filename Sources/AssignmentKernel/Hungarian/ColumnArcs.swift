/// The arcs of each column with their weights: the same as the rows' arcs, turned over.
///
/// Space: O(arcs), made only where paths are searched backward.
struct ColumnArcs: Sendable {
  private let rowCount: Int
  /// Where each column's arcs start; empty where all meet all.
  private var start: [Int] = []
  private var rows: [Int32] = []
  private var weights: [Int64]

  /// As many columns are turned over together as fit a cache line of weights.
  private static var block: Int { 8 }

  init(_ arcs: ArcPattern, weights source: [Int64]) {
    rowCount = arcs.rowCount
    weights = Array(repeating: 0, count: source.count)
    if arcs.isDense {
      turnOver(source, columnCount: arcs.columnCount)
    } else {
      turnOver(source, arcs)
    }
  }

  private mutating func turnOver(_ source: [Int64], columnCount: Int) {
    for first in stride(from: 0, to: columnCount, by: Self.block) {
      let last = min(first + Self.block, columnCount)
      for row in 0..<rowCount {
        for column in first..<last {
          weights[column * rowCount + row] = source[row * columnCount + column]
        }
      }
    }
  }

  private mutating func turnOver(_ source: [Int64], _ arcs: ArcPattern) {
    start = [Int](repeating: 0, count: arcs.columnCount + 1)
    for column in arcs.columns { start[Int(column) + 1] += 1 }
    for column in 0..<arcs.columnCount { start[column + 1] += start[column] }
    var next = start
    rows = Array(repeating: 0, count: source.count)
    for row in 0..<rowCount {
      for arc in arcs.arcs(ofRow: row) {
        let column = Int(arcs.columns[arc])
        rows[next[column]] = Int32(row)
        weights[next[column]] = source[arc]
        next[column] += 1
      }
    }
  }

  /// Where the arcs of a column stand, by ascending row.
  @inline(__always)
  func entries(ofColumn column: Int) -> Range<Int> {
    start.isEmpty
      ? column * rowCount..<(column + 1) * rowCount : start[column]..<start[column + 1]
  }

  @inline(__always)
  func row(at entry: Int, ofColumn column: Int) -> Int {
    start.isEmpty ? entry - column * rowCount : Int(rows[entry])
  }

  @inline(__always)
  func weight(at entry: Int) -> Int64 { weights[entry] }
}
