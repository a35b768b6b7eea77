/// In each of the columns, while it is open, so many of the rows stand.
///
/// "At most two from one school" is a rule for each school; "these two apart" is a rule that at
/// most one of the two stands in any column.
public struct CompositionRule: Sendable, Hashable {
  /// The columns, each by itself.
  public var columns: [Int]
  /// The rows that are counted.
  public var rows: [Int]
  /// How many of them stand in an open column.
  public var bounds: Bounds

  /// Creates a rule.
  public init(columns: [Int], rows: [Int], _ bounds: Bounds) {
    self.columns = columns
    self.rows = rows
    self.bounds = bounds
  }
}

/// Rows that keep together: in each of the columns stand all of them or none.
public struct Company: Sendable, Hashable {
  /// The rows.
  public var rows: [Int]
  /// The columns, each by itself.
  public var columns: [Int]

  /// Creates a company.
  public init(rows: [Int], columns: [Int]) {
    self.rows = rows
    self.columns = columns
  }
}

/// How many of some columns open, all of which may close.
public struct OpenLimit: Sendable, Hashable {
  /// The columns.
  public var columns: [Int]
  /// How many of them open.
  public var bounds: Bounds

  /// Creates a limit.
  public init(columns: [Int], _ bounds: Bounds) {
    self.columns = columns
    self.bounds = bounds
  }
}
