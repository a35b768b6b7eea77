/// Which rows meet which columns: all with all, or a list of columns for each row.
///
/// Arcs are numbered row by row, and within a row by ascending column. Space: O(1) where all meet
/// all, else O(rows + arcs).
public struct ArcPattern: Sendable, Hashable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// Where each row's arcs start, with the number of arcs at the end; empty when all meet all.
  public let rowStart: [Int]
  /// The column of each arc; empty when all meet all.
  public let columns: [Int32]

  /// Every row meets every column.
  public init(rows: Int, columns: Int) {
    rowCount = rows
    columnCount = columns
    rowStart = []
    self.columns = []
  }

  /// Every row meets the columns listed for it.
  ///
  /// - Precondition: each column is in `0..<columns`; the order within a row is checked by the
  ///   problem.
  public init(columnsOfRows: [[Int]], columns: Int) {
    var start = [0]
    start.reserveCapacity(columnsOfRows.count + 1)
    var list: [Int32] = []
    for row in columnsOfRows {
      for column in row { list.append(Int32(column)) }
      start.append(list.count)
    }
    self.init(rowStart: start, columns: list, columnCount: columns)
  }

  /// Every row meets the columns from its start to the next row's start.
  ///
  /// - Precondition: `rowStart` ascends from 0 to the number of arcs.
  public init(rowStart: [Int], columns: [Int32], columnCount: Int) {
    precondition(
      rowStart.first == 0 && rowStart.last == columns.count,
      "row starts must run from 0 to the number of arcs")
    rowCount = rowStart.count - 1
    self.columnCount = columnCount
    self.rowStart = rowStart
    self.columns = columns
  }

  /// Whether every row meets every column.
  public var isDense: Bool { rowStart.isEmpty }

  /// The number of arcs.
  public var count: Int { isDense ? rowCount * columnCount : columns.count }

  /// The arcs of a row.
  public func arcs(ofRow row: Int) -> Range<Int> {
    isDense ? row * columnCount..<(row + 1) * columnCount : rowStart[row]..<rowStart[row + 1]
  }

  /// The column of an arc.
  public func column(ofArc arc: Int) -> Int {
    isDense ? arc % columnCount : Int(columns[arc])
  }

  /// The row of an arc.
  ///
  /// Time: O(log rows), O(1) where all meet all.
  public func row(ofArc arc: Int) -> Int {
    guard !isDense else { return arc / columnCount }
    var low = 0
    var high = rowCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if rowStart[middle] <= arc { low = middle } else { high = middle }
    }
    while rowStart[low + 1] <= arc { low += 1 }
    return low
  }

  /// The arc from `row` to `column`, or nil.
  ///
  /// Time: O(log degree).
  public func arc(row: Int, column: Int) -> Int? {
    guard !isDense else { return row * columnCount + column }
    var (low, high) = (rowStart[row], rowStart[row + 1])
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < Int32(column) { low = middle + 1 } else { high = middle }
    }
    return low < rowStart[row + 1] && columns[low] == Int32(column) ? low : nil
  }

  /// A row whose columns do not strictly ascend within the range, or nil.
  var unsortedRow: Int? {
    guard !isDense else { return nil }
    for row in 0..<rowCount {
      guard rowStart[row] <= rowStart[row + 1] else { return row }
      var last: Int32 = -1
      for arc in rowStart[row]..<rowStart[row + 1] {
        guard columns[arc] > last, columns[arc] < Int32(columnCount) else { return row }
        last = columns[arc]
      }
    }
    return nil
  }
}
