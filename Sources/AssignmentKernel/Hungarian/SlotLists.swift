/// The chosen arcs: as many slots a row as it can use, and for each column a list of the slots
/// that hold it.
///
/// Space: O(rows + columns + units of demand).
struct SlotLists {
  private let rowStart: [Int32]
  private var arc: [Int]
  private let row: [Int32]
  private var column: [Int32]
  private var next: [Int32]
  private var previous: [Int32]
  private var head: [Int32]

  static var none: Int32 { -1 }

  init(_ problem: AssignmentProblem) {
    var rowStart: [Int32] = [0]
    var row: [Int32] = []
    rowStart.reserveCapacity(problem.rowCount + 1)
    row.reserveCapacity(problem.rowCount)
    for index in 0..<problem.rowCount {
      let count = min(problem.rowDemand[index].upper, problem.arcs.arcs(ofRow: index).count)
      for _ in 0..<count { row.append(Int32(index)) }
      rowStart.append(Int32(row.count))
    }
    self.rowStart = rowStart
    self.row = row
    arc = Array(repeating: -1, count: row.count)
    column = Array(repeating: -1, count: row.count)
    next = Array(repeating: Self.none, count: row.count)
    previous = next
    head = Array(repeating: Self.none, count: problem.columnCount)
  }

  /// The chosen arcs, ascending.
  var arcs: [Int] { arc.filter { $0 >= 0 }.sorted() }

  @inline(__always)
  func firstSlot(ofColumn column: Int) -> Int32 { head[column] }

  @inline(__always)
  func slot(after slot: Int32) -> Int32 { next[Int(slot)] }

  @inline(__always)
  func row(ofSlot slot: Int32) -> Int { Int(row[Int(slot)]) }

  @inline(__always)
  func arc(ofSlot slot: Int32) -> Int { arc[Int(slot)] }

  /// The column that a slot holds.
  @inline(__always)
  func column(ofSlot slot: Int32) -> Int { Int(column[Int(slot)]) }

  /// The slots of a row, those included that hold nothing.
  @inline(__always)
  func slots(ofRow row: Int) -> Range<Int32> { rowStart[row]..<rowStart[row + 1] }

  /// The slot of `row` that holds nothing.
  ///
  /// - Precondition: there is one.
  func freeSlot(row: Int) -> Int32 {
    var slot = rowStart[row]
    while arc[Int(slot)] >= 0 { slot += 1 }
    precondition(slot < rowStart[row + 1], "a row can't be used more often than it has arcs")
    return slot
  }

  /// Calls `body` with each slot of the row that holds an arc.
  @inline(__always)
  func forEachHeld(row: Int, _ body: (_ slot: Int32, _ arc: Int) -> Void) {
    for slot in slots(ofRow: row) where arc[Int(slot)] >= 0 { body(slot, arc[Int(slot)]) }
  }

  /// Whether the row holds the arc.
  func holds(row: Int, arc wanted: Int) -> Bool {
    for slot in rowStart[row]..<rowStart[row + 1] where arc[Int(slot)] == wanted { return true }
    return false
  }

  /// Whether the row holds the column.
  @inline(__always)
  func holds(row: Int, column wanted: Int) -> Bool {
    for slot in slots(ofRow: row) where column[Int(slot)] == Int32(wanted) { return true }
    return false
  }

  mutating func take(_ slot: Int32, arc newArc: Int, column: Int) {
    arc[Int(slot)] = newArc
    self.column[Int(slot)] = Int32(column)
    next[Int(slot)] = head[column]
    previous[Int(slot)] = Self.none
    if head[column] >= 0 { previous[Int(head[column])] = slot }
    head[column] = slot
  }

  mutating func release(_ slot: Int32, column: Int) {
    let (before, after) = (previous[Int(slot)], next[Int(slot)])
    if before >= 0 { next[Int(before)] = after } else { head[column] = after }
    if after >= 0 { previous[Int(after)] = before }
    arc[Int(slot)] = -1
    self.column[Int(slot)] = -1
  }
}
