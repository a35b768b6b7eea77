public import AssignmentKernel

/// A problem with a name and the answer that every solver must give.
public struct NamedInstance: Sendable, CustomStringConvertible {
  /// What a solver must find.
  public enum Answer: Sendable, Hashable {
    /// An optimal plan with this total in each tier.
    case optimal([Int128])
    /// A proof that there is no plan.
    case infeasible
  }

  /// What the instance is about.
  public let name: String
  /// The problem.
  public let problem: AssignmentProblem
  /// Its answer.
  public let answer: Answer

  /// The name.
  public var description: String { name }

  /// Every instance of the suite.
  public static let all = plain + bounded + grouped + tiered

  /// An instance from matrices of weights, one a tier; nil forbids an arc in all of them.
  init(
    _ name: String, _ tiers: [[Int64?]]..., columns: Int? = nil, rowDemand: [Bounds]? = nil,
    columnLoad: [Bounds]? = nil, rowGroups: [NodeGroup] = [], columnGroups: [NodeGroup] = [],
    answer: Answer
  ) {
    let rows = tiers[0].count
    let columnCount = columns ?? tiers[0].first?.count ?? 0
    let arcs = ArcPattern(
      columnsOfRows: tiers[0].map { row in row.indices.filter { row[$0] != nil } },
      columns: columnCount)
    self.name = name
    self.answer = answer
    do {
      problem = try AssignmentProblem(
        arcs: arcs.count == rows * columnCount
          ? ArcPattern(rows: rows, columns: columnCount) : arcs,
        tiers: tiers.map { $0.flatMap { $0.compactMap { $0 } } },
        rowDemand: rowDemand ?? Array(repeating: .upTo(1), count: rows),
        columnLoad: columnLoad ?? Array(repeating: .upTo(1), count: columnCount),
        rowGroups: rowGroups, columnGroups: columnGroups)
    } catch {
      preconditionFailure("instance “\(name)”: \(error)")
    }
  }
}

extension [Bounds] {
  /// The same bounds `count` times.
  static func all(_ bounds: Bounds, _ count: Int) -> [Bounds] {
    Array(repeating: bounds, count: count)
  }
}
