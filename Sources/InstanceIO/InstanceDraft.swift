import AssignmentKernel
import Wording

/// What a format's reader makes of a file: the parts of a problem, weights not yet in one unit.
struct InstanceDraft {
  var sense = RawInstance.Sense.min
  var arcs: ArcPattern
  var weights: WeightTable
  var rowDemand: [Bounds]
  var columnLoad: [Bounds]
  var rowGroups: [NodeGroup] = []
  var columnGroups: [NodeGroup] = []
  /// What is said of columns that may close; nil where nothing is.
  var groups: GroupDraft?

  /// A draft in which each row asks exactly once and each column takes at most one.
  init(arcs: ArcPattern, weights: WeightTable) {
    self.arcs = arcs
    self.weights = weights
    rowDemand = Array(repeating: .exactly(1), count: arcs.rowCount)
    columnLoad = Array(repeating: .upTo(1), count: arcs.columnCount)
  }
}

/// Collects a matrix row by row.
struct MatrixBuilder {
  private(set) var rowStart = [0]
  private(set) var columns: [Int32] = []
  private var nextColumn = 0
  private var isFull = true
  var weights: WeightTable

  init(options: RawInstance.Options) {
    weights = WeightTable(options)
  }

  /// The row and column of the next entry.
  var place: (row: Int, column: Int) { (rowStart.count - 1, nextColumn) }
  /// The number of entries of the unfinished row.
  var width: Int { nextColumn }

  mutating func append(_ number: DecimalNumber) throws(InstanceError) {
    try weights.append(number, row: rowStart.count - 1, column: nextColumn)
    columns.append(Int32(truncatingIfNeeded: nextColumn))
    nextColumn += 1
  }

  mutating func forbid() {
    isFull = false
    nextColumn += 1
  }

  mutating func endRow() {
    rowStart.append(columns.count)
    nextColumn = 0
  }

  func pattern(columnCount: Int) -> ArcPattern {
    isFull
      ? ArcPattern(rows: rowStart.count - 1, columns: columnCount)
      : ArcPattern(rowStart: rowStart, columns: columns, columnCount: columnCount)
  }
}

/// Collects arcs in any order.
struct ArcBuilder {
  private var rows: [Int32] = []
  private var columns: [Int32] = []
  private var weights: WeightTable

  init(options: RawInstance.Options) {
    weights = WeightTable(options)
  }

  var count: Int { rows.count }

  mutating func append(
    row: Int, column: Int, _ number: DecimalNumber
  ) throws(InstanceError) {
    try weights.append(number, row: row, column: column)
    rows.append(Int32(row))
    columns.append(Int32(column))
  }

  /// The arcs by row and column, with their weights.
  func finished(
    rowCount: Int, columnCount: Int
  ) throws(InstanceError) -> (ArcPattern, WeightTable) {
    try weights.memory.take(
      rows.count * (8 + 4 + WeightTable.bytes) + (rowCount + columnCount) * 16)
    var start = [Int](repeating: 0, count: rowCount + 1)
    for row in rows { start[Int(row) + 1] += 1 }
    for row in 0..<rowCount { start[row + 1] += start[row] }
    var next = start
    var order = [Int](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      order[next[Int(row)]] = index
      next[Int(row)] += 1
    }
    for row in 0..<rowCount {
      order[start[row]..<start[row + 1]].sort { columns[$0] < columns[$1] }
      for (one, other) in zip(
        start[row]..<start[row + 1], (start[row]..<start[row + 1]).dropFirst())
      where columns[order[one]] == columns[order[other]] {
        throw InstanceError(.arcTwice, row: row, column: Int(columns[order[one]]))
      }
    }
    let pattern = ArcPattern(
      rowStart: start, columns: order.map { columns[$0] }, columnCount: columnCount)
    return (pattern, weights.reordered(order))
  }
}

extension Text {
  static let arcTwice = Text(
    ru: "Дуга указана дважды: оставьте одну.", en: "The arc is given twice: keep one of them.")
}
