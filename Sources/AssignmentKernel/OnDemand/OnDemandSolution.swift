/// The answer to an ``OnDemandProblem``: an answer to the problem of its candidates that holds for
/// all arcs.
public struct OnDemandSolution: Sendable {
  /// What is claimed for all arcs; the arcs are numbered in ``candidates``.
  public var solution: Solution
  /// The arcs that were worked on, as a problem with the same rows, columns, bounds and groups.
  public var candidates: AssignmentProblem
  /// How often all arcs were priced to the end.
  public var pricingPasses: Int

  /// Creates an answer.
  public init(solution: Solution, candidates: AssignmentProblem, pricingPasses: Int) {
    self.solution = solution
    self.candidates = candidates
    self.pricingPasses = pricingPasses
  }

  /// The chosen pairs, by row and then by column.
  public var pairs: [(row: Int, column: Int)] { solution.pairs(in: candidates) }
}
