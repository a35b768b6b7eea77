/// What changes from one plan to another: who moves, and what it is worth.
public struct Exchange: Sendable, Hashable {
  /// The new total minus the old one, in every tier; compared lexicographically, it is above 0
  /// for a gain and below 0 for a loss.
  public var change: [Int128]
  /// The arcs that the new plan does without, ascending.
  public var dropped: [Int]
  /// The arcs that the new plan takes instead, ascending.
  public var taken: [Int]

  /// Creates an exchange.
  public init(change: [Int128], dropped: [Int], taken: [Int]) {
    self.change = change
    self.dropped = dropped
    self.taken = taken
  }

  /// Whether the plan stays as it is.
  public var isEmpty: Bool { dropped.isEmpty && taken.isEmpty }

  /// The plan after the exchange, ascending.
  ///
  /// - Complexity: O(*U* log *U*) for a plan of *U* arcs.
  public func applied(to plan: [Int]) -> [Int] {
    let gone = Set(dropped)
    return (plan.filter { !gone.contains($0) } + taken).sorted()
  }
}

/// Something with bounds: a row, a column, or a group.
public enum Place: Sendable, Hashable {
  /// A row, whose bounds say how often it asks.
  case row(Int)
  /// A column, whose bounds say how many it takes.
  case column(Int)
  /// A group of rows.
  case rowGroup(Int)
  /// A group of columns.
  case columnGroup(Int)
}
