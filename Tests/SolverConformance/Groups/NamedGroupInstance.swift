public import AssignmentKernel

/// A problem of groups with a name and the answer that every solver must give.
public struct NamedGroupInstance: Sendable, CustomStringConvertible {
  /// What the instance is about.
  public let name: String
  /// The problem.
  public let problem: GroupProblem
  /// Its answer.
  public let answer: NamedInstance.Answer

  /// The name.
  public var description: String { name }

  /// An instance from matrices of weights, one a tier; nil forbids an arc in all of them.
  init(
    _ name: String, _ tiers: [[Int64?]]..., load: [Bounds], mayClose: [Bool]? = nil,
    opening: [[Int64]]? = nil, rowDemand: [Bounds]? = nil, rowGroups: [NodeGroup] = [],
    columnGroups: [NodeGroup] = [], rules: [CompositionRule] = [], companies: [Company] = [],
    openLimits: [OpenLimit] = [], answer: NamedInstance.Answer
  ) {
    self.name = name
    self.answer = answer
    do {
      let assignment = try AssignmentProblem(
        arcs: ArcPattern(
          columnsOfRows: tiers[0].map { row in row.indices.filter { row[$0] != nil } },
          columns: load.count),
        tiers: tiers.map { $0.flatMap { $0.compactMap { $0 } } },
        rowDemand: rowDemand ?? .all(.upTo(1), tiers[0].count), columnLoad: load,
        rowGroups: rowGroups, columnGroups: columnGroups)
      problem = try GroupProblem(
        assignment, mayClose: mayClose ?? load.map { _ in true }, opening: opening, rules: rules,
        companies: companies, openLimits: openLimits)
    } catch {
      preconditionFailure("instance “\(name)”: \(error)")
    }
  }
}
