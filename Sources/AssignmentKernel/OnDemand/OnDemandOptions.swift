/// How an ``OnDemandProblem`` is worked on; whatever is chosen, the answer is optimal over all arcs.
public struct OnDemandOptions: Sendable {
  /// The arcs of each row that are candidates from the start, besides one for each further use that
  /// the row may have; with 0 every arc that is needed is found by pricing.
  public var candidateCount: Int
  /// The arcs that a row keeps in sight while first prices are found.
  public var listLength: Int
  /// Arcs that are candidates from the start, by row and column; what is no arc is passed over.
  public var insisted: [(row: Int, column: Int)]
  /// The threads that look at rows, or nil for as many as there are processors.
  ///
  /// The answer does not depend on it.
  public var threads: Int?

  /// Creates options.
  public init(
    candidateCount: Int = 16, listLength: Int = 48,
    insisted: [(row: Int, column: Int)] = [], threads: Int? = nil
  ) {
    self.candidateCount = candidateCount
    self.listLength = listLength
    self.insisted = insisted
    self.threads = threads
  }

  /// The bytes of the lists in which the first candidates are found, and of the candidates.
  func memoryNeeded(for problem: OnDemandProblem) -> Int {
    problem.frame.rowCount * (listLength * 12 + candidateCount * (8 + 16 * problem.tierCount))
      + problem.frame.nodeCount * 64
  }
}
