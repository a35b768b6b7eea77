/// Where the arcs of a row and their weights come from when they are asked for.
///
/// ```swift
/// struct Distances: ArcSource {
///   let rows: [Int64], columns: [Int64]
///
///   func fill(_ arcs: inout RowArcs, ofRow row: Int) {
///     arcs.resize(to: columns.count)
///     for column in columns.indices {
///       arcs.columns[column] = Int32(column)
///       arcs.weights[column] = -abs(rows[row] - columns[column])
///     }
///   }
/// }
/// ```
///
/// A source is asked for the same row many times and by several threads at once, and gives the
/// same arcs every time.
public protocol ArcSource: Sendable {
  /// Puts the arcs of a row into `arcs` in place of what it holds.
  ///
  /// Columns strictly ascend. The buffer is used again for other rows, so that after a few rows
  /// nothing is allocated.
  func fill(_ arcs: inout RowArcs, ofRow row: Int)
}

/// The arcs of one row with their weights in all tiers: a buffer that a source fills.
public struct RowArcs: Sendable {
  /// The number of tiers.
  public let tierCount: Int
  /// The column of each arc, ascending.
  public var columns: [Int32] = []
  /// The weights arc by arc: that of arc *a* in tier *t* stands at *a* · tiers + *t*.
  public var weights: [Int64] = []

  /// Creates an empty buffer.
  public init(tierCount: Int) {
    self.tierCount = tierCount
  }

  /// The number of arcs.
  public var count: Int { columns.count }

  /// Makes room for so many arcs; what they hold is left over from before.
  ///
  /// - Complexity: O(1) where the buffer has been as large before.
  public mutating func resize(to count: Int) {
    columns.resize(to: count, filling: 0)
    weights.resize(to: count * tierCount, filling: 0)
  }

  /// Adds an arc behind the others, with a weight for each tier.
  public mutating func append(column: Int, weights: some Collection<Int64>) {
    columns.append(Int32(column))
    self.weights.append(contentsOf: weights)
  }

  /// Takes all arcs out.
  public mutating func removeAll() {
    columns.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  /// The weights of an arc.
  func weights(of arc: Int) -> ArraySlice<Int64> {
    weights[arc * tierCount..<(arc + 1) * tierCount]
  }

  /// Whether the columns ascend within the range and every arc has its weights.
  func isWellFormed(columnCount: Int) -> Bool {
    guard weights.count == columns.count * tierCount else { return false }
    var last: Int32 = -1
    for column in columns {
      guard column > last else { return false }
      last = column
    }
    return last < Int32(columnCount)
  }
}

/// The arcs of a problem that is in memory, given out row by row.
public struct StoredArcs: ArcSource {
  private let problem: AssignmentProblem

  /// Creates a source over the arcs of `problem`.
  public init(_ problem: AssignmentProblem) {
    self.problem = problem
  }

  /// Copies the arcs of a row.
  public func fill(_ arcs: inout RowArcs, ofRow row: Int) {
    let range = problem.arcs.arcs(ofRow: row)
    arcs.resize(to: range.count)
    for (place, arc) in range.enumerated() {
      arcs.columns[place] = Int32(problem.arcs.column(ofArc: arc))
      for tier in problem.tiers.indices {
        arcs.weights[place * problem.tiers.count + tier] = problem.tiers[tier][arc]
      }
    }
  }
}

extension Array {
  fileprivate mutating func resize(to count: Int, filling element: Element) {
    if count < self.count {
      removeLast(self.count - count)
    } else if count > self.count {
      append(contentsOf: repeatElement(element, count: count - self.count))
    }
  }
}
